INSERT INTO development_step (file_id, step, entry, done_on, note) VALUES (?1, 1, 1, ?2, '')
ON CONFLICT DO UPDATE SET done_on = excluded.done_on
