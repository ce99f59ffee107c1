UPDATE member
SET entered_on = ?2, entered_how = ?3, left_on = NULL, left_how = NULL, left_reason = ''
WHERE id = ?1
