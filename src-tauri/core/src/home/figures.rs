//! The branch in figures: one function each, in the order in which they are shown.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::{HomeFigure, HomeMonthRate};
use crate::desk::Desk;
use crate::development::{self, DevelopmentStage};
use crate::dues::{self, DuesSum};
use crate::meetings::{self, KindCount, MeetingState};
use crate::roster::{self, LabelCount, Member, MemberKind};
use crate::rules::RuleBook;
use crate::study::{self, StudyYear};
use crate::values::Quarter;
use crate::vault::{Reader, VaultError};

/// What the figures are taken from.
pub(super) struct Sources {
    pub(super) today: NaiveDate,
    /// The members of the day.
    pub(super) members: Vec<Arc<Member>>,
    /// The year of study.
    pub(super) study: StudyYear,
    /// The dues of the month; `None` where the branch keeps none here.
    pub(super) dues: Option<DuesSum>,
    /// Open development files by stage.
    pub(super) stages: Vec<LabelCount>,
    /// The meetings of the year.
    pub(super) meetings: Arc<Meetings>,
}

/// The meetings of the year in figures, as of a day.
pub(super) struct Meetings {
    day: NaiveDate,
    /// Those of the quarter by kind.
    pub(super) kinds: Vec<KindCount>,
    /// Attendance, month by month.
    pub(super) rates: Vec<HomeMonthRate>,
}

/// A figure; another one is a line here, and its way in the window (`ui/src/features/home/figures.ts`).
const FIGURES: &[fn(&Sources) -> HomeFigure] = &[attendance, hours, dues, members, probationary, in_development];

impl Sources {
    /// Reads what the figures of today are taken from.
    pub(super) fn of(reader: &Reader<'_>, desk: &Desk<'_>) -> Result<Self, VaultError> {
        let (today, rules) = (desk.today(), desk.rules);
        let files = development::open_files(reader)?;
        let stages = [
            DevelopmentStage::Applicant,
            DevelopmentStage::Activist,
            DevelopmentStage::Candidate,
            DevelopmentStage::Probationary,
        ];
        let in_stage = |stage: DevelopmentStage| {
            let there = files.iter().filter(|file| file.is_reported() && file.stage(rules, today) == stage);
            LabelCount { label: stage.title().to_owned(), count: count(there.count()) }
        };
        Ok(Self {
            today,
            members: roster::members_on(reader, today)?,
            study: study::year_of(reader, rules, today.year(), today)?,
            dues: dues::of_month(reader, rules, today)?,
            stages: stages.into_iter().map(in_stage).collect(),
            meetings: meetings_to(reader, rules, today)?,
        })
    }

    /// All figures.
    pub(super) fn figures(&self) -> Vec<HomeFigure> {
        FIGURES.iter().map(|figure| figure(self)).collect()
    }
}

fn figure(code: &str, name: &str, value: String, note: String) -> HomeFigure {
    HomeFigure { code: code.to_owned(), name: name.to_owned(), value, note }
}

fn attendance(sources: &Sources) -> HomeFigure {
    let quarter = Quarter::of(sources.today);
    let months = || sources.meetings.rates.iter().filter(|rate| rate.month.div_ceil(3) == quarter.number());
    let rate = meetings::rate(months().map(|rate| rate.present).sum(), months().map(|rate| rate.expected).sum());
    figure("attendance", "到会率", rate.map_or_else(|| "—".to_owned(), |rate| format!("{rate}%")), String::new())
}

fn hours(sources: &Sources) -> HomeFigure {
    let behind = sources.study.not_reached();
    let note = if behind > 0 { format!("未达标 {behind} 人") } else { String::new() };
    figure("study", "学时", format!("人均 {}", sources.study.average), note)
}

fn dues(sources: &Sources) -> HomeFigure {
    let month = sources.today.month();
    match sources.dues {
        None => figure("dues", "党费", "—".to_owned(), "还没有核定基数".to_owned()),
        Some(sum) => figure("dues", "党费", format!("{month}月已交 {} / {} 人", sum.settled, sum.owing), String::new()),
    }
}

fn members(sources: &Sources) -> HomeFigure {
    let suspended = sources.members.iter().filter(|member| member.is_suspended_on(sources.today)).count();
    let note = if suspended > 0 { format!("另有停止党籍 {suspended} 人") } else { String::new() };
    figure("members", "党员", format!("{} 人", sources.members.len() - suspended), note)
}

fn probationary(sources: &Sources) -> HomeFigure {
    let is_one = |member: &&Arc<Member>| {
        member.kind_on(sources.today) == MemberKind::Probationary && !member.is_suspended_on(sources.today)
    };
    figure(
        "probationary",
        "其中预备党员",
        format!("{} 人", sources.members.iter().filter(is_one).count()),
        String::new(),
    )
}

fn in_development(sources: &Sources) -> HomeFigure {
    let files: u32 = sources.stages.iter().map(|stage| stage.count).sum();
    figure("development", "发展党员", format!("{files} 人"), String::new())
}

/// The meetings of the year up to `today`; worked out once after every change, for a large branch has many rows of them.
fn meetings_to(reader: &Reader<'_>, rules: &RuleBook, today: NaiveDate) -> Result<Arc<Meetings>, VaultError> {
    let kept = reader.kept(|reader| meetings_of(reader, rules, today))?;
    // Past midnight, until something is changed.
    if kept.day == today { Ok(kept) } else { Ok(Arc::new(meetings_of(reader, rules, today)?)) }
}

fn meetings_of(reader: &Reader<'_>, rules: &RuleBook, today: NaiveDate) -> Result<Meetings, VaultError> {
    let (kinds, mut rows) = meetings::kinds_with_rows(reader, rules, Quarter::of(today).into())?;
    rows.retain(|row| row.at.year() == today.year() && row.state != MeetingState::Cancelled);
    let rate = |month: u32| {
        let tallies: Vec<_> = rows.iter().filter(|row| row.at.month() == month).filter_map(|row| row.tally).collect();
        let expected = tallies.iter().map(|tally| tally.expected).sum();
        let present = tallies.iter().map(|tally| tally.present).sum();
        HomeMonthRate { month, expected, present, percent: meetings::rate(present, expected) }
    };
    Ok(Meetings { day: today, kinds, rates: (1..=today.month()).map(rate).collect() })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
