-- How some people stood to the meetings before a day, newest first.
SELECT member_id, date(coalesce(started_at, planned_at)), status
-- CROSS: the meetings first, then the few rows of each.
FROM meeting CROSS JOIN meeting_attendance
    ON meeting_id = meeting.id AND member_id IN (SELECT value FROM json_each(?1))
WHERE date(coalesce(started_at, planned_at)) < ?2 AND status IS NOT NULL
ORDER BY coalesce(started_at, planned_at) DESC, meeting_id DESC
