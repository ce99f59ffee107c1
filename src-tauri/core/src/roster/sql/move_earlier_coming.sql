UPDATE member_stay SET entered_on = :to
WHERE member_id = :member_id AND entered_on = :from AND entered_how = 'moved_in'
