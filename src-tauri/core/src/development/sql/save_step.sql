INSERT INTO development_step (file_id, step, entry, done_on, note) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT DO UPDATE SET done_on = excluded.done_on, note = excluded.note
