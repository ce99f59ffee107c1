DELETE FROM development_step WHERE file_id = ?1 AND step = ?2 AND entry = ?3
