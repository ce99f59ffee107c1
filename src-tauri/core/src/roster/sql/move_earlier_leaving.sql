UPDATE member_stay SET left_on = :to WHERE member_id = :member_id AND left_on = :from AND left_how = 'moved_out'
