INSERT INTO study_certificate (session_id, member_id, number, issuer, issued_on)
VALUES (:session_id, :member_id, :number, :issuer, :issued_on)
ON CONFLICT (session_id, member_id) DO UPDATE SET
    number = excluded.number,
    issuer = excluded.issuer,
    issued_on = excluded.issued_on
