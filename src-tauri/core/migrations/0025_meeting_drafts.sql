-- What is still being written is kept as it stands: an item without its title, words without their speaker.
CREATE TABLE meeting_agenda_item_new (
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (meeting_id, position)
) STRICT;
INSERT INTO meeting_agenda_item_new SELECT meeting_id, position, title, content FROM meeting_agenda_item;

CREATE TABLE meeting_point_new (
    meeting_id INTEGER NOT NULL,
    item INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    speaker TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (meeting_id, item, position),
    CHECK (speaker <> '' OR content <> ''),
    FOREIGN KEY (meeting_id, item) REFERENCES meeting_agenda_item_new (meeting_id, position)
) STRICT;
INSERT INTO meeting_point_new SELECT meeting_id, item, position, speaker, content FROM meeting_point;

DROP TABLE meeting_point;
DROP TABLE meeting_agenda_item;
ALTER TABLE meeting_agenda_item_new RENAME TO meeting_agenda_item;
ALTER TABLE meeting_point_new RENAME TO meeting_point;
