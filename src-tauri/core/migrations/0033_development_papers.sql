-- Papers of a kind that comes again and again (思想汇报, D31): each is kept by its day. development_material says whether
-- any is there, and the day of the last.
CREATE TABLE development_paper (
    file_id INTEGER NOT NULL REFERENCES development_file (id),
    code TEXT NOT NULL CHECK (length(code) > 0),
    dated TEXT NOT NULL CHECK (date(dated) = dated),
    note TEXT NOT NULL,
    PRIMARY KEY (file_id, code, dated)
) STRICT, WITHOUT ROWID;
INSERT INTO development_paper (file_id, code, dated, note)
SELECT file_id, code, dated, note FROM development_material WHERE code = '2-5' AND dated IS NOT NULL;
