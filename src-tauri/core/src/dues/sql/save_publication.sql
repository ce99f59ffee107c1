INSERT INTO dues_publication (year, published_on, place, note)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (year) DO UPDATE SET
    published_on = excluded.published_on,
    place = excluded.place,
    note = excluded.note
