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
