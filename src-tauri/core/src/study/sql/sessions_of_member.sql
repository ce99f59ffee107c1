-- The sessions in which someone took part, newest first.
SELECT id, title, held_on, hours_tenths, intensive
-- CROSS: the sessions first, then the one row of each.
FROM study_session CROSS JOIN study_participant ON session_id = id AND member_id = ?1
ORDER BY held_on DESC, id DESC
