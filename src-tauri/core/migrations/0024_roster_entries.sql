-- 0024_roster_entries

-- When and by whom it was written down that somebody joined, became a full member, came or left. Facts say it of
-- themselves; 'created' stands for what a new record had from the beginning.
CREATE TABLE member_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL REFERENCES member (id),
    event TEXT NOT NULL CHECK (event IN ('created', 'joined', 'converted', 'entered', 'left')),
    -- The day on which it happened: '1990-05-03', '1990-05' or '1990'.
    day TEXT CHECK (length(day) IN (4, 7, 10)),
    recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
    -- Empty for what only the log knows of, which names nobody.
    recorded_by TEXT NOT NULL,
    -- Why it was entered, or changed, in the secretary's own words.
    why TEXT NOT NULL DEFAULT '',
    CHECK ((event = 'created') = (day IS NULL))
) STRICT;

CREATE INDEX member_entry_by_member ON member_entry (member_id, event, day);

-- What the log of an older file says about those who are in it.
INSERT INTO member_entry (member_id, event, day, recorded_on, recorded_by)
SELECT member.id, told.event, told.day, substr(max(told.at), 1, 10), ''
FROM (
    SELECT
        audit.at,
        coalesce(change.value ->> '$.after.id', change.value ->> '$.before.id') AS member_id,
        column1 AS event,
        change.value ->> ('$.after.' || column2) AS day
    FROM audit, json_each(audit.changes) AS change, (
        VALUES ('joined', 'joined'), ('converted', 'converted'), ('entered', 'entered_on'), ('left', 'left_on')
    )
    WHERE audit.command <> 'undo' AND change.value ->> '$.table' = 'member'
) AS told
JOIN member ON member.id = told.member_id
WHERE told.day IS NOT NULL
GROUP BY member.id, told.event, told.day
ORDER BY member.id, told.event, told.day;
