INSERT INTO branch_group (id, name, leader_id, note)
VALUES (:id, :name, :leader_id, :note)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, leader_id = excluded.leader_id, note = excluded.note
