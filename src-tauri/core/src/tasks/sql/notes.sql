-- What became of resolutions, oldest first; NULL gives all.
SELECT id, resolution_id, noted_on, meeting_id, text, done FROM task_note
WHERE ?1 IS NULL OR resolution_id = ?1
ORDER BY noted_on, id
