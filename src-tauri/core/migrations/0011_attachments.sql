CREATE TABLE attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'sign_in_scan') OR kind = 'other'),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL CHECK (length(name) > 0),
    caption TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    is_picture INTEGER NOT NULL CHECK (is_picture IN (0, 1)),
    sha256 TEXT NOT NULL REFERENCES vault_blob (sha256),
    -- What it was made of, where the original is kept.
    original_sha256 TEXT REFERENCES vault_blob (sha256)
) STRICT;

CREATE INDEX attachment_meeting ON attachment (meeting_id, position);
