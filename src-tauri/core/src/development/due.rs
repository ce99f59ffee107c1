//! What is to be done about a file and by when: for the home page, the board and the report. What is wrong with a file looking
//! back, the audit says.
//!
//! Nothing here blocks (trap 3).

use std::fmt::Display;

use chrono::{Days, NaiveDate};

use super::catalogue::{self, THOUGHT_REPORT};
use super::deadlines::{self, Window, deadline_after};
use super::entries::{EntryField as F, EntryKind};
use super::file::step;
use super::law::{LawText, REVISED_ON};
use super::roster_act::{self, RosterAct};
use super::{DevelopmentFile, DevelopmentStage};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::values::numerals::every;
use crate::values::{Room, date_title};

/// A deadline this many days ahead is due; farther ahead it is only worth knowing.
const SOON: u64 = 31;

/// The step after the highest finished one; reads `第7步 确定发展对象，不早于 2026-06-01`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// 1 to 25.
    pub step: u32,
    /// Its name in this branch (B06), in the words of the text in force.
    pub name: String,
    pub window: Window,
}

type RuleFn = fn(&DevelopmentFile, &RuleBook, NaiveDate) -> Option<Finding>;

const RULES: &[RuleFn] = &[
    talk_within_a_month,
    review_every_half_year,
    may_be_candidate,
    notice_runs,
    training_before_admission,
    meeting_soon_after_pre_examination,
    approval_in_time,
    oath_in_time,
    told_and_announced,
    probation_ends,
    conversion_approved_in_time,
    thought_report_every_quarter,
    mentor_to_be_replaced,
    roster_to_follow,
    intended,
];

/// What is to be done about a file, most pressing first; nothing about a closed or archived one.
pub fn findings(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Vec<Finding> {
    if !file.is_open() {
        return Vec::new();
    }
    let mut findings: Vec<_> = RULES.iter().filter_map(|rule| rule(file, rules, today)).collect();
    findings.sort_by_key(|finding| (finding.severity, finding.due.is_none(), finding.due));
    findings
}

/// What comes next; `None` for a closed or archived file.
pub fn next_step(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate, has_committee: bool) -> Option<NextStep> {
    let step = file.last_step() + 1;
    let name = || catalogue::step_name(step, today, has_committee);
    file.is_open().then(|| NextStep { step, name: name(), window: deadlines::window(file, step, rules) })
}

/// D02: someone talks with the applicant within one calendar month.
fn talk_within_a_month(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let due = deadlines::talk_due(file, rules).filter(|_| file.last_step() < 2)?;
    Some(file.pending(RuleId::D02, "入党申请谈话", due, today))
}

/// D05: the next review.
fn review_every_half_year(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    Some(file.pending(RuleId::D05, "入党积极分子考察", deadlines::next_review_due(file, rules)?, today))
}

/// D06: a year has passed.
fn may_be_candidate(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let from = deadlines::candidate_from(file, rules)?;
    let may = from <= today && file.last_step() < step::CANDIDATE;
    may.then(|| {
        let what = format!("从{from}起可以研究确定为发展对象", from = date_title(from));
        file.finding(RuleId::D06, Severity::Notice, None, what)
    })
}

/// D30: a notice hangs until its five working days are over; under the text of 2026 the person is a candidate only then.
fn notice_runs(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let notice = file.all(EntryKind::CandidateNotice).next_back()?;
    if file.candidate_on().is_some() || file.last_step() > step::CONSENT {
        return None;
    }
    let until = notice.values.day(F::EndsOn).or_else(|| deadlines::notice_until(notice.on, rules))?;
    let what = if today <= until {
        format!("的公示到{}为止{}", date_title(until), rules.workdays().caveat(notice.on, until))
    } else {
        format!("的公示已在{}期满，没有问题的可以列为发展对象", date_title(until))
    };
    Some(file.finding(RuleId::D30, ahead(until, today), Some(until), what))
}

/// D11: a candidate attends the training before the meeting.
fn training_before_admission(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let wanted = (step::CONSENT..step::ADMISSION).contains(&file.last_step());
    if !wanted || file.on(EntryKind::Training).is_some() {
        return None;
    }
    let (days, hours) = (rules.number(RuleId::D11, "days", today)?, rules.number(RuleId::D11, "hours", today)?);
    let what = format!("还没有登记短期集中培训，应不少于 {days} 天或 {hours} 学时");
    Some(file.finding(RuleId::D11, Severity::Notice, None, what))
}

/// D14: the meeting follows the pre-examination within a month.
fn meeting_soon_after_pre_examination(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let due = deadlines::admission_due(file, rules).filter(|_| file.last_step() < step::ADMISSION)?;
    Some(file.pending(RuleId::D14, "接收预备党员的支部大会", due, today))
}

/// D21, D22: approved within three months of the meeting; past six the resolution is void.
fn approval_in_time(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    if file.approval().is_some() || file.last_step() >= step::APPROVAL {
        return None;
    }
    let valid_to = deadlines::valid_to(file, rules)?;
    if today > valid_to {
        let what = format!(
            "的接收决议到{valid_to}没有审批，按通行做法已经失效，应由支部大会重新讨论",
            valid_to = date_title(valid_to)
        );
        return Some(file.finding(RuleId::D22, Severity::Late, Some(valid_to), what));
    }
    Some(file.pending(RuleId::D21, "接收预备党员的审批", deadlines::approval_due(file, rules)?, today))
}

/// D33: the oath, within a month of the approval.
fn oath_in_time(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let due = deadlines::oath_due(file, rules).filter(|_| file.on(EntryKind::Oath).is_none())?;
    Some(file.pending(RuleId::D33, "入党宣誓", due, today))
}

/// D35: the person is told of the approval, and the general meeting too.
fn told_and_announced(file: &DevelopmentFile, _: &RuleBook, _: NaiveDate) -> Option<Finding> {
    let approval =
        file.approval().filter(|approval| approval.on >= REVISED_ON && file.last_step() < step::CONVERSION)?;
    let missing: Vec<_> = [(F::ToldOn, "通知本人"), (F::AnnouncedOn, "在党员大会上宣布")]
        .into_iter()
        .filter(|(field, _)| approval.values.day(*field).is_none())
        .map(|(_, what)| what)
        .collect();
    let what = || format!("的接收已获批准，还没有登记{}", missing.join("、"));
    (!missing.is_empty()).then(|| file.finding(RuleId::D35, Severity::Due, None, what()).keyed(missing.join(" ")))
}

/// D23, D32: when the probation ends, conversion is discussed. From the day after it is late, as the roster says too.
fn probation_ends(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    // Nothing is discussed of somebody whose membership is suspended (E04), or whom nobody admitted for good (D22).
    let is_suspended = file.member.as_ref().is_some_and(|person| person.is_suspended_on(today));
    if file.last_step() >= step::CONVERSION || is_suspended || file.is_void(rules, today) {
        return None;
    }
    let from = deadlines::conversion_from(file, rules)?;
    let last_day = from.pred_opt()?;
    let extended = match file.extended_months() {
        0 => String::new(),
        months => format!("（延长 {months} 个月）"),
    };
    let what = if today < from {
        format!(
            "的预备期{extended}到{last_day}为止，{from}起可以讨论转正",
            last_day = date_title(last_day),
            from = date_title(from)
        )
    } else {
        format!("的预备期{extended}已在{last_day}届满，应及时讨论转正", last_day = date_title(last_day))
    };
    let severity = if from < today { Severity::Late } else { ahead(from, today) };
    Some(file.finding(RuleId::D23, severity, Some(from), what))
}

/// D25: the superior approves the conversion within three months.
fn conversion_approved_in_time(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let due = deadlines::conversion_approval_due(file, rules).filter(|_| file.conversion_approval().is_none())?;
    Some(file.pending(RuleId::D25, "转正审批", due, today))
}

/// D31: a report of thought each quarter, from activist until conversion. Local custom, so never more than a notice.
fn thought_report_every_quarter(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    if matches!(file.stage(rules, today), DevelopmentStage::Applicant | DevelopmentStage::Converted) {
        return None;
    }
    let activist = file.on(EntryKind::Activist)?;
    let last = file.papers(THOUGHT_REPORT).filter_map(|paper| paper.dated).fold(activist, NaiveDate::max);
    let months = rules.number(RuleId::D31, "months", last)?;
    let due = deadline_after(last, months)?;
    let what = || format!("{}以后没有登记思想汇报，一般{}汇报一次思想", date_title(last), every(months));
    (due < today).then(|| file.finding(RuleId::D31, Severity::Notice, None, what()))
}

/// D36: a mentor who has left or is suspended is replaced.
fn mentor_to_be_replaced(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let needs_mentors = matches!(
        file.stage(rules, today),
        DevelopmentStage::Activist | DevelopmentStage::Candidate | DevelopmentStage::Probationary
    );
    let gone = file.guides_on(super::GuideRole::Mentor, today).find_map(|(place, guide)| {
        let member = file.guide_members[place].as_ref()?;
        let is_gone = member.had_left_by(today) || member.is_suspended_on(today);
        is_gone.then(|| guide.name.clone())
    });
    let name = gone.filter(|_| needs_mentors && LawText::on(today) == LawText::Of2026)?;
    let what = format!("的培养联系人{name}已不能继续联系，应及时调整");
    Some(file.finding(RuleId::D36, Severity::Due, None, what).keyed(&name).naming(&name))
}

/// The roster does not say yet what the superior has approved.
fn roster_to_follow(file: &DevelopmentFile, rules: &RuleBook, _: NaiveDate) -> Option<Finding> {
    let act = roster_act::due(file, rules)?;
    let what = match act {
        RosterAct::Admit { .. } => "已获批准为预备党员，名册里还没有这个人",
        RosterAct::Extend { .. } => "延长预备期已获批准，名册里还没有登记",
        RosterAct::Convert { .. } => "转正已获批准，名册里还是预备党员",
        RosterAct::Revoke { .. } => "取消预备党员资格已获批准，名册里还有这个人",
    };
    Some(file.finding(None, Severity::Due, None, what).keyed("roster"))
}

/// What the branch itself means to do soon.
fn intended(file: &DevelopmentFile, _: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let (step, day) =
        file.intended.iter().filter(|(step, _)| **step > file.last_step()).min_by_key(|(_, day)| **day)?;
    let name = catalogue::step_name(*step, today, true);
    let what = format!("打算在{}办理第 {step} 步“{name}”", date_title(*day));
    let severity = if *day < today { Severity::Due } else { ahead(*day, today) };
    Some(file.finding(None, severity, Some(*day), what).keyed(format!("intended {step}")))
}

/// How pressing something is that should be done by `due` and is not late.
fn ahead(due: NaiveDate, today: NaiveDate) -> Severity {
    if due <= today + Days::new(SOON) { Severity::Due } else { Severity::Notice }
}

impl DevelopmentFile {
    /// Whether its findings of `today` say when the conversion is due: then nobody else needs to.
    pub fn speaks_of_conversion(&self, rules: &RuleBook, today: NaiveDate) -> bool {
        findings(self, rules, today)
            .iter()
            .any(|finding| [Some(RuleId::D23), Some(RuleId::D25)].contains(&finding.rule))
    }

    /// A deadline for something not yet done.
    fn pending(&self, rule: RuleId, what: &str, due: NaiveDate, today: NaiveDate) -> Finding {
        let days = (today - due).num_days();
        if days > 0 {
            let what = format!("的{what}应在{due}前完成，已超 {days} 天", due = date_title(due));
            return self.finding(rule, Severity::Late, Some(due), what);
        }
        self.finding(rule, ahead(due, today), Some(due), format!("的{what}应在{due}前完成", due = date_title(due)))
    }

    /// Something to be done about this file.
    pub(super) fn finding(
        &self,
        rule: impl Into<Option<RuleId>>,
        severity: Severity,
        due: Option<NaiveDate>,
        what: impl Display,
    ) -> Finding {
        let subject = Subject { room: Room::Development, id: Some(self.id.0) };
        let action = if severity == Severity::Notice { "查看" } else { "办理" };
        subject
            .finding(rule, severity, format!("{}{what}", self.person.name), action)
            .due_on(due)
            .naming(&self.person.name)
    }
}

impl Display for NextStep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "第{}步 {}", self.step, self.name)?;
        if let Some(day) = self.window.not_before {
            write!(f, "，不早于{day}", day = date_title(day))?;
        }
        if let Some(day) = self.window.due {
            write!(f, "，应在{day}前完成", day = date_title(day))?;
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "due_tests.rs"]
mod tests;
