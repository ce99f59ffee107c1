SELECT id, title, recorder, date(coalesce(started_at, planned_at)) AS day
FROM meeting WHERE id IN (SELECT value FROM json_each(?1))
