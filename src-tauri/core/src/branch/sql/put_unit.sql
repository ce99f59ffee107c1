INSERT INTO branch_unit (
    id, name, credit_code, kind, registered_on, legal_representative, employees, association_members, in_charter,
    in_charter_on, since, until, note
)
VALUES (
    :id, :name, :credit_code, :kind, :registered_on, :legal_representative, :employees, :association_members,
    :in_charter, :in_charter_on, :since, :until, :note
)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, credit_code = excluded.credit_code, kind = excluded.kind,
    registered_on = excluded.registered_on, legal_representative = excluded.legal_representative,
    employees = excluded.employees, association_members = excluded.association_members,
    in_charter = excluded.in_charter, in_charter_on = excluded.in_charter_on,
    since = excluded.since, until = excluded.until, note = excluded.note
