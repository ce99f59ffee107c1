SELECT member_id, sum(hours_tenths) AS hours_tenths
FROM study_participant JOIN study_session ON study_session.id = session_id
WHERE held_on BETWEEN ?1 AND ?2
GROUP BY member_id
