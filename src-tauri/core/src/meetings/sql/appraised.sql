-- Which year each appraisal is of, its meeting, and whether that is a 组织生活会 too: the appraisal of a year may be held in
-- the next. The room above is not known, its table is read.
SELECT year, meeting.id, EXISTS (
    SELECT 1 FROM meeting_kind WHERE meeting_kind.meeting_id = meeting.id AND kind = 'organizational_life'
)
FROM appraisal JOIN meeting ON meeting.id = appraisal.meeting_id
WHERE cancel_reason IS NULL
