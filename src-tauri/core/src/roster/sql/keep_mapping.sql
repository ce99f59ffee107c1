INSERT INTO member_import_mapping (source, mapping) VALUES (?1, ?2)
ON CONFLICT (source) DO UPDATE SET mapping = excluded.mapping
