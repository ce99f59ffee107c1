SELECT file_id, code, count(*) AS pages FROM development_scan WHERE :id IS NULL OR file_id = :id GROUP BY file_id, code
