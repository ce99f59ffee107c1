INSERT INTO zhibu.inbox_file (trust_list, sha256, file, state)
SELECT $1, found.sha256, found.file,
    CASE WHEN EXISTS (SELECT 1 FROM zhibu.report WHERE report.sha256 = found.sha256) THEN 'taken' ELSE 'waiting' END
FROM unnest($2::text[], $3::text[]) AS found (sha256, file)
-- Nothing is done to what is there: an update would wait for whoever holds the file.
ON CONFLICT DO NOTHING
