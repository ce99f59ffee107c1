-- Everyone who is or was a member. Dates may lack a day or a month: '1990-05-03', '1990-05', '1990'.
CREATE TABLE member (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) > 0),
    branch_name TEXT NOT NULL,
    id_number TEXT CHECK (length(id_number) IN (15, 18)),
    sex TEXT CHECK (sex IN ('male', 'female')),
    ethnicity TEXT NOT NULL,
    birth TEXT CHECK (length(birth) IN (4, 7) OR length(birth) = 10),
    education TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('full', 'probationary')),
    joined TEXT CHECK (length(joined) IN (4, 7) OR length(joined) = 10),
    converted TEXT CHECK (length(converted) IN (4, 7) OR length(converted) = 10),
    job_position TEXT NOT NULL,
    mobile TEXT NOT NULL,
    landline TEXT NOT NULL,
    address TEXT NOT NULL,
    entered_on TEXT CHECK (length(entered_on) = 10),
    entered_how TEXT NOT NULL CHECK (entered_how IN ('original', 'admitted')
        OR entered_how IN ('moved_in', 'restored') OR entered_how = 'other'),
    note TEXT NOT NULL,
    -- The first day on which the person is no longer a member here.
    left_on TEXT CHECK (length(left_on) = 10),
    left_how TEXT CHECK (left_how IN ('moved_out', 'deceased') OR left_how IN ('withdrew', 'struck_off')
        OR left_how IN ('expelled', 'revoked') OR left_how = 'other'),
    left_reason TEXT NOT NULL DEFAULT '',
    -- What follows from the columns above, written with them so that lists are sorted, searched and counted in SQL.
    sort_key TEXT NOT NULL,
    search_key TEXT NOT NULL,
    -- D27: months to add to, or take from, the party age that the dates give.
    party_age_correction_months INTEGER NOT NULL DEFAULT 0
        CHECK (party_age_correction_months BETWEEN -1200 AND 1200),
    -- D24: extended once at most, by 6 to 12 months.
    probation_extended_months INTEGER NOT NULL DEFAULT 0
        CHECK (probation_extended_months = 0 OR probation_extended_months BETWEEN 6 AND 12),
    -- What no rule reads: {"native_place": "…", …}
    particulars TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(particulars)),
    CHECK ((left_on IS NULL) = (left_how IS NULL))
) STRICT;

CREATE UNIQUE INDEX member_id_number ON member (id_number) WHERE id_number IS NOT NULL;

CREATE INDEX member_order ON member (sort_key, name, id);

-- Stays in the branch before the one that stands in the member's own row.
CREATE TABLE member_stay (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL REFERENCES member (id),
    entered_on TEXT CHECK (length(entered_on) = 10),
    entered_how TEXT NOT NULL CHECK (entered_how IN ('original', 'admitted')
        OR entered_how IN ('moved_in', 'restored') OR entered_how = 'other'),
    left_on TEXT NOT NULL CHECK (length(left_on) = 10),
    left_how TEXT NOT NULL CHECK (left_how IN ('moved_out', 'deceased') OR left_how IN ('withdrew', 'struck_off')
        OR left_how IN ('expelled', 'revoked') OR left_how = 'other'),
    left_reason TEXT NOT NULL
) STRICT;

CREATE INDEX member_stay_by_member ON member_stay (member_id, left_on);

-- What changes with time about a member is a dated fact, so that the roster can be asked for any day. The member's own
-- row keeps what does not change, or of which only the newest counts.
CREATE TABLE member_fact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL REFERENCES member (id),
    aspect TEXT NOT NULL CHECK (aspect IN ('standing', 'party_group') OR aspect IN ('office', 'unit')
        OR aspect IN ('mobile', 'lost') OR aspect IN ('attendance_not_required', 'vote_suspended')
        OR aspect = 'discipline'),
    -- '' is the ordinary case: in good standing, in no group, without an office …
    value TEXT NOT NULL,
    -- Where to, or in what way.
    detail TEXT NOT NULL,
    -- NULL when it was so before the file was begun. '1990-05-03', '1990-05' or '1990'.
    since TEXT CHECK (length(since) IN (4, 7) OR length(since) = 10),
    why TEXT NOT NULL,
    recorded_on TEXT CHECK (length(recorded_on) = 10),
    recorded_by TEXT NOT NULL
) STRICT;

CREATE INDEX member_fact_order ON member_fact (member_id, aspect, since, id);

-- When and by whom it was written down that somebody joined, became a full member, came or left. Facts say it of
-- themselves; 'created' stands for what a new record had from the beginning.
CREATE TABLE member_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL REFERENCES member (id),
    event TEXT NOT NULL CHECK (event IN ('created', 'joined') OR event IN ('converted', 'entered') OR event = 'left'),
    -- The day on which it happened: '1990-05-03', '1990-05' or '1990'.
    day TEXT CHECK (length(day) IN (4, 7) OR length(day) = 10),
    recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
    recorded_by TEXT NOT NULL,
    -- Why it was entered, or changed, in the secretary's own words.
    why TEXT NOT NULL DEFAULT '',
    CHECK ((event = 'created') = (day IS NULL))
) STRICT;

CREATE INDEX member_entry_by_member ON member_entry (member_id, event, day);

CREATE TABLE member_photo (
    member_id INTEGER PRIMARY KEY REFERENCES member (id),
    mime TEXT NOT NULL CHECK (mime IN ('image/jpeg', 'image/png')),
    bytes BLOB NOT NULL CHECK (length(bytes) <= 1048576)
) STRICT;

-- Ways of looking at the roster that the secretary keeps under a name: what is filtered, in which order, which columns.
CREATE TABLE member_view (
    name TEXT PRIMARY KEY CHECK (length(name) > 0),
    query TEXT NOT NULL CHECK (json_valid(query)),
    columns TEXT NOT NULL CHECK (json_valid(columns))
) STRICT;

-- Which columns were assigned by hand, by the header under which they stood, for the next file with the same one.
CREATE TABLE member_import_mapping (
    -- SHA-256 over the titles in their plain form.
    source TEXT NOT NULL PRIMARY KEY CHECK (length(source) = 64),
    -- {"0": "name", "3": null}: the column from 0 and its field; null is left out.
    mapping TEXT NOT NULL CHECK (json_valid(mapping))
) STRICT;
