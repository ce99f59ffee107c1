-- The branch stands beside this room, so its table is read here.
SELECT since, value = 'yes' FROM branch_fact WHERE aspect = 'committee' ORDER BY since, id
