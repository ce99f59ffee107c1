INSERT INTO branch_group (id, name, leader_id, since, until, note)
VALUES (:id, :name, :leader_id, :since, :until, :note)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name, leader_id = excluded.leader_id,
    since = excluded.since, until = excluded.until, note = excluded.note
