-- Sessions of a period, newest first, or the one with an id; NULL leaves a condition out.
SELECT
    id, kind, title, held_on, last_on, hours_tenths, place, lecturer, intensive, uncounted, content, topic_id, meeting_id
FROM study_session
WHERE (:id IS NULL OR id = :id) AND (:from IS NULL OR held_on >= :from) AND (:to IS NULL OR held_on <= :to)
ORDER BY held_on DESC, id DESC
