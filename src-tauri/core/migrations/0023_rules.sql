-- 规程: the rule set that was taken over; none where the program's own is in use. The signed file lies in vault_blob under
-- its hash and is checked again whenever it is read.
CREATE TABLE rule_set (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sha256 TEXT NOT NULL REFERENCES vault_blob (sha256),
    -- Under which name the signer was trusted then.
    signer TEXT NOT NULL,
    adopted_on TEXT NOT NULL CHECK (length(adopted_on) = 10)
) STRICT;
