//! What B16 asks of an appraisal, with its numbers from `rules/branch.toml`.

use chrono::NaiveDate;

use super::wording::{self, some_of};
use super::{
    AppraisalCounts, AppraisalGrade, AppraisalGradeCount, AppraisalId, AppraisalPerson, AppraisalStep,
    AppraisalStepKind, AppraisalTallyRequest, AppraisalView,
};
use crate::meetings::MeetingId;
use crate::problem::FieldProblem;
use crate::roster::{self, MemberId, MemberKind};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::values::Room;

/// B16: as many 优秀 as there are as a rule at most among so many members.
pub(super) fn excellent_at_most(members: usize, rules: &RuleBook, on: NaiveDate) -> u32 {
    let one_in = rules.number(RuleId::B16, "excellent_one_in", on).unwrap_or(1).max(1);
    u32::try_from(members).unwrap_or(u32::MAX) / one_in
}

/// Who is graded, those with the most 优秀 first, equal ones by strokes. An order to look at, and no grade.
pub(super) fn by_excellent(people: &[AppraisalPerson]) -> Vec<MemberId> {
    let mut graded: Vec<_> = people.iter().filter(|person| person.is_graded()).collect();
    let excellent = |person: &AppraisalPerson| person.counts.map_or(0, |counts| counts.excellent);
    graded.sort_by(|a, b| excellent(b).cmp(&excellent(a)).then_with(|| by_strokes(a, b)));
    graded.into_iter().map(|person| person.member).collect()
}

/// 按姓氏笔画, those of one name by their id.
pub(super) fn by_strokes(a: &AppraisalPerson, b: &AppraisalPerson) -> std::cmp::Ordering {
    roster::by_strokes(&a.name, &b.name).then_with(|| a.member.cmp(&b.member))
}

/// How many of those who are graded have which grade.
pub(super) fn grades(people: &[AppraisalPerson]) -> Vec<AppraisalGradeCount> {
    let count = |grade| AppraisalGradeCount {
        grade,
        count: count(people, |person| person.is_graded() && person.verdict.grade == Some(grade)),
    };
    AppraisalGrade::ALL.map(count).into()
}

/// How far each step is. A void ballot has brought nothing.
pub(super) fn steps(people: &[AppraisalPerson], is_void: bool) -> Vec<AppraisalStep> {
    let step = |kind: AppraisalStepKind| AppraisalStep {
        kind,
        name: kind.title().to_owned(),
        done: count(people, |person| person.takes_part_in(kind) && person.has_done(kind, is_void)),
        of: count(people, |person| person.takes_part_in(kind)),
    };
    AppraisalStepKind::ALL.map(step).into()
}

/// Something about a tally that cannot be, or is odd.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    HandedOutMissing,
    CollectedMissing,
    MoreHandedOutThanPresent {
        present: u32,
    },
    /// The ballot is void.
    MoreCollectedThanHandedOut {
        handed_out: u32,
    },
    MoreThanCollected {
        line: usize,
        sum: u64,
        collected: u32,
    },
    FewerThanCollected {
        line: usize,
        sum: u64,
        collected: u32,
    },
}

impl Fault {
    /// It is refused; what is merely odd, or makes the ballot void, can be saved as it was.
    pub(super) fn refuses(self) -> bool {
        matches!(self, Self::HandedOutMissing | Self::CollectedMissing | Self::MoreThanCollected { .. })
    }
}

/// What a fault of a tally says at its field. `names` are those of its lines.
pub(super) fn problem(fault: Fault, names: &[String]) -> FieldProblem {
    let name = |line: usize| names.get(line).map(String::as_str).unwrap_or_default();
    let (field, message) = match fault {
        Fault::HandedOutMissing => ("handed_out".to_owned(), "请填写发出多少张测评票".to_owned()),
        Fault::CollectedMissing => ("collected".to_owned(), "请填写收回多少张测评票".to_owned()),
        Fault::MoreHandedOutThanPresent { present } => {
            ("handed_out".to_owned(), format!("发出的测评票多于到会的党员 {present} 名，请核对"))
        }
        Fault::MoreCollectedThanHandedOut { handed_out } => {
            ("collected".to_owned(), format!("收回的测评票多于发出的 {handed_out} 张，这次测评无效，须重新测评"))
        }
        Fault::MoreThanCollected { line, sum, collected } => {
            (format!("lines.{line}.excellent"), format!("{}四项共 {sum} 票，多于收回的 {collected} 张", name(line)))
        }
        Fault::FewerThanCollected { line, sum, collected } => (
            format!("lines.{line}.excellent"),
            format!("四项共 {sum} 票，比收回的少 {} 票", u64::from(collected).saturating_sub(sum)),
        ),
    };
    FieldProblem { field, message }
}

/// What is wrong with the numbers of a tally. `present`: who came, once that was recorded.
pub(super) fn faults(tally: &AppraisalTallyRequest, present: Option<u32>) -> Vec<Fault> {
    let AppraisalTallyRequest { handed_out, collected, lines, .. } = tally;
    let mut faults = Vec::new();
    if tally.is_empty() {
        return faults;
    }
    match (handed_out, present) {
        (None, _) => faults.push(Fault::HandedOutMissing),
        (Some(handed_out), Some(present)) if *handed_out > present => {
            faults.push(Fault::MoreHandedOutThanPresent { present });
        }
        _ => {}
    }
    let Some(collected) = *collected else {
        faults.push(Fault::CollectedMissing);
        return faults;
    };
    if is_void(*handed_out, Some(collected)) {
        faults.push(Fault::MoreCollectedThanHandedOut { handed_out: handed_out.unwrap_or_default() });
    }
    for (line, sum) in lines.iter().map(AppraisalCounts::sum).enumerate() {
        match sum.cmp(&u64::from(collected)) {
            std::cmp::Ordering::Greater => faults.push(Fault::MoreThanCollected { line, sum, collected }),
            std::cmp::Ordering::Less => faults.push(Fault::FewerThanCollected { line, sum, collected }),
            std::cmp::Ordering::Equal => {}
        }
    }
    faults
}

/// More were collected than handed out.
pub(super) fn is_void(handed_out: Option<u32>, collected: Option<u32>) -> bool {
    collected > handed_out
}

/// What is missing or odd about an appraisal, on its own page.
pub(super) fn findings(view: &AppraisalView, cancelled: bool, today: NaiveDate) -> Vec<Finding> {
    let mut findings: Vec<_> = meeting_called_off(view, cancelled).into_iter().collect();
    findings.extend(steps_left_behind(view));
    let others = [
        own_after_the_meeting(view),
        ballot_is_void(view),
        too_many_excellent(view),
        reason_missing(view),
        unfinished(view, today),
    ];
    findings.extend(others.into_iter().flatten());
    findings
}

/// What of it belongs on the home page: that it is not finished; of this year's also what is odd about its result.
pub(super) fn pressing(view: &AppraisalView, this_year: bool, today: NaiveDate) -> Vec<Finding> {
    let odd = [ballot_is_void(view), too_many_excellent(view)].into_iter().flatten().filter(|_| this_year);
    unfinished(view, today).into_iter().chain(odd).collect()
}

/// A meeting was held for it and nothing of it is recorded.
pub(super) fn not_begun(meeting: MeetingId, title: &str, on: NaiveDate) -> Finding {
    let subject = Subject { room: Room::Meetings, id: Some(meeting.0) };
    let message = format!("{}“{title}”已召开，还没有登记民主评议的情况", on.format("%-m月%-d日"));
    subject.finding(RuleId::B16, Severity::Due, message, "登记")
}

fn meeting_called_off(view: &AppraisalView, cancelled: bool) -> Option<Finding> {
    let message = format!("“{}”已取消，请改选另一次会议", view.meeting_title);
    cancelled.then(|| finding(view, Severity::Late, message, "改选"))
}

/// A step that lacks someone while a later one was begun: done late or left out, and said.
fn steps_left_behind(view: &AppraisalView) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, step) in view.steps.iter().enumerate() {
        let later = view.steps.iter().skip(at + 1).find(|later| later.done > 0);
        let Some(later) = later.filter(|_| step.done < step.of) else { continue };
        let lacking =
            |person: &&AppraisalPerson| person.takes_part_in(step.kind) && !person.has_done(step.kind, view.is_void);
        let lacking: Vec<_> = view.people.iter().filter(lacking).collect();
        let message = format!("{}还缺{}，{}已经开始", step.name, some_of(&lacking), later.name);
        findings.push(finding(view, Severity::Due, message, "补登记"));
    }
    findings
}

fn own_after_the_meeting(view: &AppraisalView) -> Option<Finding> {
    let late: Vec<_> = view.people.iter().filter(|person| person.own.on.is_some_and(|on| on > view.on)).collect();
    let message = format!("{}的自评日期在评议会之后", some_of(&late));
    (!late.is_empty()).then(|| finding(view, Severity::Notice, message, "核对"))
}

fn ballot_is_void(view: &AppraisalView) -> Option<Finding> {
    let (handed_out, collected) = (view.handed_out.unwrap_or_default(), view.collected.unwrap_or_default());
    let message = format!("收回测评票 {collected} 张，多于发出的 {handed_out} 张，测评无效，须重新测评");
    view.is_void.then(|| finding(view, Severity::Late, message, "重新测评").keyed("void"))
}

/// More 优秀 than as a rule: a warning, never a block.
fn too_many_excellent(view: &AppraisalView) -> Option<Finding> {
    let excellent =
        count(&view.people, |person| person.is_graded() && person.verdict.grade == Some(AppraisalGrade::Excellent));
    let (most, members) = (view.excellent_at_most, view.people.len());
    let message = format!("评为优秀 {excellent} 名，{members} 名党员中一般不超过 {most} 名");
    (excellent > most).then(|| finding(view, Severity::Notice, message, "核对").keyed("excellent"))
}

/// A grade below 合格 asks for what is done about it.
fn reason_missing(view: &AppraisalView) -> Option<Finding> {
    let lacking = |person: &&AppraisalPerson| {
        person.is_graded()
            && person.verdict.grade.is_some_and(AppraisalGrade::is_below_qualified)
            && person.verdict.reason.is_empty()
    };
    let lacking: Vec<_> = view.people.iter().filter(lacking).collect();
    let message = format!("{}评为合格以下，还没有填写理由和帮助措施", some_of(&lacking));
    (!lacking.is_empty()).then(|| finding(view, Severity::Due, message, "填写"))
}

/// Begun, or its meeting is over, and not finished. Due by the end of its year, or at a later meeting.
fn unfinished(view: &AppraisalView, today: NaiveDate) -> Option<Finding> {
    let begun = view.steps.iter().any(|step| step.done > 0) || view.on <= today;
    let open = |step: &&AppraisalStep| step.done < step.of;
    let lacking: Vec<_> =
        view.steps.iter().filter(open).map(|step| format!("{} {}/{}", step.name, step.done, step.of)).collect();
    if lacking.is_empty() || !begun {
        return None;
    }
    let year_end = NaiveDate::from_ymd_opt(view.appraisal.year, 12, 31).unwrap_or(view.on);
    let due = year_end.max(view.on);
    let severity = if due < today { Severity::Late } else { Severity::Due };
    let message = format!("{}还没有完成：{}", wording::title(view.appraisal.year), lacking.join("，"));
    Some(finding(view, severity, message, "去办").due_on(due))
}

fn finding(view: &AppraisalView, severity: Severity, message: String, action: &str) -> Finding {
    let id = view.appraisal.id.map(|AppraisalId(id)| id);
    Subject { room: Room::Appraisal, id }.finding(RuleId::B16, severity, message, action)
}

fn count(people: &[AppraisalPerson], which: impl Fn(&AppraisalPerson) -> bool) -> u32 {
    u32::try_from(people.iter().filter(|person| which(person)).count()).unwrap_or(u32::MAX)
}

impl AppraisalGrade {
    /// Below 合格.
    pub fn is_below_qualified(self) -> bool {
        matches!(self, Self::BasicallyQualified | Self::Unqualified)
    }
}

impl AppraisalCounts {
    /// All votes for a member.
    pub(super) fn sum(&self) -> u64 {
        [self.excellent, self.qualified, self.basically_qualified, self.unqualified].into_iter().map(u64::from).sum()
    }
}

impl AppraisalTallyRequest {
    /// Nothing was counted.
    pub(super) fn is_empty(&self) -> bool {
        self.handed_out.is_none() && self.collected.is_none() && self.lines.is_empty()
    }
}

impl AppraisalPerson {
    /// B16: who is on probation takes part and is not graded.
    pub(super) fn is_graded(&self) -> bool {
        self.kind == MemberKind::Full
    }

    fn takes_part_in(&self, step: AppraisalStepKind) -> bool {
        match step {
            AppraisalStepKind::Own | AppraisalStepKind::Mutual => true,
            AppraisalStepKind::Ballot | AppraisalStepKind::Organization => self.is_graded(),
        }
    }

    fn has_done(&self, step: AppraisalStepKind, is_void: bool) -> bool {
        match step {
            AppraisalStepKind::Own => self.own.done,
            AppraisalStepKind::Mutual => self.mutual.done,
            AppraisalStepKind::Ballot => self.counts.is_some() && !is_void,
            AppraisalStepKind::Organization => self.verdict.grade.is_some(),
        }
    }
}
