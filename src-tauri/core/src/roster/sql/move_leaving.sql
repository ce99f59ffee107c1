UPDATE member SET left_on = :to WHERE id = :member_id AND left_on = :from AND left_how = 'moved_out'
