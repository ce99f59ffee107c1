-- Appraisals, newest year first; NULL leaves a condition out.
SELECT id, year, meeting_id, handed_out, collected, decided_on
FROM appraisal
WHERE (:id IS NULL OR id = :id) AND (:meeting IS NULL OR meeting_id = :meeting)
ORDER BY year DESC
