-- 谈心谈话 (B17)
CREATE TABLE talk (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    held_on TEXT NOT NULL CHECK (length(held_on) = 10),
    first_id INTEGER NOT NULL REFERENCES member (id),
    second_id INTEGER NOT NULL REFERENCES member (id),
    place TEXT NOT NULL,
    content TEXT NOT NULL,
    CHECK (first_id <> second_id)
) STRICT;
