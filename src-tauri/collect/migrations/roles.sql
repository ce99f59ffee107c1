-- Who may do what. It can be run again at any time: after a migration the program does, and the keeper of the database does
-- when the program was not allowed to make roles.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['zhibu_collect', 'zhibu_read'] LOOP
        BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted) THEN
                EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
            END IF;
        EXCEPTION
            -- The keeper makes them; or somebody made them just now, for another database of the same server.
            WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN NULL;
        END;
    END LOOP;
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'zhibu_collect') THEN
        GRANT USAGE ON SCHEMA zhibu TO zhibu_collect;
        GRANT SELECT ON ALL TABLES IN SCHEMA zhibu TO zhibu_collect;
        -- What was taken is added to and never changed.
        GRANT INSERT ON zhibu.branch, zhibu.trusted, zhibu.report, zhibu.figure, zhibu.measure TO zhibu_collect;
        GRANT INSERT, UPDATE ON zhibu.inbox_file TO zhibu_collect;
    END IF;
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'zhibu_read') THEN
        GRANT USAGE ON SCHEMA zhibu TO zhibu_read;
        GRANT SELECT ON zhibu.newest, zhibu.branch_figure, zhibu.period_sum, zhibu.missing, zhibu.refusal TO zhibu_read;
    END IF;
END
$$;
