SELECT key, least(greatest(sum, -9223372036854775808), 9223372036854775807)::bigint AS sum
FROM zhibu.quarter_sum
WHERE quarter = (SELECT max(quarter) FROM zhibu.report)
