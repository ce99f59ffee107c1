-- A new line when :id is NULL, else the one that is there.
INSERT INTO dues_ledger (
    id, booked_on, kind, fen, from_month, to_month, spent_for, meeting_id, party, voucher, note
)
VALUES (:id, :booked_on, :kind, :fen, :from_month, :to_month, :spent_for, :meeting_id, :party, :voucher, :note)
ON CONFLICT (id) DO UPDATE SET
    booked_on = excluded.booked_on,
    kind = excluded.kind,
    fen = excluded.fen,
    from_month = excluded.from_month,
    to_month = excluded.to_month,
    spent_for = excluded.spent_for,
    meeting_id = excluded.meeting_id,
    party = excluded.party,
    voucher = excluded.voucher,
    note = excluded.note
