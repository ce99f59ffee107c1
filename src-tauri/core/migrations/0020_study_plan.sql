-- 年度学习计划: what is to be learnt, by month.
CREATE TABLE study_topic (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL CHECK (year BETWEEN 1921 AND 9999),
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    title TEXT NOT NULL CHECK (length(title) > 0),
    kind TEXT NOT NULL CHECK (
        kind IN ('collective', 'first_topic') OR kind IN ('lecture', 'theme_education')
        OR kind IN ('course', 'self_study') OR kind = 'online'
    ),
    -- Tenths of an hour; NULL where none are planned.
    hours_tenths INTEGER CHECK (hours_tenths BETWEEN 1 AND 100000),
    lecturer TEXT NOT NULL,
    material TEXT NOT NULL
) STRICT;

CREATE INDEX study_topic_year ON study_topic (year, month);

-- Sessions have a kind, may last several days, and may be of a topic of the plan or come from a meeting.
CREATE TABLE study_session_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (
        kind IN ('collective', 'first_topic') OR kind IN ('lecture', 'theme_education')
        OR kind IN ('course', 'self_study') OR kind = 'online'
    ),
    title TEXT NOT NULL CHECK (length(title) > 0),
    held_on TEXT NOT NULL CHECK (length(held_on) = 10),
    -- The last day of several.
    last_on TEXT CHECK (length(last_on) = 10 AND last_on > held_on),
    -- Tenths of an hour, for each participant.
    hours_tenths INTEGER NOT NULL CHECK (hours_tenths BETWEEN 1 AND 100000),
    place TEXT NOT NULL,
    lecturer TEXT NOT NULL,
    intensive INTEGER NOT NULL CHECK (intensive IN (0, 1)),
    -- Its hours are no part of those that a year asks for.
    uncounted INTEGER NOT NULL CHECK (uncounted IN (0, 1)),
    content TEXT NOT NULL,
    topic_id INTEGER REFERENCES study_topic (id),
    -- One event is counted once.
    meeting_id INTEGER UNIQUE REFERENCES meeting (id)
) STRICT;

INSERT INTO study_session_new (id, kind, title, held_on, hours_tenths, place, lecturer, intensive, uncounted, content)
SELECT
    id,
    CASE intensive WHEN 1 THEN 'course' ELSE 'collective' END,
    title,
    held_on,
    hours_tenths,
    place,
    lecturer,
    intensive,
    0,
    content
FROM study_session;

-- A number that was given once is never given again.
DELETE FROM sqlite_sequence WHERE name = 'study_session_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'study_session_new', seq FROM sqlite_sequence WHERE name = 'study_session';

DROP TABLE study_session;
ALTER TABLE study_session_new RENAME TO study_session;

CREATE INDEX study_session_day ON study_session (held_on);

-- 补学: who was absent and made it up. It has the hours of the session, in the year of the session.
CREATE TABLE study_makeup (
    session_id INTEGER NOT NULL REFERENCES study_session (id),
    member_id INTEGER NOT NULL REFERENCES member (id),
    made_up_on TEXT NOT NULL CHECK (length(made_up_on) = 10),
    material TEXT NOT NULL CHECK (length(material) > 0),
    proof TEXT NOT NULL,
    PRIMARY KEY (session_id, member_id)
) STRICT, WITHOUT ROWID;

-- 结业证书 of a participant.
CREATE TABLE study_certificate (
    session_id INTEGER NOT NULL REFERENCES study_session (id),
    member_id INTEGER NOT NULL REFERENCES member (id),
    number TEXT NOT NULL CHECK (length(number) > 0),
    issuer TEXT NOT NULL,
    issued_on TEXT CHECK (length(issued_on) = 10),
    PRIMARY KEY (session_id, member_id)
) STRICT, WITHOUT ROWID;
