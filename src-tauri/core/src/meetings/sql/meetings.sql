-- Meetings, newest first, with their heads; NULL leaves a condition out.
SELECT
    id, title, planned_at, started_at, ended_at, place, chair, recorder, party_group, cancel_reason,
    lecturer, lecture_topic, lecture_hours, activity,
    EXISTS (SELECT 1 FROM meeting_attendance WHERE meeting_id = meeting.id) AS held,
    EXISTS (SELECT 1 FROM meeting_agenda_item WHERE meeting_id = meeting.id AND content <> '')
        OR EXISTS (SELECT 1 FROM meeting_point WHERE meeting_id = meeting.id)
        OR EXISTS (SELECT 1 FROM meeting_resolution WHERE meeting_id = meeting.id)
        OR EXISTS (SELECT 1 FROM meeting_examination WHERE meeting_id = meeting.id) AS has_record
FROM meeting
WHERE (:id IS NULL OR id = :id)
    AND (:from IS NULL OR date(coalesce(started_at, planned_at)) >= :from)
    AND (:to IS NULL OR date(coalesce(started_at, planned_at)) <= :to)
    AND (:kind IS NULL OR EXISTS (SELECT 1 FROM meeting_kind WHERE meeting_id = meeting.id AND kind = :kind))
    AND (instr(title, :search) OR instr(place, :search) OR instr(lecture_topic, :search) OR EXISTS (
        SELECT 1 FROM meeting_agenda_item
        WHERE meeting_id = meeting.id AND (instr(title, :search) OR instr(content, :search))))
ORDER BY coalesce(started_at, planned_at) DESC, id DESC
