INSERT INTO meeting_resolution (id, meeting_id, position, text, responsible, due) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    position = excluded.position,
    text = excluded.text,
    responsible = excluded.responsible,
    due = excluded.due
