-- A new one when :id is NULL, else the one that is there.
INSERT INTO disposal (
    id, member_id, kind, ground, begun_on, talked_on, filed_on, meeting_id, decided_on, replied_on, term_to, outcome,
    ended_on, note
)
VALUES (
    :id, :member_id, :kind, :ground, :begun_on, :talked_on, :filed_on, :meeting_id, :decided_on, :replied_on, :term_to,
    :outcome, :ended_on, :note
)
ON CONFLICT (id) DO UPDATE SET
    member_id = excluded.member_id,
    kind = excluded.kind,
    ground = excluded.ground,
    begun_on = excluded.begun_on,
    talked_on = excluded.talked_on,
    filed_on = excluded.filed_on,
    meeting_id = excluded.meeting_id,
    decided_on = excluded.decided_on,
    replied_on = excluded.replied_on,
    term_to = excluded.term_to,
    outcome = excluded.outcome,
    ended_on = excluded.ended_on,
    note = excluded.note
