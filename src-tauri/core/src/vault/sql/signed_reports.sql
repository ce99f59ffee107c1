-- The head that a report names is that of the entry before its own.
SELECT *, EXISTS (SELECT 1 FROM audit WHERE hash = report_version.data ->> '$.audit_head') AS head_is_known
FROM report_version
ORDER BY id
