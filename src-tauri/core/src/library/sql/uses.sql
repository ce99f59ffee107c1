-- Where a document is used: sessions, topics of the plan, meetings; the newest first.
SELECT
    session_id,
    library_use.topic_id AS topic_id,
    library_use.meeting_id AS meeting_id,
    coalesce(study_session.title, study_topic.title, meeting.title) AS title,
    coalesce(
        study_session.held_on,
        CASE WHEN study_topic.id IS NOT NULL THEN printf('%04d-%02d-01', study_topic.year, study_topic.month) END,
        substr(coalesce(meeting.started_at, meeting.planned_at), 1, 10)
    ) AS used_on
FROM library_use
LEFT JOIN study_session ON study_session.id = session_id
LEFT JOIN study_topic ON study_topic.id = library_use.topic_id
LEFT JOIN meeting ON meeting.id = library_use.meeting_id
WHERE document_id = ?
ORDER BY used_on DESC, library_use.id DESC
