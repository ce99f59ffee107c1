DELETE FROM study_makeup
WHERE
    (
        member_id IN (?1, ?2)
        AND session_id IN (SELECT session_id FROM study_participant WHERE member_id IN (?1, ?2))
    )
    OR (member_id = ?2 AND session_id IN (SELECT session_id FROM study_makeup WHERE member_id = ?1))
