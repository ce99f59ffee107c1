-- Lines of the home page that the secretary has set aside: for good, with a reason, or until a day. The key says which
-- finding it was: rule (none where it rests on none), room, record and the day it is due, so that the same duty of
-- another month is asked for again.
CREATE TABLE home_aside (
    id INTEGER PRIMARY KEY,
    rule TEXT,
    room TEXT NOT NULL,
    record INTEGER,
    due TEXT CHECK (length(due) = 10),
    message TEXT NOT NULL CHECK (message <> ''),
    reason TEXT CHECK (reason <> ''),
    until TEXT CHECK (length(until) = 10),
    set_on TEXT NOT NULL CHECK (length(set_on) = 10),
    -- What tells a line from others of its rule about the same record and day: the party group, the people it gathers.
    -- Without it one that was set aside took the others with it.
    key TEXT NOT NULL DEFAULT '',
    CHECK ((reason IS NULL) <> (until IS NULL))
) STRICT;
