-- 0016_meeting_record

-- 党课: who lectured, on what, for how long in tenths of an hour. 主题党日: what was done.
ALTER TABLE meeting ADD COLUMN lecturer TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN lecture_topic TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN lecture_hours INTEGER CHECK (lecture_hours BETWEEN 1 AND 240);
ALTER TABLE meeting ADD COLUMN activity TEXT NOT NULL DEFAULT '';

-- Of those present.
ALTER TABLE meeting_attendance ADD COLUMN late INTEGER NOT NULL DEFAULT 0
    CHECK (late IN (0, 1) AND (late = 0 OR status = 'present'));

-- V11: who does not count among the voting members expected; both papers are named, or there is no exclusion.
ALTER TABLE meeting_attendance ADD COLUMN exclusion TEXT CHECK (exclusion IN
    ('no_expression', 'abroad', 'punished', 'bedridden', 'transfer_overdue', 'retired_home'));
ALTER TABLE meeting_attendance ADD COLUMN exclusion_consent TEXT CHECK ((exclusion IS NULL) = (exclusion_consent IS NULL));
ALTER TABLE meeting_attendance ADD COLUMN exclusion_decision TEXT CHECK ((exclusion IS NULL) = (exclusion_decision IS NULL));

-- What single persons said to an item of the agenda.
CREATE TABLE meeting_point (
    meeting_id INTEGER NOT NULL,
    item INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    speaker TEXT NOT NULL CHECK (length(speaker) > 0),
    content TEXT NOT NULL CHECK (length(content) > 0),
    PRIMARY KEY (meeting_id, item, position),
    FOREIGN KEY (meeting_id, item) REFERENCES meeting_agenda_item (meeting_id, position)
) STRICT;

-- A resolution keeps its number, so that what became of it can be written down.
CREATE TABLE meeting_resolution_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL CHECK (length(text) > 0),
    responsible TEXT,
    due TEXT CHECK (length(due) = 10)
) STRICT;
INSERT INTO meeting_resolution_new (meeting_id, position, text, responsible, due)
    SELECT meeting_id, position, text, responsible, due FROM meeting_resolution ORDER BY meeting_id, position;
DROP TABLE meeting_resolution;
ALTER TABLE meeting_resolution_new RENAME TO meeting_resolution;
CREATE INDEX meeting_resolution_meeting ON meeting_resolution (meeting_id, position);

-- 决议落实: what became of a resolution, day by day; the last one may close it.
CREATE TABLE task_note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    resolution_id INTEGER NOT NULL REFERENCES meeting_resolution (id),
    noted_on TEXT NOT NULL CHECK (length(noted_on) = 10),
    -- The later meeting at which it was reported.
    meeting_id INTEGER REFERENCES meeting (id),
    text TEXT NOT NULL CHECK (length(text) > 0),
    done INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT;
CREATE INDEX task_note_resolution ON task_note (resolution_id);

-- 组织生活会: what each member found in himself and promised.
CREATE TABLE meeting_examination (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    member_id INTEGER NOT NULL REFERENCES member (id),
    problems TEXT NOT NULL,
    promises TEXT NOT NULL,
    CHECK (problems <> '' OR promises <> '')
) STRICT;
CREATE INDEX meeting_examination_meeting ON meeting_examination (meeting_id);

-- Agendas that the branch keeps under a name.
CREATE TABLE meeting_template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) > 0)
) STRICT;
CREATE TABLE meeting_template_item (
    template TEXT NOT NULL REFERENCES meeting_template (name),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL CHECK (length(title) > 0),
    PRIMARY KEY (template, position)
) STRICT;

-- Why a meeting is corrected that a signed report has counted; good for that version.
CREATE TABLE meeting_correction (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    version_id INTEGER NOT NULL REFERENCES report_version (id),
    begun_on TEXT NOT NULL CHECK (length(begun_on) = 10),
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    PRIMARY KEY (meeting_id, version_id)
) STRICT, WITHOUT ROWID;

-- 谈心谈话 (B17)
CREATE TABLE talk (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    held_on TEXT NOT NULL CHECK (length(held_on) = 10),
    first_id INTEGER NOT NULL REFERENCES member (id),
    second_id INTEGER NOT NULL REFERENCES member (id),
    place TEXT NOT NULL,
    content TEXT NOT NULL,
    CHECK (first_id <> second_id)
) STRICT;

-- Photos, scans and other files. The bytes lie apart, by their hash: they are neither logged nor undone, only named.
CREATE TABLE vault_blob (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    content BLOB NOT NULL
) STRICT;
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'sign_in_scan', 'other')),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL CHECK (length(name) > 0),
    caption TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    is_picture INTEGER NOT NULL CHECK (is_picture IN (0, 1)),
    sha256 TEXT NOT NULL REFERENCES vault_blob (sha256),
    -- What it was made of, where the original is kept.
    original_sha256 TEXT REFERENCES vault_blob (sha256)
) STRICT;
CREATE INDEX attachment_meeting ON attachment (meeting_id, position);
