-- The branch's keys and certificates; the newest is in use. Keys never leave the file.
CREATE TABLE signing_identity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    private_key BLOB NOT NULL,
    certificate BLOB NOT NULL,
    made_at TEXT NOT NULL,
    -- A certificate that took the place of another carries the word of the key before it (a `Renewal` as JSON); the first
    -- of a branch has none.
    renewal TEXT CHECK (renewal IS NULL OR json_valid(renewal))
) STRICT;

-- Certificates whose reports are trusted here, by SHA-256 of the certificate.
CREATE TABLE signing_trust (
    fingerprint TEXT PRIMARY KEY CHECK (length(fingerprint) = 64),
    name TEXT NOT NULL CHECK (length(name) > 0)
) STRICT;
