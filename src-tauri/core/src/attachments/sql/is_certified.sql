SELECT EXISTS (SELECT 1 FROM study_certificate WHERE session_id = ? AND member_id = ?)
