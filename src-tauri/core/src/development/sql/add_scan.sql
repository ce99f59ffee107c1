INSERT INTO development_scan (file_id, code, position, name, bytes, is_picture, sha256)
SELECT ?1, ?2, coalesce(max(position) + 1, 0), ?3, ?4, 1, ?5
FROM development_scan WHERE file_id = ?1 AND code = ?2
