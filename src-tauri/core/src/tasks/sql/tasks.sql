-- Resolutions that somebody has to see to, oldest first; NULL gives all.
SELECT
    resolution.id, resolution.meeting_id, meeting.title, resolution.text, resolution.responsible, resolution.due,
    date(coalesce(meeting.started_at, meeting.planned_at)) AS resolved_on
FROM meeting_resolution AS resolution JOIN meeting ON meeting.id = resolution.meeting_id
WHERE (?1 IS NULL OR resolution.id = ?1)
    AND (coalesce(resolution.responsible, '') <> '' OR resolution.due IS NOT NULL
        OR EXISTS (SELECT 1 FROM task_note WHERE resolution_id = resolution.id))
ORDER BY resolved_on, resolution.position, resolution.id
