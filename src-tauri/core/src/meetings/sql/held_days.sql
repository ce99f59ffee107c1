SELECT DISTINCT date(coalesce(started_at, planned_at)) AS day, kind
FROM meeting JOIN meeting_kind ON meeting_id = id
WHERE cancel_reason IS NULL AND EXISTS (SELECT 1 FROM meeting_attendance WHERE meeting_attendance.meeting_id = id)
