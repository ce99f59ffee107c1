INSERT INTO meeting_attendance
    (meeting_id, position, member_id, name, kind, party_group, voting, attendance_not_required)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
