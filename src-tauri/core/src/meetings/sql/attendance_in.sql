-- Each expected person's status at each meeting of a period, by time; NULL is not yet recorded.
SELECT member_id, status
-- CROSS: the few meetings of the period first, then their many rows.
FROM meeting CROSS JOIN meeting_attendance ON meeting_id = meeting.id
WHERE date(coalesce(started_at, planned_at)) BETWEEN ?1 AND ?2
ORDER BY coalesce(started_at, planned_at), meeting_id
