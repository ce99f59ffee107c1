SELECT * FROM development_material WHERE :id IS NULL OR file_id = :id ORDER BY file_id, code, dated, id
