UPDATE meeting_attendance SET
    status = :status, reason = :reason, late = :late,
    exclusion = :exclusion, exclusion_consent = :consent, exclusion_decision = :decision,
    -- B19: who need not come is never absent.
    attendance_not_required = attendance_not_required AND :status IS NOT 'absent'
WHERE meeting_id = :meeting AND member_id = :member
