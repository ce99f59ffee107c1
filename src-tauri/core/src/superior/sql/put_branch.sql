INSERT INTO superior_branch (id, name, contact, phone, since, until, note)
VALUES (:id, :name, :contact, :phone, :since, :until, :note)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, contact = excluded.contact, phone = excluded.phone, since = excluded.since,
    until = excluded.until, note = excluded.note
