-- Who had which topic of a year's plan, by taking part or by making it up.
SELECT topic_id, member_id
FROM study_participant JOIN study_session ON study_session.id = session_id JOIN study_topic ON study_topic.id = topic_id
WHERE year = ?1
UNION
SELECT topic_id, member_id
FROM study_makeup JOIN study_session ON study_session.id = session_id JOIN study_topic ON study_topic.id = topic_id
WHERE year = ?1
