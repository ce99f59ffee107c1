UPDATE development_file SET closed_on = ?2, closed_reason = ?3 WHERE id = ?1
