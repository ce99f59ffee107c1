-- What a committee above branches keeps. The branches that hand reports in; their certificates stand with the trusted ones,
-- under the same name.
CREATE TABLE superior_branch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
    contact TEXT NOT NULL,
    phone TEXT NOT NULL,
    -- The first and the last quarter of which a report is expected, '2026Q3'; NULL leaves it open.
    since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]Q[1-4]'),
    until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]Q[1-4]'),
    note TEXT NOT NULL,
    CHECK (until >= since)
) STRICT;

-- Reports that were taken, each version for itself; the file lies under its hash.
CREATE TABLE superior_report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    branch_id INTEGER NOT NULL REFERENCES superior_branch (id),
    quarter TEXT NOT NULL CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]Q[1-4]'),
    version INTEGER NOT NULL CHECK (version >= 1),
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
    signed_at TEXT NOT NULL,
    received_on TEXT NOT NULL CHECK (length(received_on) = 10),
    -- As it was called when it came.
    file TEXT NOT NULL,
    -- Whole numbers by column.
    figures TEXT NOT NULL CHECK (json_valid(figures)),
    remark TEXT NOT NULL,
    -- When its receipt was signed last.
    receipted_on TEXT CHECK (length(receipted_on) = 10),
    UNIQUE (branch_id, quarter, version)
) STRICT;

CREATE INDEX superior_report_quarter ON superior_report (quarter);

-- What the last look into a folder did not take.
CREATE TABLE superior_refusal (
    file TEXT PRIMARY KEY,
    code TEXT NOT NULL CHECK (length(code) > 0),
    sentence TEXT NOT NULL CHECK (length(sentence) > 0)
) STRICT;
