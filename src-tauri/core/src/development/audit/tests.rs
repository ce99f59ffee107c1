//! Every check over a table: what makes a sound file faulty, and what just does not.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::checks::{CHECKS, UNANSWERED};
use super::{Known, data, examine};
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
                    if let Ok(day) = text.parse::<NaiveDate>() {
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
    let known: BTreeSet<_> = data::all().iter().map(|check| check.id.as_str()).collect();
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
