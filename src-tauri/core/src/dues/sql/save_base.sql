-- A new base when :id is NULL, else the one that is there.
INSERT INTO dues_base (
    id, member_id, kind, from_month, to_month, base_fen, monthly_fen, branch_agreed_on, superior_agreed_on, note
)
VALUES (
    :id, :member_id, :kind, :from_month, :to_month, :base_fen, :monthly_fen, :branch_agreed_on, :superior_agreed_on, :note
)
ON CONFLICT (id) DO UPDATE SET
    kind = excluded.kind,
    from_month = excluded.from_month,
    to_month = excluded.to_month,
    base_fen = excluded.base_fen,
    monthly_fen = excluded.monthly_fen,
    branch_agreed_on = excluded.branch_agreed_on,
    superior_agreed_on = excluded.superior_agreed_on,
    note = excluded.note
