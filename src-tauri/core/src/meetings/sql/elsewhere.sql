SELECT
    EXISTS (SELECT 1 FROM attachment WHERE meeting_id = :meeting) AS attachments,
    EXISTS (SELECT 1 FROM task_note WHERE meeting_id = :meeting) AS notes,
    EXISTS (SELECT 1 FROM election WHERE meeting_id = :meeting) AS election,
    EXISTS (SELECT 1 FROM appraisal WHERE meeting_id = :meeting) AS appraisal,
    EXISTS (SELECT 1 FROM development_entry WHERE meeting_id = :meeting) AS development,
    EXISTS (SELECT 1 FROM dues_ledger WHERE meeting_id = :meeting) AS dues,
    EXISTS (SELECT 1 FROM disposal WHERE meeting_id = :meeting) AS disposal,
    EXISTS (SELECT 1 FROM study_session WHERE meeting_id = :meeting) AS study
