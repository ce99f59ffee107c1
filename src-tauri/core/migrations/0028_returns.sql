-- 上级的表: tables of the superior's that the branch fills in. The empty file lies in vault_blob under its hash.
CREATE TABLE return_template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) > 0),
    -- The hash of its header cells: by it the same table is known again.
    fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64),
    sha256 TEXT NOT NULL REFERENCES vault_blob (sha256),
    imported_on TEXT NOT NULL CHECK (length(imported_on) = 10),
    -- Sheet by sheet, who is listed and what each place is filled with.
    filling TEXT NOT NULL CHECK (json_valid(filling))
) STRICT;
