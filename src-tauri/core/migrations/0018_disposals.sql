-- 组织处置 of members who do not meet what is asked of them: what was done when; the program proposes nothing.
CREATE TABLE disposal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL REFERENCES member (id),
    kind TEXT NOT NULL CHECK (kind IN ('correction', 'persuasion') OR kind = 'striking_off'),
    -- What it is about.
    ground TEXT NOT NULL CHECK (length(ground) > 0),
    begun_on TEXT NOT NULL CHECK (length(begun_on) = 10),
    talked_on TEXT CHECK (length(talked_on) = 10),
    -- 事前备案
    filed_on TEXT CHECK (length(filed_on) = 10),
    -- The general meeting that decided, where it is in the minutes book.
    meeting_id INTEGER REFERENCES meeting (id),
    decided_on TEXT CHECK (length(decided_on) = 10),
    replied_on TEXT CHECK (length(replied_on) = 10),
    -- 限期改正 until.
    term_to TEXT CHECK (length(term_to) = 10),
    outcome TEXT CHECK (outcome IN ('corrected', 'left') OR outcome IN ('struck_off', 'not_done')),
    ended_on TEXT CHECK (length(ended_on) = 10),
    note TEXT NOT NULL,
    CHECK ((outcome IS NULL) = (ended_on IS NULL))
) STRICT;

CREATE INDEX disposal_member ON disposal (member_id);
CREATE INDEX disposal_meeting ON disposal (meeting_id);
