-- Who has a letter out that nobody answered, and that no newer one replaces.
SELECT DISTINCT member_id FROM transfer
WHERE direction = 'out' AND ended_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM transfer_letter WHERE replaces_id = transfer.id)
