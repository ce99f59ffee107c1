UPDATE zhibu.inbox_file
SET state = 'waiting', code = NULL, sentence = NULL
WHERE trust_list = $1 AND sha256 = ANY($2) AND state = 'refused'
