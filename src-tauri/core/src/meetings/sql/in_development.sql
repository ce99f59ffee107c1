SELECT name FROM development_file
WHERE closed_on IS NULL
    AND NOT EXISTS (SELECT 1 FROM development_entry WHERE file_id = development_file.id AND kind = 'archive')
ORDER BY id
