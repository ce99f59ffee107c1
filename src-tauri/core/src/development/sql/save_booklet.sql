INSERT INTO development_booklet (id, serial, received_on, file_id, handed_out_on, void_on, void_reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (id) DO UPDATE SET serial = excluded.serial, received_on = excluded.received_on, file_id = excluded.file_id,
    handed_out_on = excluded.handed_out_on, void_on = excluded.void_on, void_reason = excluded.void_reason
