-- 文库: the documents that the branch learns from and works by.
CREATE TABLE library_document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('directive', 'speech') OR kind IN ('material', 'regulation') OR kind = 'other'),
    title TEXT NOT NULL CHECK (length(title) > 0),
    issuer TEXT NOT NULL,
    -- 文号
    number TEXT NOT NULL,
    issued_on TEXT CHECK (length(issued_on) = 10),
    keywords TEXT NOT NULL,
    -- The secretary's own notes, or the text as it was pasted.
    text TEXT NOT NULL
) STRICT;

-- Where a document is learnt or spoken of: at exactly one place.
CREATE TABLE library_use (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES library_document (id),
    session_id INTEGER REFERENCES study_session (id),
    topic_id INTEGER REFERENCES study_topic (id),
    meeting_id INTEGER REFERENCES meeting (id),
    UNIQUE (session_id, document_id),
    UNIQUE (topic_id, document_id),
    UNIQUE (meeting_id, document_id),
    CHECK ((session_id IS NOT NULL) + (topic_id IS NOT NULL) + (meeting_id IS NOT NULL) = 1)
) STRICT;

CREATE INDEX library_use_document ON library_use (document_id);
