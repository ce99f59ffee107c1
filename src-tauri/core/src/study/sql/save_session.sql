-- A new session when :id is NULL, else the one that is there.
INSERT INTO study_session (
    id, kind, title, held_on, last_on, hours_tenths, place, lecturer, intensive, uncounted, content, topic_id, meeting_id
)
VALUES (
    :id, :kind, :title, :held_on, :last_on, :hours_tenths, :place, :lecturer, :intensive, :uncounted, :content, :topic_id,
    :meeting_id
)
ON CONFLICT (id) DO UPDATE SET
    kind = excluded.kind,
    title = excluded.title,
    held_on = excluded.held_on,
    last_on = excluded.last_on,
    hours_tenths = excluded.hours_tenths,
    place = excluded.place,
    lecturer = excluded.lecturer,
    intensive = excluded.intensive,
    uncounted = excluded.uncounted,
    content = excluded.content,
    topic_id = excluded.topic_id,
    meeting_id = excluded.meeting_id
