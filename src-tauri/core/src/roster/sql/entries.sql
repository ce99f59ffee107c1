SELECT * FROM member_entry WHERE member_id = ?1 ORDER BY id
