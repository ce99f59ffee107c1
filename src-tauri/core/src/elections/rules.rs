//! What the rules ask of an election, with their numbers from `rules/elections.toml`.

use chrono::NaiveDate;

use super::{Election, ElectionId, ElectionPost, ElectionState, ElectionView};
use crate::roster::Office;
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::values::Room;
use crate::values::numerals::numeral;

/// The numbers that decide an election on its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    /// V03: this part of those expected must be present …
    pub part: u32,
    /// … of so many.
    pub whole: u32,
    /// V04: so many candidates more than seats, in percent.
    pub surplus_percent: u32,
}

impl Numbers {
    /// As they are on `day`. A book without them (a test forbids it) asks for everyone.
    pub fn on(rules: &RuleBook, day: NaiveDate) -> Self {
        Self {
            part: rules.number(RuleId::V03, "numerator", day).unwrap_or(1),
            whole: rules.number(RuleId::V03, "denominator", day).unwrap_or(1),
            surplus_percent: rules.number(RuleId::V04, "percent", day).unwrap_or_default(),
        }
    }

    /// The part of those expected that must be present: `五分之四`.
    pub fn part_in_words(&self) -> String {
        format!("{}分之{}", numeral(self.whole), numeral(self.part))
    }

    /// V03: voters that must be present, `5p >= 4N`. Nobody elects nobody: at least one.
    pub fn present_needed(&self, expected: u32) -> u32 {
        let needed = (u64::from(expected) * u64::from(self.part)).div_ceil(u64::from(self.whole.max(1)));
        u32::try_from(needed).unwrap_or(u32::MAX).max(1)
    }
}

/// V04: how many candidates there should be. The surplus is asked for where committee members are elected; one who is
/// not a whole person counts as one.
pub fn candidates_needed(post: ElectionPost, seats: u32, numbers: &Numbers) -> u32 {
    match post {
        ElectionPost::CommitteeMember => seats + (seats * numbers.surplus_percent).div_ceil(100),
        ElectionPost::Secretary | ElectionPost::DeputySecretary => seats,
    }
}

impl ElectionPost {
    /// The offices that someone elected to it can take up.
    pub fn offices(self) -> &'static [Office] {
        match self {
            Self::CommitteeMember => &Office::ALL,
            Self::Secretary => &[Office::Secretary],
            Self::DeputySecretary => &[Office::DeputySecretary],
        }
    }
}

/// What else is known of an election when it is judged.
pub(super) struct Circumstances {
    /// The meeting is one of the committee.
    pub(super) by_committee: bool,
    /// The branch has a committee.
    pub(super) has_committee: bool,
}

/// What is missing or odd about an election as a whole.
pub(super) fn findings(view: &ElectionView, circumstances: &Circumstances) -> Vec<Finding> {
    let found = [
        too_few_candidates(view),
        tellers_are_candidates(view),
        wrong_meeting(view, circumstances),
        other_numbers(view),
        fewer_than_seats(view),
        to_be_approved(view),
    ];
    found.into_iter().flatten().collect()
}

/// V04.
fn too_few_candidates(view: &ElectionView) -> Option<Finding> {
    let (count, needed, seats) = (view.candidates.len(), view.candidates_needed, view.election.seats);
    let message = format!("应选 {seats} 名，候选人至少 {needed} 名，现有 {count} 名");
    (count < needed as usize).then(|| finding(view, RuleId::V04, Severity::Due, message, "增加候选人"))
}

/// V09. Tellers are known by their names alone, so that two of one name are told apart by the reader.
fn tellers_are_candidates(view: &ElectionView) -> Option<Finding> {
    let Election { chief_scrutineer, scrutineers, counters, .. } = &view.election;
    let tellers = std::iter::once(chief_scrutineer).chain(scrutineers).chain(counters);
    let candidates: Vec<&String> = view.candidates.iter().map(|candidate| &candidate.name).collect();
    let both: std::collections::BTreeSet<&str> =
        tellers.filter(|name| candidates.contains(name)).map(String::as_str).collect();
    let names = both.iter().copied().collect::<Vec<_>>().join("、");
    let message = format!("{names}是候选人，不能担任监票人、计票人");
    (!both.is_empty()).then(|| finding(view, RuleId::V09, Severity::Late, message, "换人"))
}

/// V10, B05.
fn wrong_meeting(view: &ElectionView, circumstances: &Circumstances) -> Option<Finding> {
    match view.election.post {
        ElectionPost::CommitteeMember if !circumstances.has_committee => {
            let message = "支部信息中写的是不设支部委员会，选出委员后请改为设支部委员会".to_owned();
            Some(finding(view, RuleId::B05, Severity::Notice, message, "查看"))
        }
        ElectionPost::Secretary | ElectionPost::DeputySecretary
            if circumstances.has_committee && !circumstances.by_committee =>
        {
            let message = "设支部委员会的，书记、副书记由支部委员会会议选举".to_owned();
            Some(finding(view, RuleId::V10, Severity::Notice, message, "核对"))
        }
        ElectionPost::Secretary | ElectionPost::DeputySecretary
            if circumstances.by_committee && !circumstances.has_committee =>
        {
            let message = "选举那天本支部不设支部委员会，书记、副书记应由支部党员大会选举".to_owned();
            Some(finding(view, RuleId::V10, Severity::Late, message, "核对"))
        }
        _ => None,
    }
}

/// V03: who could vote is written in the meeting's attendance.
fn other_numbers(view: &ElectionView) -> Option<Finding> {
    let (expected, present) = (view.voters_expected, view.voters_present);
    let round = view.rounds.iter().map(|round| &round.round);
    let other = round.clone().find(|round| (round.voters_expected, round.voters_present) != (expected, present))?;
    let message = format!(
        "第 {} 次投票写的是应到 {} 名、实到 {} 名，到会登记是应到 {expected} 名、实到 {present} 名，请核对",
        other.number.unwrap_or_default(),
        other.voters_expected,
        other.voters_present,
    );
    Some(finding(view, RuleId::V03, Severity::Notice, message, "核对"))
}

/// V08: seats may stay empty, but not unnoticed.
fn fewer_than_seats(view: &ElectionView) -> Option<Finding> {
    let open = (view.election.seats as usize).saturating_sub(view.elected.len());
    let concluded = view.state == ElectionState::Concluded;
    let message = if concluded {
        format!("比应选名额少选 {open} 名")
    } else {
        format!("还有 {open} 个名额没有选出，应另行选举；接近应选名额的，经多数选举人同意可以减少名额")
    };
    let severity = if concluded { Severity::Notice } else { Severity::Due };
    (open > 0 && !view.rounds.is_empty()).then(|| finding(view, RuleId::V08, severity, message, "另行选举"))
}

/// V10.
fn to_be_approved(view: &ElectionView) -> Option<Finding> {
    let message = "选举结果须报上级党组织批准，请打印选举结果报告".to_owned();
    let is_open = view.state == ElectionState::Concluded && view.approval.is_none();
    is_open.then(|| finding(view, RuleId::V10, Severity::Notice, message, "打印"))
}

pub(super) fn finding(view: &ElectionView, rule: RuleId, severity: Severity, message: String, action: &str) -> Finding {
    let id = view.election.id.map(|ElectionId(id)| id);
    Subject { room: Room::Elections, id }.finding(rule, severity, message, action)
}
