INSERT INTO branch_helper (id, role, name, phone, unit, since, until, note)
VALUES (:id, :role, :name, :phone, :unit, :since, :until, :note)
ON CONFLICT (id) DO UPDATE SET
    role = excluded.role, name = excluded.name, phone = excluded.phone, unit = excluded.unit,
    since = excluded.since, until = excluded.until, note = excluded.note
