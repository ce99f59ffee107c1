SELECT * FROM member ORDER BY sort_key, name, id
