SELECT * FROM member_fact
WHERE ?1 IS NULL OR member_id = ?1
ORDER BY member_id, aspect, since, id
