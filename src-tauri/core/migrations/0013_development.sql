-- One person on the way into the Party. The stage is never stored: it follows from the entries.
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
    -- What else is known: {"native_place": "…", …}
    details TEXT NOT NULL CHECK (json_valid(details)),
    note TEXT NOT NULL,
    -- The member whom the file has made, or is about.
    member_id INTEGER REFERENCES member (id),
    closed_on TEXT CHECK (date(closed_on) = closed_on),
    closed_how TEXT CHECK (closed_how IN ('withdrawn', 'not_pursued') OR closed_how IN ('not_approved', 'revoked')
        OR closed_how IN ('moved_away', 'other')),
    closed_reason TEXT,
    CHECK ((closed_on IS NULL) = (closed_reason IS NULL)),
    CHECK ((closed_on IS NULL) = (closed_how IS NULL))
) STRICT;

-- What happened, by kind and day.
CREATE TABLE development_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_id INTEGER NOT NULL REFERENCES development_file (id),
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    happened_on TEXT NOT NULL CHECK (date(happened_on) = happened_on),
    -- The meeting at which it was decided, and the vote there.
    meeting_id INTEGER REFERENCES meeting (id),
    vote_id INTEGER REFERENCES meeting_vote (id),
    -- {"place": "…", …}
    filled TEXT NOT NULL CHECK (json_valid(filled)),
    note TEXT NOT NULL,
    -- The day on which it was written down.
    recorded_on TEXT NOT NULL CHECK (date(recorded_on) = recorded_on)
) STRICT;

CREATE INDEX development_entry_by_file ON development_entry (file_id, happened_on, id);

-- 培养联系人 and 入党介绍人. Without a member it is somebody of another branch, or a name that is only known as such.
CREATE TABLE development_guide (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_id INTEGER NOT NULL REFERENCES development_file (id),
    role TEXT NOT NULL CHECK (role IN ('mentor', 'sponsor')),
    member_id INTEGER REFERENCES member (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    since TEXT CHECK (date(since) = since),
    until TEXT CHECK (date(until) = until),
    -- Why somebody else took over.
    why TEXT NOT NULL
) STRICT;

CREATE INDEX development_guide_by_file ON development_guide (file_id, id);

-- What was said about the papers of a file; one without a row is missing. Of a kind that comes again each has its row.
CREATE TABLE development_material (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_id INTEGER NOT NULL REFERENCES development_file (id),
    code TEXT NOT NULL CHECK (length(code) > 0),
    state TEXT NOT NULL CHECK (state IN ('missing', 'present') OR state = 'not_applicable'),
    dated TEXT CHECK (date(dated) = dated),
    pages INTEGER CHECK (pages BETWEEN 1 AND 9999),
    -- NULL where it is not known.
    is_copy INTEGER CHECK (is_copy IN (0, 1)),
    is_signed INTEGER CHECK (is_signed IN (0, 1)),
    is_sealed INTEGER CHECK (is_sealed IN (0, 1)),
    -- Something was corrected on it: 'sealed' with a seal at the place, 'unsealed' without.
    correction TEXT CHECK (correction IN ('none', 'sealed') OR correction = 'unsealed'),
    -- Where it lies.
    kept_at TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE INDEX development_material_by_file ON development_material (file_id, code, dated, id);

-- Pages of a paper, in order.
CREATE TABLE development_scan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_id INTEGER NOT NULL REFERENCES development_file (id),
    code TEXT NOT NULL CHECK (length(code) > 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL CHECK (length(name) > 0),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    is_picture INTEGER NOT NULL CHECK (is_picture IN (0, 1)),
    sha256 TEXT NOT NULL REFERENCES vault_blob (sha256)
) STRICT;

CREATE INDEX development_scan_by_file ON development_scan (file_id, code, position);

-- The branch's own intention for a step, beside the day that the rules give and the day on which it is done.
CREATE TABLE development_intention (
    file_id INTEGER NOT NULL REFERENCES development_file (id),
    step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 25),
    intended_on TEXT NOT NULL CHECK (date(intended_on) = intended_on),
    PRIMARY KEY (file_id, step)
) STRICT, WITHOUT ROWID;

-- 入党志愿书登记: every numbered booklet that the branch was given.
CREATE TABLE development_booklet (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    serial TEXT NOT NULL UNIQUE CHECK (length(serial) > 0),
    received_on TEXT CHECK (date(received_on) = received_on),
    file_id INTEGER REFERENCES development_file (id),
    handed_out_on TEXT CHECK (date(handed_out_on) = handed_out_on),
    void_on TEXT CHECK (date(void_on) = void_on),
    void_reason TEXT NOT NULL
) STRICT;

-- 年度发展党员计划: how many a year may be admitted.
CREATE TABLE development_quota (
    year INTEGER PRIMARY KEY CHECK (year BETWEEN 1949 AND 9999),
    people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 9999),
    source TEXT NOT NULL
) STRICT;
