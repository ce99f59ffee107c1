-- How many stand how, per meeting of a period; NULL leaves an end open.
SELECT meeting_id, status, late, voting AND exclusion IS NULL AS voting, count(*) AS people
-- CROSS: the few meetings of the period first, then their many rows.
FROM meeting CROSS JOIN meeting_attendance ON meeting_id = meeting.id
WHERE (?1 IS NULL OR date(coalesce(started_at, planned_at)) >= ?1)
    AND (?2 IS NULL OR date(coalesce(started_at, planned_at)) <= ?2)
GROUP BY meeting.id, status, late, voting AND exclusion IS NULL
