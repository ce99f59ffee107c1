SELECT file_id, code, dated, note FROM development_paper
WHERE :id IS NULL OR file_id = :id ORDER BY file_id, code, dated
