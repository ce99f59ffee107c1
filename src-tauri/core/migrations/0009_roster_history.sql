-- 0009_roster_history

-- What changes with time about a member is a dated fact, so that the roster can be asked for any day. The member's own
-- row keeps what does not change, or of which only the newest counts.
CREATE TABLE member_fact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL REFERENCES member (id),
    aspect TEXT NOT NULL CHECK (aspect IN ('standing', 'party_group', 'office', 'unit', 'mobile', 'lost',
        'attendance_not_required', 'vote_suspended')),
    -- '' is the ordinary case: in good standing, in no group, without an office …
    value TEXT NOT NULL,
    -- Where to, or in what way.
    detail TEXT NOT NULL,
    -- NULL when it was so before the file was begun. '1990-05-03', '1990-05' or '1990'.
    since TEXT CHECK (length(since) IN (4, 7, 10)),
    why TEXT NOT NULL,
    -- NULL for what was taken over from a file without history.
    recorded_on TEXT CHECK (length(recorded_on) = 10),
    recorded_by TEXT NOT NULL
) STRICT;

CREATE INDEX member_fact_order ON member_fact (member_id, aspect, since, id);

INSERT INTO member_fact (member_id, aspect, value, detail, since, why, recorded_on, recorded_by)
SELECT id, 'standing', standing, '', NULL, '', NULL, '' FROM member WHERE standing <> 'normal'
UNION ALL SELECT id, 'party_group', party_group, '', NULL, '', NULL, '' FROM member WHERE party_group <> ''
UNION ALL SELECT id, 'office', office, '', NULL, '', NULL, '' FROM member WHERE office IS NOT NULL
UNION ALL SELECT id, 'mobile', 'yes', mobile_destination, NULL, '', NULL, '' FROM member WHERE is_mobile
UNION ALL SELECT id, 'lost', 'yes', '', lost_contact_since, '', NULL, '' FROM member WHERE is_lost
UNION ALL SELECT id, 'attendance_not_required', 'yes', '', NULL, '', NULL, '' FROM member
    WHERE attendance_not_required
UNION ALL SELECT id, 'vote_suspended', 'yes', '', NULL, '', NULL, '' FROM member WHERE vote_suspended;

ALTER TABLE member DROP COLUMN standing;
ALTER TABLE member DROP COLUMN party_group;
ALTER TABLE member DROP COLUMN office;
ALTER TABLE member DROP COLUMN is_mobile;
ALTER TABLE member DROP COLUMN mobile_destination;
ALTER TABLE member DROP COLUMN is_lost;
ALTER TABLE member DROP COLUMN lost_contact_since;
ALTER TABLE member DROP COLUMN attendance_not_required;
ALTER TABLE member DROP COLUMN vote_suspended;
-- Follows from the rest, and is cheap to work out.
ALTER TABLE member DROP COLUMN missing_fields;

-- D27: months to add to, or take from, the party age that the dates give.
ALTER TABLE member ADD COLUMN party_age_correction_months INTEGER NOT NULL DEFAULT 0
    CHECK (party_age_correction_months BETWEEN -1200 AND 1200);
-- D24: extended once at most, by 6 to 12 months.
ALTER TABLE member ADD COLUMN probation_extended_months INTEGER NOT NULL DEFAULT 0
    CHECK (probation_extended_months = 0 OR probation_extended_months BETWEEN 6 AND 12);
-- What no rule reads: {"native_place": "…", …}
ALTER TABLE member ADD COLUMN particulars TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(particulars));

CREATE TABLE member_photo (
    member_id INTEGER PRIMARY KEY REFERENCES member (id),
    mime TEXT NOT NULL CHECK (mime IN ('image/jpeg', 'image/png')),
    bytes BLOB NOT NULL CHECK (length(bytes) <= 1048576)
) STRICT;
