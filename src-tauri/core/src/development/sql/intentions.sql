SELECT * FROM development_intention WHERE :id IS NULL OR file_id = :id
