INSERT INTO branch (id, name, code, founded_on, approval, phone, address, note)
VALUES (1, :name, :code, :founded_on, :approval, :phone, :address, :note)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    code = excluded.code,
    founded_on = excluded.founded_on,
    approval = excluded.approval,
    phone = excluded.phone,
    address = excluded.address,
    note = excluded.note
