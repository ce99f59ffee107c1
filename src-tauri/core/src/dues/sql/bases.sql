SELECT id, member_id, kind, from_month, to_month, base_fen, monthly_fen, branch_agreed_on, superior_agreed_on, note
FROM dues_base
WHERE member_id BETWEEN ?1 AND ?2
ORDER BY member_id, from_month, id
