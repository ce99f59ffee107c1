INSERT INTO member_stay (member_id, entered_on, entered_how, left_on, left_how, left_reason)
VALUES (:member_id, :entered_on, :entered_how, :left_on, :left_how, :left_reason)
