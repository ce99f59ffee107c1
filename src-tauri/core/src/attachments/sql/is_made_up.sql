SELECT EXISTS (SELECT 1 FROM study_makeup WHERE session_id = ? AND member_id = ?)
