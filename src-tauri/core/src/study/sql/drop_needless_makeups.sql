-- Who is written down as a participant has nothing to make up.
DELETE FROM study_makeup
WHERE session_id = ?1 AND member_id IN (SELECT member_id FROM study_participant WHERE session_id = ?1)
