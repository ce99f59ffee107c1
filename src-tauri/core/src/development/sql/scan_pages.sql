SELECT id, code, name, bytes FROM development_scan
WHERE file_id = ?1 AND (?2 IS NULL OR code = ?2)
ORDER BY code, position, id
