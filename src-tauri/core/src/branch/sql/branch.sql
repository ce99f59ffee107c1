SELECT branch.*, coalesce((SELECT name FROM branch_unit ORDER BY until IS NOT NULL, id LIMIT 1), '') AS unit
FROM branch WHERE id = 1
