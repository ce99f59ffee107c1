DELETE FROM member_entry WHERE member_id = :member_id AND event = :event AND day IS :day
