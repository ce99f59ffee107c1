-- Every meeting by its title, newest first.
SELECT id, title, coalesce(started_at, planned_at) AS at, cancel_reason IS NOT NULL AS is_cancelled
FROM meeting
ORDER BY at DESC, id DESC
