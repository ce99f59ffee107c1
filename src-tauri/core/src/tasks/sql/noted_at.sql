-- What was reported at a meeting about earlier resolutions.
SELECT note.id, note.noted_on, note.meeting_id, note.text, note.done, resolution.text AS resolution
FROM task_note AS note JOIN meeting_resolution AS resolution ON resolution.id = note.resolution_id
WHERE note.meeting_id = ?
ORDER BY note.noted_on, note.id
