-- The superior's receipt for a signed report: the report with the superior's signature on top, under its hash.
CREATE TABLE report_receipt (
    version_id INTEGER PRIMARY KEY REFERENCES report_version (id),
    signer TEXT NOT NULL,
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
    signed_at TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
