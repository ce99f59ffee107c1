-- What does not change with time, or of which only the newest counts; one row.
CREATE TABLE branch (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (length(name) > 0),
    phone TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    -- '1990-05-03', '1990-05' or '1990'.
    founded_on TEXT CHECK (length(founded_on) IN (4, 7) OR length(founded_on) = 10),
    approval TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;

-- What changes with time about the branch itself is a dated fact, as with its members: reports and duties of the past go
-- by what was so then.
CREATE TABLE branch_fact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    aspect TEXT NOT NULL CHECK (aspect IN ('committee', 'superior') OR aspect = 'kind'),
    -- 'yes' or '' of the committee, the superior's name, 'ordinary', 'joint' or 'temporary'.
    value TEXT NOT NULL,
    -- NULL when it was so before the file was begun. '1990-05-03', '1990-05' or '1990'.
    since TEXT CHECK (length(since) IN (4, 7) OR length(since) = 10),
    why TEXT NOT NULL,
    recorded_on TEXT CHECK (length(recorded_on) = 10),
    recorded_by TEXT NOT NULL
) STRICT;

-- The social organizations that the branch covers; the first one is the unit shown on papers.
-- As with groups, a name is unique only among those of one time.
CREATE TABLE branch_unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) > 0),
    credit_code TEXT NOT NULL CHECK (length(credit_code) IN (0, 18)),
    kind TEXT NOT NULL CHECK (kind IN ('association', 'foundation') OR kind IN ('service_institution', 'other')),
    registered_on TEXT CHECK (length(registered_on) IN (4, 7) OR length(registered_on) = 10),
    legal_representative TEXT NOT NULL,
    employees INTEGER CHECK (employees >= 0),
    association_members INTEGER CHECK (association_members >= 0),
    -- S04
    in_charter INTEGER NOT NULL CHECK (in_charter IN (0, 1)),
    in_charter_on TEXT CHECK (length(in_charter_on) IN (4, 7) OR length(in_charter_on) = 10),
    note TEXT NOT NULL,
    since TEXT CHECK (length(since) IN (4, 7) OR length(since) = 10),
    until TEXT CHECK (length(until) IN (4, 7) OR length(until) = 10),
    CHECK (in_charter OR in_charter_on IS NULL)
) STRICT;

-- Party groups; who belongs to one stands with the member. One that is no more can be set up again under its name: a
-- name is unique only among those of one time.
CREATE TABLE branch_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) > 0),
    leader_id INTEGER REFERENCES member (id),
    note TEXT NOT NULL,
    since TEXT CHECK (length(since) IN (4, 7) OR length(since) = 10),
    until TEXT CHECK (length(until) IN (4, 7) OR length(until) = 10)
) STRICT;

CREATE TABLE branch_term (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    elected_on TEXT NOT NULL CHECK (length(elected_on) = 10),
    years INTEGER NOT NULL CHECK (years BETWEEN 1 AND 5),
    -- V01: the day up to which the superior let the next election wait.
    postponed_to TEXT CHECK (length(postponed_to) = 10),
    ended_on TEXT CHECK (length(ended_on) = 10),
    approval TEXT NOT NULL,
    note TEXT NOT NULL,
    CHECK (ended_on >= elected_on),
    CHECK (postponed_to > elected_on)
) STRICT;

-- Whom the superior sent or charged with the branch: 党建组织员, 第一书记, 联络员 …
CREATE TABLE branch_helper (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    role TEXT NOT NULL CHECK (role IN ('organizer', 'first_secretary') OR role IN ('instructor', 'liaison')
        OR role = 'other'),
    name TEXT NOT NULL CHECK (length(name) > 0),
    phone TEXT NOT NULL,
    unit TEXT NOT NULL,
    since TEXT CHECK (length(since) IN (4, 7) OR length(since) = 10),
    until TEXT CHECK (length(until) IN (4, 7) OR length(until) = 10),
    note TEXT NOT NULL
) STRICT;

CREATE TABLE branch_room (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
    address TEXT NOT NULL,
    square_metres INTEGER CHECK (square_metres > 0),
    note TEXT NOT NULL
) STRICT;
