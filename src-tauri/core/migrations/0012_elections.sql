CREATE TABLE election (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- The meeting at which it is held; its attendance says who may vote.
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('regular', 'by_election')),
    post TEXT NOT NULL CHECK (post IN ('committee_member', 'secretary') OR post = 'deputy_secretary'),
    seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 99),
    chief_scrutineer TEXT NOT NULL,
    -- The day from which those elected hold their offices; NULL until it is concluded.
    concluded_on TEXT CHECK (length(concluded_on) = 10),
    -- V10: the superior's approval of the result; NULL until it came. Its number may stay empty.
    approved_on TEXT CHECK (length(approved_on) = 10 AND approved_on >= concluded_on),
    approval_number TEXT NOT NULL DEFAULT '',
    CHECK (post <> 'secretary' OR seats = 1)
) STRICT;

CREATE INDEX election_meeting ON election (meeting_id);

-- On paper they stand in the order of strokes, whatever their position here.
CREATE TABLE election_candidate (
    election_id INTEGER NOT NULL REFERENCES election (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    member_id INTEGER NOT NULL REFERENCES member (id),
    PRIMARY KEY (election_id, position)
) STRICT;

-- 监票人 and 计票人.
CREATE TABLE election_teller (
    election_id INTEGER NOT NULL REFERENCES election (id),
    role TEXT NOT NULL CHECK (role IN ('scrutineer', 'counter')),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL CHECK (length(name) > 0),
    PRIMARY KEY (election_id, role, position)
) STRICT;

-- V06: a round with more ballots collected than handed out is kept, and void.
CREATE TABLE election_round (
    election_id INTEGER NOT NULL REFERENCES election (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    voters_expected INTEGER NOT NULL CHECK (voters_expected > 0),
    voters_present INTEGER NOT NULL CHECK (voters_present BETWEEN 1 AND voters_expected),
    handed_out INTEGER NOT NULL CHECK (handed_out BETWEEN 0 AND voters_present),
    collected INTEGER NOT NULL CHECK (collected >= 0),
    invalid INTEGER NOT NULL CHECK (invalid BETWEEN 0 AND collected),
    PRIMARY KEY (election_id, number)
) STRICT;

CREATE TABLE election_vote (
    election_id INTEGER NOT NULL,
    round INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    member_id INTEGER NOT NULL REFERENCES member (id),
    votes_for INTEGER NOT NULL CHECK (votes_for >= 0),
    votes_against INTEGER NOT NULL CHECK (votes_against >= 0),
    abstained INTEGER NOT NULL CHECK (abstained >= 0),
    PRIMARY KEY (election_id, round, position),
    FOREIGN KEY (election_id, round) REFERENCES election_round (election_id, number)
) STRICT;

-- 另选他人: NULL where the name is that of nobody who can be elected.
CREATE TABLE election_write_in (
    election_id INTEGER NOT NULL,
    round INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    member_id INTEGER REFERENCES member (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    votes INTEGER NOT NULL CHECK (votes >= 1),
    PRIMARY KEY (election_id, round, position),
    FOREIGN KEY (election_id, round) REFERENCES election_round (election_id, number)
) STRICT;

-- Who took up, kept or laid down which office when it was concluded; the offices themselves are facts of the members.
CREATE TABLE election_office (
    election_id INTEGER NOT NULL REFERENCES election (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    member_id INTEGER NOT NULL REFERENCES member (id),
    office TEXT CHECK (office IN ('secretary', 'deputy_secretary') OR office IN ('organization', 'publicity')
        OR office IN ('discipline', 'member')),
    PRIMARY KEY (election_id, position)
) STRICT;
