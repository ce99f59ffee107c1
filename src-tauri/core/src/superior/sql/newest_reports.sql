SELECT newest.*
FROM superior_report AS newest
WHERE newest.period = ?1
    AND NOT EXISTS (
        SELECT 1 FROM superior_report AS later
        WHERE later.branch_id = newest.branch_id AND later.period = newest.period AND later.version > newest.version)
