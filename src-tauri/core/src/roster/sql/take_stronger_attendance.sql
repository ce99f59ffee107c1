-- Who stands twice at a meeting gets the stronger of the two.
UPDATE meeting_attendance AS kept SET
    status = dropped.status,
    reason = dropped.reason,
    -- B19: who need not come is never absent.
    attendance_not_required = kept.attendance_not_required AND dropped.status <> 'absent'
FROM meeting_attendance AS dropped
WHERE kept.member_id = ?1 AND dropped.member_id = ?2 AND dropped.meeting_id = kept.meeting_id
    AND (CASE dropped.status
        WHEN 'present' THEN 4 WHEN 'on_leave' THEN 3 WHEN 'not_required' THEN 2 WHEN 'absent' THEN 1 ELSE 0 END)
    > (CASE kept.status
        WHEN 'present' THEN 4 WHEN 'on_leave' THEN 3 WHEN 'not_required' THEN 2 WHEN 'absent' THEN 1 ELSE 0 END)
