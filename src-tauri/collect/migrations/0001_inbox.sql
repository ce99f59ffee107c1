-- Reports of branches as they were taken. The branch stands first in every key, so that Citus can distribute by it.

-- The last quarter of a period: '2026Q2' of '2026Q2' and of '2026H1', '2026Q4' of '2026'.
CREATE FUNCTION zhibu.last_quarter(period text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
SELECT left(period, 4) || CASE substr(period, 5) WHEN 'H1' THEN 'Q2' WHEN 'H2' THEN 'Q4' WHEN '' THEN 'Q4' ELSE substr(period, 5) END
$$;

-- Branches that should report; one that has reported is added by itself.
CREATE TABLE zhibu.branch (
    branch text PRIMARY KEY CHECK (branch <> ''),
    -- The first and the last quarter of which a report is expected, '2026Q3'; NULL leaves it open.
    since text CHECK (since ~ '^[0-9]{4}Q[1-4]$'),
    until text CHECK (until ~ '^[0-9]{4}Q[1-4]$'),
    CHECK (until >= since)
);

-- Certificates that are trusted without a list: those of reports that were taken, and what the database's keeper adds.
CREATE TABLE zhibu.trusted (
    branch text NOT NULL REFERENCES zhibu.branch (branch),
    fingerprint text NOT NULL CHECK (fingerprint ~ '^[0-9A-F]{64}$'),
    PRIMARY KEY (branch, fingerprint)
);

-- Each version of each report. Workers may add rows and change none.
CREATE TABLE zhibu.report (
    branch text NOT NULL REFERENCES zhibu.branch (branch),
    -- A quarter, half a year or a year: '2026Q3', '2026H1', '2026'.
    period text NOT NULL CHECK (period ~ '^[0-9]{4}(Q[1-4]|H[12])?$'),
    version integer NOT NULL CHECK (version >= 1),
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    fingerprint text NOT NULL,
    signed_at timestamptz NOT NULL,
    received_on date NOT NULL,
    -- As it was called when it came.
    file text NOT NULL,
    -- What has to be known about it, in Chinese; may be empty.
    remark text NOT NULL,
    -- The file as the branch signed it: the figures can be checked against it at any time.
    pdf bytea NOT NULL,
    PRIMARY KEY (branch, period, version)
);
-- A PDF is compressed already.
ALTER TABLE zhibu.report ALTER COLUMN pdf SET STORAGE EXTERNAL;
-- Not unique: under Citus only what has the branch in it can be.
CREATE INDEX report_sha256 ON zhibu.report (sha256);
CREATE INDEX report_period ON zhibu.report (period);

-- Whole numbers of a report, amounts in fen. A row each and no JSON: everything that speaks SQL can sum them.
CREATE TABLE zhibu.figure (
    branch text NOT NULL,
    period text NOT NULL,
    version integer NOT NULL,
    key text NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (branch, period, version, key),
    FOREIGN KEY (branch, period, version) REFERENCES zhibu.report (branch, period, version)
);

-- What the keys of figures are called.
CREATE TABLE zhibu.measure (
    key text PRIMARY KEY,
    place integer NOT NULL,
    title text NOT NULL,
    is_money boolean NOT NULL
);

-- The files that workers share. A file is known by its content, so that copies are one and a file may have another name on
-- each machine. A worker holds what it works on by the lock on its row: that is the lease, and it ends with the worker.
CREATE TABLE zhibu.inbox_file (
    -- Hash of the list of certificates it is judged by: who trusts others may judge otherwise.
    trust_list text NOT NULL,
    sha256 text NOT NULL,
    file text NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'taken', 'refused')),
    -- Why it was refused.
    code text,
    sentence text,
    -- Who judged it, and when.
    worker text,
    judged_at timestamptz,
    PRIMARY KEY (trust_list, sha256),
    CHECK ((state = 'refused') = (code IS NOT NULL AND sentence IS NOT NULL))
);

-- The newest version of each branch's report.
CREATE VIEW zhibu.newest AS
SELECT DISTINCT ON (branch, period) branch, period, version, signed_at, received_on, sha256, remark
FROM zhibu.report
ORDER BY branch, period, version DESC;

-- The figures of those.
CREATE VIEW zhibu.branch_figure AS
SELECT figure.branch, figure.period, figure.version, figure.key, measure.title, measure.is_money, figure.number
FROM zhibu.newest
JOIN zhibu.figure ON figure.branch = newest.branch AND figure.period = newest.period AND figure.version = newest.version
LEFT JOIN zhibu.measure ON measure.key = figure.key;

-- Their sums by period, and how many branches have the figure.
CREATE VIEW zhibu.period_sum AS
SELECT period, key, title, is_money, sum(number) AS sum, count(*) AS count
FROM zhibu.branch_figure
GROUP BY period, key, title, is_money;

-- Which branches have not sent a report of a period of which others have.
CREATE VIEW zhibu.missing AS
SELECT asked.period, branch.branch
FROM (SELECT DISTINCT period FROM zhibu.report) AS asked
CROSS JOIN zhibu.branch
WHERE (branch.since IS NULL OR branch.since <= zhibu.last_quarter(asked.period))
    AND (branch.until IS NULL OR zhibu.last_quarter(asked.period) <= branch.until)
    AND NOT EXISTS (
        SELECT 1 FROM zhibu.report WHERE report.branch = branch.branch AND report.period = asked.period);

-- What was refused and by no list taken.
CREATE VIEW zhibu.refusal AS
SELECT file, sha256, code, sentence, judged_at
FROM zhibu.inbox_file AS refused
WHERE state = 'refused'
    AND NOT EXISTS (
        SELECT 1 FROM zhibu.inbox_file AS taken WHERE taken.sha256 = refused.sha256 AND taken.state = 'taken');
