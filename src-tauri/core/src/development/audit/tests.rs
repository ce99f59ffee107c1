//! Every check over a table: what makes a sound file faulty, and what just does not.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::checks::{CHECKS, UNANSWERED};
use super::{Known, examine};
use crate::development::entries::Entry;
use crate::development::{CloseWay, DevelopmentClosed, DevelopmentFile, DevelopmentFileId, Guide, MaterialRecord};
use crate::rules::RuleBook;

/// A sound file, from the application to the archive, as the sample branch has it.
const SOUND: &str = include_str!("../../../../sample/data/development.json");
/// `check,expected,changes`: `fails` where the changed file is at fault, `passes` where it is not, by a hair.
const CASES: &str = include_str!("cases.csv");

fn book() -> &'static RuleBook {
    static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::shipped().unwrap());
    &BOOK
}

/// A file as text, so that a case can change it by names.
struct Draft {
    file: Value,
    today: NaiveDate,
    closed: Option<DevelopmentClosed>,
    /// Days after its own on which each entry was written down.
    recorded_after: u64,
}

impl Draft {
    fn new() -> Self {
        let file = serde_json::from_str(&SOUND.replace("@mentor", "赵正").replace("@sponsor", "钱介")).unwrap();
        Self { file, today: "2026-11-23".parse().unwrap(), closed: None, recorded_after: 0 }
    }

    /// Applies one change of the table; see its head.
    fn change(&mut self, change: &str) {
        let (what, rest) = change.split_once(' ').unwrap_or((change, ""));
        if what == "today" {
            self.today = rest.parse().unwrap();
        } else if what == "recorded" {
            self.recorded_after = rest.parse().unwrap();
        } else if what == "shift" {
            self.shift(rest.parse().unwrap());
        } else if what == "only" {
            self.only_until(rest);
        } else if what == "closed" {
            let (how, on) = rest.split_once(' ').unwrap();
            let how: CloseWay = serde_json::from_value(how.into()).unwrap();
            self.closed = Some(DevelopmentClosed { on: on.parse().unwrap(), how, reason: "调离".to_owned() });
        } else if let Some(gone) = what.strip_prefix('-') {
            self.remove(gone);
        } else if let Some(kind) = what.strip_prefix('+') {
            self.add(kind, rest);
        } else if let Some((place, field)) = what.split_once('.') {
            self.set(place, field);
        } else {
            // `talk 2021-04-02`: another day.
            let entry = self.entry(what);
            entry["on"] = rest.into();
        }
    }

    fn list(&mut self, name: &str) -> &mut Vec<Value> {
        self.file[name].as_array_mut().unwrap()
    }

    /// `review#2` is the second review.
    fn entry(&mut self, name: &str) -> &mut Value {
        let (kind, number) = name.split_once('#').map_or((name, 1), |(kind, number)| (kind, number.parse().unwrap()));
        let found = self.list("entries").iter_mut().filter(|entry| entry["kind"] == kind).nth(number - 1);
        found.unwrap_or_else(|| panic!("no {name}"))
    }

    /// `place.field=value`: of a paper by its code, of the person, of a mentor or sponsor, of an entry.
    fn set(&mut self, place: &str, assignment: &str) {
        let (field, text) = assignment.split_once('=').unwrap();
        let value = match text {
            "" => Value::Null,
            "true" | "false" => json!(text == "true"),
            number if place.starts_with(|c: char| c.is_ascii_digit()) && number.parse::<u32>().is_ok() => {
                json!(number.parse::<u32>().unwrap())
            }
            text => text.into(),
        };
        if place.starts_with(|c: char| c.is_ascii_digit()) {
            for paper in self.list("materials").iter_mut().filter(|paper| paper["code"] == place) {
                paper[field] = value.clone();
            }
        } else if place == "person" {
            self.file["person"][field] = value;
        } else if place == "details" {
            self.file["person"]["details"][field] = value;
        } else if ["mentor", "sponsor"].contains(&place) {
            for guide in self.list("guides").iter_mut().filter(|guide| guide["role"] == place) {
                guide[field] = value.clone();
            }
        } else {
            let values = &mut self.entry(place)["values"];
            match value {
                Value::Null => drop(values.as_object_mut().unwrap().remove(field)),
                _ => values[field] = text.into(),
            }
        }
    }

    fn remove(&mut self, name: &str) {
        if name.starts_with(|c: char| c.is_ascii_digit()) {
            self.list("materials").retain(|paper| paper["code"] != name);
        } else if ["mentor", "sponsor"].contains(&name) {
            self.list("guides").retain(|guide| guide["role"] != name);
        } else if name.contains('#') {
            let gone = self.entry(name).clone();
            self.list("entries").retain(|entry| *entry != gone);
        } else {
            self.list("entries").retain(|entry| entry["kind"] != name);
        }
    }

    /// `+discipline 2022-01-05 content=…`; `+2-5 2022-01-05`; `+mentor 王某 since=2022-01-05`.
    fn add(&mut self, kind: &str, rest: &str) {
        let mut words = rest.split(' ');
        let first = words.next().unwrap();
        let values: BTreeMap<&str, &str> = words.map(|word| word.split_once('=').unwrap()).collect();
        if kind.starts_with(|c: char| c.is_ascii_digit()) {
            let mut paper = json!({ "code": kind, "state": "present", "dated": first });
            for (field, text) in values {
                paper[field] = if ["true", "false"].contains(&text) { json!(text == "true") } else { text.into() };
            }
            self.list("materials").push(paper);
        } else if ["mentor", "sponsor"].contains(&kind) {
            let mut guide = json!({ "role": kind, "name": first });
            for (field, text) in values {
                guide[field] = text.into();
            }
            self.list("guides").push(guide);
        } else {
            self.list("entries").push(json!({ "kind": kind, "on": first, "values": values }));
        }
    }

    /// Every day so many days later: the same file under the text of 2026.
    fn shift(&mut self, days: u64) {
        fn later(value: &mut Value, days: u64) {
            match value {
                Value::String(text) => {
                    // `1-2-1` is a paper.
                    if let Some(day) = text.parse::<NaiveDate>().ok().filter(|_| text.len() == 10) {
                        *text = (day + Days::new(days)).to_string();
                    }
                }
                Value::Array(list) => list.iter_mut().for_each(|value| later(value, days)),
                Value::Object(fields) => fields.values_mut().for_each(|value| later(value, days)),
                _ => {}
            }
        }
        for part in ["guides", "entries", "materials"] {
            later(&mut self.file[part], days);
        }
    }

    /// The file as it stood at the end of a day.
    fn only_until(&mut self, day: &str) {
        self.list("entries").retain(|entry| entry["on"].as_str().unwrap() <= day);
        self.list("materials").retain(|paper| paper["dated"].as_str().unwrap() <= day);
        self.list("guides").retain(|guide| guide["since"].as_str().unwrap() <= day);
        self.today = day.parse().unwrap();
    }

    fn build(self) -> (DevelopmentFile, NaiveDate) {
        let mut entries: Vec<Entry> = serde_json::from_value(with_id(&self.file["entries"])).unwrap();
        entries.sort_by_key(|entry| entry.on);
        let mut materials: Vec<MaterialRecord> = serde_json::from_value(with_id(&self.file["materials"])).unwrap();
        materials.sort_by_key(|paper| (paper.code.clone(), paper.dated));
        let guides: Vec<Guide> = serde_json::from_value(with_id(&self.file["guides"])).unwrap();
        let mut person = self.file["person"].clone();
        let details = person["details"].as_object_mut().unwrap();
        details.retain(|_, value| !value.is_null());
        let file = DevelopmentFile {
            id: DevelopmentFileId(1),
            person: serde_json::from_value(person).unwrap(),
            recorded_on: entries.iter().map(|entry| entry.on + Days::new(self.recorded_after)).collect(),
            entries,
            guide_members: guides.iter().map(|_| None).collect(),
            guides,
            materials,
            scans: BTreeMap::new(),
            intended: BTreeMap::new(),
            // The roster is held against it elsewhere: a file of somebody who moved away.
            closed: self.closed,
            member: None,
        };
        (file, self.today)
    }
}

fn with_id(list: &Value) -> Value {
    let with = |value: &Value| {
        let mut value = value.clone();
        value["id"] = Value::Null;
        value
    };
    list.as_array().unwrap().iter().map(with).collect()
}

/// The checks that find something in a file changed so.
fn found(changes: &str) -> BTreeMap<String, Vec<String>> {
    let mut draft = Draft::new();
    for change in changes.split(';').map(str::trim).filter(|change| !change.is_empty()) {
        draft.change(change);
    }
    let (file, today) = draft.build();
    let files = [file];
    let mut known = Known::by_files(book(), today, &files);
    known.local.checks_on.insert("KX24".to_owned());
    let mut found = BTreeMap::<_, Vec<_>>::new();
    for finding in examine(&files[0], &known) {
        // The roster is not asked here.
        if finding.id != "KX17" {
            found.entry(finding.id).or_default().push(finding.message);
        }
    }
    found
}

#[test]
fn in_a_sound_file_nothing_is_found_on_any_day_of_its_way() {
    assert_eq!(found(""), BTreeMap::new());
    for day in ["2021-03-18", "2021-12-13", "2022-07-26", "2022-10-14", "2022-11-10", "2022-12-26", "2023-11-14"] {
        assert_eq!(found(&format!("only {day}")), BTreeMap::new(), "{day}");
    }
}

#[test]
fn each_case_of_the_table_is_as_it_says() {
    let mut wrong = Vec::new();
    for case in csv::Reader::from_reader(CASES.as_bytes()).records() {
        let case = case.unwrap();
        let (check, expected, changes) = (&case[0], &case[1], &case[2]);
        let found = found(changes);
        if found.contains_key(check) != (expected == "fails") {
            wrong.push(format!("{check} {expected} after “{changes}”: {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// Checks that need the roster, the branch or the minutes book beside the file; tests of their own are below and in
/// `development/tests.rs`.
const BESIDE_THE_FILE: [&str; 24] = [
    "KB04", "KB05", "KB14", "KB15", "KB19", "KC19", "KC20", "KC21", "KD14", "KD15", "KD17", "KD20", "KD22", "KD36",
    "KF01", "KF24", "KX03", "KX12", "KX14", "KX15", "KX16", "KX17", "KX21", "KX23",
];

#[test]
fn every_check_is_answered_or_says_why_not_and_has_its_cases() {
    let answered: BTreeSet<_> = CHECKS.iter().flat_map(|group| group.iter()).map(|(id, _)| *id).collect();
    assert_eq!(answered.len(), CHECKS.iter().map(|group| group.len()).sum::<usize>(), "one stands there twice");
    let unanswered: BTreeSet<_> = UNANSWERED.iter().map(|(id, _)| *id).collect();
    let of_the_branch = BTreeSet::from(["KX22"]);
    let known: BTreeSet<_> = book().checks().iter().map(|check| check.id.as_str()).collect();
    let all: BTreeSet<_> = answered.iter().chain(&unanswered).chain(&of_the_branch).copied().collect();
    assert_eq!(all, known);
    assert_eq!(all.len(), answered.len() + unanswered.len() + of_the_branch.len());

    let failing: BTreeSet<String> = csv::Reader::from_reader(CASES.as_bytes())
        .records()
        .map(Result::unwrap)
        .filter(|case| &case[1] == "fails")
        .map(|case| case[0].to_owned())
        .collect();
    let untested: Vec<_> =
        answered.iter().filter(|id| !failing.contains(**id) && !BESIDE_THE_FILE.contains(id)).collect();
    assert!(untested.is_empty(), "without a case that fails: {untested:?}");
}

mod beside_the_file {
    //! What is held against the roster, the branch and the minutes book.

    use super::*;
    use crate::development::{
        AuditRequest, DevelopmentFileId, EntriesRequest, EntryKind, GuideRequest, audit, save, save_entries, save_guide,
    };
    use crate::meetings::{BallotKind, MeetingKind, MotionKind, Vote, save_vote};
    use crate::roster::{Discipline, MemberId, MemberKind, Office};
    use crate::testing::TestFile;

    /// The file of the table, entered through the commands, with its people in the roster.
    fn entered(test: &mut TestFile, changes: &str) -> DevelopmentFileId {
        let mut draft = Draft::new();
        for change in changes.split(';').map(str::trim).filter(|change| !change.is_empty()) {
            draft.change(change);
        }
        let (file, _) = draft.build();
        let id = save(&mut test.desk("development_save"), file.person).unwrap().value.person.id.unwrap();
        let request = EntriesRequest { file: id, entries: file.entries, insist: true, roster: false };
        save_entries(&mut test.desk("development_entries_save"), request).unwrap();
        for guide in file.guides {
            let request = GuideRequest { file: id, guide, insist: true };
            save_guide(&mut test.desk("development_guide_save"), request).unwrap();
        }
        id
    }

    fn faults(test: &mut TestFile, id: DevelopmentFileId) -> Vec<String> {
        let view = audit(&mut test.desk("development_audit"), AuditRequest { file: Some(id) }).unwrap();
        let ids = view.files[0].findings.iter().map(|finding| finding.id.clone());
        // Papers are not ticked here.
        ids.filter(|id| !["KA01", "KH01"].contains(&id.as_str())).collect()
    }

    fn has(test: &mut TestFile, changes: &str, id: &str) -> bool {
        let file = entered(test, changes);
        faults(test, file).iter().any(|found| found == id)
    }

    fn branch() -> TestFile {
        let mut test = TestFile::on("2026-11-23");
        test.name_branch("示例支部", true);
        test
    }

    #[test]
    fn mentors_and_sponsors_are_looked_up_in_the_roster() {
        let mut test = branch();
        let born = |test: &mut TestFile, name: &str, kind, joined: &str| {
            test.add_member(name, |member| (member.kind, member.joined) = (kind, joined.parse().ok()))
        };
        born(&mut test, "赵正", MemberKind::Full, "2010-01-01");
        born(&mut test, "钱介", MemberKind::Full, "2010-01-01");
        let id = entered(&mut test, "");
        let found = faults(&mut test, id);
        assert!(!found.iter().any(|id| ["KB14", "KC19", "KC20", "KC21"].contains(&id.as_str())), "{found:?}");
        born(&mut test, "孙预", MemberKind::Probationary, "2020-01-01");
        for check in ["KB14", "KC19"] {
            assert!(has(&mut test, "mentor.name=孙预; sponsor.name=孙预", check), "{check}");
        }
    }

    #[rstest::rstest]
    #[case::at_the_meeting(Discipline::Warning, "2022-11-09", true)]
    #[case::on_its_last_day(Discipline::Warning, "2021-08-03", true)]
    #[case::over(Discipline::Warning, "2021-08-02", false)]
    #[case::a_year_and_a_half(Discipline::SeriousWarning, "2021-03-02", true)]
    #[case::two_years(Discipline::Dismissed, "2020-09-02", true)]
    fn a_sponsor_under_a_penalty_is_unfit_since_2026(
        #[case] what: Discipline,
        #[case] since: &str,
        #[case] in_effect: bool,
    ) {
        for (shift, expected) in [(0, false), (1827, in_effect)] {
            let mut test = TestFile::on("2033-11-23");
            test.name_branch("示例支部", true);
            let since = since.parse::<NaiveDate>().unwrap() + Days::new(shift);
            test.add_member_since("钱介", &since.to_string(), |member| member.discipline = Some(what));
            assert_eq!(has(&mut test, &format!("shift {shift}"), "KC21"), expected, "{shift}");
        }
    }

    #[test]
    fn a_sponsor_on_probation_within_the_party_has_no_rights() {
        let mut test = branch();
        test.add_member_since("钱介", "2022-01-01", |member| member.discipline = Some(Discipline::Probation));
        assert!(has(&mut test, "", "KC20"));
    }

    #[rstest::rstest]
    #[case::a_day_late("2026-12-02", "2027-01-02", true)]
    #[case::in_time("2026-12-02", "2027-01-01", false)]
    #[case::not_at_all("2026-12-02", "", true)]
    fn a_mentor_who_left_is_replaced_in_time(#[case] left: &str, #[case] until: &str, #[case] late: bool) {
        let mut test = TestFile::on("2033-11-23");
        test.name_branch("示例支部", true);
        let id = test.add_member("赵正", |_| ());
        let leaving = json!({ "id": id, "on": left, "how": "moved_out", "reason": "调离" });
        crate::roster::leave(&mut test.desk("member_leave"), serde_json::from_value(leaving).unwrap()).unwrap();
        let file = entered(&mut test, "shift 1827; -mentor");
        let until = if until.is_empty() { Value::Null } else { until.into() };
        let guide = json!({ "id": null, "role": "mentor", "member": id, "since": "2026-06-22", "until": until });
        let request = json!({ "file": file, "guide": guide, "insist": true });
        save_guide(&mut test.desk("x"), serde_json::from_value(request).unwrap()).unwrap();
        assert_eq!(faults(&mut test, file).contains(&"KB15".to_owned()), late);
    }

    /// A general meeting with one vote on the person, and the file that names both.
    fn decided(test: &mut TestFile, people: usize, votes_for: u32) -> (DevelopmentFileId, i64) {
        let members: Vec<MemberId> = (0..people).map(|n| test.add_member(&format!("党员{n}"), |_| ())).collect();
        let meeting = test.add_meeting(&[MeetingKind::General], "2026-09-10");
        test.attend(meeting, &[]);
        let present = u32::try_from(members.len()).unwrap();
        let vote = Vote {
            meeting,
            id: None,
            subject: "接收李某某为中共预备党员".to_owned(),
            motion: MotionKind::Admission,
            ballot: BallotKind::Secret,
            votes_for,
            votes_against: present - votes_for,
            abstained: 0,
            written_for: 0,
            written_against: 0,
        };
        let view = save_vote(&mut test.desk("vote_save"), vote).unwrap().value;
        let id = entered(
            test,
            "-admission; -superior_talk; -approval; -superior_filing; -group_assignment; -oath; -probation_review; -conversion_application; -conversion_opinions; -conversion_notice; -conversion_review; -conversion; -conversion_approval; -archive",
        );
        let vote = view.votes[0].vote.id.unwrap();
        let mut entry = Entry::new(EntryKind::Admission, "2026-09-10".parse().unwrap());
        (entry.meeting, entry.vote) = (Some(meeting), Some(vote));
        entry.values.0.insert(crate::development::EntryField::Performance, "主要表现".to_owned());
        let request = EntriesRequest { file: id, entries: vec![entry], insist: true, roster: false };
        save_entries(&mut test.desk("x"), request).unwrap();
        (id, vote)
    }

    #[test]
    fn the_counts_are_those_of_the_vote_in_the_minutes_book() {
        let mut test = branch();
        let (id, _) = decided(&mut test, 5, 5);
        let found = faults(&mut test, id);
        for check in ["KD11", "KD12", "KD13", "KD14", "KD15", "KD17", "KD21", "KD22", "KX14"] {
            assert!(!found.iter().any(|id| id == check), "{check} in {found:?}");
        }
        let mut test = branch();
        let (id, _) = decided(&mut test, 4, 2);
        assert!(faults(&mut test, id).contains(&"KD12".to_owned()));
    }

    #[test]
    fn a_vote_that_two_files_name_was_on_two_people() {
        let mut test = branch();
        let (_, vote) = decided(&mut test, 5, 5);
        let other = entered(&mut test, "person.name=王某某; -admission");
        let meeting: i64 = test
            .desk("x")
            .read(|reader| reader.one("SELECT meeting_id FROM meeting_vote", [], |row| row.get(0)))
            .unwrap_or_else(|_: crate::vault::VaultError| panic!());
        let entry = json!({ "id": null, "kind": "admission", "on": "2026-09-10", "meeting": meeting, "vote": vote });
        let entries = vec![serde_json::from_value(entry).unwrap()];
        let request = EntriesRequest { file: other, entries, insist: true, roster: false };
        save_entries(&mut test.desk("x"), request).unwrap();
        assert!(faults(&mut test, other).contains(&"KD14".to_owned()));
    }

    #[test]
    fn typed_counts_that_differ_from_the_vote_are_found() {
        let mut test = branch();
        let (id, _) = decided(&mut test, 5, 5);
        let files = test.desk("x").read(crate::development::all_files).unwrap();
        let mut entry = files[0].admission().unwrap().clone();
        entry.values.0.insert(crate::development::EntryField::VotesFor, "4".to_owned());
        let request = EntriesRequest { file: id, entries: vec![entry], insist: true, roster: false };
        save_entries(&mut test.desk("x"), request).unwrap();
        assert!(faults(&mut test, id).contains(&"KD22".to_owned()));
    }

    #[test]
    fn a_decision_on_a_day_without_a_meeting_is_found_once_the_book_was_begun() {
        let mut test = branch();
        let quiet = entered(&mut test, "");
        assert!(!faults(&mut test, quiet).iter().any(|id| id == "KB05" || id == "KX14"));
        test.add_member_since("赵正", "2015-01-01", |member| {
            member.offices = [Office::Secretary].into_iter().collect()
        });
        let meeting = test.add_meeting(&[MeetingKind::General], "2021-01-05");
        test.attend(meeting, &[]);
        let found = faults(&mut test, quiet);
        assert!(found.contains(&"KB05".to_owned()) && found.contains(&"KX14".to_owned()), "{found:?}");
        let held = test.add_meeting(&[MeetingKind::Committee], "2021-06-21");
        test.attend(held, &[]);
        assert!(!faults(&mut test, quiet).contains(&"KB05".to_owned()));
    }

    #[test]
    fn the_same_words_in_two_files_are_found_in_both() {
        let mut test = branch();
        let first = entered(&mut test, "");
        let second = entered(&mut test, "person.name=王某某; application_form.serial=示例2022-0002");
        for id in [first, second] {
            assert!(faults(&mut test, id).contains(&"KX16".to_owned()));
        }
        let mut test = branch();
        let one = entered(&mut test, "");
        assert!(!faults(&mut test, one).iter().any(|id| id == "KX16" || id == "KB19"));
    }

    #[test]
    fn a_review_that_repeats_another_is_found() {
        let mut test = branch();
        let words = "半年来按时参加集中学习，主动承担年会的接待和资料工作，对党的认识有提高。";
        let same = "review#2.group_opinion=团结同事，工作认真，群众反映较好。; review#2.branch_opinion=同意继续培养，建议加强理论学习。";
        assert!(has(&mut test, &format!("review#2.mentor_opinion={words}; {same}"), "KB19"));
    }

    #[test]
    fn the_roster_is_held_against_the_file() {
        let mut test = branch();
        let id = entered(&mut test, "");
        assert!(faults(&mut test, id).contains(&"KX17".to_owned()), "converted, and not in the roster");
        test.add_member("李某某", |member| {
            member.birth = "1990-03-07".parse().ok();
            member.joined = "2022-11-10".parse().ok();
            member.converted = "2023-11-10".parse().ok();
        });
        let found = faults(&mut test, id);
        assert!(!["KX17", "KX03", "KF24"].iter().any(|check| found.contains(&(*check).to_owned())), "{found:?}");
        let mut test = branch();
        let id = entered(&mut test, "");
        test.add_member("李某某", |member| {
            member.birth = "1990-03".parse().ok();
            member.joined = "2022-11-11".parse().ok();
            member.converted = "2023-11-11".parse().ok();
        });
        // Another precision of the birth is another entry: nothing tells that it is the same person.
        assert!(faults(&mut test, id).contains(&"KX17".to_owned()));
    }

    #[test]
    fn steps_before_the_branch_was_there_and_too_many_at_once_are_found() {
        let mut test = branch();
        let request = json!({ "record": { "name": "示例支部", "founded_on": "2022-01-01", "has_committee": true, "superior": "示例党总支" } });
        crate::branch::save(&mut test.desk("branch_save"), serde_json::from_value(request).unwrap()).unwrap();
        let id = entered(&mut test, "");
        let found = faults(&mut test, id);
        assert!(found.contains(&"KX15".to_owned()) && found.contains(&"KD36".to_owned()), "{found:?}");
        for n in 0..3 {
            entered(&mut test, &format!("person.name=某{n}"));
        }
        assert!(faults(&mut test, id).contains(&"KX21".to_owned()));
    }
}
