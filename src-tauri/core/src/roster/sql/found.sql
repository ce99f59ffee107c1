SELECT id FROM member
WHERE search_key LIKE :pattern ESCAPE '\'
   OR id_number = upper(:search)
   OR mobile = :search
