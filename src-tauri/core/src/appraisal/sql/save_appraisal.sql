-- A new appraisal when :id is NULL, else the one that is there.
INSERT INTO appraisal (id, year, meeting_id, handed_out, collected, decided_on)
VALUES (:id, :year, :meeting, NULL, NULL, NULL)
ON CONFLICT (id) DO UPDATE SET year = excluded.year, meeting_id = excluded.meeting_id
