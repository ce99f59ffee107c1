SELECT * FROM member WHERE id = ?1
