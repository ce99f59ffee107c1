//! The rules of one set, as the program uses them.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use serde::de::value::{Error as ValueError, StrDeserializer};

use super::set::{CHECKS, HOLIDAYS};
use super::{CheckData, Does, RuleId, RuleSet, RuleSetHead, RuleView, Scope, SetFault, Verified, checks};
use crate::values::Workdays;

/// No number of a rule is larger; a day that lies as many years ahead can still be counted out.
const LARGEST: u32 = 100_000;

/// All rules, by id and date. Code reads its numbers from here, so that a revised regulation is a change of data.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RuleBook {
    head: RuleSetHead,
    rules: Vec<Rule>,
    workdays: Workdays,
    checks: Vec<CheckData>,
    /// Rules that this program does not know: carried and shown, not applied.
    unknown: Vec<Rule<String>>,
    /// Checks that it does not know.
    unknown_checks: Vec<CheckData>,
}

/// One rule during one period.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule<Id = RuleId> {
    /// Its id.
    pub id: Id,
    /// In one Chinese sentence.
    pub text: String,
    /// The document it stands in.
    pub source: String,
    /// `第二十条`; empty when the article is not known.
    #[serde(default)]
    pub article: String,
    /// Where it holds.
    #[serde(default)]
    pub scope: Scope,
    /// How far the text was checked.
    pub verified: Verified,
    /// What the program does about it.
    pub does: Does,
    /// In force from.
    pub from: NaiveDate,
    /// In force to, inclusive; `None` while in force.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// The rule's numbers by name, units in the name: `months`, `hours`, `working_days` …
    #[serde(default)]
    pub numbers: BTreeMap<String, u32>,
}

impl<Id> Rule<Id> {
    /// Whether this text held on a day.
    pub fn is_in_force_on(&self, on: NaiveDate) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }

    /// 文件名 and article, e.g. `中国共产党发展党员工作细则 第二十条`.
    pub fn place(&self) -> String {
        format!("{} {}", self.source, self.article).trim().to_owned()
    }

    /// Whether its sentence, or where it stands, has these words.
    pub fn says(&self, words: &str) -> bool {
        self.text.contains(words) || self.place().contains(words)
    }

    /// The same rule under an id of another kind.
    pub(super) fn under<Other>(self, id: Other) -> Rule<Other> {
        let Self { text, source, article, scope, verified, does, from, to, numbers, .. } = self;
        Rule { id, text, source, article, scope, verified, does, from, to, numbers }
    }
}

impl Rule<String> {
    /// The program's own id for it; `None` where the program has no such rule.
    fn known(&self) -> Option<RuleId> {
        RuleId::deserialize(StrDeserializer::<ValueError>::new(&self.id)).ok()
    }

    /// Passes a rule that can be.
    fn check(&self) -> Result<(), SetFault> {
        let id = || self.id.clone();
        if !self.text.ends_with('。') || self.text.matches('。').count() != 1 || self.source.trim().is_empty() {
            return Err(SetFault::Wording(id()));
        }
        if !(1921..2100).contains(&self.from.year()) || self.to.is_some_and(|to| to < self.from) {
            return Err(SetFault::Dates(id()));
        }
        let can_be = self.numbers.values().all(|number| (1..=LARGEST).contains(number));
        if can_be { Ok(()) } else { Err(SetFault::Number(id())) }
    }
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    rule: Vec<Rule<String>>,
}

/// The rules of one file.
fn rules_of(name: &str, text: &str) -> Result<Vec<Rule<String>>, SetFault> {
    let file: File = toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        SetFault::Unreadable { file: name.to_owned(), line: before.matches('\n').count() as u64 + 1 }
    })?;
    Ok(file.rule)
}

/// On any day a rule has one text; `rules` by id and date.
fn check_periods(rules: &[Rule<String>]) -> Result<(), SetFault> {
    let alike = rules.windows(2).filter_map(|pair| match pair {
        [one, next] if one.id == next.id => Some((one, next)),
        _ => None,
    });
    let mut overlaps = alike.filter(|(one, next)| one.to.is_none_or(|to| next.from <= to));
    overlaps.next().map_or(Ok(()), |(one, next)| Err(SetFault::Overlap(one.id.clone(), next.from)))
}

impl RuleBook {
    /// The rules as shipped with this version.
    ///
    /// # Errors
    /// When a shipped file cannot be read: a defect that a test catches.
    pub fn shipped() -> Result<Self, SetFault> {
        Self::of(&RuleSet::built_in()?)
    }

    /// The rules of a set.
    ///
    /// # Errors
    /// [`SetFault`], whatever is wrong with one of them.
    pub fn of(set: &RuleSet) -> Result<Self, SetFault> {
        let mut written = Vec::new();
        for (name, text) in set.files.iter().filter(|(name, _)| name.starts_with("rules/")) {
            written.extend(rules_of(name, text)?);
        }
        written.sort_by(|a, b| (&a.id, a.from).cmp(&(&b.id, b.from)));
        written.iter().try_for_each(Rule::check)?;
        check_periods(&written)?;
        let (mut rules, mut unknown) = (Vec::new(), Vec::new());
        for rule in written {
            match rule.known() {
                Some(id) => rules.push(rule.under(id)),
                None => unknown.push(rule),
            }
        }
        let unreadable = |file: &str, line| SetFault::Unreadable { file: file.to_owned(), line };
        let workdays = Workdays::read(set.file(HOLIDAYS)?).map_err(|line| unreadable(HOLIDAYS, line as u64))?;
        let checks = checks::read(set.file(CHECKS)?).map_err(|line| unreadable(CHECKS, line))?;
        rules.sort_by_key(|rule| rule.id);
        Ok(Self { head: set.head.clone(), rules, workdays, checks, unknown, unknown_checks: Vec::new() })
    }

    /// What the set says of itself.
    pub fn head(&self) -> &RuleSetHead {
        &self.head
    }

    /// Working days and holidays.
    pub fn workdays(&self) -> &Workdays {
        &self.workdays
    }

    /// The checks of 发展党员档案, in order.
    pub fn checks(&self) -> &[CheckData] {
        &self.checks
    }

    /// The check with an id.
    pub fn check(&self, id: &str) -> Option<&CheckData> {
        self.checks.iter().find(|check| check.id == id)
    }

    /// Every text of a rule, the oldest first.
    pub fn versions(&self, id: RuleId) -> Vec<&Rule> {
        self.texts(id).iter().collect()
    }

    /// The texts of a rule; it is asked for thousands of times to judge a year of dues.
    fn texts(&self, id: RuleId) -> &[Rule] {
        let first = self.rules.partition_point(|rule| rule.id < id);
        let rest = &self.rules[first..];
        &rest[..rest.partition_point(|rule| rule.id == id)]
    }

    /// Rules and checks that this program does not know, by their ids.
    pub fn unknown(&self) -> (&[Rule<String>], &[CheckData]) {
        (&self.unknown, &self.unknown_checks)
    }

    pub(super) fn set_unknown_checks_aside(&mut self, built_in: &Self) {
        let checks = std::mem::take(&mut self.checks);
        (self.checks, self.unknown_checks) = checks.into_iter().partition(|check| built_in.check(&check.id).is_some());
    }

    /// Every rule, by id and date.
    pub fn all(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter()
    }

    /// The rule as it was in force on a day.
    pub fn rule(&self, id: RuleId, on: NaiveDate) -> Option<&Rule> {
        self.texts(id).iter().find(|rule| rule.is_in_force_on(on))
    }

    /// One of a rule's numbers on a day. A day before the rule came into force takes the earliest version, so that
    /// old records can still be judged; `None` when the rule has no such number (a test checks every use).
    pub fn number(&self, id: RuleId, name: &str, on: NaiveDate) -> Option<u32> {
        let rule = self.rule(id, on).or_else(|| self.texts(id).first())?;
        rule.numbers.get(name).copied()
    }
}

#[cfg(any(test, feature = "testing"))]
impl RuleBook {
    /// The book with one of a rule's numbers changed, as a revised regulation would change it.
    #[must_use]
    pub fn with(mut self, id: RuleId, name: &str, number: u32) -> Self {
        for rule in self.rules.iter_mut().filter(|rule| rule.id == id) {
            rule.numbers.insert(name.to_owned(), number);
        }
        self
    }
}

impl From<&Rule> for RuleView {
    fn from(rule: &Rule) -> Self {
        Self {
            id: rule.id,
            text: rule.text.clone(),
            source: rule.place(),
            document: rule.source.clone(),
            article: rule.article.clone(),
            scope: rule.scope,
            verified: rule.verified,
            does: rule.does,
            from: rule.from,
            to: rule.to,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    use chrono::NaiveDate;

    use super::{Does, RuleBook, RuleId, Scope};

    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();

    #[test]
    fn every_shipped_rule_is_well_formed() {
        for rule in RuleBook::shipped().unwrap().all() {
            let id = rule.id.to_string();
            assert!(id.len() == 3 && id.starts_with(|c: char| c.is_ascii_uppercase()), "{id}");
            assert!(id[1..].chars().all(|c| c.is_ascii_digit()), "{id}");
            assert!(rule.article.is_empty() || rule.article.starts_with('第'), "{id}");
            let is_superiors = rule.source == "上级党组织的规定";
            assert!(is_superiors == (rule.scope == Scope::Local), "{id}: {:?} in {}", rule.scope, rule.source);
        }
    }

    #[test]
    fn a_day_before_the_first_version_takes_the_first_version() {
        let book = RuleBook::shipped().unwrap();
        assert_eq!(book.number(RuleId::D02, "months", NaiveDate::from_ymd_opt(2001, 1, 1).unwrap()), Some(1));
    }

    #[test]
    fn every_number_the_code_asks_for_is_in_the_book_and_none_is_there_that_nobody_asks_for() {
        let book = RuleBook::shipped().unwrap();
        let mut asked = BTreeSet::new();
        for (path, source) in sources() {
            // A call with literals: `number(RuleId::D02, "months", …)`, perhaps broken over lines.
            for call in source.split("number(").skip(1) {
                let Some((id, call)) = call.trim_start().strip_prefix("RuleId::").and_then(|call| call.split_once(','))
                else {
                    continue;
                };
                let Some(name) = call.trim_start().strip_prefix('"').and_then(|name| name.split('"').next()) else {
                    continue;
                };
                let rule = book.all().find(|rule| rule.id.to_string() == id).unwrap();
                let there = book.number(rule.id, name, TODAY).is_some();
                assert!(there, "{}: {id} has no number {name}", path.display());
                asked.insert((rule.id, name.to_owned()));
            }
        }
        for rule in book.all() {
            for name in rule.numbers.keys() {
                let is_asked = asked.contains(&(rule.id, name.clone()));
                assert!(is_asked, "nothing reads {} of {}: read it, or take it out", name, rule.id);
            }
        }
    }

    /// Rules that no finding and no refusal cites by their id, for they are counted: what is worked out comes out otherwise
    /// without them. Each with the function that does it.
    const COUNTED: [(RuleId, &str, &str); 10] = [
        (RuleId::B19, "meetings/attendance/save.rs", "NotRequired"),
        (RuleId::D16, "meetings/votes/counting.rs", "fn more_than_half"),
        (RuleId::D17, "meetings/votes/counting.rs", "fn takes_written_opinions"),
        (RuleId::D27, "roster/rules/mod.rs", "fn party_age_months_on"),
        (RuleId::D32, "development/deadlines.rs", "fn when_complete"),
        (RuleId::E01, "study/rules.rs", "RuleId::E01"),
        (RuleId::F06, "dues/accounts.rs", "is_admitted"),
        (RuleId::F14, "dues/accounts.rs", "fn rounded"),
        (RuleId::V06, "elections/judge.rs", "MoreCollectedThanHandedOut"),
        (RuleId::V11, "meetings/attendance/tally.rs", "exclusion"),
    ];

    /// 规程 says of each rule what the program does about it. One that reminds, or is checked, is cited in code by a finding
    /// or a refusal, or is counted; a comment that knows its id does nothing. Of one that only explains the code knows
    /// nothing, whatever the types say that keep its data ([`has_types`]).
    #[test]
    fn what_a_rule_is_said_to_do_is_true() {
        let sources = sources();
        for rule in RuleBook::shipped().unwrap().all() {
            let id = &rule.id.to_string();
            let quoted = format!("RuleId::{id}");
            let cites = |(path, source): &(PathBuf, String)| {
                !has_types(path) && code_of(source).lines().any(|line| line.contains(&quoted))
            };
            // A number that is read is not yet said to anybody.
            let only_reads = |(_, source): &(PathBuf, String)| {
                let code = code_of(source);
                code.match_indices(&quoted).all(|(at, _)| code[..at].trim_end().ends_with("number("))
            };
            let says = sources.iter().any(|file| cites(file) && !only_reads(file)) || is_audited(rule.id);
            let counts = COUNTED.iter().find(|(counted, ..)| *counted == rule.id).is_some_and(|(_, path, what)| {
                sources.iter().any(|(file, source)| file.ends_with(path) && code_of(source).contains(what))
            });
            let known = || {
                // U+FF01 names no F01.
                let is_whole = |source: &str, at: usize| !source[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
                let others = sources.iter().filter(|(path, _)| !has_types(path));
                others.into_iter().any(|(_, source)| source.match_indices(id).any(|(at, _)| is_whole(source, at)))
            };
            match rule.does {
                Does::Reminds => assert!(says, "{id} is said to remind, and no finding cites it"),
                Does::Checks => assert!(says || counts, "{id} is said to be checked, and nothing says or counts it"),
                Does::Explains => assert!(!known(), "{id} is said only to explain, and the code knows it"),
            }
        }
    }

    /// Whether a check of development files is held against the rule: the data of the checks names it.
    fn is_audited(rule: RuleId) -> bool {
        let data = include_bytes!("../../data/development_checks.csv");
        let mut checks = csv::Reader::from_reader(&data[..]);
        checks.records().flatten().any(|check| check[4] == rule.to_string())
    }

    /// A room's `model.rs`, or its `mod.rs` where that has the types.
    fn has_types(path: &Path) -> bool {
        let room = path.parent().and_then(Path::parent).is_some_and(|above| above.ends_with("src"));
        path.ends_with("model.rs") || room && path.ends_with("mod.rs")
    }

    /// Without comments.
    fn code_of(source: &str) -> String {
        source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
    }

    /// The code of the core, without its tests.
    fn sources() -> Vec<(PathBuf, String)> {
        let is_test = |path: &Path| path.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with("tests"));
        let files =
            rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).into_iter().filter(|path| !is_test(path));
        let read = |path: PathBuf| {
            let source = fs::read_to_string(&path).unwrap();
            let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
            (path, code)
        };
        files.filter(|path| !path.ends_with("testing.rs")).map(read).collect()
    }

    fn rust_files(folder: &Path) -> Vec<PathBuf> {
        let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        paths
            .flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] })
            .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
            .collect()
    }
}
