-- A line of the home page that the secretary says is done, with a note in `reason`: how pressing it was then. It is shown
-- again when the records say something else of the matter than they did.
ALTER TABLE home_aside ADD COLUMN done_as TEXT
    CHECK (done_as IS NULL OR (reason IS NOT NULL AND (done_as IN ('late', 'due') OR done_as = 'notice')));
