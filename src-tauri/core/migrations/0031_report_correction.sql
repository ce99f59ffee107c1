-- Why changes are taken back or brought back that a signed report has counted; good for that version.
CREATE TABLE report_correction (
    version_id INTEGER PRIMARY KEY REFERENCES report_version (id),
    begun_on TEXT NOT NULL CHECK (length(begun_on) = 10),
    reason TEXT NOT NULL CHECK (length(reason) > 0)
) STRICT;
