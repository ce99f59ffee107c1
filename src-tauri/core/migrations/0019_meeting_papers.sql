-- What only a meeting's papers need: its notice, and the branch's own words on whom it voted on.

CREATE TABLE meeting_notice (
    meeting_id INTEGER PRIMARY KEY REFERENCES meeting (id),
    -- Empty: those who are expected.
    addressee TEXT NOT NULL,
    wishes TEXT NOT NULL,
    -- NULL: the day on which it is made.
    issued_on TEXT CHECK (length(issued_on) = 10)
) STRICT;

CREATE TABLE meeting_vote_resolution (
    vote_id INTEGER PRIMARY KEY REFERENCES meeting_vote (id),
    person TEXT NOT NULL,
    merits TEXT NOT NULL,
    faults TEXT NOT NULL,
    conclusion TEXT NOT NULL
) STRICT;
