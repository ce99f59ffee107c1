SELECT * FROM development_entry WHERE :id IS NULL OR file_id = :id ORDER BY file_id, happened_on, id
