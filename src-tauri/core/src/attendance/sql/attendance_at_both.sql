-- How the one stood to the meetings at which both were expected.
SELECT meeting_attendance.*, meeting.title, date(coalesce(started_at, planned_at)) AS held_on
FROM meeting_attendance JOIN meeting ON meeting.id = meeting_id
WHERE member_id = ?1 AND meeting_id IN (SELECT meeting_id FROM meeting_attendance WHERE member_id = ?2)
ORDER BY held_on, meeting.id
