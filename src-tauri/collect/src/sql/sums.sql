SELECT key, least(greatest(sum, -9223372036854775808), 9223372036854775807)::bigint AS sum
FROM zhibu.period_sum
WHERE period = (
    SELECT period FROM zhibu.report ORDER BY zhibu.last_quarter(period) DESC, length(period), period LIMIT 1)
