-- Who made up a session of the same conditions.
SELECT session_id, member_id, made_up_on, material, proof
FROM study_makeup JOIN study_session ON study_session.id = session_id
WHERE (:id IS NULL OR id = :id) AND (:from IS NULL OR held_on >= :from) AND (:to IS NULL OR held_on <= :to)
ORDER BY session_id, made_up_on, member_id
