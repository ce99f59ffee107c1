//! Which room a table belongs to: that of the migration that makes it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::migrate::MIGRATIONS;
use crate::values::Room;

/// The storage itself owns the log, the undo steps and what else is about the file rather than the branch: none of it is
/// recorded, undone or dumped.
const STORAGE: &str = "vault";

/// The folder of the room that owns each table.
static OWNERS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let made = |sql: &'static str| sql.lines().filter_map(|line| line.strip_prefix("CREATE TABLE ")?.split(' ').next());
    MIGRATIONS.iter().flat_map(|(name, sql)| made(sql).map(|table| (table, room_named(name)))).collect()
});

/// The word behind a migration's number.
fn room_named(migration: &'static str) -> &'static str {
    migration.split('_').nth(1).unwrap_or_default()
}

/// Whether a table is about this copy of the file and not about the branch.
pub(super) fn is_storage(table: &str) -> bool {
    OWNERS.get(table) == Some(&STORAGE)
}

/// The room that a table belongs to; `None` for the storage's own, and for one that no migration makes.
pub(super) fn room_of(table: &str) -> Option<Room> {
    OWNERS.get(table).and_then(|folder| Room::in_folder(folder))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::Vault;
    use crate::vault::dump::table_names;

    #[test]
    fn every_migration_is_of_a_room_and_every_table_has_one() {
        for (name, _) in MIGRATIONS {
            let room = room_named(name);
            assert!(room == STORAGE || Room::in_folder(room).is_some(), "{name}");
        }
        for table in table_names(&Vault::in_memory().connection).unwrap() {
            assert!(room_of(&table).is_some(), "{table}");
        }
    }

    #[test]
    fn the_migrations_are_numbered_without_a_gap() {
        for (number, (name, _)) in (1..).zip(MIGRATIONS) {
            assert!(name.starts_with(&format!("{number:04}_")), "{name}");
        }
    }
}
