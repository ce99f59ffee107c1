UPDATE member SET left_on = ?2, left_how = ?3, left_reason = ?4 WHERE id = ?1
