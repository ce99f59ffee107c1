SELECT sha256
FROM zhibu.inbox_file
WHERE trust_list = $1 AND sha256 = ANY($2) AND state = 'waiting'
FOR UPDATE SKIP LOCKED
