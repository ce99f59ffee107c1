-- Who took no part and made nothing up has no certificate of it.
DELETE FROM study_certificate
WHERE
    session_id = ?1
    AND member_id NOT IN (SELECT member_id FROM study_participant WHERE session_id = ?1)
    AND member_id NOT IN (SELECT member_id FROM study_makeup WHERE session_id = ?1)
