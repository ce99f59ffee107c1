-- 0013_roster_import

-- Which columns were assigned by hand, by the header under which they stood, for the next file with the same one.
CREATE TABLE member_import_mapping (
    -- SHA-256 over the titles in their plain form.
    source TEXT NOT NULL PRIMARY KEY CHECK (length(source) = 64),
    -- {"0": "name", "3": null}: the column from 0 and its field; null is left out.
    mapping TEXT NOT NULL CHECK (json_valid(mapping))
) STRICT;
