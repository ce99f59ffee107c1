//! Whose table is whose. A room's table is made by the room's own migration (`core/migrations/NNNN_ROOM….sql`); who reads
//! or writes that of another room in its SQL stands here with the reason, and nobody else does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Who, whose tables, why.
const ALLOWED: [(&str, &str, &str); 36] = [
    (
        "attachments",
        "dues",
        "whether the line or payment is there that files are kept with; the room above is not known",
    ),
    ("attachments", "library", "whether the document is there that files are kept with; the room above is not known"),
    ("attachments", "meetings", "whether the meeting is there that files are kept with; the room above is not known"),
    ("attachments", "study", "whether the makeup or certificate is there; the room above is not known"),
    ("attachments", "vault", "bytes lie apart under their hash; one query gives what names them and them"),
    ("attendance", "meetings", "it is the part of the meetings that the roster needs too, and stands below both"),
    ("branch", "meetings", "a group under a new name is the same group in past meetings; the room above is not known"),
    ("elections", "meetings", "in the order of their meetings"),
    ("library", "meetings", "at which meetings a document was spoken of; the room above is not known"),
    ("library", "study", "in which sessions a document was learnt; the room above is not known"),
    ("meetings", "appraisal", "whether one hangs on a meeting, and of which year; the room above is not known"),
    ("meetings", "attachments", "whether any hangs on a meeting; the room above is not known"),
    (
        "meetings",
        "development",
        "who may be voted on, and whether a file rests on a meeting; the room above is not known",
    ),
    ("meetings", "disposals", "whether a disposal rests on a meeting; the room above is not known"),
    ("meetings", "dues", "whether something was spent as a meeting decided; the room above is not known"),
    ("meetings", "elections", "whether one hangs on a meeting, and is concluded; the room above is not known"),
    ("meetings", "reports", "whether a signed one counts a meeting; the room above is not known"),
    ("meetings", "study", "whether hours come from a meeting, before it is deleted; that room knows no meeting"),
    ("meetings", "tasks", "whether a note hangs on a meeting or a resolution; the room above is not known"),
    ("reports", "vault", "when a report was signed is told by the log"),
    ("roster", "study", "a merge settles where both records took part; the room above is not known"),
    ("roster", "talks", "a merge asks whether the two talked with each other; the room above is not known"),
    ("roster", "transfers", "who has a letter out, and which stays a transfer made; the room above is not known"),
    ("rule_sets", "rules", "the rules know no file; this room keeps the set that was taken over"),
    ("study", "meetings", "whether the meeting is there that hours come from; the room above is not known"),
    ("talks", "roster", "the names of the two, in one query"),
    ("tasks", "meetings", "a task is a resolution, and its day that of the meeting"),
    ("transfers", "dues", "a letter says up to which month dues were paid; the room above is not known"),
    ("vault", "attachments", "drops the bytes that none names any more"),
    ("vault", "branch", "a backup says whose it is"),
    ("vault", "development", "drops the bytes of scans that none names any more"),
    ("vault", "reports", "the check compares signed reports with their hashes and the log"),
    ("vault", "returns", "drops the bytes of tables that none names any more"),
    ("vault", "rules", "drops the bytes of rule sets that none names any more"),
    ("vault", "superior", "drops the bytes of reports that none names any more"),
    ("vault", "roster", "the log of a member has what touched that member's facts"),
];

#[test]
fn a_room_reads_only_its_own_tables_or_says_why_not() {
    let owners = owners();
    let mut found: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for path in sources(&core().join("src")) {
        let room = room_of(&path);
        let text = fs::read_to_string(&path).unwrap();
        let statements =
            if path.extension().is_some_and(|ending| ending == "sql") { vec![text] } else { literals(&text) };
        for table in statements.iter().flat_map(|sql| tables(sql)) {
            if let Some(owner) = owners.get(&table).filter(|owner| **owner != room) {
                let told = format!("{table} in {}", path.strip_prefix(core()).unwrap().display());
                found.entry((room.clone(), owner.clone())).or_default().insert(told);
            }
        }
    }
    let is_allowed = |room: &str, owner: &str| ALLOWED.iter().any(|(who, whose, _)| (*who, *whose) == (room, owner));
    let secret: Vec<_> = found.iter().filter(|((room, owner), _)| !is_allowed(room, owner)).collect();
    assert!(secret.is_empty(), "{secret:#?}");
    let is_idle = |who: &str, whose: &str| !found.contains_key(&(who.to_owned(), whose.to_owned()));
    let idle: Vec<_> = ALLOWED.iter().filter(|(who, whose, _)| is_idle(who, whose)).collect();
    assert!(idle.is_empty(), "no longer needed: {idle:#?}");
}

#[test]
fn tables_are_found_wherever_a_statement_names_them() {
    let sql = "-- FROM nowhere\nWITH x AS (SELECT 1) INSERT INTO a SELECT * FROM b AS one, c JOIN \"d\" USING (id)
        WHERE EXISTS (SELECT 1 FROM e, json_each(e.list)) ; UPDATE f SET g = 1; DELETE FROM h";
    let named: Vec<String> = tables(sql).into_iter().collect();
    assert_eq!(named, ["a", "b", "c", "d", "e", "f", "h", "json_each"]);
    let code = "// \"FROM a comment\"\nlet quote = '\"'; one(\"SELECT 1\n FROM b\"); two(\"from the heart\")";
    assert_eq!(literals(code).iter().flat_map(|sql| tables(sql)).collect::<Vec<_>>(), ["b"]);
}

fn core() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/core")
}

/// The room of every table, by the migration that makes it.
fn owners() -> BTreeMap<String, String> {
    let mut owners = BTreeMap::new();
    for entry in fs::read_dir(core().join("migrations")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(room) = name.strip_suffix(".sql").and_then(|name| name.split('_').nth(1)) else { continue };
        let text = fs::read_to_string(core().join("migrations").join(&name)).unwrap();
        let made = text.lines().filter_map(|line| line.strip_prefix("CREATE TABLE ")?.split(' ').next());
        for table in made {
            let before = owners.insert(table.to_owned(), room.to_owned());
            assert!(before.is_none_or(|before| before == room), "{table} is made by two rooms");
        }
    }
    owners
}

/// Source files and statements under a folder, tests aside.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if name != "tests" && name != "testing" && !name.ends_with("_tests") {
            found.push(path);
        }
    }
    found
}

/// The first folder, or the file's own name, below the top of the crate.
fn room_of(path: &Path) -> String {
    let inside = path.strip_prefix(core().join("src")).unwrap();
    let first = inside.iter().next().unwrap().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The texts in quotes of a source file that are statements, its tests aside.
fn literals(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n").replace("'\"'", "").replace("\\\"", "");
    let texts = code.split('"').skip(1).step_by(2);
    let is_statement = |text: &&str| ["SELECT", "INSERT", "UPDATE", "DELETE"].iter().any(|verb| text.contains(verb));
    texts.filter(is_statement).map(str::to_owned).collect()
}

/// What stands in a statement where a table does.
fn tables(sql: &str) -> BTreeSet<String> {
    let bare: Vec<&str> = sql.lines().map(|line| line.split("--").next().unwrap_or_default()).collect();
    let spaced = bare.join(" ").replace(',', " , ").replace(['(', ')', ';', '"'], " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut tables = BTreeSet::new();
    for (at, word) in words.iter().enumerate() {
        if ["JOIN", "INTO", "UPDATE"].contains(word) {
            tables.extend(words.get(at + 1).map(|name| (*name).to_owned()));
        }
        if *word == "FROM" {
            // One table after the other: `a AS one, b`.
            let mut next = at + 1;
            while let Some(name) = words.get(next) {
                tables.insert((*name).to_owned());
                next += if words.get(next + 1) == Some(&"AS") { 3 } else { 1 };
                if words.get(next) != Some(&",") {
                    break;
                }
                next += 1;
            }
        }
    }
    tables
}
