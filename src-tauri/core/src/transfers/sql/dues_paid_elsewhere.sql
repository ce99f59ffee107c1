-- Of each who came, as the newest letter says.
SELECT member_id, dues_paid_to
FROM transfer
WHERE direction = 'in' AND ended_how = 'accepted' AND dues_paid_to IS NOT NULL
ORDER BY ended_on, id
