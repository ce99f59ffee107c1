UPDATE member SET
    entered_on = :entered_on, entered_how = :entered_how, left_on = :left_on, left_how = :left_how,
    left_reason = :left_reason
WHERE id = :member_id
