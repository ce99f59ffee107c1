-- A member's name is the one in the roster.
SELECT guide.*, coalesce(member.name, guide.name) AS called
FROM development_guide AS guide LEFT JOIN member ON member.id = guide.member_id
WHERE :id IS NULL OR file_id = :id
ORDER BY file_id, role, since, guide.id
