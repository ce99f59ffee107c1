-- The kinds of one meeting, or of all.
SELECT meeting_id, kind FROM meeting_kind WHERE ?1 IS NULL OR meeting_id = ?1 ORDER BY meeting_id, position
