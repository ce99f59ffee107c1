SELECT * FROM development_file WHERE :id IS NULL OR id = :id ORDER BY id
