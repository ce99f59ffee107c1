-- 0027_branch_facts

-- What changes with time about the branch itself is a dated fact, as with its members: reports and duties of the past go
-- by what was so then.
CREATE TABLE branch_fact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    aspect TEXT NOT NULL CHECK (aspect IN ('committee', 'superior', 'kind')),
    -- 'yes' or '' of the committee, the superior's name, 'ordinary', 'joint' or 'temporary'.
    value TEXT NOT NULL,
    -- NULL when it was so before the file was begun. '1990-05-03', '1990-05' or '1990'.
    since TEXT CHECK (length(since) IN (4, 7, 10)),
    why TEXT NOT NULL,
    -- NULL for what was taken over from a file without history.
    recorded_on TEXT CHECK (length(recorded_on) = 10),
    recorded_by TEXT NOT NULL
) STRICT;

INSERT INTO branch_fact (aspect, value, since, why, recorded_on, recorded_by)
SELECT 'committee', iif(has_committee, 'yes', ''), NULL, '', NULL, '' FROM branch
UNION ALL SELECT 'superior', superior, NULL, '', NULL, '' FROM branch WHERE superior <> ''
UNION ALL SELECT 'kind', kind, NULL, '', NULL, '' FROM branch;

ALTER TABLE branch DROP COLUMN has_committee;
ALTER TABLE branch DROP COLUMN superior;
ALTER TABLE branch DROP COLUMN kind;

-- From its first day up to the first day without it; NULL: before the file was begun, and while it lasts.
ALTER TABLE branch_group ADD COLUMN since TEXT CHECK (length(since) IN (4, 7, 10));
ALTER TABLE branch_group ADD COLUMN until TEXT CHECK (length(until) IN (4, 7, 10));
ALTER TABLE branch_unit ADD COLUMN since TEXT CHECK (length(since) IN (4, 7, 10));
ALTER TABLE branch_unit ADD COLUMN until TEXT CHECK (length(until) IN (4, 7, 10));
