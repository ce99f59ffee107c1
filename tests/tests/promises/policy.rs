//! Promises 19 and 20 on paper, and the boundaries between the crates: what the tree of packages and the texts that
//! are shipped may contain. Which crates, and under which licences, is checked by `cargo deny` (`.cargo/deny.toml`).

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rstest::rstest;
use serde_json::Value;
use sha2::{Digest, Sha256};

#[rstest]
#[case("zhibu-core", &["tauri", "rfd", "tokio", "typst", "lopdf", "calamine", "rust_xlsxwriter", "cms", "x509-cert", "zip", "hayro"])]
#[case("zhibu-documents", &["tauri", "rfd", "tokio"])]
#[case("zhibu-cli", &["tauri", "rfd", "tokio"])]
fn a_crate_knows_nothing_of_the_floors_above_it(#[case] name: &str, #[case] foreign: &[&str]) {
    let below = Tree::read().below(name);
    let found: Vec<_> = foreign.iter().filter(|foreign| below.contains(**foreign)).collect();
    assert!(found.is_empty(), "{name} depends on {found:?}");
}

/// What is handed to a branch has no client of any database server: one program has, and nothing stands on it.
#[test]
fn only_the_collecting_program_can_open_a_connection() {
    let tree = Tree::read();
    let clients = ["postgres", "tokio-postgres", "postgres-protocol", "zhibu-collect"];
    assert!(tree.below("zhibu-collect").contains("tokio-postgres"), "the clients have other names now");
    for member in ["zhibu", "zhibu-core", "zhibu-documents", "zhibu-cli", "zhibu-sample"] {
        let below = tree.below(member);
        let found: Vec<_> = clients.iter().filter(|client| below.contains(**client)).collect();
        assert!(found.is_empty(), "{member} depends on {found:?}");
    }
    assert!(tree.below("zhibu-collect").is_disjoint(&["tauri", "rfd"].map(str::to_owned).into()));
}

/// The core's floors are the groups of `pub mod` lines in its `lib.rs`.
#[test]
fn a_room_of_the_core_knows_only_the_floors_below_it() {
    let core = Path::new("src-tauri/core/src");
    let lib = fs::read_to_string(root().join(core).join("lib.rs")).unwrap();
    let room = |line: &str| line.strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_owned);
    let floors: Vec<Vec<String>> = lib.split("\n\n").map(|group| group.lines().filter_map(room).collect()).collect();
    let height = |room: &str| floors.iter().position(|floor| floor.iter().any(|other| other == room));
    let mut found = Vec::new();
    for path in naming("src-tauri/core/src", &["rs"], "") {
        let modules: Vec<String> = path
            .strip_prefix(core)
            .unwrap()
            .with_extension("")
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        let name = &modules[modules.len() - 1];
        if ["lib", "testing", "tests"].contains(&modules[0].as_str()) || name == "tests" || name.ends_with("_tests") {
            continue;
        }
        let own = height(&modules[0]).unwrap_or_else(|| panic!("{} stands on no floor of lib.rs", path.display()));
        let depth = modules.len() - usize::from(name == "mod");
        for other in rooms_named(&fs::read_to_string(root().join(&path)).unwrap(), depth) {
            // What only tests are built with stands on top of all, and no product can know it.
            if other != modules[0] && other != "testing" && height(&other).is_some_and(|height| height >= own) {
                found.push(format!("{} knows {other}", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// What a file `depth` modules below the top of its crate takes from there, its tests aside. Of a list in braces every name
/// counts: rather too many than too few.
fn rooms_named(text: &str, depth: usize) -> BTreeSet<String> {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let code: String = code.lines().map(str::trim).filter(|line| !line.starts_with("//")).collect();
    assert!(!code.contains("use crate as") && !code.contains("extern crate"), "the crate under another name");
    let code = code.replace(&"super::".repeat(depth), "crate::");
    let words =
        |part: &str| part.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_owned).collect::<Vec<_>>();
    let mut rooms = BTreeSet::new();
    for part in code.split("crate::").skip(1) {
        match part.strip_prefix('{') {
            Some(list) => rooms.extend(words(list.split(';').next().unwrap_or_default())),
            None => rooms.extend(words(part).into_iter().next()),
        }
    }
    rooms
}

#[rstest]
#[case("rusqlite", &["zhibu-core"])]
#[case("tauri", &["zhibu"])]
#[case("rfd", &["zhibu"])]
#[case("zhibu-documents", &["zhibu", "zhibu-cli", "zhibu-collect", "zhibu-tests"])]
#[case("hayro", &["zhibu-documents"])]
fn only_its_owner_names_a_crate(#[case] owned: &str, #[case] owners: &[&str]) {
    let tree = Tree::read();
    for member in ["zhibu", "zhibu-cli", "zhibu-collect", "zhibu-core", "zhibu-documents"] {
        let names_it = tree.direct(member).contains(owned);
        assert!(!names_it || owners.contains(&member), "{member} names {owned}, which belongs to {owners:?}");
    }
}

#[test]
fn the_pages_may_load_only_what_is_shipped_with_them() {
    let config: Value = json("src-tauri/tauri.conf.json");
    let security = &config["app"]["security"];
    let policy = security["csp"].as_str().expect("a policy");
    assert!(policy.starts_with("default-src 'self';"), "{policy}");
    for word in ["unsafe-", "*", "https:", "ws:", "wss:"] {
        assert!(!policy.contains(word), "the policy allows {word}: {policy}");
    }
    for directive in ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "script-src 'self';"] {
        assert!(policy.contains(directive), "the policy lacks {directive}: {policy}");
    }
    for weakening in ["devCsp", "dangerousDisableAssetCspModification", "assetProtocol", "headers"] {
        assert!(security.get(weakening).is_none(), "{weakening} is set");
    }
    assert_eq!(config["app"]["withGlobalTauri"], false);
    assert_eq!(config["build"].get("devUrl"), None);
}

#[test]
fn the_window_may_ask_for_the_shells_own_commands_alone() {
    let folder = root().join("src-tauri/capabilities");
    let names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["main.json"]);
    let capability = json("src-tauri/capabilities/main.json");
    let allowed = [
        "allow-call",
        "allow-cancel",
        "allow-watch-closing",
        "allow-close-window",
        "allow-watch-drops",
        "allow-pick",
        "allow-recent",
        "allow-default-vault",
        "allow-preferences",
        "allow-prefer",
        "allow-open-sample",
        "allow-show",
    ];
    assert_eq!(capability["permissions"], serde_json::json!(allowed));
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert!(capability.get("remote").is_none());
}

#[test]
fn one_file_of_the_window_knows_tauri() {
    let who: Vec<_> = naming("ui/src", &["ts", "vue"], "@tauri-apps/");
    assert!(who.is_empty() || who == [Path::new("ui/src/ipc/call.ts")], "{who:?} import @tauri-apps");
}

#[rstest]
#[case("v-html")]
#[case("innerHTML")]
#[case("outerHTML")]
#[case("insertAdjacentHTML")]
#[case("document.write")]
fn text_never_becomes_markup_in_the_window(#[case] way: &str) {
    assert_eq!(naming("ui/src", &["ts", "vue"], way), Vec::<PathBuf>::new());
}

#[test]
fn only_the_vault_holds_a_connection() {
    let who = naming("src-tauri", &["rs"], "Connection");
    let strangers: Vec<_> = who.iter().filter(|path| !path.starts_with("src-tauri/core/src/vault")).collect();
    assert!(strangers.is_empty(), "{strangers:?} name Connection; every write goes through the gate");
}

/// On Windows a handle that may only read cannot be flushed, and what is renamed without a flush of its folder may be gone
/// after a power loss: there is one place that does both right.
#[rstest]
#[case("sync_all")]
#[case("sync_data")]
#[case("fs::rename")]
#[case("fs::hard_link")]
#[case(".persist(")]
#[case("NamedTempFile")]
fn one_place_puts_files_in_place(#[case] way: &str) {
    let who: Vec<_> = naming("src-tauri", &["rs"], way).into_iter().filter(|path| says(path, way)).collect();
    let allowed = Path::new("src-tauri/core/src/disk.rs");
    assert!(who.iter().all(|path| path == allowed), "{who:?} use {way}; zhibu_core::disk is the place for it");
}

/// To open the open vault a second time would drop its locks; its two doors refuse it.
#[rstest]
#[case(".path(token", &["src-tauri/core/src/app/lifecycle.rs", "src-tauri/core/src/files.rs"])]
#[case("desktop.path(", &["src-tauri/core/src/app/lifecycle.rs", "src-tauri/core/src/files.rs", "src-tauri/core/src/app/backups.rs", "src-tauri/src/call.rs", "src-tauri/src/show.rs"])]
#[case("desktop.as_ref().path(", &[])]
fn a_token_becomes_a_path_where_the_open_file_is_refused(#[case] way: &str, #[case] allowed: &[&str]) {
    let who: Vec<_> = naming("src-tauri", &["rs"], way).into_iter().filter(|path| says(path, way)).collect();
    assert!(who.iter().all(|path| allowed.iter().any(|own| path == Path::new(own))), "{who:?} use {way}");
}

/// Whether a source file says `word` outside its tests.
fn says(path: &Path, word: &str) -> bool {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let is_test = name == "tests" || name.ends_with("_tests") || name == "testing";
    let text = fs::read_to_string(root().join(path)).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let code = code.split("#[cfg(all(test, unix))]\nmod tests {").next().unwrap_or_default();
    !is_test && code.lines().filter(|line| !line.trim_start().starts_with("//")).any(|line| line.contains(word))
}

/// The bundler takes the package's name from here, and dpkg refuses a Chinese one; the menu shows the desktop entry's.
#[test]
fn the_package_has_a_name_that_can_be_installed_and_one_that_can_be_read() {
    let config = json("src-tauri/tauri.conf.json");
    let name = config["productName"].as_str().unwrap();
    assert!(name.starts_with(|c: char| c.is_ascii_lowercase()), "{name}");
    assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "+-.".contains(c)), "{name}");
    let entry = config["bundle"]["linux"]["deb"]["desktopTemplate"].as_str().unwrap();
    let entry = fs::read_to_string(root().join("src-tauri").join(entry)).unwrap();
    assert!(entry.lines().any(|line| line == "Name=支部工作台"), "{entry}");
}

/// Undo takes a change back row by row; rows that went by themselves would no longer be found.
#[test]
fn no_table_deletes_rows_by_itself() {
    assert_eq!(naming("src-tauri/core/migrations", &["sql"], "CASCADE"), Vec::<PathBuf>::new());
}

/// SQLite makes a table of its own for a list of three or more, for every row that is written; an import of ten thousand
/// members took twice as long for it.
#[test]
fn no_column_is_checked_against_a_long_list() {
    for path in naming("src-tauri/core/migrations", &["sql"], " IN (") {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        for list in text.split(" IN (").skip(1) {
            let list = list.split(')').next().unwrap_or_default();
            assert!(list.split(',').count() <= 2, "{}: IN ({list})", path.display());
        }
    }
}

/// A file somebody works with was made by the released text: it must stay as it was. A new migration adds a line to
/// HASHES (`sha256sum 0*.sql > HASHES`); a line that is there never changes.
#[test]
fn released_migrations_are_as_they_were() {
    let folder = root().join("src-tauri/core/migrations");
    let mut texts: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    texts.retain(|path| path.extension().is_some_and(|ending| ending == "sql"));
    texts.sort();
    let found: String = texts
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            format!("{}  {name}\n", hex::encode(Sha256::digest(fs::read(path).unwrap())))
        })
        .collect();
    assert_eq!(found, fs::read_to_string(folder.join("HASHES")).unwrap());
}

/// What depends on what, without what only builds or tests need.
struct Tree {
    /// Normal dependencies by package name. Two versions of one crate count as one.
    needs: BTreeMap<String, BTreeSet<String>>,
}

impl Tree {
    fn read() -> Self {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version=1", "--locked", "--filter-platform", "x86_64-unknown-linux-gnu"])
            .current_dir(root())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();

        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let packages = list(&metadata["packages"]);
        let names: BTreeMap<String, String> =
            packages.iter().map(|package| (text(&package["id"]), text(&package["name"]))).collect();
        let mut needs = BTreeMap::<String, BTreeSet<String>>::new();
        for node in list(&metadata["resolve"]["nodes"]) {
            let normal =
                list(&node["deps"]).iter().filter(|dep| list(&dep["dep_kinds"]).iter().any(|k| k["kind"].is_null()));
            needs
                .entry(names[&text(&node["id"])].clone())
                .or_default()
                .extend(normal.map(|dep| names[&text(&dep["pkg"])].clone()));
        }
        Self { needs }
    }

    fn direct(&self, name: &str) -> &BTreeSet<String> {
        self.needs.get(name).unwrap_or_else(|| panic!("no crate is called {name}"))
    }

    /// `name` and all it stands on.
    fn below(&self, name: &str) -> BTreeSet<String> {
        let mut seen = BTreeSet::from([name.to_owned()]);
        let mut open = VecDeque::from([name.to_owned()]);
        while let Some(next) = open.pop_front() {
            open.extend(self.direct(&next).iter().filter(|need| seen.insert((*need).clone())).cloned());
        }
        seen
    }
}

/// `ui/src/ipc/words.ts` is written from the core: whoever needs a name takes it from there.
#[test]
fn the_window_writes_no_name_that_the_core_has() {
    let words = zhibu_core::commands::typescript_words();
    let cases: Vec<(&str, &str, &str)> = words
        .split("\nexport const ")
        .skip(1)
        .flat_map(|group| {
            let name = group.split(':').next().unwrap_or_default();
            group.lines().skip(1).filter_map(move |line| {
                let (code, title) = line.trim().trim_end_matches(',').split_once(": ")?;
                Some((name, code, title))
            })
        })
        .collect();
    assert!(cases.len() > 100, "words.ts is not read any more: {cases:?}");
    let mut found = Vec::new();
    for path in naming("ui/src", &["ts", "vue"], "") {
        if path.starts_with("ui/src/ipc") {
            continue;
        }
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let mut written = BTreeMap::<&str, usize>::new();
        for (name, code, title) in &cases {
            let forms =
                [format!("{code}: {title}"), format!("'{code}', label: {title}"), format!("'{code}', name: {title}")];
            if forms.iter().any(|form| text.contains(form)) {
                *written.entry(name).or_default() += 1;
            }
        }
        // Two may be a coincidence, unless there are no more; three are a list.
        let all = |name: &str| cases.iter().filter(|(of, ..)| *of == name).count();
        let lists = written.into_iter().filter(|(name, count)| *count >= all(name).min(3)).map(|(name, _)| name);
        found.extend(lists.map(|name| format!("{} writes {name} again", path.display())));
    }
    assert!(found.is_empty(), "{found:#?}");
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// Whoever reads `D15` or `trap 3` in the code finds it in the repository: the rules in the data, the traps in `DOMAIN.md`.
#[test]
fn every_rule_and_trap_that_the_code_cites_can_be_looked_up() {
    let rules = naming("src-tauri/core/rules", &["toml"], "");
    let rules: String = rules.iter().map(|path| fs::read_to_string(root().join(path)).unwrap()).collect();
    let domain = fs::read_to_string(root().join("docs/DOMAIN.md")).unwrap();
    let (_, traps) = domain.split_once("## 6. Traps").unwrap();
    let mut unknown = BTreeSet::new();
    let mut cited = 0;
    for path in naming("src-tauri", &["rs", "sql"], "").iter().chain(&naming("ui/src", &["ts", "vue"], "")) {
        let text = fs::read_to_string(root().join(path)).unwrap();
        let words: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).collect();
        for (at, word) in words.iter().enumerate() {
            let follows_trap = at > 0 && ["trap", "traps"].contains(&words[at - 1]);
            let is_known = if follows_trap && word.parse::<u8>().is_ok() {
                traps.contains(&format!("\n{word}. "))
            } else if is_rule_id(word) {
                rules.contains(&format!("id = \"{word}\""))
            } else {
                continue;
            };
            cited += 1;
            if !is_known {
                unknown.insert(format!("{}: {word}", path.display()));
            }
        }
    }
    assert!(cited > 500, "only {cited} citations were found");
    assert!(unknown.is_empty(), "{unknown:#?}");
}

/// Whatever a crate offers says what it is. A field or a variant needs no words where its name says it all, which is why
/// this is not left to `missing_docs`.
#[test]
fn what_is_public_says_what_it_is() {
    let kinds = ["fn ", "const ", "async ", "struct ", "enum ", "trait ", "type ", "static ", "macro "];
    let mut silent = Vec::new();
    for path in naming("src-tauri", &["rs"], "pub ").into_iter().chain(naming("tests/src", &["rs"], "pub ")) {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        for (at, line) in lines.iter().enumerate() {
            let rest = line.strip_prefix("pub ").filter(|rest| !rest.contains('$'));
            let is_item = rest.is_some_and(|rest| kinds.iter().any(|kind| rest.starts_with(kind)));
            // Between an item and what is said of it stand attributes only.
            let above = lines[..at].iter().rev();
            let ends = |line: &&&str| line.is_empty() || line.ends_with(['{', '}', ';']);
            let said = above.take_while(|line| !ends(line)).any(|line| line.starts_with("///"));
            if is_item && !said {
                silent.push(format!("{}:{}: {line}", path.display(), at + 1));
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

/// A letter of the rule book and two digits.
fn is_rule_id(word: &str) -> bool {
    matches!(word.as_bytes(), [b'B' | b'D' | b'E' | b'F' | b'S' | b'V', tens, ones]
        if tens.is_ascii_digit() && ones.is_ascii_digit())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn json(path: &str) -> Value {
    serde_json::from_slice(&fs::read(root().join(path)).unwrap()).unwrap()
}

/// Source files under `folder`, tests aside, that contain `word`; relative to the root.
fn naming(folder: &str, endings: &[&str], word: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from(folder)];
    while let Some(path) = open.pop() {
        let full = root().join(&path);
        if full.is_dir() {
            open.extend(fs::read_dir(full).unwrap().map(|entry| path.join(entry.unwrap().file_name())));
        } else if !path.to_string_lossy().contains(".test.")
            && path.extension().is_some_and(|own| endings.iter().any(|ending| own == *ending))
            && fs::read_to_string(full).unwrap().contains(word)
        {
            found.push(path);
        }
    }
    found.sort();
    found
}
