SELECT * FROM member_stay WHERE ?1 IS NULL OR member_id = ?1 ORDER BY member_id, left_on, id
