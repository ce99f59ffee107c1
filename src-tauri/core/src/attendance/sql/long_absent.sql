-- Who was absent by a day and has been to no meeting since, excused or not: few, however many members there are.
WITH
    since AS MATERIALIZED (
        SELECT id FROM meeting WHERE date(coalesce(started_at, planned_at)) > :day
        ORDER BY id DESC
    ),
    absent AS MATERIALIZED (
        SELECT DISTINCT member_id
        -- CROSS: the absent of each meeting stand together in the index.
        FROM meeting CROSS JOIN meeting_attendance ON meeting_id = meeting.id AND status = 'absent'
        WHERE date(coalesce(started_at, planned_at)) <= :day AND (:member IS NULL OR member_id = :member)
    )
SELECT member_id FROM absent
WHERE NOT EXISTS (
    SELECT 1
    FROM since CROSS JOIN meeting_attendance
        ON meeting_id = since.id AND meeting_attendance.member_id = absent.member_id
    WHERE status <> 'absent'
)
