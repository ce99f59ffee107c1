INSERT INTO development_guide (id, file_id, role, member_id, name, since, until, why)
VALUES (:id, :file, :role, :member, :name, :since, :until, :why)
ON CONFLICT (id) DO UPDATE SET member_id = excluded.member_id, name = excluded.name, since = excluded.since,
    until = excluded.until, why = excluded.why
