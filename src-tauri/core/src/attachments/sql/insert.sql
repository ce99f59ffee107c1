INSERT INTO attachment (meeting_id, kind, position, name, caption, bytes, is_picture, sha256, original_sha256)
SELECT ?1, ?2, coalesce(max(position) + 1, 0), ?3, '', ?4, ?5, ?6, ?7
FROM attachment WHERE meeting_id = ?1 AND kind = ?2
