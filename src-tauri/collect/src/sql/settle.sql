UPDATE zhibu.inbox_file
SET state = CASE WHEN settled.code IS NULL THEN 'taken' ELSE 'refused' END,
    code = settled.code, sentence = settled.sentence, judged_at = now(),
    worker = concat_ws(':', host(inet_client_addr()), pg_backend_pid())
FROM unnest($2::text[], $3::text[], $4::text[]) AS settled (sha256, code, sentence)
WHERE inbox_file.trust_list = $1 AND inbox_file.sha256 = settled.sha256
