-- 0030_log_baseline

-- From here on an upgrade writes into the log how it left the tables, so that records can be compared with what the log
-- says was done since. This step gives files of before that line and changes nothing else.
