-- The certificates of the sessions of the same conditions.
SELECT session_id, member_id, number, issuer, issued_on
FROM study_certificate JOIN study_session ON study_session.id = session_id
WHERE (:id IS NULL OR id = :id) AND (:from IS NULL OR held_on >= :from) AND (:to IS NULL OR held_on <= :to)
ORDER BY session_id, member_id
