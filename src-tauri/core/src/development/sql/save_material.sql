INSERT INTO development_material (file_id, code, state, dated, note) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT DO UPDATE SET state = excluded.state, dated = excluded.dated, note = excluded.note
