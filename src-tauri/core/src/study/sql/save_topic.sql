-- A new topic when :id is NULL, else the one that is there.
INSERT INTO study_topic (id, year, month, title, kind, hours_tenths, lecturer, material)
VALUES (:id, :year, :month, :title, :kind, :hours_tenths, :lecturer, :material)
ON CONFLICT (id) DO UPDATE SET
    year = excluded.year,
    month = excluded.month,
    title = excluded.title,
    kind = excluded.kind,
    hours_tenths = excluded.hours_tenths,
    lecturer = excluded.lecturer,
    material = excluded.material
