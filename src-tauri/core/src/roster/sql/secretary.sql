-- Of each member the newest office: max() picks the row.
SELECT member.name
FROM (
    SELECT member_id, value, max(coalesce(since, '') || printf('%010d', id))
    FROM member_fact WHERE aspect = 'office' GROUP BY member_id
) AS newest
JOIN member ON member.id = newest.member_id AND member.left_on IS NULL
-- Codes of an office held together stand one after the other.
WHERE instr(',' || newest.value || ',', ',secretary,')
ORDER BY member.id
