SELECT * FROM member_fact
WHERE member_id BETWEEN ?1 AND ?2
ORDER BY member_id, aspect, since, id
