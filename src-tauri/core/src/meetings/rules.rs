//! What the rules say about one meeting, and which meetings they still ask for. Findings, never blocks (trap 3).

use chrono::{Datelike, Months, NaiveDate};

use super::{
    AttendanceStatus, MeetingKind, MeetingRequest, MeetingRow, MeetingState, MeetingView, MotionKind,
    ReportMeetingKind, VoteView, counting,
};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::values::{Quarter, Room, day_title, workdays};

/// What decides which meetings a branch owes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct BranchFacts {
    /// A committee exists; without one nobody asks for its meetings (B06).
    pub(super) has_committee: bool,
    /// The day its first term began; `None` where that term is not on record: it was there before.
    pub(super) committee_since: Option<NaiveDate>,
    /// Party groups by name, sorted; without any, nobody asks for group meetings (B12).
    pub(super) groups: Vec<PartyGroup>,
}

/// A party group that has members.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PartyGroup {
    pub(super) name: String,
    /// The day its first member came to it; `None` when that was before the file was begun.
    pub(super) since: Option<NaiveDate>,
}

/// Which meetings the rules ask for in a quarter and that are neither held nor planned, as of `today`. A period that is
/// over makes a meeting late, a running one makes it due at its end; the yearly ones (B15, B16) are brought to mind
/// from 1 October on. `meetings` are those of the whole year.
pub(super) fn missing(
    meetings: &[MeetingRow],
    facts: &BranchFacts,
    rules: &RuleBook,
    quarter: Quarter,
    today: NaiveDate,
) -> Vec<Finding> {
    let lacking = lacking(meetings, facts, rules, quarter);
    let begun = lacking.iter().filter(|lack| lack.period.first <= today);
    begun.map(|lack| lack.period.finding(lack.kind, lack.group, &lack.cadence, today)).collect()
}

/// A meeting that is still owed, and the days on which it can be.
pub(super) struct Owed {
    pub(super) kind: MeetingKind,
    pub(super) rule: &'static str,
    pub(super) group: Option<String>,
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
}

/// Every meeting that a quarter still owes from `today` on and that is neither held nor planned, in the order of the
/// kinds. `meetings` are those of the whole year. A yearly one is owed in the last quarter.
pub(super) fn still_owed(
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
    period: Period,
    /// So many are lacking.
    times: usize,
}

/// What a quarter lacks, in the order of the kinds. `meetings` are those of the whole year.
fn lacking<'a>(meetings: &[MeetingRow], facts: &'a BranchFacts, rules: &RuleBook, quarter: Quarter) -> Vec<Lack<'a>> {
    let mut lacking = Vec::new();
    for kind in MeetingKind::ALL {
        let Some(cadence) = cadence(kind, rules, quarter.first_day()) else { continue };
        for period in cadence.periods(quarter) {
            for group in owed_by(kind, facts, &period) {
                let there = meetings.iter().filter(|meeting| {
                    meeting.state != MeetingState::Cancelled
                        && meeting.counts_as(kind, group)
                        && period.contains(meeting.at.date())
                });
                let times = (cadence.times() as usize).saturating_sub(there.count());
                if times > 0 {
                    lacking.push(Lack { kind, group, cadence, period: period.clone(), times });
                }
            }
        }
    }
    lacking
}

/// Meetings of a quarter by kind, against what the rules ask for. Kinds that are neither asked for nor there are left
/// out.
pub(super) fn kinds_of_quarter(
    meetings: &[MeetingRow],
    facts: &BranchFacts,
    rules: &RuleBook,
    quarter: Quarter,
) -> Vec<ReportMeetingKind> {
    let mut lines = Vec::new();
    for kind in MeetingKind::ALL {
        let cadence = cadence(kind, rules, quarter.first_day());
        let required = cadence.map_or(0, |cadence| cadence.in_quarter(kind, facts, quarter));
        let mut line = ReportMeetingKind {
            kind,
            name: kind.name().to_owned(),
            required,
            planned: 0,
            held: 0,
            expected: 0,
            present: 0,
        };
        let of_kind = |meeting: &&MeetingRow| {
            meeting.state != MeetingState::Cancelled
                && meeting.kinds.contains(&kind)
                && quarter.contains(meeting.at.date())
        };
        for meeting in meetings.iter().filter(of_kind) {
            line.planned += 1;
            if let Some(tally) = meeting.tally {
                line.held += 1;
                line.expected += tally.expected;
                line.present += tally.present;
            }
        }
        if required > 0 || line.planned > 0 || matches!(cadence, Some(Cadence::Yearly(_))) {
            lines.push(line);
        }
    }
    lines
}

/// What a meeting's own numbers say: its time passed without attendance, it was held without a record, too few came.
pub(super) fn of_meeting(meeting: &MeetingRow, rules: &RuleBook, today: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(&kind) = meeting.kinds.first() else { return findings };
    let on = meeting.at.date();
    let name = format!("{}“{}”", day_title(on), meeting.title);
    let mut add = |severity, rule: &str, message: String, action: &str| {
        findings.push(Finding {
            rule: RuleId::new(rule),
            severity,
            message,
            action: action.to_owned(),
            due: Some(on),
            subject: Subject { room: Room::Meetings, id: Some(meeting.id.0) },
        });
    };
    if meeting.state == MeetingState::Planned && on < today {
        add(Severity::Late, rule(kind), format!("{name}时间已过，还没有登记到会"), "登记到会");
    }
    let Some(tally) = meeting.tally.filter(|_| meeting.state == MeetingState::Held) else { return findings };
    if tally.unrecorded > 0 {
        let message = format!("{name}还有 {} 名党员没有登记到会情况", tally.unrecorded);
        add(Severity::Due, rule(kind), message, "登记到会");
    } else if kind == MeetingKind::General
        && !counting::needs(MotionKind::Ordinary, tally.voting_expected, tally.voting_present).may_start
    {
        let message = format!(
            "{name}到会有表决权的党员 {} 名，不足应到 {} 名的半数",
            tally.voting_present, tally.voting_expected
        );
        add(Severity::Late, "B10", message, "核对");
    } else if kind == MeetingKind::Committee
        && !counting::committee_may_meet(tally.expected + tally.not_required, tally.present)
    {
        let message = format!(
            "{name}到会委员 {} 名，不足全体委员 {} 名的半数",
            tally.present,
            tally.expected + tally.not_required
        );
        add(Severity::Late, "B11", message, "核对");
    }
    if !meeting.has_record {
        findings.extend(unwritten(meeting, rules, today));
    }
    findings
}

/// B21: a meeting that was held is written down within so many working days.
fn unwritten(meeting: &MeetingRow, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let on = meeting.at.date();
    let days = rules.number("B21", "working_days", on)?;
    let due = workdays::workdays_after(on, usize::try_from(days).ok()?);
    let (severity, so_far) = if due < today {
        (Severity::Late, format!("已过 {days} 个工作日"))
    } else {
        (Severity::Due, "已召开".to_owned())
    };
    Some(Finding {
        rule: RuleId::new("B21"),
        severity,
        message: format!("{}“{}”{so_far}，还没有填写会议记录", day_title(on), meeting.title),
        action: "填写".to_owned(),
        due: Some(due),
        subject: Subject { room: Room::Meetings, id: Some(meeting.id.0) },
    })
}

/// What shows only in a meeting's details: a committee that does not exist, leave without a reason, an agenda that is
/// only begun, votes whose frozen
/// numbers no longer fit the attendance.
pub(super) fn of_details(meeting: &MeetingView, branch_has_committee: bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut add = |severity, rule: &str, message: String, action: &str| {
        findings.push(Finding {
            rule: RuleId::new(rule),
            severity,
            message,
            action: action.to_owned(),
            due: None,
            subject: Subject { room: Room::Meetings, id: meeting.head.id.map(|id| id.0) },
        });
    };
    let asked_by = meeting.head.kinds.first().map_or("B09", |kind| rule(*kind));
    if meeting.head.kinds.contains(&MeetingKind::Committee) && !branch_has_committee {
        let message = "本支部不设支部委员会，应由支部委员会办的事由支部党员大会办".to_owned();
        add(Severity::Notice, "B06", message, "核对");
    }
    let gave_no_reason = |row: &&super::AttendanceRow| {
        row.status == Some(AttendanceStatus::OnLeave) && row.reason.as_deref().unwrap_or_default().trim().is_empty()
    };
    let names: Vec<_> = meeting.attendance.iter().filter(gave_no_reason).map(|row| row.name.as_str()).collect();
    if !names.is_empty() {
        add(Severity::Due, "E11", format!("{}请假，还没有填写事由", names.join("、")), "填写");
    }
    for (number, item) in (1..).zip(&meeting.agenda) {
        let lacks = |lack: fn(&super::Point) -> &str| item.points.iter().any(|point| lack(point).trim().is_empty());
        if item.title.trim().is_empty() {
            add(Severity::Due, asked_by, format!("议题 {number} 还没有写议什么"), "填写");
        }
        if lacks(|point| &point.speaker) {
            add(Severity::Due, asked_by, format!("议题 {number} 有发言还没有写发言人"), "填写");
        }
        if lacks(|point| &point.content) {
            add(Severity::Due, asked_by, format!("议题 {number} 有发言还没有写要点"), "填写");
        }
    }
    let tally = meeting.tally;
    let outdated =
        |vote: &&VoteView| (vote.voting_expected, vote.voting_present) != (tally.voting_expected, tally.voting_present);
    let asks = |motion| match motion {
        MotionKind::Ordinary => "B10",
        MotionKind::Admission | MotionKind::Conversion => "D15",
        MotionKind::Election => "V03",
    };
    for VoteView { vote, voting_present, .. } in meeting.votes.iter().filter(outdated) {
        let message = format!(
            "“{}”按到会有表决权的党员 {voting_present} 名表决，现登记到会 {} 名，请核对后重新保存这项表决",
            vote.subject, tally.voting_present
        );
        add(Severity::Late, asks(vote.motion), message, "核对");
    }
    for VoteView { vote, voting_present, .. } in &meeting.votes {
        let silent = voting_present.saturating_sub(vote.votes_for + vote.votes_against + vote.abstained);
        if silent > 0 {
            let message =
                format!("“{}”到会有表决权的党员里有 {silent} 名没有计入赞成、不赞成和弃权，请核对", vote.subject);
            add(Severity::Notice, asks(vote.motion), message, "核对");
        }
    }
    findings
}

/// Whether a meeting is chaired by somebody who may (B13). The chair is written as people write: a name, an office, or
/// both. Nothing is said where nobody holds an office.
pub(super) fn of_chair(head: &MeetingRequest, may_chair: &[String]) -> Option<Finding> {
    let kind = *head.kinds.first()?;
    let message = match kind {
        MeetingKind::General | MeetingKind::Committee => {
            format!("主持人{}不是支部书记、副书记或者委员，请核对", head.chair)
        }
        MeetingKind::Group => format!("主持人{}不是这个党小组的组长，请核对", head.chair),
        _ => return None,
    };
    let titles = match kind {
        MeetingKind::Group => &["组长"] as &[_],
        _ => &["书记", "委员"],
    };
    let is_named = may_chair.iter().any(|name| head.chair.contains(name.as_str()));
    let is_fine = head.chair.is_empty()
        || may_chair.is_empty()
        || is_named
        || titles.iter().any(|title| head.chair.contains(title));
    (!is_fine).then(|| Finding {
        rule: RuleId::new("B13"),
        severity: Severity::Notice,
        message,
        action: "核对".to_owned(),
        due: None,
        subject: Subject { room: Room::Meetings, id: head.id.map(|id| id.0) },
    })
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
struct Period {
    name: String,
    first: NaiveDate,
    last: NaiveDate,
}

/// How often the rules in force on a day ask for a kind of meeting.
fn cadence(kind: MeetingKind, rules: &RuleBook, on: NaiveDate) -> Option<Cadence> {
    match kind {
        MeetingKind::General => rules.number("B09", "per_quarter", on).map(Cadence::Quarterly),
        MeetingKind::Committee => rules.number("B11", "per_month", on).map(Cadence::Monthly),
        MeetingKind::Group => rules.number("B12", "per_month", on).map(Cadence::Monthly),
        MeetingKind::Lecture => rules.number("B18", "per_quarter", on).map(Cadence::Quarterly),
        MeetingKind::ThemeDay => rules.number("B14", "per_month", on).map(Cadence::Monthly),
        MeetingKind::OrganizationalLife => rules.number("B15", "per_year", on).map(Cadence::Yearly),
        MeetingKind::Appraisal => rules.number("B16", "per_year", on).map(Cadence::Yearly),
    }
}

/// The rule that asks for a kind of meeting.
pub(super) fn rule(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::General => "B09",
        MeetingKind::Committee => "B11",
        MeetingKind::Group => "B12",
        MeetingKind::Lecture => "B18",
        MeetingKind::ThemeDay => "B14",
        MeetingKind::OrganizationalLife => "B15",
        MeetingKind::Appraisal => "B16",
    }
}

/// Who owes a meeting of a kind in a period: the branch (`None`), nobody, or each party group. What was only set up in
/// its course is asked from the next one on.
fn owed_by<'a>(kind: MeetingKind, facts: &'a BranchFacts, period: &Period) -> Vec<Option<&'a str>> {
    let was_there = |since: Option<NaiveDate>| since.is_none_or(|since| since <= period.first);
    match kind {
        MeetingKind::Committee if !facts.has_committee || !was_there(facts.committee_since) => Vec::new(),
        MeetingKind::Group => {
            let there = facts.groups.iter().filter(|group| was_there(group.since));
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

    /// How many meetings of a kind one quarter asks for; the yearly ones belong to none.
    fn in_quarter(&self, kind: MeetingKind, facts: &BranchFacts, quarter: Quarter) -> u32 {
        if let Self::Yearly(_) = self {
            return 0;
        }
        let owed = self.periods(quarter).iter().map(|period| owed_by(kind, facts, period).len()).sum::<usize>();
        self.times() * u32::try_from(owed).unwrap_or(u32::MAX)
    }

    /// The periods that end with or within a quarter. A year is judged in its last quarter, from 1 October on.
    fn periods(&self, quarter: Quarter) -> Vec<Period> {
        let (first, last) = (quarter.first_day(), quarter.last_day());
        match self {
            Self::Monthly(_) => (0..3)
                .map(|month| {
                    let first = first + Months::new(month);
                    let last = first + Months::new(1) - chrono::Days::new(1);
                    Period { name: format!("{}月", first.month()), first, last }
                })
                .collect(),
            Self::Quarterly(_) => vec![Period { name: quarter.title(), first, last }],
            Self::Yearly(_) if quarter.number() == 4 => {
                vec![Period { name: format!("{}年度", quarter.year()), first: first - Months::new(9), last }]
            }
            Self::Yearly(_) => Vec::new(),
        }
    }
}

impl Period {
    fn contains(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    fn finding(&self, kind: MeetingKind, group: Option<&str>, cadence: &Cadence, today: NaiveDate) -> Finding {
        let is_over = self.last < today;
        let severity = match cadence {
            _ if is_over => Severity::Late,
            Cadence::Yearly(_) => Severity::Notice,
            Cadence::Monthly(_) | Cadence::Quarterly(_) => Severity::Due,
        };
        let group = group.map(|group| format!("（{group}）")).unwrap_or_default();
        let verb = match kind {
            MeetingKind::Lecture | MeetingKind::ThemeDay | MeetingKind::Appraisal => "开展",
            _ => "召开",
        };
        let lacking = if is_over { "没有" } else { "还未" };
        Finding {
            rule: RuleId::new(rule(kind)),
            severity,
            message: format!("{}{}{group}{lacking}{verb}", self.name, kind.name()),
            action: if is_over { "补登记" } else { "去开" }.to_owned(),
            due: Some(self.last),
            subject: Subject { room: Room::Meetings, id: None },
        }
    }
}
