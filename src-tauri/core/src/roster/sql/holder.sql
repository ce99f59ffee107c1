SELECT id, name FROM member WHERE id_number = ?1
