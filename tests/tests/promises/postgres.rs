//! Reports in a PostgreSQL that several workers share: each report once, whatever dies when, and the same figures as in a
//! superior's file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use zhibu_tests::postgres::{Hold, PASSWORD, Postgres};
use zhibu_tests::{Program, binary};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-10-08";

/// So many that three workers have some each.
const REPORTS: usize = 48;

static SERVER: LazyLock<Postgres> = LazyLock::new(|| Postgres::start().unwrap());

/// Reports that cost half a minute to sign, for all tests here.
static INBOX: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = TempDir::new().unwrap();
    let count = REPORTS.to_string();
    cli(folder.path(), &["demo-reports", "收件", &count, "--quarter", "2026Q3"]);
    folder
});

fn cli(folder: &Path, arguments: &[&str]) -> Value {
    let output = zhibu_tests::cli(folder, TODAY, arguments).unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap_or_default()
}

/// What a superior's new file says of a folder.
fn vault_says(folder: &Path, inbox: &str, trust: &str) -> Value {
    cli(folder, &["new", "上级.zhibu", "--branch", "示例街道社会组织党委", "--kind", "superior"]);
    cli(folder, &["collect", inbox, "--into", "上级.zhibu", "--trust", trust])
}

fn worker(folder: &Path, address: &str, trust: &Path) -> Command {
    let mut command = Command::new(binary("zhibu-collect").unwrap());
    command.arg(folder).args(["--json", "--today", TODAY, "--into", address, "--trust"]).arg(trust);
    command.env("PGPASSWORD", PASSWORD).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn said(worker: Child) -> Value {
    let output = worker.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn collect(folder: &Path, address: &str, trust: &Path) -> Value {
    said(worker(folder, address, trust).spawn().unwrap())
}

/// What a worker that must fail says.
fn problem(mut worker: Command) -> Value {
    let output = worker.output().unwrap();
    assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let mut said: Value = serde_json::from_slice(&output.stderr).unwrap_or_else(|error| {
        panic!("{error}: {}", String::from_utf8_lossy(&output.stderr));
    });
    said["error"].take()
}

/// A folder with links to the first of the reports, and the list of certificates of all.
fn some(count: usize) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    link(folder.path(), 0..count);
    (folder, INBOX.path().join("收件/trust.txt"))
}

fn link(folder: &Path, which: std::ops::Range<usize>) {
    let mut reports: Vec<_> =
        std::fs::read_dir(INBOX.path().join("收件")).unwrap().map(|entry| entry.unwrap().path()).collect();
    reports.retain(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    reports.sort();
    assert_eq!(reports.len(), REPORTS);
    for report in &reports[which] {
        std::fs::hard_link(report, folder.join(report.file_name().unwrap())).unwrap();
    }
}

/// All that was taken, for comparing.
fn dump(database: &str) -> String {
    let tables = [
        "SELECT branch, period, version, sha256, fingerprint, signed_at, received_on, file, remark, md5(pdf) FROM zhibu.report ORDER BY 1, 2, 3",
        "SELECT * FROM zhibu.figure ORDER BY 1, 2, 3, 4",
        "SELECT * FROM zhibu.branch ORDER BY 1",
        "SELECT * FROM zhibu.trusted ORDER BY 1, 2",
        "SELECT * FROM zhibu.period_sum ORDER BY 1, 2",
    ];
    tables.map(|sql| SERVER.psql(database, sql).unwrap()).join("\n\n")
}

fn number(database: &str, sql: &str) -> usize {
    SERVER.psql(database, sql).unwrap().parse().unwrap()
}

fn until(what: &str, mut done: impl FnMut() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < Duration::from_secs(60), "still not: {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn sums_of(database: &str) -> Value {
    let lines = SERVER.psql(database, "SELECT key, sum FROM zhibu.period_sum WHERE period = '2026Q3'").unwrap();
    let pair = |line: &str| {
        let (key, sum) = line.split_once('|').unwrap();
        (key.to_owned(), json!(sum.parse::<i64>().unwrap()))
    };
    Value::Object(lines.lines().map(pair).collect())
}

#[test]
fn three_workers_that_are_killed_in_the_middle_and_started_again_take_every_report_once() {
    let (folder, trust) = some(20);
    let address = SERVER.database("kills");
    let first = collect(folder.path(), &address, &trust);
    assert_eq!((&first["taken"], &first["known"]), (&json!(20), &json!(0)), "{first:#}");
    // Three workers come to where they would store what they judged, and cannot.
    let others = TempDir::new().unwrap();
    link(others.path(), 0..REPORTS);
    let hold = Hold::new(&SERVER, "kills", "LOCK TABLE zhibu.report IN EXCLUSIVE MODE");
    let workers: Vec<Child> = (0..2).map(|_| worker(others.path(), &address, &trust).spawn().unwrap()).collect();
    let waiting = "SELECT count(*) FROM pg_locks JOIN pg_class ON pg_class.oid = relation
        WHERE relname = 'report' AND NOT granted";
    until("both wait to store", || number("kills", waiting) == 2);
    // What they hold is nobody else's: a third finds the rest only, which is nothing.
    let free =
        "SELECT count(*) FROM (SELECT 1 FROM zhibu.inbox_file WHERE state = 'waiting' FOR UPDATE SKIP LOCKED) AS x";
    assert_eq!(number("kills", "SELECT count(*) FROM zhibu.inbox_file WHERE state = 'waiting'"), REPORTS - 20);
    assert!(number("kills", free) < REPORTS - 20, "they have taken hold of some");
    for mut worker in workers {
        worker.kill().unwrap();
        worker.wait().unwrap();
    }
    drop(hold);
    // At once and not when some time is over.
    until("their claims are free", || number("kills", free) == REPORTS - 20);
    assert_eq!(number("kills", "SELECT count(*) FROM zhibu.report"), 20, "nothing of the dead is there");
    assert_eq!(
        number("kills", "SELECT count(*) FROM zhibu.figure WHERE branch NOT IN (SELECT branch FROM zhibu.report)"),
        0
    );

    // Again three, of which one dies while the others work.
    let mut workers: Vec<Child> = (0..3).map(|_| worker(others.path(), &address, &trust).spawn().unwrap()).collect();
    until("somebody has begun", || number("kills", "SELECT count(*) FROM zhibu.report") > 20);
    let mut dead = workers.pop().unwrap();
    dead.kill().unwrap();
    dead.wait().unwrap();
    let done: Vec<Value> = workers.into_iter().map(said).collect();
    for one in &done {
        let total = one["taken"].as_u64().unwrap() + one["known"].as_u64().unwrap();
        assert_eq!((total, &one["refused"]), (REPORTS as u64, &json!(0)), "{one:#}");
        assert_eq!(one["sums"], done[0]["sums"], "each waited for the others");
    }
    assert_eq!(number("kills", "SELECT count(*) FROM zhibu.report"), REPORTS);
    assert_eq!(number("kills", "SELECT count(DISTINCT branch) FROM zhibu.report"), REPORTS);
    let vault = TempDir::new().unwrap();
    let by_vault = vault_says(vault.path(), others.path().to_str().unwrap(), trust.to_str().unwrap());
    assert_eq!(done[0]["sums"], by_vault["sums"]);
    let kept = sums_of("kills");
    for (key, sum) in kept.as_object().unwrap() {
        assert_eq!(*sum, by_vault["sums"][key], "{key}");
    }
    assert!(kept["members"].as_i64().unwrap() > 150 && kept["dues_owed"].as_i64().unwrap() > 0, "{kept}");

    let before = dump("kills");
    let again = collect(others.path(), &address, &trust);
    assert_eq!((&again["taken"], &again["known"], &again["refused"]), (&json!(0), &json!(REPORTS), &json!(0)));
    assert_eq!(again["sums"], by_vault["sums"]);
    assert_eq!(dump("kills"), before, "taking it again changes nothing");
    // What is kept is what came.
    let one = std::fs::read_dir(others.path()).unwrap().next().unwrap().unwrap();
    let sql = format!(
        "SELECT encode(sha256(pdf), 'hex') = sha256 FROM zhibu.report WHERE file = '{}'",
        one.file_name().to_str().unwrap()
    );
    assert_eq!(SERVER.psql("kills", &sql).unwrap(), "t");
}

#[test]
fn three_workers_that_start_at_once_in_an_empty_database_share_the_work() {
    let (folder, trust) = some(REPORTS);
    let address = SERVER.database("together");
    let workers: Vec<Child> = (0..3).map(|_| worker(folder.path(), &address, &trust).spawn().unwrap()).collect();
    let done: Vec<Value> = workers.into_iter().map(said).collect();
    let taken: u64 = done.iter().map(|one| one["taken"].as_u64().unwrap()).sum();
    assert_eq!(taken, REPORTS as u64, "each report by one worker: {done:#?}");
    assert_eq!(number("together", "SELECT count(*) FROM zhibu.report"), REPORTS);
    assert_eq!(number("together", "SELECT version FROM zhibu.schema_version"), 1);
    let workers = "SELECT count(DISTINCT worker) FROM zhibu.inbox_file";
    assert!(number("together", workers) > 1, "more than one has worked");
}

#[test]
fn whom_one_list_trusts_another_may_not_and_what_was_taken_is_trusted_from_then_on() {
    let (folder, trust) = some(4);
    let address = SERVER.database("lists");
    let program = Program::new(TODAY);
    let fingerprint = |path: &Path| {
        let view = program.ok("report_verify", json!({ "file": path.to_str().unwrap() }));
        (view["fingerprint"].as_str().unwrap().to_owned(), view["signer"].as_str().unwrap().to_owned())
    };
    let mut reports: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    reports.sort();
    let known: Vec<_> = reports.iter().map(|path| fingerprint(path)).collect();
    // One with its branch's name, one without, one under a wrong name.
    let short = program.path("short.txt");
    let lines = [
        format!("\u{feff}{} {}\r\n\r\n", known[0].0, known[0].1),
        format!("  {}\n", known[1].0.to_lowercase()),
        format!("{} 别的支部\n", known[2].0),
    ];
    std::fs::write(&short, lines.concat()).unwrap();
    let some = collect(folder.path(), &address, &short);
    assert_eq!((&some["taken"], &some["refused"]), (&json!(2), &json!(2)), "{some:#}");
    let codes: Vec<_> = some["refusals"].as_array().unwrap().iter().map(|one| one["code"].clone()).collect();
    assert_eq!(codes, ["wrong_branch", "unknown_signer"]);
    let by_vault = vault_says(program.folder(), folder.path().to_str().unwrap(), "short.txt");
    assert_eq!(some, by_vault, "a superior's file judges alike");
    assert_eq!(number("lists", "SELECT count(*) FROM zhibu.refusal"), 2);
    // The branch of the wrong name has not sent.
    assert_eq!(SERVER.psql("lists", "SELECT * FROM zhibu.missing").unwrap(), "2026Q3|别的支部");

    let all = collect(folder.path(), &address, &trust);
    assert_eq!((&all["taken"], &all["known"], &all["refused"]), (&json!(2), &json!(2), &json!(0)), "{all:#}");
    assert_eq!(number("lists", "SELECT count(*) FROM zhibu.refusal"), 0, "what was taken is refused no more");
    let none = program.path("none.txt");
    std::fs::write(&none, "").unwrap();
    assert_eq!(collect(folder.path(), &address, &none)["known"], 4);
    std::fs::write(&none, "这不是指纹\n").unwrap();
    assert_eq!(problem(worker(folder.path(), &address, &none))["code"], "not_a_certificate");
}

#[test]
fn every_bad_file_has_its_code_and_copies_are_known() {
    let (folder, trust) = some(3);
    let mut reports: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    reports.sort();
    let sound = std::fs::read(&reports[0]).unwrap();
    std::fs::create_dir(folder.path().join("第二批")).unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    let mut changed = sound.clone();
    changed[2000] ^= 1;
    write("改过.pdf", &changed);
    write("第二批/改过的副本.pdf", &changed);
    write("半份.pdf", &sound[..sound.len() / 2]);
    write("空的.pdf", b"");
    write("加了内容.pdf", &[&sound[..], b"note"].concat());
    write("照片.pdf", b"\xFF\xD8\xFF\xE0 photo");
    write("副本.pdf", &sound);
    write("说明.txt", b"this is no report and is passed over");
    std::fs::File::create(folder.path().join("大.pdf")).unwrap().set_len(40 << 20).unwrap();
    let address = SERVER.database("bad");
    let collected = collect(folder.path(), &address, &trust);
    let vault = TempDir::new().unwrap();
    let by_vault = vault_says(vault.path(), folder.path().to_str().unwrap(), trust.to_str().unwrap());
    assert_eq!(collected, by_vault, "word for word");
    let codes: BTreeSet<_> =
        collected["refusals"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect();
    let expected = ["changed_after_signing", "content_changed", "empty", "file_too_large", "not_a_pdf", "truncated"];
    assert_eq!(codes, expected.map(str::to_owned).into());
    assert_eq!((&collected["taken"], &collected["known"], &collected["refused"]), (&json!(3), &json!(1), &json!(7)));
    let again = collect(folder.path(), &address, &trust);
    assert_eq!((&again["taken"], &again["known"]), (&json!(0), &json!(4)));
    assert_eq!(again["refusals"], collected["refusals"]);
}

#[test]
fn a_later_version_takes_the_place_of_the_earlier_and_another_file_of_the_same_does_not() {
    let program = Program::new(TODAY);
    std::fs::create_dir_all(program.path("收件")).unwrap();
    let branch = json!({ "name": "第一支部" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    let sign = |reason: Value, file: &str| {
        let version = program.ok("report_sign", json!({ "period": "2026Q3", "reason": reason }))["value"].take();
        program.ok("report_export", json!({ "id": version["id"], "file": file }));
    };
    // Its certificate is there from its first signature on; then the file of records is copied.
    program.ok("report_sign", json!({ "period": "2026Q2", "reason": null }));
    let fingerprint = program.ok("signing_get", json!({}))["own"]["fingerprint"].as_str().unwrap().to_owned();
    program.ok("vault_lock", json!({}));
    std::fs::copy(program.path("a.zhibu"), program.path("b.zhibu")).unwrap();
    let open = |file: &str| drop(program.ok("vault_unlock", json!({ "file": file, "passphrase": PASSPHRASE })));
    open("a.zhibu");
    sign(Value::Null, "收件/一.pdf");
    let trust = program.path("trust.txt");
    std::fs::write(&trust, format!("{fingerprint}\n")).unwrap();
    let address = SERVER.database("versions");
    assert_eq!(collect(&program.path("收件"), &address, &trust)["taken"], 1);
    sign(json!("漏了一次会议"), "收件/二.pdf");
    program.ok("vault_lock", json!({}));
    open("b.zhibu");
    let record = json!({ "id": null, "name": "江一帆", "id_number": null, "sex": "female", "birth": "1980-01-02", "kind": "full",
        "joined": "2010-07-01", "converted": null, "lost_contact_since": null, "entered_on": null });
    program.ok("member_save", json!({ "record": record }));
    sign(Value::Null, "收件/又一.pdf");
    let second = collect(&program.path("收件"), &address, &trust);
    assert_eq!(
        (&second["taken"], &second["known"], &second["refused"]),
        (&json!(1), &json!(1), &json!(1)),
        "{second:#}"
    );
    assert_eq!(second["refusals"][0]["code"], "other_content");
    assert_eq!(SERVER.psql("versions", "SELECT version FROM zhibu.newest").unwrap(), "2");
    assert_eq!(SERVER.psql("versions", "SELECT file FROM zhibu.report ORDER BY version").unwrap(), "一.pdf\n二.pdf");
    // In one batch, too, one of the two is taken.
    let address = SERVER.database("versions at once");
    let at_once = collect(&program.path("收件"), &address, &trust);
    assert_eq!((&at_once["taken"], &at_once["refused"]), (&json!(2), &json!(1)), "{at_once:#}");
}

#[test]
fn who_may_collect_changes_nothing_that_was_taken_and_who_may_read_sees_the_views_alone() {
    let (folder, trust) = some(3);
    let owner = SERVER.database("roles");
    assert_eq!(problem(worker(folder.path(), &SERVER.address("nobody", "roles"), &trust))["code"], "wrong_password");
    let login = format!(
        "CREATE ROLE early LOGIN PASSWORD '{PASSWORD}';
        CREATE ROLE clerk LOGIN PASSWORD '{PASSWORD}'; CREATE ROLE reader LOGIN PASSWORD '{PASSWORD}'"
    );
    SERVER.psql("roles", &login).unwrap();
    // Whoever may make no tables is told what is missing.
    assert_eq!(problem(worker(folder.path(), &SERVER.address("early", "roles"), &trust))["code"], "forbidden");
    let (empty, _) = some(0);
    collect(empty.path(), &owner, &trust);
    SERVER.psql("roles", "GRANT zhibu_collect TO clerk; GRANT zhibu_read TO reader").unwrap();
    assert_eq!(collect(folder.path(), &SERVER.address("clerk", "roles"), &trust)["taken"], 3);
    for sql in [
        "UPDATE zhibu.report SET version = 2",
        "DELETE FROM zhibu.figure",
        "UPDATE zhibu.figure SET number = 0",
        "DELETE FROM zhibu.inbox_file",
        "UPDATE zhibu.schema_version SET version = 9",
        "DROP TABLE zhibu.figure",
        "CREATE TABLE zhibu.own (x int)",
    ] {
        let error = SERVER.psql_as("clerk", "roles", sql).unwrap_err().to_string();
        assert!(error.contains("permission denied") || error.contains("must be owner"), "{sql}: {error}");
    }
    for view in ["newest", "branch_figure", "period_sum", "missing", "refusal"] {
        SERVER.psql_as("reader", "roles", &format!("SELECT * FROM zhibu.{view}")).unwrap();
    }
    for table in ["report", "figure", "branch", "trusted", "inbox_file", "measure"] {
        let error = SERVER.psql_as("reader", "roles", &format!("SELECT * FROM zhibu.{table}")).unwrap_err();
        assert!(error.to_string().contains("permission denied"), "{table}: {error}");
    }
}

#[test]
fn what_stops_a_worker_is_said_in_one_sentence_each() {
    let (folder, trust) = some(1);
    let address = SERVER.database("errors");
    assert_eq!(collect(folder.path(), &address, &trust)["taken"], 1);
    let at = |address: &str| problem(worker(folder.path(), address, &trust));
    let mut wrong = worker(folder.path(), &address, &trust);
    wrong.env("PGPASSWORD", "不是这个");
    SERVER.psql("errors", "UPDATE zhibu.schema_version SET version = 99").unwrap();
    SERVER.psql("postgres", "CREATE DATABASE latin ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0").unwrap();
    let problems = [
        (problem(wrong), "wrong_password"),
        (at("postgres://postgres@127.0.0.1:1/x"), "database_unreachable"),
        (at("postgres://postgres@/x?host=/nowhere"), "database_unreachable"),
        (at("postgres://postgres@10.0.0.1/x"), "in_the_clear"),
        (at("not an address"), "bad_address"),
        (at(&SERVER.address("postgres", "none")), "no_such_database"),
        (at(&SERVER.address("postgres", "latin")), "wrong_encoding"),
        (at(&address), "newer_schema"),
        (problem(worker(&folder.path().join("没有"), &address, &trust)), "unreadable_file"),
        (problem(worker(folder.path(), &address, &folder.path().join("没有.txt"))), "unreadable_trust_list"),
    ];
    let mut sentences = BTreeSet::new();
    for (problem, code) in problems {
        assert_eq!(problem["code"], code, "{problem}");
        let sentence = problem["message"].as_str().unwrap().to_owned();
        assert!(!sentence.contains('。') && sentence.chars().any(|c| c > '\u{4e00}'), "{sentence}");
        assert!(!sentence.contains(PASSWORD), "{sentence}");
        sentences.insert(sentence);
    }
    assert!(sentences.len() >= 9, "{sentences:#?}");
    assert_eq!(number("errors", "SELECT version FROM zhibu.schema_version"), 99, "a newer database is left alone");
}
