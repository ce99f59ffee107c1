INSERT INTO branch (id, name, code, kind, superior, founded_on, approval, phone, address, has_committee, note)
VALUES (1, :name, :code, :kind, :superior, :founded_on, :approval, :phone, :address, :has_committee, :note)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    code = excluded.code,
    kind = excluded.kind,
    superior = excluded.superior,
    founded_on = excluded.founded_on,
    approval = excluded.approval,
    phone = excluded.phone,
    address = excluded.address,
    has_committee = excluded.has_committee,
    note = excluded.note
