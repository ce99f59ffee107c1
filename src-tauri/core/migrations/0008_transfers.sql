-- 组织关系转接: a letter (介绍信) on its way, out of the branch or into it. How far it is follows from the dates.
CREATE TABLE transfer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
    -- Out: who goes. In: whom the newcomer became once accepted.
    member_id INTEGER REFERENCES member (id),
    number TEXT NOT NULL,
    issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
    valid_days INTEGER NOT NULL CHECK (valid_days BETWEEN 1 AND 999),
    from_organization TEXT NOT NULL CHECK (length(from_organization) > 0),
    -- '2026-03'
    dues_paid_to TEXT CHECK (length(dues_paid_to) = 7),
    handled_by TEXT NOT NULL,
    ended_on TEXT CHECK (length(ended_on) = 10),
    ended_how TEXT CHECK (ended_how IN ('accepted', 'returned')),
    ended_reason TEXT NOT NULL DEFAULT '',
    CHECK ((ended_on IS NULL) = (ended_how IS NULL)),
    CHECK (ended_on IS NULL OR ended_on >= issued_on),
    CHECK (direction = 'in' OR (member_id IS NOT NULL AND length(number) > 0))
) STRICT;

-- The branch numbers its own letters; those that come in have the numbers of others.
CREATE UNIQUE INDEX transfer_number ON transfer (number) WHERE direction = 'out';

CREATE INDEX transfer_by_member ON transfer (member_id);

-- What only a letter that goes out has.
CREATE TABLE transfer_letter (
    transfer_id INTEGER PRIMARY KEY REFERENCES transfer (id),
    addressee TEXT NOT NULL CHECK (length(addressee) > 0),
    to_organization TEXT NOT NULL CHECK (length(to_organization) > 0),
    reason TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    office_phone TEXT NOT NULL,
    postcode TEXT NOT NULL,
    -- The letter in whose place it was issued; that one then no longer counts.
    replaces_id INTEGER UNIQUE REFERENCES transfer (id)
) STRICT;

-- Whom a letter that comes in speaks of, until the roster has the person.
CREATE TABLE transfer_newcomer (
    transfer_id INTEGER PRIMARY KEY REFERENCES transfer (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    kind TEXT NOT NULL CHECK (kind IN ('full', 'probationary')),
    id_number TEXT CHECK (length(id_number) IN (15, 18)),
    sex TEXT CHECK (sex IN ('male', 'female')),
    ethnicity TEXT NOT NULL,
    birth TEXT CHECK (length(birth) IN (4, 7) OR length(birth) = 10),
    joined TEXT CHECK (length(joined) IN (4, 7) OR length(joined) = 10),
    converted TEXT CHECK (length(converted) IN (4, 7) OR length(converted) = 10),
    mobile TEXT NOT NULL,
    -- 回执 goes to: the committee above the branch that the person comes from.
    reply_to TEXT NOT NULL,
    received_on TEXT NOT NULL CHECK (length(received_on) = 10),
    receipt_sent_on TEXT CHECK (length(receipt_sent_on) = 10)
) STRICT;
