INSERT INTO member_fact (id, member_id, aspect, value, detail, since, why, recorded_on, recorded_by)
VALUES (:id, :member_id, :aspect, :value, :detail, :since, :why, :recorded_on, :recorded_by)
ON CONFLICT (id) DO UPDATE SET
    value = excluded.value, detail = excluded.detail, since = excluded.since, why = excluded.why,
    recorded_on = excluded.recorded_on, recorded_by = excluded.recorded_by
