SELECT newest.*
FROM superior_report AS newest
WHERE newest.quarter = ?1
    AND NOT EXISTS (
        SELECT 1 FROM superior_report AS later
        WHERE later.branch_id = newest.branch_id AND later.quarter = newest.quarter AND later.version > newest.version)
