INSERT INTO dues_alias (alias, member_id)
VALUES (?1, ?2)
ON CONFLICT (alias) DO UPDATE SET member_id = excluded.member_id
