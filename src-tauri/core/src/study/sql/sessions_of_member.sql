-- The sessions in which someone took part, or that someone made up, newest first.
SELECT id, kind, title, held_on, hours_tenths, intensive, uncounted, topic_id, made_up_on, number, issuer, issued_on
FROM (
    SELECT session_id, member_id, NULL AS made_up_on FROM study_participant WHERE member_id = ?1
    UNION ALL
    SELECT session_id, member_id, made_up_on FROM study_makeup WHERE member_id = ?1
) AS had
JOIN study_session ON id = had.session_id
LEFT JOIN study_certificate ON study_certificate.session_id = id AND study_certificate.member_id = ?1
ORDER BY held_on DESC, id DESC
