-- A new fact when :id is NULL, else the one that is there.
INSERT INTO branch_fact (id, aspect, value, since, why, recorded_on, recorded_by)
VALUES (:id, :aspect, :value, :since, :why, :recorded_on, :recorded_by)
ON CONFLICT (id) DO UPDATE SET
    value = excluded.value, since = excluded.since, why = excluded.why,
    recorded_on = excluded.recorded_on, recorded_by = excluded.recorded_by
