-- One person on the way into the Party. The stage is never stored: it follows from development_step.
CREATE TABLE development_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) > 0),
    id_number TEXT CHECK (length(id_number) IN (15, 18)),
    sex TEXT CHECK (sex IN ('male', 'female')),
    ethnicity TEXT NOT NULL,
    birth TEXT CHECK (length(birth) IN (4, 7) OR length(birth) = 10),
    education TEXT NOT NULL,
    unit_and_post TEXT NOT NULL,
    mobile TEXT NOT NULL,
    -- Names, as JSON lists: not all of them are members of this branch.
    mentors TEXT NOT NULL CHECK (json_type(mentors) = 'array'),
    sponsors TEXT NOT NULL CHECK (json_type(sponsors) = 'array'),
    note TEXT NOT NULL,
    closed_on TEXT CHECK (date(closed_on) = closed_on),
    closed_reason TEXT,
    CHECK ((closed_on IS NULL) = (closed_reason IS NULL))
) STRICT;

-- The ticks. Only the periodic steps 6 and 21 have more than one entry.
CREATE TABLE development_step (
    file_id INTEGER NOT NULL REFERENCES development_file (id),
    step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 25),
    entry INTEGER NOT NULL CHECK (entry >= 1 AND (entry = 1 OR step IN (6, 21))),
    done_on TEXT NOT NULL CHECK (date(done_on) = done_on),
    note TEXT NOT NULL,
    PRIMARY KEY (file_id, step, entry)
) STRICT, WITHOUT ROWID;

-- Which of the 50 materials are there; a material without a row is missing.
CREATE TABLE development_material (
    file_id INTEGER NOT NULL REFERENCES development_file (id),
    code TEXT NOT NULL CHECK (length(code) > 0),
    state TEXT NOT NULL CHECK (state IN ('missing', 'present') OR state = 'not_applicable'),
    dated TEXT CHECK (date(dated) = dated),
    note TEXT NOT NULL,
    PRIMARY KEY (file_id, code)
) STRICT, WITHOUT ROWID;

-- Papers of a kind that comes again and again (思想汇报, D31): each is kept by its day. development_material says whether
-- any is there, and the day of the last.
CREATE TABLE development_paper (
    file_id INTEGER NOT NULL REFERENCES development_file (id),
    code TEXT NOT NULL CHECK (length(code) > 0),
    dated TEXT NOT NULL CHECK (date(dated) = dated),
    note TEXT NOT NULL,
    PRIMARY KEY (file_id, code, dated)
) STRICT, WITHOUT ROWID;
