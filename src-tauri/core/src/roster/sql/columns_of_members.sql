SELECT tables.name, key."from"
FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS key
WHERE tables.type = 'table' AND key."table" = 'member'
ORDER BY tables.name, key."from"
