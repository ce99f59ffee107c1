INSERT INTO member_entry (member_id, event, day, recorded_on, recorded_by, why)
VALUES (:member_id, :event, :day, :recorded_on, :recorded_by, :why)
