//! What the core answers in small made-up branches, written down for the window's tests: `ui/tests/recorded/*.json`.
//!
//! Each story begins with a file that holds some records, and goes on with the commands that a page would send. The
//! day and the order of everything are fixed, so that a story is told the same way on every machine. A difference
//! fails; `make recordings` writes what is answered now.

use std::path::Path;

use serde_json::{Value, json};

use super::dispatch;
use crate::app::App;
use crate::desk::Job;
use crate::meetings::MeetingKind;
use crate::roster::{MemberId, MemberKind, Office, Offices};
use crate::rules::RuleBook;
use crate::testing::TestFile;

const TODAY: &str = "2026-11-23";

/// The commands that were sent, each with its answer.
struct Story {
    app: App,
    told: Vec<String>,
}

impl Story {
    fn of(file: TestFile) -> Self {
        let app = App::new(file.outside, RuleBook::shipped().expect("rules"));
        *app.vault() = Some(file.vault);
        Self { app, told: Vec::new() }
    }

    /// A command before the story begins.
    fn before(&self, command: &str, request: Value) -> Value {
        dispatch(&self.app, command, request, &Job::unwatched())
            .unwrap_or_else(|problem| panic!("{command}: {problem:?}"))
    }

    /// A command that is told with its answer.
    fn goes_on(&mut self, command: &str, request: Value) -> Value {
        let reply = self.before(command, request.clone());
        self.told.push(json!({ "command": command, "request": request, "reply": &reply }).to_string());
        reply
    }

    /// One exchange a line, so that a change shows which answer is another.
    fn ends(self, room: &str) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../ui/tests/recorded/{room}.json"));
        let text = format!("[\n{}\n]\n", self.told.join(",\n"));
        if std::env::var_os("ZHIBU_WRITE_RECORDINGS").is_some() {
            std::fs::write(&path, &text).expect("a recording");
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == text,
            "{room}.json is not what the core answers: run `make recordings` and look at the difference"
        );
    }
}

/// A branch with these full members, who get their numbers in this order.
fn branch_of(names: &[&str]) -> TestFile {
    let mut file = TestFile::on(TODAY);
    file.name_branch("示例市行业协会党支部", true);
    for name in names {
        file.add_member(name, |_| ());
    }
    file
}

const NINE: [&str; 9] = ["丁一", "王二", "李四", "张三", "赵五", "钱六", "孙七", "周八", "吴九"];

#[test]
fn elections() {
    let mut file = branch_of(&NINE[..4]);
    file.add_member(NINE[4], |record| record.offices = Offices::from_iter([Office::Secretary]));
    for name in &NINE[5..] {
        file.add_member(name, |_| ());
    }
    let meeting = file.add_meeting(&[MeetingKind::General], "2026-10-14");
    file.attend(meeting, &[]);

    let mut story = Story::of(file);
    let made = story.before(
        "election_save",
        json!({ "id": null, "meeting": meeting, "purpose": "regular", "post": "committee_member", "seats": 3,
            "candidates": [1, 2, 3, 4], "chief_scrutineer": "孙七", "scrutineers": ["周八"], "counters": ["吴九"] }),
    );
    let election = made["value"]["election"]["id"].clone();
    let votes = |member: u32, votes_for: u32, votes_against: u32| json!({ "member": member, "votes_for": votes_for, "votes_against": votes_against, "abstained": 0 });
    let round = |invalid: u32, candidates: [Value; 4]| {
        json!({ "election": election, "number": null, "voters_expected": 9, "voters_present": 9, "handed_out": 9,
            "collected": 9, "invalid": invalid, "candidates": candidates, "write_ins": [] })
    };
    let too_many = round(1, [votes(1, 9, 0), votes(2, 0, 0), votes(3, 0, 0), votes(4, 0, 0)]);
    let counted = round(0, [votes(1, 9, 0), votes(2, 8, 1), votes(3, 7, 2), votes(4, 2, 7)]);
    story.goes_on("election_get", election.clone());
    story.goes_on("election_list", json!({ "meeting": null }));
    story.goes_on("election_round_judge", too_many);
    story.goes_on("election_round_judge", counted.clone());
    story.goes_on("election_round_save", counted);
    story.goes_on("election_get", election.clone());
    story.goes_on(
        "election_conclude",
        json!({ "election": election, "term": null, "offices": [
            { "member": 1, "offices": ["secretary"] },
            { "member": 2, "offices": ["organization"] },
            { "member": 3, "offices": ["publicity"] },
            { "member": 5, "offices": [] }] }),
    );
    story.goes_on("election_get", election.clone());
    story.goes_on(
        "election_approve",
        json!({ "election": election, "approval": { "on": "2026-11-23", "number": "示工委复9号" } }),
    );
    story.goes_on("election_get", election);
    story.ends("elections");
}

#[test]
fn appraisal() {
    let mut file = branch_of(&NINE[..2]);
    file.add_member("冯预备", |record| {
        record.kind = MemberKind::Probationary;
        record.joined = "2026-05-20".parse().ok();
    });
    file.add_member("张三", |_| ());
    let meeting = file.add_meeting(&[MeetingKind::Appraisal], "2026-11-20");
    file.attend(meeting, &[]);

    let mut story = Story::of(file);
    let made = story.before("appraisal_save", json!({ "id": null, "year": 2026, "meeting": meeting }));
    let id = made["value"]["appraisal"]["id"].clone();
    let counts = |member: u32, grades: [u32; 4]| {
        json!({ "member": member, "excellent": grades[0], "qualified": grades[1], "basically_qualified": grades[2],
            "unqualified": grades[3] })
    };
    let tally = |collected: u32, lines: Vec<Value>| json!({ "appraisal": id, "handed_out": 4, "collected": collected, "lines": lines });
    story.goes_on("appraisal_get", id.clone());
    story.goes_on("appraisal_list", json!({ "meeting": null }));
    story.goes_on("appraisal_tally_judge", tally(4, vec![counts(2, [5, 0, 0, 0])]));
    story.goes_on("appraisal_tally_judge", tally(5, Vec::new()));
    story.goes_on(
        "appraisal_own_save",
        json!({ "appraisal": id, "entries": [
            { "member": 1, "done": true, "on": null, "text": "", "on_paper": false }] }),
    );
    let counted = tally(4, vec![counts(1, [1, 3, 0, 0]), counts(2, [1, 3, 0, 0]), counts(4, [4, 0, 0, 0])]);
    story.goes_on("appraisal_tally_judge", counted.clone());
    story.goes_on("appraisal_tally_save", counted);
    story.goes_on("appraisal_get", id.clone());
    story.goes_on(
        "appraisal_grades_save",
        json!({ "appraisal": id, "decided_on": "2026-11-21", "entries": [
            { "member": 4, "grade": "excellent", "reason": "" },
            { "member": 1, "grade": "qualified", "reason": "" },
            { "member": 2, "grade": "qualified", "reason": "" }] }),
    );
    story.goes_on("appraisal_get", id);
    story.goes_on("member_appraisals", json!(1));
    story.ends("appraisal");
}

#[test]
fn attendance_over_a_period() {
    let mut file = branch_of(&["丁一", "王二", "张三"]);
    let (second, third) = (MemberId(2), MemberId(3));
    for (day, away) in [("2026-04-15", vec![]), ("2026-05-20", vec![second]), ("2026-10-20", vec![second])] {
        let meeting = file.add_meeting(&[MeetingKind::ThemeDay], day);
        file.attend(meeting, &away);
    }
    let on_leave = file.add_meeting(&[MeetingKind::ThemeDay], "2026-10-08");
    let after = file.add_meeting(&[MeetingKind::ThemeDay], "2026-11-05");
    let mut story = Story::of(file);
    let entry = |member: MemberId, status: &str, reason: Value| json!({ "member": member, "status": status, "reason": reason, "late": false, "exclusion": null });
    let present = |member: MemberId| entry(member, "present", Value::Null);
    let leave = json!({ "id": third, "on": "2026-10-31", "how": "moved_out", "reason": "迁居" });
    for (command, request) in [
        (
            "attendance_save",
            json!({ "id": on_leave, "entries": [
                present(MemberId(1)), entry(second, "on_leave", json!("因公出差")), present(third)] }),
        ),
        ("member_leave", leave),
        (
            "attendance_save",
            json!({ "id": after, "entries": [present(MemberId(1)), entry(second, "absent", Value::Null)] }),
        ),
    ] {
        story.before(command, request);
    }
    for (from, to, kind) in [("2026-10-01", "2026-12-31", Value::Null), ("2025-01-01", "2025-12-31", json!("general"))]
    {
        story.goes_on("attendance_range", json!({ "from": from, "to": to, "kind": kind }));
    }
    story.ends("attendance");
}

#[test]
fn roster() {
    let mut story = Story::of(branch_of(&NINE));
    story.goes_on("roster_choices", json!({}));
    story.ends("roster");
}
