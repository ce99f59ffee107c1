-- The meetings of a period at which someone was expected, newest first; NULL leaves an end open.
SELECT meeting.id, title, coalesce(started_at, planned_at) AS at, status, coalesce(reason, '') AS reason
-- CROSS: the meetings first, then the one row of each.
FROM meeting CROSS JOIN meeting_attendance ON meeting_id = meeting.id AND member_id = ?1
WHERE (?2 IS NULL OR date(coalesce(started_at, planned_at)) >= ?2)
    AND (?3 IS NULL OR date(coalesce(started_at, planned_at)) <= ?3)
ORDER BY coalesce(started_at, planned_at) DESC, meeting.id DESC
