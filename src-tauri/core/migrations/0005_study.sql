CREATE TABLE study_session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL CHECK (length(title) > 0),
    held_on TEXT NOT NULL CHECK (length(held_on) = 10),
    -- Tenths of an hour, for each participant.
    hours_tenths INTEGER NOT NULL CHECK (hours_tenths BETWEEN 1 AND 240),
    place TEXT NOT NULL,
    lecturer TEXT NOT NULL,
    intensive INTEGER NOT NULL CHECK (intensive IN (0, 1)),
    content TEXT NOT NULL
) STRICT;

CREATE INDEX study_session_day ON study_session (held_on);

CREATE TABLE study_participant (
    session_id INTEGER NOT NULL REFERENCES study_session (id),
    member_id INTEGER NOT NULL REFERENCES member (id),
    PRIMARY KEY (session_id, member_id)
) STRICT, WITHOUT ROWID;
