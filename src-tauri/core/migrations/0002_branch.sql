CREATE TABLE branch (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (length(name) > 0),
    kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'joint', 'temporary')),
    superior TEXT NOT NULL,
    unit TEXT NOT NULL,
    phone TEXT NOT NULL,
    has_committee INTEGER NOT NULL CHECK (has_committee IN (0, 1))
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
