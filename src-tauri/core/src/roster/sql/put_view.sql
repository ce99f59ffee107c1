INSERT INTO member_view (name, query, columns) VALUES (?1, ?2, ?3)
ON CONFLICT (name) DO UPDATE SET query = excluded.query, columns = excluded.columns
