-- 0012_roster_view

-- Ways of looking at the roster that the secretary keeps under a name: what is filtered, in which order, which columns.
CREATE TABLE member_view (
    name TEXT PRIMARY KEY CHECK (length(name) > 0),
    query TEXT NOT NULL CHECK (json_valid(query)),
    columns TEXT NOT NULL CHECK (json_valid(columns))
) STRICT;
