-- 0003_roster

-- Everyone who is or was a member. Dates may lack a day or a month: '1990-05-03', '1990-05', '1990'.
CREATE TABLE member (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) > 0),
    branch_name TEXT NOT NULL,
    id_number TEXT CHECK (length(id_number) IN (15, 18)),
    sex TEXT CHECK (sex IN ('male', 'female')),
    ethnicity TEXT NOT NULL,
    birth TEXT CHECK (length(birth) IN (4, 7, 10)),
    education TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('full', 'probationary')),
    joined TEXT CHECK (length(joined) IN (4, 7, 10)),
    converted TEXT CHECK (length(converted) IN (4, 7, 10)),
    job_position TEXT NOT NULL,
    mobile TEXT NOT NULL,
    landline TEXT NOT NULL,
    address TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('normal', 'suspended')),
    lost_contact_since TEXT CHECK (length(lost_contact_since) IN (4, 7, 10)),
    is_lost INTEGER NOT NULL CHECK (is_lost IN (0, 1)),
    is_mobile INTEGER NOT NULL CHECK (is_mobile IN (0, 1)),
    mobile_destination TEXT NOT NULL,
    party_group TEXT NOT NULL,
    office TEXT CHECK (office IN
        ('secretary', 'deputy_secretary', 'organization', 'publicity', 'discipline', 'member')),
    attendance_not_required INTEGER NOT NULL CHECK (attendance_not_required IN (0, 1)),
    vote_suspended INTEGER NOT NULL CHECK (vote_suspended IN (0, 1)),
    entered_on TEXT CHECK (length(entered_on) = 10),
    entered_how TEXT NOT NULL CHECK (entered_how IN ('original', 'admitted', 'moved_in', 'restored', 'other')),
    note TEXT NOT NULL,
    -- The first day on which the person is no longer a member here.
    left_on TEXT CHECK (length(left_on) = 10),
    left_how TEXT CHECK (left_how IN
        ('moved_out', 'deceased', 'withdrew', 'struck_off', 'expelled', 'revoked', 'other')),
    left_reason TEXT NOT NULL DEFAULT '',
    -- What follows from the columns above, written with them so that lists are sorted, searched and counted in SQL.
    sort_key TEXT NOT NULL,
    search_key TEXT NOT NULL,
    missing_fields INTEGER NOT NULL CHECK (missing_fields >= 0),
    CHECK ((left_on IS NULL) = (left_how IS NULL))
) STRICT;

CREATE UNIQUE INDEX member_id_number ON member (id_number) WHERE id_number IS NOT NULL;
CREATE INDEX member_order ON member (sort_key, name, id);

-- Stays in the branch before the one that stands in the member's own row.
CREATE TABLE member_stay (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL REFERENCES member (id),
    entered_on TEXT CHECK (length(entered_on) = 10),
    entered_how TEXT NOT NULL CHECK (entered_how IN ('original', 'admitted', 'moved_in', 'restored', 'other')),
    left_on TEXT NOT NULL CHECK (length(left_on) = 10),
    left_how TEXT NOT NULL CHECK (left_how IN
        ('moved_out', 'deceased', 'withdrew', 'struck_off', 'expelled', 'revoked', 'other')),
    left_reason TEXT NOT NULL
) STRICT;

CREATE INDEX member_stay_by_member ON member_stay (member_id, left_on);
