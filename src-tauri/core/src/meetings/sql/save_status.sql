UPDATE meeting_attendance SET
    status = :status,
    reason = :reason,
    late = :late,
    exclusion = :exclusion,
    exclusion_consent = :consent,
    exclusion_decision = :decision
WHERE meeting_id = :meeting AND member_id = :member
