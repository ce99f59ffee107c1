//! For every operation: done and undone is as before, redone is as done. Each room has a test of its own.

mod branch;
mod development;
mod elections;
mod meetings;
mod roster;
mod small;
mod transfers;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use zhibu_tests::Program;

/// Makes a test of each line: a room, what it does and undoes, and the words with which its commands begin.
macro_rules! rooms {
    ($( $room:ident: $steps:path, $($word:literal)+; )+) => {
        $(
            #[test]
            fn $room() {
                every_operation_undone_is_as_before_and_redone_is_as_done(&[$($word),+], $steps);
            }
        )+
        const WORDS: &[&str] = &[$($($word),+),+];
    };
}

rooms! {
    appraisal: elections::appraisal, "appraisal";
    attachments: meetings::attachments, "attachment";
    branch: branch::branch, "branch";
    development: development::development, "development";
    disposals: small::disposals, "disposal";
    dues: small::dues, "dues";
    elections: elections::elections, "election";
    home: small::home, "home";
    library: small::library, "library";
    meetings: meetings::meetings, "attendance" "examination" "meeting" "vote";
    reports: small::reports, "report";
    returns: small::returns, "return";
    roster: roster::roster, "member" "roster";
    rules: small::rules, "rule";
    settings: small::settings, "settings" "local";
    signing: small::signing, "signing";
    study: small::study, "study";
    superior: small::superior, "superior";
    talks: small::talks, "talk";
    tasks: meetings::tasks, "task";
    transfers: transfers::transfers, "transfer";
}

/// The commands that change something; these cannot be taken back themselves.
const FINAL_ONES: [&str; 4] = ["report_sign", "certificate_renew", "undo", "redo"];

fn changing() -> impl Iterator<Item = &'static str> {
    let changes = |reply: &str| reply.starts_with("Done<");
    let commands = zhibu_core::commands::table().into_iter().filter(move |command| changes(&command.reply));
    commands.map(|command| command.name).filter(|name| !FINAL_ONES.contains(name))
}

fn word(command: &str) -> &str {
    command.split('_').next().unwrap_or_default()
}

#[test]
fn no_operation_belongs_to_a_room_without_a_test() {
    let homeless: Vec<_> = changing().filter(|command| !WORDS.contains(&word(command))).collect();
    assert!(homeless.is_empty(), "{homeless:?}");
}

/// Whoever adds a command that changes something adds it to the steps of its room.
fn every_operation_undone_is_as_before_and_redone_is_as_done(words: &[&str], steps: fn(&mut Trial)) {
    let mut trial = Trial::new();
    steps(&mut trial);
    let own: Vec<_> = changing().filter(|command| words.contains(&word(command))).collect();
    assert!(!own.is_empty(), "no command begins with {words:?}");
    for command in own {
        assert!(trial.tried.contains(command), "{command} is not tried here");
    }
    assert_eq!(trial.ok("vault_check", json!({}))["ok"], true);
}

/// A branch in which operations are tried.
struct Trial {
    program: Program,
    tried: BTreeSet<&'static str>,
}

impl Trial {
    /// An empty branch.
    fn new() -> Self {
        let program = Program::new("2026-11-23");
        let create = json!({ "file": "a.zhibu", "passphrase": "晨光里的名册2026", "branch": { "name": "示例支部" } });
        program.ok("vault_create", create);
        let trial = Self { program, tried: BTreeSet::new() };
        trial.ok(
            "branch_save",
            json!({ "record": { "name": "示例协会支部", "unit": "示例协会", "has_committee": true } }),
        );
        trial
    }

    /// Runs a change and takes it back and brings it back, each time comparing everything that is recorded.
    #[track_caller]
    fn run(&mut self, command: &'static str, request: Value) -> Value {
        self.tried.insert(command);
        let before = self.ok("vault_dump", json!({}));
        let done = self.ok(command, request);
        let after = self.ok("vault_dump", json!({}));
        assert_ne!(before, after, "{command} changed nothing");
        assert!(done["undo"].is_string(), "{command} cannot be undone");
        assert!(!done["changes"].as_array().unwrap().is_empty(), "{command} does not say what it changed");
        self.ok("undo", json!({}));
        assert_eq!(self.ok("vault_dump", json!({})), before, "{command} was not undone");
        self.ok("redo", json!({}));
        assert_eq!(self.ok("vault_dump", json!({})), after, "{command} was not redone");
        done["value"].clone()
    }

    /// Runs what the steps need and do not try.
    #[track_caller]
    fn ok(&self, command: &str, request: Value) -> Value {
        self.program.ok(command, request)
    }

    /// Where the program finds a file.
    fn path(&self, name: &str) -> std::path::PathBuf {
        self.program.path(name)
    }

    /// Signs a report and puts it into a new folder; gives the certificate's fingerprint.
    fn signed_report(&self, folder: &str) -> Value {
        std::fs::create_dir(self.path(folder)).unwrap();
        let version = self.ok("report_sign", json!({ "quarter": "2026Q3", "reason": null }))["value"].take();
        self.ok("report_export", json!({ "id": version["id"], "file": format!("{folder}/报告.pdf") }));
        self.ok("signing_get", json!({}))["own"]["fingerprint"].take()
    }

    /// Puts a file where the program finds it.
    fn file(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.program.path(name), bytes).unwrap();
    }

    /// A roster as the national system writes it, read and not yet taken in.
    fn sheet(&self) -> Value {
        self.file("r.xlsx", include_bytes!("../../../fixtures/rosters/national-export.xlsx"));
        let mut import = json!({ "file": "r.xlsx", "mapping": { "13": null } });
        import["digest"] = self.ok("roster_import_preview", import.clone())["digest"].clone();
        import
    }

    /// The full members of that roster.
    fn members(&self) -> Vec<Value> {
        self.ok("roster_import", self.sheet());
        self.full_members()
    }

    fn full_members(&self) -> Vec<Value> {
        let full = json!({ "limit": 100, "filters": [{ "by": "kind", "label": "正式党员" }] });
        let rows = self.ok("roster_list", full)["rows"].clone();
        rows.as_array().unwrap().iter().map(|row| row["id"].clone()).collect()
    }

    /// A meeting of these kinds.
    fn meeting(&self, kinds: &[&str]) -> Value {
        let head = json!({ "id": null, "kinds": kinds, "planned_at": "2026-11-18T14:30:00" });
        self.ok("meeting_save", head)["value"]["head"]["id"].clone()
    }

    /// Everybody who was expected came; those of them who may vote.
    fn attended(&self, meeting: &Value) -> Vec<Value> {
        let entries = self.everybody(meeting);
        self.ok("attendance_save", json!({ "id": meeting, "entries": entries }));
        let view = self.ok("meeting_get", meeting.clone());
        let rows = view["attendance"].as_array().unwrap().iter();
        rows.filter(|row| row["voting"] == true).map(|row| row["member"].clone()).collect()
    }

    /// The entries that say so.
    fn everybody(&self, meeting: &Value) -> Vec<Value> {
        let view = self.ok("meeting_get", meeting.clone());
        let present = |row: &Value| json!({ "member": row["member"], "status": "present", "reason": null });
        view["attendance"].as_array().unwrap().iter().map(present).collect()
    }
}
