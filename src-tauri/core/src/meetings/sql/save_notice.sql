INSERT INTO meeting_notice (meeting_id, addressee, wishes, issued_on) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (meeting_id) DO UPDATE SET
    addressee = excluded.addressee,
    wishes = excluded.wishes,
    issued_on = excluded.issued_on
