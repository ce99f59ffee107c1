//! What a check finds in front of it: a file, and what the branch knows besides.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::alike::{self, Alike};
use crate::branch;
use crate::development::committee::Committee;
use crate::development::entries::{Entry, EntryField, EntryKind};
use crate::development::{DevelopmentFile, DevelopmentFileId, DevelopmentStage, MaterialRecord};
use crate::meetings::{self, LookedUp, MeetingId, MeetingKind, VoteView};
use crate::roster;
use crate::rules::RuleBook;
use crate::settings::{self, DevelopmentSettings};
use crate::values::{PartialDate, Span};
use crate::vault::{Reader, VaultError};

/// What the branch knows, read once for all files.
pub(in crate::development) struct Known<'a> {
    pub(in crate::development) rules: &'a RuleBook,
    pub(in crate::development) today: NaiveDate,
    pub(in crate::development) committee: Committee,
    pub(in crate::development) local: DevelopmentSettings,
    /// 成立日期
    pub(super) founded_on: Option<PartialDate>,
    /// Everybody who held an office, and when.
    pub(super) officers: Vec<(String, Span)>,
    pub(super) has_groups: bool,
    /// The minutes book: the meetings that files name.
    meetings: BTreeMap<MeetingId, LookedUp>,
    /// The days on which the book has a meeting, with its kinds.
    pub(super) days: BTreeMap<NaiveDate, Vec<MeetingKind>>,
    /// Texts that read like others, by file.
    pub(super) alike: BTreeMap<DevelopmentFileId, Vec<Alike>>,
    /// How many files have the number of a booklet.
    pub(super) serials: BTreeMap<String, u32>,
    /// How many files name a vote.
    pub(super) votes: BTreeMap<i64, u32>,
    /// 上级党组织
    pub(super) superior: String,
    /// How many were admitted in a month.
    pub(super) admitted: BTreeMap<(i32, u32), u32>,
    /// How many may be admitted in a year.
    pub(super) quotas: BTreeMap<i32, u32>,
}

impl<'a> Known<'a> {
    /// Reads what the checks ask for.
    pub(in crate::development) fn of(
        reader: &Reader<'_>,
        rules: &'a RuleBook,
        today: NaiveDate,
        files: &[DevelopmentFile],
    ) -> Result<Self, VaultError> {
        let mut officers = Vec::new();
        for member in roster::everyone(reader)? {
            officers.extend(member.offices_held().into_iter().map(|(_, span)| (member.record.name.clone(), span)));
        }
        let named: BTreeSet<_> =
            files.iter().flat_map(|file| &file.entries).filter_map(|entry| entry.meeting).collect();
        let branch = branch::stored(reader)?;
        let quotas =
            reader.all("SELECT year, people FROM development_quota", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Self {
            committee: Committee::of(reader)?,
            founded_on: branch.founded_on,
            superior: branch.superior,
            officers,
            has_groups: branch::groups(reader)?.iter().any(|group| group.until.is_none()),
            meetings: meetings::looked_up(reader, &named)?,
            days: meetings::held_days(reader)?,
            local: settings::stored(reader)?.development,
            quotas: quotas.into_iter().collect(),
            ..Self::by_files(rules, today, files)
        })
    }

    /// What the files themselves say, one beside the other.
    pub(super) fn by_files(rules: &'a RuleBook, today: NaiveDate, files: &[DevelopmentFile]) -> Self {
        let mut serials = BTreeMap::new();
        for serial in files.iter().filter_map(serial) {
            *serials.entry(serial.to_owned()).or_default() += 1;
        }
        let mut votes = BTreeMap::new();
        for vote in files.iter().flat_map(|file| &file.entries).filter_map(|entry| entry.vote) {
            *votes.entry(vote).or_default() += 1;
        }
        let mut admitted = BTreeMap::new();
        for day in files.iter().filter_map(|file| Some(file.admission()?.on)) {
            *admitted.entry(month_of(day)).or_default() += 1;
        }
        Self {
            rules,
            today,
            committee: Committee::default(),
            local: DevelopmentSettings::default(),
            founded_on: None,
            officers: Vec::new(),
            has_groups: false,
            meetings: BTreeMap::new(),
            days: BTreeMap::new(),
            alike: alike::compare(files),
            serials,
            votes,
            superior: String::new(),
            admitted,
            quotas: BTreeMap::new(),
        }
    }

    /// The number of a check: the one set here, else the usual one.
    pub(super) fn number(&self, id: &str) -> Option<u32> {
        self.local.numbers.get(id).copied().or_else(|| self.rules.check(id)?.usual)
    }
}

/// The month of a day.
pub(super) fn month_of(day: NaiveDate) -> (i32, u32) {
    use chrono::Datelike;
    (day.year(), day.month())
}

/// The number of the booklet that a file uses.
pub(super) fn serial(file: &DevelopmentFile) -> Option<&str> {
    let serial = file.first(EntryKind::ApplicationForm)?.values.text(EntryField::Serial);
    (!serial.is_empty()).then_some(serial)
}

/// One file before the checks.
pub(in crate::development) struct Case<'a> {
    pub(super) file: &'a DevelopmentFile,
    pub(super) known: &'a Known<'a>,
    pub(super) last_step: u32,
    pub(super) stage: DevelopmentStage,
}

impl<'a> Case<'a> {
    /// A file as the checks see it.
    pub(in crate::development) fn new(file: &'a DevelopmentFile, known: &'a Known<'a>) -> Self {
        let (last_step, stage) = (file.last_step(), file.stage(known.rules, known.today));
        Self { file, known, last_step, stage }
    }

    /// The rule book.
    pub(super) fn rules(&self) -> &'a RuleBook {
        self.known.rules
    }

    /// The first entry of a kind.
    pub(super) fn first(&self, kind: EntryKind) -> Option<&'a Entry> {
        self.file.first(kind)
    }

    /// The day of the first entry of a kind.
    pub(super) fn on(&self, kind: EntryKind) -> Option<NaiveDate> {
        self.file.on(kind)
    }

    /// The day by which a step is judged: its own, else that of the next step done, else today.
    pub(super) fn day_of(&self, step: u32) -> NaiveDate {
        (step..=25).find_map(|step| self.file.done_on(step)).unwrap_or(self.known.today)
    }

    /// Whether the file has come so far: the step, or a later one, is done.
    pub(super) fn reached(&self, step: u32) -> bool {
        self.last_step >= step
    }

    /// The paper, where it is there.
    pub(super) fn paper(&self, code: &str) -> Option<&'a MaterialRecord> {
        self.file.paper(code)
    }

    /// Whether a paper that should be there is not; one that does not apply is not missed.
    pub(super) fn lacks(&self, code: &str) -> bool {
        self.file.material_state(code) == crate::development::MaterialState::Missing
    }

    /// The meeting at which an entry was decided, where the book has it.
    pub(super) fn meeting(&self, entry: &Entry) -> Option<&'a LookedUp> {
        self.known.meetings.get(&entry.meeting?)
    }

    /// Whether the minutes book has no meeting on the day of a decision, though it has some from before; a file that names
    /// its meeting is held against that one.
    pub(super) fn book_lacks(&self, entry: &Entry) -> bool {
        let begun = self.known.days.keys().next().is_some_and(|first| *first <= entry.on);
        entry.meeting.is_none() && begun && !self.known.days.contains_key(&entry.on)
    }

    /// The vote that an entry names.
    pub(super) fn vote(&self, entry: &Entry) -> Option<&'a VoteView> {
        self.meeting(entry)?.votes.iter().find(|vote| vote.vote.id == entry.vote && entry.vote.is_some())
    }

    /// The counts of a decision: of the vote in the book, else as they were entered.
    pub(super) fn counts(&self, entry: &Entry) -> Counts {
        let entered = |field| entry.values.count(field);
        match self.vote(entry) {
            Some(VoteView { vote, voting_expected, voting_present, .. }) => Counts {
                expected: Some(*voting_expected),
                present: Some(*voting_present),
                votes_for: Some(vote.votes_for),
                votes_against: Some(vote.votes_against),
                abstained: Some(vote.abstained),
                written_for: Some(vote.written_for),
                written_against: Some(vote.written_against),
            },
            None => Counts {
                expected: entered(EntryField::Expected),
                present: entered(EntryField::Present),
                votes_for: entered(EntryField::VotesFor),
                votes_against: entered(EntryField::VotesAgainst),
                abstained: entered(EntryField::Abstained),
                written_for: entered(EntryField::WrittenFor),
                written_against: entered(EntryField::WrittenAgainst),
            },
        }
    }

    /// The number of a check: the one set here, else the usual one.
    pub(super) fn number(&self, id: &str) -> u32 {
        self.known.number(id).unwrap_or_default()
    }
}

/// The counts of a decision, as far as they are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// 应到会有表决权
    pub(super) expected: Option<u32>,
    /// 实到会有表决权
    pub(super) present: Option<u32>,
    pub(super) votes_for: Option<u32>,
    pub(super) votes_against: Option<u32>,
    pub(super) abstained: Option<u32>,
    pub(super) written_for: Option<u32>,
    pub(super) written_against: Option<u32>,
}

impl Counts {
    /// Votes in favour, written opinions among them (D17).
    pub(super) fn in_favour(&self) -> Option<u32> {
        Some(self.votes_for? + self.written_for.unwrap_or_default())
    }
}
