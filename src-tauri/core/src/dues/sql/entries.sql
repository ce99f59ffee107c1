SELECT id, booked_on, kind, fen, from_month, to_month, spent_for, meeting_id, party, voucher, note
FROM dues_ledger
WHERE booked_on <= ?1
ORDER BY booked_on, id
