INSERT INTO branch (id, name, kind, superior, unit, phone, has_committee)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    kind = excluded.kind,
    superior = excluded.superior,
    unit = excluded.unit,
    phone = excluded.phone,
    has_committee = excluded.has_committee
