-- As bases.sql, of one member: a condition that may be left out would keep the index from being used.
SELECT id, member_id, kind, from_month, to_month, base_fen, monthly_fen, branch_agreed_on, superior_agreed_on, note
FROM dues_base
WHERE member_id = ?1
ORDER BY from_month, id
