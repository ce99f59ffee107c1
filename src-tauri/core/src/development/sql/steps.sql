SELECT file_id, step, entry, done_on, note FROM development_step
WHERE :id IS NULL OR file_id = :id ORDER BY file_id, step, done_on, entry
