-- Files are kept at other records than meetings too: documents of the library, what was made up, certificates, vouchers.
-- A record that goes takes its files along in the same transaction, hence the deferred links.
CREATE TABLE attachment_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    owner TEXT NOT NULL CHECK (
        owner IN ('meeting', 'document') OR owner IN ('makeup', 'certificate') OR owner IN ('dues_entry', 'dues_payment')
    ),
    meeting_id INTEGER REFERENCES meeting (id),
    document_id INTEGER REFERENCES library_document (id) DEFERRABLE INITIALLY DEFERRED,
    -- Of what was made up and of a certificate.
    session_id INTEGER REFERENCES study_session (id) DEFERRABLE INITIALLY DEFERRED,
    member_id INTEGER REFERENCES member (id),
    ledger_id INTEGER REFERENCES dues_ledger (id) DEFERRABLE INITIALLY DEFERRED,
    payment_id INTEGER REFERENCES dues_payment (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'sign_in_scan') OR kind IN ('file', 'other')),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL CHECK (length(name) > 0),
    caption TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    is_picture INTEGER NOT NULL CHECK (is_picture IN (0, 1)),
    sha256 TEXT NOT NULL REFERENCES vault_blob (sha256),
    -- What it was made of, where the original is kept.
    original_sha256 TEXT REFERENCES vault_blob (sha256),
    -- What can be read in it, where that was read out.
    text_sha256 TEXT REFERENCES vault_blob (sha256),
    CHECK ((owner = 'meeting') = (meeting_id IS NOT NULL)),
    CHECK ((owner = 'document') = (document_id IS NOT NULL)),
    CHECK ((owner IN ('makeup', 'certificate')) = (session_id IS NOT NULL)),
    CHECK ((owner IN ('makeup', 'certificate')) = (member_id IS NOT NULL)),
    CHECK ((owner = 'dues_entry') = (ledger_id IS NOT NULL)),
    CHECK ((owner = 'dues_payment') = (payment_id IS NOT NULL))
) STRICT;

INSERT INTO attachment_new (
    id, owner, meeting_id, kind, position, name, caption, bytes, is_picture, sha256, original_sha256
)
SELECT id, 'meeting', meeting_id, kind, position, name, caption, bytes, is_picture, sha256, original_sha256
FROM attachment;

-- A number that was given once is never given again.
DELETE FROM sqlite_sequence WHERE name = 'attachment_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'attachment_new', seq FROM sqlite_sequence WHERE name = 'attachment';

DROP TABLE attachment;
ALTER TABLE attachment_new RENAME TO attachment;

CREATE INDEX attachment_meeting ON attachment (meeting_id, position);
CREATE INDEX attachment_document ON attachment (document_id, position);
CREATE INDEX attachment_session ON attachment (session_id, member_id);
