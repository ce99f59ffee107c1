CREATE TABLE appraisal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1921 AND 9999),
    -- Its attendance says who takes part and who came.
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    -- More collected than handed out is kept as it was, and void.
    handed_out INTEGER CHECK (handed_out >= 0),
    collected INTEGER CHECK (collected >= 0),
    -- The day on which the grades were decided.
    decided_on TEXT CHECK (length(decided_on) = 10),
    CHECK ((handed_out IS NULL) = (collected IS NULL))
) STRICT;

CREATE INDEX appraisal_meeting ON appraisal (meeting_id);

-- What the four steps say about one member; a member of whom nothing was recorded has no row.
CREATE TABLE appraisal_member (
    appraisal_id INTEGER NOT NULL REFERENCES appraisal (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    member_id INTEGER NOT NULL REFERENCES member (id),
    -- 个人自评
    own_done INTEGER NOT NULL CHECK (own_done IN (0, 1)),
    own_on TEXT CHECK (length(own_on) = 10),
    own_text TEXT NOT NULL,
    own_on_paper INTEGER NOT NULL CHECK (own_on_paper IN (0, 1)),
    -- 党员互评
    mutual_done INTEGER NOT NULL CHECK (mutual_done IN (0, 1)),
    mutual_text TEXT NOT NULL,
    -- 民主测评; NULL where nothing was counted
    excellent INTEGER CHECK (excellent >= 0),
    qualified INTEGER CHECK (qualified >= 0),
    basically_qualified INTEGER CHECK (basically_qualified >= 0),
    unqualified INTEGER CHECK (unqualified >= 0),
    -- 组织评定
    grade TEXT CHECK (grade IN ('excellent', 'qualified') OR grade IN ('basically_qualified', 'unqualified')),
    reason TEXT NOT NULL,
    PRIMARY KEY (appraisal_id, position),
    CHECK ((excellent IS NULL) = (qualified IS NULL)),
    CHECK ((excellent IS NULL) = (basically_qualified IS NULL)),
    CHECK ((excellent IS NULL) = (unqualified IS NULL))
) STRICT;

CREATE INDEX appraisal_member_member ON appraisal_member (member_id);
