SELECT
    count(*) FILTER (WHERE left_on IS NULL) AS current,
    count(*) FILTER (WHERE left_on IS NULL AND kind = 'full') AS full,
    count(*) FILTER (WHERE left_on IS NULL AND kind = 'probationary') AS probationary,
    count(*) FILTER (WHERE left_on IS NULL AND missing_fields > 0) AS incomplete,
    count(*) FILTER (WHERE left_on IS NULL AND is_mobile) AS mobile,
    count(*) FILTER (WHERE left_on IS NULL AND is_lost) AS lost,
    count(*) FILTER (WHERE left_on IS NOT NULL) AS former
FROM member
