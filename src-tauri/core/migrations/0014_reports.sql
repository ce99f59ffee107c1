-- The secretary's own words for a quarter, '2026Q3'.
CREATE TABLE report_words (
    quarter TEXT PRIMARY KEY CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]Q[1-4]'),
    problems TEXT NOT NULL,
    plan TEXT NOT NULL
) STRICT;

-- Signed reports: never changed, never deleted. A correction is a further version with its reason.
CREATE TABLE report_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    quarter TEXT NOT NULL CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]Q[1-4]'),
    version INTEGER NOT NULL CHECK (version >= 1),
    reason TEXT,
    signed_at TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    -- report.json as it stands inside the PDF
    data TEXT NOT NULL CHECK (json_valid(data)),
    pdf BLOB NOT NULL,
    UNIQUE (quarter, version),
    CHECK ((version = 1) = (reason IS NULL))
) STRICT;

CREATE TRIGGER report_version_is_never_changed BEFORE UPDATE ON report_version BEGIN
    SELECT RAISE(ABORT, 'a signed report is never changed');
END;

CREATE TRIGGER report_version_is_never_deleted BEFORE DELETE ON report_version BEGIN
    SELECT RAISE(ABORT, 'a signed report is never changed');
END;

-- Why changes are taken back or brought back that a signed report has counted; good for that version.
CREATE TABLE report_correction (
    version_id INTEGER PRIMARY KEY REFERENCES report_version (id),
    begun_on TEXT NOT NULL CHECK (length(begun_on) = 10),
    reason TEXT NOT NULL CHECK (length(reason) > 0)
) STRICT;
