INSERT INTO development_quota (year, people, source) VALUES (?1, ?2, ?3)
ON CONFLICT (year) DO UPDATE SET people = excluded.people, source = excluded.source
