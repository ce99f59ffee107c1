-- A new payment when :id is NULL, else the one that is there.
INSERT INTO dues_payment (
    id, member_id, paid_on, way, payer, received_by, receipt, transaction_number, note
)
VALUES (:id, :member_id, :paid_on, :way, :payer, :received_by, :receipt, :transaction_number, :note)
ON CONFLICT (id) DO UPDATE SET
    member_id = excluded.member_id,
    paid_on = excluded.paid_on,
    way = excluded.way,
    payer = excluded.payer,
    received_by = excluded.received_by,
    receipt = excluded.receipt,
    transaction_number = excluded.transaction_number,
    note = excluded.note
