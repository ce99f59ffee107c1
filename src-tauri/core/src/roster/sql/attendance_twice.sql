-- The weaker of two attendances at one meeting, where they differ.
SELECT
    meeting.title,
    date(coalesce(started_at, planned_at)) AS held_on,
    weaker.status,
    CASE WHEN weaker.reason <> '' THEN '（' || weaker.reason || '）' ELSE '' END AS reason
FROM meeting_attendance AS kept
JOIN meeting_attendance AS dropped ON dropped.meeting_id = kept.meeting_id AND dropped.member_id = ?2
JOIN meeting ON meeting.id = kept.meeting_id
JOIN meeting_attendance AS weaker ON weaker.meeting_id = kept.meeting_id AND weaker.member_id = iif(
    (CASE dropped.status
        WHEN 'present' THEN 4 WHEN 'on_leave' THEN 3 WHEN 'not_required' THEN 2 WHEN 'absent' THEN 1 ELSE 0 END)
    > (CASE kept.status
        WHEN 'present' THEN 4 WHEN 'on_leave' THEN 3 WHEN 'not_required' THEN 2 WHEN 'absent' THEN 1 ELSE 0 END),
    ?1, ?2)
WHERE kept.member_id = ?1
    AND weaker.status IS NOT NULL
    AND (kept.status IS NOT dropped.status OR coalesce(kept.reason, '') <> coalesce(dropped.reason, ''))
ORDER BY held_on, meeting.id
