-- A certificate that took the place of another carries the word of the key before it (a `Renewal` as JSON); the first
-- of a branch has none.
ALTER TABLE signing_identity ADD COLUMN renewal TEXT CHECK (renewal IS NULL OR json_valid(renewal));
