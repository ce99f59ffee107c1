-- Which year each appraisal is of, and its meeting: the appraisal of a year may be held in the next. The room above is not
-- known, its table is read.
SELECT year, meeting_id FROM appraisal JOIN meeting ON meeting.id = meeting_id
WHERE cancel_reason IS NULL
