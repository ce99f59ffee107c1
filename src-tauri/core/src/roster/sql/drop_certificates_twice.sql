DELETE FROM study_certificate
WHERE member_id = ?2 AND session_id IN (SELECT session_id FROM study_certificate WHERE member_id = ?1)
