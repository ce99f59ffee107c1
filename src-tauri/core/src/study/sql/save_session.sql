-- A new session when :id is NULL, else the one that is there.
INSERT INTO study_session (id, title, held_on, hours_tenths, place, lecturer, intensive, content)
VALUES (:id, :title, :held_on, :hours_tenths, :place, :lecturer, :intensive, :content)
ON CONFLICT (id) DO UPDATE SET
    title = excluded.title,
    held_on = excluded.held_on,
    hours_tenths = excluded.hours_tenths,
    place = excluded.place,
    lecturer = excluded.lecturer,
    intensive = excluded.intensive,
    content = excluded.content
