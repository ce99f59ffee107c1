-- A version of which the log knows nothing counts as signed since.
SELECT newest.id, newest.period
FROM report_version AS newest
WHERE NOT EXISTS (
        SELECT 1 FROM report_version AS later
        WHERE later.period = newest.period AND later.version > newest.version)
    AND NOT EXISTS (SELECT 1 FROM report_correction WHERE version_id = newest.id)
    AND NOT EXISTS (
        SELECT 1 FROM audit, json_each(audit.changes) AS change
        WHERE audit.command = 'report_sign' AND audit.seq < ?1
            AND change.value ->> '$.table' = 'report_version' AND change.value ->> '$.after.id' = newest.id)
ORDER BY newest.period
