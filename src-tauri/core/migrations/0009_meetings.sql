-- No foreign key here cascades: what a change touches is written out, so that taking it back finds every row.

-- No foreign key here cascades: what a change touches is written out, so that taking it back finds every row.
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL CHECK (length(title) > 0),
    -- Local times, '2026-11-25 14:00:00'.
    planned_at TEXT NOT NULL CHECK (length(planned_at) >= 19),
    started_at TEXT CHECK (length(started_at) >= 19),
    ended_at TEXT CHECK (length(ended_at) >= 19),
    place TEXT NOT NULL,
    chair TEXT NOT NULL,
    recorder TEXT NOT NULL,
    party_group TEXT CHECK (length(party_group) > 0),
    -- NULL unless the meeting was called off.
    cancel_reason TEXT CHECK (length(cancel_reason) > 0),
    -- 党课: who lectured, on what, for how long in tenths of an hour.
    lecturer TEXT NOT NULL DEFAULT '',
    lecture_topic TEXT NOT NULL DEFAULT '',
    lecture_hours INTEGER CHECK (lecture_hours BETWEEN 1 AND 240),
    -- 主题党日: what was done.
    activity TEXT NOT NULL DEFAULT '',
    CHECK (ended_at > started_at),
    CHECK (ended_at IS NULL OR started_at IS NOT NULL)
) STRICT;

-- One event may count as several kinds (trap 6); position 0 leads.
CREATE TABLE meeting_kind (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('general', 'committee') OR kind IN ('group', 'lecture')
        OR kind IN ('theme_day', 'organizational_life') OR kind = 'appraisal'),
    PRIMARY KEY (meeting_id, position),
    UNIQUE (meeting_id, kind)
) STRICT;

-- 列席: guests, by name.
CREATE TABLE meeting_observer (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL CHECK (length(name) > 0),
    PRIMARY KEY (meeting_id, position)
) STRICT;

-- What is still being written is kept as it stands: an item without its title, words without their speaker.
CREATE TABLE meeting_agenda_item (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (meeting_id, position)
) STRICT;

-- What single persons said to an item of the agenda.
CREATE TABLE meeting_point (
    meeting_id INTEGER NOT NULL,
    item INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    speaker TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (meeting_id, item, position),
    CHECK (speaker <> '' OR content <> ''),
    FOREIGN KEY (meeting_id, item) REFERENCES meeting_agenda_item (meeting_id, position)
) STRICT;

-- A resolution keeps its number, so that what became of it can be written down.
CREATE TABLE meeting_resolution (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL CHECK (length(text) > 0),
    responsible TEXT,
    due TEXT CHECK (length(due) = 10)
) STRICT;

CREATE INDEX meeting_resolution_meeting ON meeting_resolution (meeting_id, position);

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

-- Everyone expected, frozen as the roster stood on the day: later changes to a member leave past meetings alone.
CREATE TABLE meeting_attendance (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    member_id INTEGER NOT NULL REFERENCES member (id),
    -- Roster order on the day.
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('full', 'probationary')),
    party_group TEXT NOT NULL,
    voting INTEGER NOT NULL CHECK (voting IN (0, 1)),
    attendance_not_required INTEGER NOT NULL CHECK (attendance_not_required IN (0, 1)),
    status TEXT CHECK (status IN ('present', 'on_leave') OR status IN ('absent', 'not_required')),
    reason TEXT,
    -- Of those present.
    late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1) AND (late = 0 OR status = 'present')),
    -- V11: who does not count among the voting members expected; both papers are named, or there is no exclusion.
    exclusion TEXT CHECK (exclusion IN ('no_expression', 'abroad') OR exclusion IN ('punished', 'bedridden')
        OR exclusion IN ('transfer_overdue', 'retired_home')),
    exclusion_consent TEXT CHECK ((exclusion IS NULL) = (exclusion_consent IS NULL)),
    exclusion_decision TEXT CHECK ((exclusion IS NULL) = (exclusion_decision IS NULL)),
    PRIMARY KEY (meeting_id, member_id),
    -- B19
    CHECK (NOT (attendance_not_required AND status = 'absent'))
) STRICT, WITHOUT ROWID;

-- Lists count by these columns without looking at the rows.
CREATE INDEX meeting_attendance_tally ON meeting_attendance (meeting_id, status, voting);

CREATE TABLE meeting_vote (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    subject TEXT NOT NULL CHECK (length(subject) > 0),
    motion TEXT NOT NULL CHECK (motion IN ('ordinary', 'admission') OR motion IN ('conversion', 'election')),
    ballot TEXT NOT NULL CHECK (ballot IN ('hands', 'secret')),
    votes_for INTEGER NOT NULL CHECK (votes_for >= 0),
    votes_against INTEGER NOT NULL CHECK (votes_against >= 0),
    abstained INTEGER NOT NULL CHECK (abstained >= 0),
    written_for INTEGER NOT NULL CHECK (written_for >= 0),
    written_against INTEGER NOT NULL CHECK (written_against >= 0),
    -- Frozen when the vote was recorded.
    voting_expected INTEGER NOT NULL CHECK (voting_expected > 0),
    voting_present INTEGER NOT NULL CHECK (voting_present BETWEEN 1 AND voting_expected),
    CHECK (votes_for + votes_against + abstained <= voting_present),
    CHECK (written_for + written_against <= voting_expected - voting_present),
    CHECK (motion IN ('admission', 'conversion') OR written_for + written_against = 0)
) STRICT;

CREATE INDEX meeting_vote_meeting ON meeting_vote (meeting_id);

-- The branch's own words on whom a meeting voted on.
CREATE TABLE meeting_vote_resolution (
    vote_id INTEGER PRIMARY KEY REFERENCES meeting_vote (id),
    person TEXT NOT NULL,
    merits TEXT NOT NULL,
    faults TEXT NOT NULL,
    conclusion TEXT NOT NULL
) STRICT;

-- What only the notice of a meeting says.
CREATE TABLE meeting_notice (
    meeting_id INTEGER PRIMARY KEY REFERENCES meeting (id),
    -- Empty: those who are expected.
    addressee TEXT NOT NULL,
    wishes TEXT NOT NULL,
    -- NULL: the day on which it is made.
    issued_on TEXT CHECK (length(issued_on) = 10)
) STRICT;

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
