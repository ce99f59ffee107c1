-- Entries before ?1, newest first; with ?3 only those that touched that member's records. An update names only the key
-- and what changed, so a fact is told by its key.
SELECT seq, at, command, label, json_array_length(changes),
    unixepoch(at) < (SELECT unixepoch(before.at) FROM audit AS before WHERE before.seq = audit.seq - 1) IS TRUE
FROM audit
WHERE seq < ?1 AND (?3 IS NULL OR EXISTS (
    SELECT 1 FROM json_each(audit.changes) AS change
    WHERE ?3 IN (change.value ->> '$.before.member_id', change.value ->> '$.after.member_id')
        OR (change.value ->> '$.table' = 'member'
            AND ?3 IN (change.value ->> '$.before.id', change.value ->> '$.after.id'))
        OR (change.value ->> '$.table' = 'member_fact'
            AND change.value ->> '$.before.id' IN (SELECT id FROM member_fact WHERE member_id = ?3))))
ORDER BY seq DESC
LIMIT ?2
