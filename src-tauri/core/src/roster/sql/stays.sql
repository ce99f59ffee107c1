SELECT * FROM member_stay WHERE member_id BETWEEN ?1 AND ?2 ORDER BY member_id, left_on, id
