DELETE FROM meeting_attendance
WHERE member_id = ?2 AND meeting_id IN (SELECT meeting_id FROM meeting_attendance WHERE member_id = ?1)
