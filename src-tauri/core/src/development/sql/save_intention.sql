INSERT INTO development_intention (file_id, step, intended_on) VALUES (?1, ?2, ?3)
ON CONFLICT (file_id, step) DO UPDATE SET intended_on = excluded.intended_on
