-- A report covers a quarter, '2026Q3', a half of a year, '2026H1', or a year, '2026'.
CREATE TABLE report_words_new (
    period TEXT PRIMARY KEY CHECK (
        period GLOB '[0-9][0-9][0-9][0-9]Q[1-4]' OR period GLOB '[0-9][0-9][0-9][0-9]H[12]'
        OR period GLOB '[0-9][0-9][0-9][0-9]'
    ),
    problems TEXT NOT NULL,
    plan TEXT NOT NULL
) STRICT;
INSERT INTO report_words_new (period, problems, plan) SELECT quarter, problems, plan FROM report_words;
DROP TABLE report_words;
ALTER TABLE report_words_new RENAME TO report_words;

CREATE TABLE report_version_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    period TEXT NOT NULL CHECK (
        period GLOB '[0-9][0-9][0-9][0-9]Q[1-4]' OR period GLOB '[0-9][0-9][0-9][0-9]H[12]'
        OR period GLOB '[0-9][0-9][0-9][0-9]'
    ),
    version INTEGER NOT NULL CHECK (version >= 1),
    reason TEXT,
    signed_at TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    -- report.json as it stands inside the PDF
    data TEXT NOT NULL CHECK (json_valid(data)),
    pdf BLOB NOT NULL,
    UNIQUE (period, version),
    CHECK ((version = 1) = (reason IS NULL))
) STRICT;
INSERT INTO report_version_new (id, period, version, reason, signed_at, sha256, data, pdf)
SELECT id, quarter, version, reason, signed_at, sha256, data, pdf FROM report_version;

-- A number that was given once is never given again.
DELETE FROM sqlite_sequence WHERE name = 'report_version_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'report_version_new', seq FROM sqlite_sequence WHERE name = 'report_version';

DROP TABLE report_version;
ALTER TABLE report_version_new RENAME TO report_version;

CREATE TRIGGER report_version_is_never_changed BEFORE UPDATE ON report_version BEGIN
    SELECT RAISE(ABORT, 'a signed report is never changed');
END;

CREATE TRIGGER report_version_is_never_deleted BEFORE DELETE ON report_version BEGIN
    SELECT RAISE(ABORT, 'a signed report is never changed');
END;

-- What the secretary says in a report of a line that the rules find: an explanation, or why it is left out. The line is known
-- by the same things as one that is set aside on the home page.
CREATE TABLE report_remark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    period TEXT NOT NULL CHECK (
        period GLOB '[0-9][0-9][0-9][0-9]Q[1-4]' OR period GLOB '[0-9][0-9][0-9][0-9]H[12]'
        OR period GLOB '[0-9][0-9][0-9][0-9]'
    ),
    rule TEXT,
    room TEXT NOT NULL,
    record INTEGER,
    due TEXT CHECK (length(due) = 10),
    key TEXT NOT NULL,
    -- As it read then.
    message TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('explained', 'left_out')),
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    said_on TEXT NOT NULL CHECK (length(said_on) = 10)
) STRICT;

CREATE INDEX report_remark_period ON report_remark (period);
