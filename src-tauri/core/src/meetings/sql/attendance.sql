SELECT member_id, name, kind, party_group, voting, attendance_not_required, status, reason
FROM meeting_attendance WHERE meeting_id = ? ORDER BY position
