SELECT * FROM development_guide WHERE :id IS NULL OR file_id = :id ORDER BY file_id, role, since, id
