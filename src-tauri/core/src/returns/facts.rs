//! What the records say today, read once for a table.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::{ReturnError, ReturnPeople};
use crate::branch::{self, Branch, BranchHelper, BranchTerm, BranchUnit};
use crate::desk::Door;
use crate::development::{self, DevelopmentFile, DevelopmentStage};
use crate::dues;
use crate::meetings::{self, MeetingKind};
use crate::outside::Written;
use crate::reports;
use crate::roster::{self, EntryWay, Member, MemberKind, Office};
use crate::rules::RuleBook;
use crate::study::{self, StudyYear};
use crate::superior;
use crate::values::{Fen, Month, Period, Quarter};
use crate::vault::Reader;

/// The records of a day.
pub(super) struct Facts<'a> {
    pub(super) today: NaiveDate,
    rules: &'a RuleBook,
    /// Numbers and addresses in full.
    pub(super) reveal: bool,
    pub(super) members: Vec<Arc<Member>>,
    pub(super) files: Vec<DevelopmentFile>,
    pub(super) branch: Branch,
    /// Those that the branch covers.
    pub(super) units: Vec<BranchUnit>,
    pub(super) term: Option<BranchTerm>,
    pub(super) helpers: Vec<BranchHelper>,
    pub(super) study: StudyYear,
    /// What was paid for the months of last year; `None` where nothing was.
    pub(super) dues_last_year: Option<Fen>,
    held: BTreeMap<NaiveDate, Vec<MeetingKind>>,
    /// Those of the running quarter's report.
    pub(super) figures: BTreeMap<String, i64>,
}

/// Somebody who has a row.
pub(super) enum Person<'a> {
    Member(&'a Member),
    Applicant(&'a DevelopmentFile),
}

impl<'a> Facts<'a> {
    pub(super) fn of(door: &Door<'a>, reveal: bool) -> Result<Self, ReturnError> {
        let (rules, today) = (door.rules, door.today());
        door.read(|reader| Self::read(reader, rules, today, reveal))
    }

    fn read(reader: &Reader<'_>, rules: &'a RuleBook, today: NaiveDate, reveal: bool) -> Result<Self, ReturnError> {
        let report = reports::build(reader, rules, Period::from(Quarter::of(today)), today)?;
        let in_charge = |helper: &BranchHelper| helper.until.is_none_or(|until| until.latest() >= today);
        Ok(Self {
            today,
            rules,
            reveal,
            members: roster::members_on(reader, today)?,
            files: development::open_files(reader)?,
            branch: branch::stored_on(reader, today)?,
            units: branch::units(reader)?.into_iter().filter(|unit| unit.is_covered_on(today)).collect(),
            term: branch::running(&branch::terms(reader)?, today).cloned(),
            helpers: branch::helpers(reader)?.into_iter().filter(in_charge).collect(),
            study: study::year_of(reader, rules, today.year(), today)?,
            dues_last_year: Some(dues::paid_for(reader, today.year() - 1)?).filter(|paid| !paid.is_zero()),
            held: meetings::held_days(reader)?,
            figures: superior::figures(&report),
        })
    }

    /// Who has a row, in the order of the roster or of the files.
    pub(super) fn people(&self, people: ReturnPeople) -> Vec<Person<'_>> {
        let members = |test: &dyn Fn(&Member) -> bool| -> Vec<Person<'_>> {
            self.members.iter().filter(|member| test(member)).map(|member| Person::Member(member)).collect()
        };
        let files = |stages: &[DevelopmentStage]| -> Vec<Person<'_>> {
            let meant = |file: &&DevelopmentFile| stages.is_empty() || stages.contains(&self.stage(file));
            self.files.iter().filter(meant).map(Person::Applicant).collect()
        };
        match people {
            ReturnPeople::Members => members(&|_| true),
            ReturnPeople::Full => members(&|member| member.kind_on(self.today) == MemberKind::Full),
            ReturnPeople::Probationary => members(&|member| member.kind_on(self.today) == MemberKind::Probationary),
            ReturnPeople::Mobile => members(&|member| member.record.is_mobile),
            ReturnPeople::Developing => files(&[]),
            ReturnPeople::Applicants => files(&[DevelopmentStage::Applicant]),
            ReturnPeople::Activists => files(&[DevelopmentStage::Activist]),
            ReturnPeople::Candidates => files(&[DevelopmentStage::Candidate]),
        }
    }

    pub(super) fn stage(&self, file: &DevelopmentFile) -> DevelopmentStage {
        file.stage(self.rules, self.today)
    }

    pub(super) fn in_stage(&self, stage: DevelopmentStage) -> usize {
        self.files.iter().filter(|file| self.stage(file) == stage).count()
    }

    pub(super) fn count(&self, test: impl Fn(&Member) -> bool) -> usize {
        self.members.iter().filter(|member| test(member)).count()
    }

    /// Whoever holds an office, in the order of the roster.
    pub(super) fn holders(&self, office: Office) -> impl Iterator<Item = &Member> {
        self.members.iter().map(|member| &**member).filter(move |member: &&Member| member.record.offices.has(office))
    }

    /// Meetings of a kind that were held this year.
    pub(super) fn held(&self, kind: MeetingKind) -> usize {
        self.held_before(kind, NaiveDate::MAX)
    }

    fn held_before(&self, kind: MeetingKind, before: NaiveDate) -> usize {
        let this_year = self.held.iter().filter(|(day, _)| day.year() == self.today.year() && **day < before);
        this_year.map(|(_, kinds)| kinds.iter().filter(|other| **other == kind).count()).sum()
    }

    /// How often a month, on the average of this year's months that are over; `None` in January.
    pub(super) fn held_a_month(&self, kind: MeetingKind) -> Option<Written> {
        self.held_on_average(kind, self.today.month0(), Month::of(self.today).first_day())
    }

    /// How often a quarter, on the average of this year's quarters that are over; `None` in the first.
    pub(super) fn held_a_quarter(&self, kind: MeetingKind) -> Option<Written> {
        self.held_on_average(kind, self.today.month0() / 3, Quarter::of(self.today).first_day())
    }

    /// `over` are the months or quarters of this year that lie before a day.
    fn held_on_average(&self, kind: MeetingKind, over: u32, before: NaiveDate) -> Option<Written> {
        let tenths = u32::try_from(self.held_before(kind, before)).ok()?.saturating_mul(10).checked_div(over)?;
        Some(Written::Number(f64::from(tenths) / 10.0))
    }

    /// Admitted by this branch in this year or one of the two before.
    pub(super) fn is_admitted_within_three_years(&self, member: &Member) -> bool {
        let here = member.record.entered_how == EntryWay::Admitted;
        here && member.record.joined.is_some_and(|joined| joined.latest().year() > self.today.year() - 3)
    }

    /// A member's hours of study this year.
    pub(super) fn hours(&self, member: &Member) -> Option<f64> {
        let row = self.study.members.iter().find(|row| row.member == member.id)?;
        Some(f64::from(row.hours.tenths()) / 10.0)
    }
}
