SELECT member_id, name, kind, party_group, voting, attendance_not_required, status, reason, late,
    exclusion, exclusion_consent, exclusion_decision
FROM meeting_attendance WHERE meeting_id = ? ORDER BY position
