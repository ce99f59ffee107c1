INSERT INTO member_stay (member_id, entered_on, entered_how, left_on, left_how, left_reason)
SELECT id, entered_on, entered_how, left_on, left_how, left_reason FROM member WHERE id = ?1
