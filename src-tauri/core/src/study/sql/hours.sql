-- Hours of everyone in the sessions of a period: of who took part, and of who was absent and had made it up by a day.
SELECT member_id, sum(hours_tenths) AS hours_tenths
FROM (
    SELECT member_id, hours_tenths
    FROM study_session JOIN study_participant ON session_id = id
    WHERE held_on BETWEEN :from AND :to AND NOT uncounted
    UNION ALL
    SELECT member_id, hours_tenths
    FROM study_session JOIN study_makeup ON session_id = id
    WHERE held_on BETWEEN :from AND :to AND NOT uncounted AND made_up_on <= :made_up_by
)
GROUP BY member_id
