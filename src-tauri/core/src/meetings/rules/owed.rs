//! Which meetings the rules ask a branch for, month by month, quarter by quarter, year by year.

use chrono::{Datelike, Months, NaiveDate};

use super::rule;
use crate::meetings::{KindCount, MeetingId, MeetingKind, MeetingRow, MeetingState};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::values::{Period, PeriodSpan, Quarter, Room, Span};

/// What decides which meetings a branch owes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::meetings) struct BranchFacts {
    /// When the branch was founded, where that is on record.
    pub(in crate::meetings) founded_on: Option<NaiveDate>,
    /// When there was a committee; without one nobody asks for its meetings (B06).
    pub(in crate::meetings) committee: Vec<Span>,
    /// Party groups by name, sorted; without any, nobody asks for group meetings (B12).
    pub(in crate::meetings) groups: Vec<PartyGroup>,
    /// The appraisals on record, their meetings not called off (B16).
    pub(in crate::meetings) appraised: Vec<Appraised>,
}

/// An appraisal on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::meetings) struct Appraised {
    /// Of which year: it may be held in the next.
    pub(in crate::meetings) year: i32,
    /// At which meeting.
    pub(in crate::meetings) meeting: MeetingId,
    /// The meeting is a 组织生活会 as well (trap 6): then that is of the same year (B15).
    pub(in crate::meetings) at_organizational_life: bool,
}

impl Appraised {
    /// Whether its meeting counts as one of this kind, and so for the appraisal's year.
    fn counts_as(&self, kind: MeetingKind) -> bool {
        match kind {
            MeetingKind::Appraisal => true,
            MeetingKind::OrganizationalLife => self.at_organizational_life,
            _ => false,
        }
    }
}

/// A party group that has or had members.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::meetings) struct PartyGroup {
    pub(in crate::meetings) name: String,
    /// When it had members, and was not dissolved.
    pub(in crate::meetings) there: Vec<Span>,
}

/// Which meetings the rules ask for in a quarter and that are neither held nor planned, as of `today`. A period that is
/// over makes a meeting late, a running one makes it due at its end; the yearly ones (B15, B16) are brought to mind
/// from 1 October on. `meetings` are those of the whole year.
pub(in crate::meetings) fn missing(
    meetings: &[MeetingRow],
    facts: &BranchFacts,
    rules: &RuleBook,
    quarter: Quarter,
    today: NaiveDate,
) -> Vec<Finding> {
    let lacking = lacking(meetings, facts, rules, quarter);
    let begun = lacking.iter().filter(|lack| lack.period.first <= today);
    begun.map(|lack| lack.finding(today)).collect()
}

/// Of those the ones whose time is over by `today`.
pub(in crate::meetings) fn missed(
    meetings: &[MeetingRow],
    facts: &BranchFacts,
    rules: &RuleBook,
    quarter: Quarter,
    today: NaiveDate,
) -> Vec<Finding> {
    let lacking = lacking(meetings, facts, rules, quarter);
    let over = lacking.iter().filter(|lack| lack.period.last < today);
    over.flat_map(|lack| std::iter::repeat_n(lack.finding(today), lack.times)).collect()
}

/// A meeting that is still owed, and the days on which it can be.
pub(in crate::meetings) struct Owed {
    pub(in crate::meetings) kind: MeetingKind,
    pub(in crate::meetings) rule: RuleId,
    pub(in crate::meetings) group: Option<String>,
    pub(in crate::meetings) first: NaiveDate,
    pub(in crate::meetings) last: NaiveDate,
}

/// Every meeting that a quarter still owes from `today` on and that is neither held nor planned, in the order of the
/// kinds. `meetings` are those of the whole year. A yearly one is owed in the last quarter.
pub(in crate::meetings) fn still_owed(
    meetings: &[MeetingRow],
    facts: &BranchFacts,
    rules: &RuleBook,
    quarter: Quarter,
    today: NaiveDate,
) -> Vec<Owed> {
    let lacking = lacking(meetings, facts, rules, quarter).into_iter().filter(|lack| lack.period.last >= today);
    let owed = lacking.flat_map(|lack| {
        let one = move || Owed {
            kind: lack.kind,
            rule: rule(lack.kind),
            group: lack.group.map(str::to_owned),
            first: lack.period.first.max(quarter.first_day()),
            last: lack.period.last,
        };
        std::iter::repeat_with(one).take(lack.times)
    });
    owed.collect()
}

/// A period of a quarter in which meetings are neither held nor planned that the rules ask for.
struct Lack<'a> {
    kind: MeetingKind,
    group: Option<&'a str>,
    cadence: Cadence,
    period: Stretch,
    /// So many are lacking.
    times: usize,
}

impl Lack<'_> {
    fn finding(&self, today: NaiveDate) -> Finding {
        let is_over = self.period.last < today;
        let severity = match self.cadence {
            _ if is_over => Severity::Late,
            Cadence::Yearly(_) if today.month() < 12 => Severity::Notice,
            Cadence::Yearly(_) | Cadence::Monthly(_) | Cadence::Quarterly(_) => Severity::Due,
        };
        let named = self.group.map(|group| format!("（{group}）")).unwrap_or_default();
        let verb = match self.kind {
            MeetingKind::Lecture | MeetingKind::ThemeDay | MeetingKind::Appraisal => "开展",
            _ => "召开",
        };
        let (lacking, action) = if is_over { ("没有", "补登记") } else { ("还未", "去开") };
        let year = match self.cadence {
            Cadence::Monthly(_) if self.period.last.year() != today.year() => format!("{}年", self.period.last.year()),
            _ => String::new(),
        };
        let message = format!("{year}{}{}{named}{lacking}{verb}", self.period.name, self.kind.title());
        let subject = Subject { room: Room::Meetings, id: None };
        subject
            .finding(rule(self.kind), severity, message, action)
            .due_on(self.period.last)
            .keyed(self.group.unwrap_or_default())
    }
}

/// What a quarter lacks, in the order of the kinds. `meetings` are those of the whole year.
fn lacking<'a>(meetings: &[MeetingRow], facts: &'a BranchFacts, rules: &RuleBook, quarter: Quarter) -> Vec<Lack<'a>> {
    let mut lacking = Vec::new();
    for kind in MeetingKind::ALL {
        let Some(cadence) = cadence(kind, rules, quarter.first_day()) else { continue };
        for period in cadence.periods(quarter) {
            for group in owed_by(kind, facts, &period) {
                let there = there(meetings, facts, kind, group, &period);
                let times = (cadence.times() as usize).saturating_sub(there);
                if times > 0 {
                    lacking.push(Lack { kind, group, cadence, period: period.clone(), times });
                }
            }
        }
    }
    lacking
}

/// How many meetings of a kind a period has. An appraisal that is on record belongs to its own year, whenever its
/// meeting is (B16), and with it the 组织生活会 that the same meeting is (B15); a meeting of which none is, to the year of
/// its day.
fn there(
    meetings: &[MeetingRow],
    facts: &BranchFacts,
    kind: MeetingKind,
    group: Option<&str>,
    period: &Stretch,
) -> usize {
    let settling = || facts.appraised.iter().filter(|appraised| appraised.counts_as(kind));
    let appraised = |meeting: &MeetingRow| settling().any(|appraised| appraised.meeting == meeting.id);
    let in_period = meetings.iter().filter(|meeting| {
        meeting.state != MeetingState::Cancelled
            && meeting.counts_as(kind, group)
            && period.contains(meeting.at.date())
            && !appraised(meeting)
    });
    in_period.count() + settling().filter(|appraised| appraised.year == period.first.year()).count()
}

/// Meetings of a period by kind, against what the rules ask for. Kinds that are neither asked for nor there are left
/// out. `meetings` are those of the whole year.
pub(in crate::meetings) fn kinds_of(
    meetings: &[MeetingRow],
    facts: &BranchFacts,
    rules: &RuleBook,
    reported: Period,
) -> Vec<KindCount> {
    let quarters = reported.quarters();
    let lacking: Vec<_> = quarters.iter().flat_map(|quarter| lacking(meetings, facts, rules, *quarter)).collect();
    let mut lines = Vec::new();
    for kind in MeetingKind::ALL {
        let cadences: Vec<_> = quarters
            .iter()
            .filter_map(|quarter| Some((*quarter, cadence(kind, rules, quarter.first_day())?)))
            .collect();
        let times = lacking.iter().filter(|lack| lack.kind == kind).map(|lack| lack.times).sum::<usize>();
        let is_year = reported.span() == PeriodSpan::Year;
        let asked = cadences.iter().filter(|(_, cadence)| is_year || !matches!(cadence, Cadence::Yearly(_)));
        let required = asked.map(|(quarter, cadence)| cadence.ending_in(kind, facts, *quarter)).sum();
        let mut line = KindCount {
            kind,
            name: kind.title().to_owned(),
            required,
            planned: 0,
            held: 0,
            lacking: u32::try_from(times).unwrap_or(u32::MAX),
            expected: 0,
            present: 0,
        };
        let of_kind = |meeting: &&MeetingRow| {
            meeting.state != MeetingState::Cancelled
                && meeting.kinds.contains(&kind)
                && reported.contains(meeting.at.date())
        };
        for meeting in meetings.iter().filter(of_kind) {
            line.planned += 1;
            if let Some(tally) = meeting.tally {
                line.held += 1;
                line.expected += tally.expected;
                line.present += tally.present;
            }
        }
        let is_yearly = cadences.iter().any(|(_, cadence)| matches!(cadence, Cadence::Yearly(_)));
        if required > 0 || line.planned > 0 || is_yearly {
            lines.push(line);
        }
    }
    lines
}

impl MeetingRow {
    /// Whether it counts as a meeting of this kind; with `group`, of this party group.
    fn counts_as(&self, kind: MeetingKind, group: Option<&str>) -> bool {
        self.kinds.contains(&kind) && group.is_none_or(|group| self.party_group.as_deref() == Some(group))
    }
}

/// How often a kind of meeting is asked for.
#[derive(Clone, Copy)]
enum Cadence {
    Monthly(u32),
    Quarterly(u32),
    Yearly(u32),
}

/// A stretch of time in which a meeting is owed.
#[derive(Clone)]
struct Stretch {
    name: String,
    first: NaiveDate,
    last: NaiveDate,
}

/// How often the rules in force on a day ask for a kind of meeting.
fn cadence(kind: MeetingKind, rules: &RuleBook, on: NaiveDate) -> Option<Cadence> {
    match kind {
        MeetingKind::General => rules.number(RuleId::B09, "per_quarter", on).map(Cadence::Quarterly),
        MeetingKind::Committee => rules.number(RuleId::B11, "per_month", on).map(Cadence::Monthly),
        MeetingKind::Group => rules.number(RuleId::B12, "per_month", on).map(Cadence::Monthly),
        MeetingKind::Lecture => rules.number(RuleId::B18, "per_quarter", on).map(Cadence::Quarterly),
        MeetingKind::ThemeDay => rules.number(RuleId::B14, "per_month", on).map(Cadence::Monthly),
        MeetingKind::OrganizationalLife => rules.number(RuleId::B15, "per_year", on).map(Cadence::Yearly),
        MeetingKind::Appraisal => rules.number(RuleId::B16, "per_year", on).map(Cadence::Yearly),
    }
}

/// Who owes a meeting of a kind in a period: the branch (`None`), nobody, or each party group. What was only set up in
/// its course is asked from the next one on, what was dissolved in its course for the last time in the one before; the
/// yearly ones are asked for in the year of founding too.
fn owed_by<'a>(kind: MeetingKind, facts: &'a BranchFacts, period: &Stretch) -> Vec<Option<&'a str>> {
    let was_there = |spans: &[Span]| spans.iter().any(|span| span.covers(period.first, period.last));
    let is_yearly = matches!(kind, MeetingKind::OrganizationalLife | MeetingKind::Appraisal);
    let begins = if is_yearly { period.last } else { period.first };
    match kind {
        _ if facts.founded_on.is_some_and(|founded| begins < founded) => Vec::new(),
        MeetingKind::Committee if !was_there(&facts.committee) => Vec::new(),
        MeetingKind::Group => {
            let there = facts.groups.iter().filter(|group| was_there(&group.there));
            there.map(|group| Some(group.name.as_str())).collect()
        }
        _ => vec![None],
    }
}

impl Cadence {
    fn times(&self) -> u32 {
        let (Self::Monthly(times) | Self::Quarterly(times) | Self::Yearly(times)) = self;
        *times
    }

    /// How many meetings of a kind the periods ask for that end with or within a quarter.
    fn ending_in(&self, kind: MeetingKind, facts: &BranchFacts, quarter: Quarter) -> u32 {
        let owed = self.periods(quarter).iter().map(|period| owed_by(kind, facts, period).len()).sum::<usize>();
        self.times() * u32::try_from(owed).unwrap_or(u32::MAX)
    }

    /// The periods that end with or within a quarter. A year is judged in its last quarter, from 1 October on.
    fn periods(&self, quarter: Quarter) -> Vec<Stretch> {
        let (first, last) = (quarter.first_day(), quarter.last_day());
        match self {
            Self::Monthly(_) => (0..3)
                .map(|month| {
                    let first = first + Months::new(month);
                    let last = first + Months::new(1) - chrono::Days::new(1);
                    Stretch { name: format!("{}月", first.month()), first, last }
                })
                .collect(),
            Self::Quarterly(_) => vec![Stretch { name: quarter.title(), first, last }],
            Self::Yearly(_) if quarter.number() == 4 => {
                vec![Stretch { name: format!("{}年度", quarter.year()), first: first - Months::new(9), last }]
            }
            Self::Yearly(_) => Vec::new(),
        }
    }
}

impl Stretch {
    fn contains(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }
}
