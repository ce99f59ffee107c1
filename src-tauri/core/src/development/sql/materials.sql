SELECT file_id, code, state, dated, note FROM development_material
WHERE :id IS NULL OR file_id = :id ORDER BY file_id, code
