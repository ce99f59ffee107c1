-- A new transfer when :id is NULL, else the one that is there.
INSERT INTO transfer (
    id, direction, member_id, number, issued_on, valid_days, from_organization, dues_paid_to, handled_by
) VALUES (
    :id, :direction, :member_id, :number, :issued_on, :valid_days, :from_organization, :dues_paid_to, :handled_by
)
ON CONFLICT (id) DO UPDATE SET
    number = excluded.number, issued_on = excluded.issued_on, valid_days = excluded.valid_days,
    from_organization = excluded.from_organization, dues_paid_to = excluded.dues_paid_to,
    handled_by = excluded.handled_by
