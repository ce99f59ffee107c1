UPDATE member SET entered_on = :to WHERE id = :member_id AND entered_on = :from AND entered_how = 'moved_in'
