-- Reports that were taken cover a quarter, '2026Q3', a half of a year, '2026H1', or a year, '2026'.
CREATE TABLE superior_report_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    branch_id INTEGER NOT NULL REFERENCES superior_branch (id),
    period TEXT NOT NULL CHECK (
        period GLOB '[0-9][0-9][0-9][0-9]Q[1-4]' OR period GLOB '[0-9][0-9][0-9][0-9]H[12]'
        OR period GLOB '[0-9][0-9][0-9][0-9]'
    ),
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
    UNIQUE (branch_id, period, version)
) STRICT;
INSERT INTO superior_report_new (
    id, branch_id, period, version, sha256, fingerprint, signed_at, received_on, file, figures, remark, receipted_on
)
SELECT
    id, branch_id, quarter, version, sha256, fingerprint, signed_at, received_on, file, figures, remark, receipted_on
FROM superior_report;

DELETE FROM sqlite_sequence WHERE name = 'superior_report_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'superior_report_new', seq FROM sqlite_sequence WHERE name = 'superior_report';

DROP TABLE superior_report;
ALTER TABLE superior_report_new RENAME TO superior_report;

CREATE INDEX superior_report_period ON superior_report (period);
