-- What tells a line of the home page from others of its rule about the same record and day: the party group, the people it
-- gathers. Without it one that was set aside took the others with it.
ALTER TABLE home_aside ADD COLUMN key TEXT NOT NULL DEFAULT '';

-- A party group, or a unit, that is no more can be set up again under its name: only of those of one time a name is one.
CREATE TABLE branch_group_again (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) > 0),
    leader_id INTEGER REFERENCES member (id),
    note TEXT NOT NULL,
    since TEXT CHECK (length(since) IN (4, 7, 10)),
    until TEXT CHECK (length(until) IN (4, 7, 10))
) STRICT;
INSERT INTO branch_group_again (id, name, leader_id, note, since, until)
SELECT id, name, leader_id, note, since, until FROM branch_group;
DROP TABLE branch_group;
ALTER TABLE branch_group_again RENAME TO branch_group;

CREATE TABLE branch_unit_again (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) > 0),
    credit_code TEXT NOT NULL CHECK (length(credit_code) IN (0, 18)),
    kind TEXT NOT NULL CHECK (kind IN ('association', 'foundation', 'service_institution', 'other')),
    registered_on TEXT CHECK (length(registered_on) IN (4, 7, 10)),
    legal_representative TEXT NOT NULL,
    employees INTEGER CHECK (employees >= 0),
    association_members INTEGER CHECK (association_members >= 0),
    -- S04
    in_charter INTEGER NOT NULL CHECK (in_charter IN (0, 1)),
    in_charter_on TEXT CHECK (length(in_charter_on) IN (4, 7, 10)),
    note TEXT NOT NULL,
    since TEXT CHECK (length(since) IN (4, 7, 10)),
    until TEXT CHECK (length(until) IN (4, 7, 10)),
    CHECK (in_charter OR in_charter_on IS NULL)
) STRICT;
INSERT INTO branch_unit_again (
    id, name, credit_code, kind, registered_on, legal_representative, employees, association_members, in_charter,
    in_charter_on, note, since, until
)
SELECT
    id, name, credit_code, kind, registered_on, legal_representative, employees, association_members, in_charter,
    in_charter_on, note, since, until
FROM branch_unit;
DROP TABLE branch_unit;
ALTER TABLE branch_unit_again RENAME TO branch_unit;
