-- A new election when :id is NULL, else the one that is there.
INSERT INTO election (id, meeting_id, purpose, post, seats, chief_scrutineer, concluded_on)
VALUES (:id, :meeting, :purpose, :post, :seats, :chief_scrutineer, NULL)
ON CONFLICT (id) DO UPDATE SET
    meeting_id = excluded.meeting_id,
    purpose = excluded.purpose,
    post = excluded.post,
    seats = excluded.seats,
    chief_scrutineer = excluded.chief_scrutineer
