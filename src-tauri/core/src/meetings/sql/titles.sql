-- Every meeting by its title, newest first.
SELECT id, title, date(coalesce(started_at, planned_at)) AS day, cancel_reason IS NOT NULL AS is_cancelled
FROM meeting
ORDER BY coalesce(started_at, planned_at) DESC, id DESC
