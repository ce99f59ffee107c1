-- The branch stands beside this room, so its table is read here.
SELECT value = 'yes' FROM branch_fact
WHERE aspect = 'committee' AND (since IS NULL OR since <= ?1)
ORDER BY since DESC, id DESC
LIMIT 1
