-- The topics of a year by month, or the one with an id; NULL leaves a condition out.
SELECT id, year, month, title, kind, hours_tenths, lecturer, material
FROM study_topic
WHERE (:id IS NULL OR id = :id) AND (:year IS NULL OR year = :year)
ORDER BY month, id
