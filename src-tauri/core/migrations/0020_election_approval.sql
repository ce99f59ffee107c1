-- 0020_election_approval

-- V10: the superior's approval of the result; NULL until it came. Its number may stay empty.
ALTER TABLE election ADD COLUMN approved_on TEXT CHECK (length(approved_on) = 10 AND approved_on >= concluded_on);
ALTER TABLE election ADD COLUMN approval_number TEXT NOT NULL DEFAULT '';
