INSERT INTO development_entry (id, file_id, kind, happened_on, meeting_id, vote_id, filled, note, recorded_on)
VALUES (:id, :file, :kind, :on, :meeting, :vote, :filled, :note, :today)
ON CONFLICT (id) DO UPDATE SET happened_on = excluded.happened_on, meeting_id = excluded.meeting_id,
    vote_id = excluded.vote_id, filled = excluded.filled, note = excluded.note
