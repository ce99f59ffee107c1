-- Elections, newest meeting first; NULL leaves a condition out.
SELECT
    election.id, meeting_id, purpose, post, seats, chief_scrutineer, concluded_on,
    approved_on, approval_number
FROM election JOIN meeting ON meeting.id = meeting_id
WHERE (:id IS NULL OR election.id = :id) AND (:meeting IS NULL OR meeting_id = :meeting)
ORDER BY coalesce(started_at, planned_at) DESC, election.id DESC
