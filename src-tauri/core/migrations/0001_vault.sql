-- The log of changes: appended to, never altered. Each entry's hash covers the one before.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    command TEXT NOT NULL,
    label TEXT NOT NULL,
    changes TEXT NOT NULL CHECK (json_valid(changes)),
    prev TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'the log of changes is never changed');
END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'the log of changes is never changed');
END;

-- What can be taken back (undone = 0) or brought back (undone = 1), as SQLite changesets.
CREATE TABLE undo_step (
    audit_seq INTEGER PRIMARY KEY REFERENCES audit (seq),
    label TEXT NOT NULL,
    changeset BLOB NOT NULL,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT;

-- Facts about this copy of the file, not about the branch: neither undone nor dumped.
CREATE TABLE vault_state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Photos, scans and other files. The bytes lie apart, by their hash: they are neither logged nor undone, only named.
CREATE TABLE vault_blob (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    content BLOB NOT NULL
) STRICT;
