-- A new meeting when :id is NULL, else the one that is there.
INSERT INTO meeting (id, title, planned_at, started_at, ended_at, place, chair, recorder, party_group,
    lecturer, lecture_topic, lecture_hours, activity)
VALUES (:id, :title, :planned_at, :started_at, :ended_at, :place, :chair, :recorder, :party_group,
    :lecturer, :lecture_topic, :lecture_hours, :activity)
ON CONFLICT (id) DO UPDATE SET
    title = excluded.title,
    planned_at = excluded.planned_at,
    started_at = excluded.started_at,
    ended_at = excluded.ended_at,
    place = excluded.place,
    chair = excluded.chair,
    recorder = excluded.recorder,
    party_group = excluded.party_group,
    lecturer = excluded.lecturer,
    lecture_topic = excluded.lecture_topic,
    lecture_hours = excluded.lecture_hours,
    activity = excluded.activity
