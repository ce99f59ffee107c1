INSERT INTO member_photo (member_id, mime, bytes) VALUES (?1, ?2, ?3)
ON CONFLICT (member_id) DO UPDATE SET mime = excluded.mime, bytes = excluded.bytes
