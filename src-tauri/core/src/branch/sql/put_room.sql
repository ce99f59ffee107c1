INSERT INTO branch_room (id, name, address, square_metres, note)
VALUES (:id, :name, :address, :square_metres, :note)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, address = excluded.address, square_metres = excluded.square_metres, note = excluded.note
