//! KD, before and after the meeting that admits: the pre-examination, the talk, the approval.

use chrono::NaiveDate;

use super::engine::{Check, Faults};
use super::{AuditSeverity, Case};
use crate::development::catalogue::{ACTIVIST_FORM, APPLICATION, APPLICATION_FORM, POLITICAL_REVIEW};
use crate::development::deadlines::{self, deadline_after};
use crate::development::entries::{EntryField as F, EntryKind as K};
use crate::rules::RuleId;
use crate::values::date_title;

pub(super) const CHECKS: &[(&str, Check)] = &[
    ("KD01", committee_examined),
    ("KD02", committee_examined_last),
    ("KD03", request_is_there),
    ("KD04", answer_is_there),
    ("KD05", answer_after_the_request),
    ("KD06", form_after_the_answer),
    ("KD07", form_has_a_number),
    ("KD08", meeting_after_the_answer),
    ("KD09", meeting_within_a_month),
    ("KD10", person_stays),
    ("KD25", sponsors_wrote_in_time),
    ("KD27", superior_talked),
    ("KD28", superior_talked_in_time),
    ("KD29", the_right_one_talked),
    ("KD30", talk_has_an_opinion),
    ("KD31", approved_in_time),
    ("KD32", approved_afterwards),
    ("KD33", approved_by_the_right_body),
    ("KD34", reply_names_the_probation),
    ("KD35", reply_names_the_right_days),
    ("KD36", general_branch_had_its_say),
    ("KD37", filed_one_level_up),
    ("KD38", told_and_announced),
    ("KD39", package_is_complete),
];

const EXAMINED: u32 = 12;
const ANSWER: u32 = 13;
const FORM: u32 = 14;
const MEETING: u32 = 15;
const TALK: u32 = 16;
const APPROVAL: u32 = 17;

fn committee_examined(case: &Case<'_>, faults: &mut Faults) {
    let examined = case.on(K::CommitteeReview);
    if case.reached(ANSWER) && examined.is_none() {
        faults.add(case.day_of(EXAMINED), EXAMINED, "报预审前没有登记支委会审查");
    } else if let (Some(examined), Some(sent)) =
        (examined, case.first(K::PreExamination).and_then(|entry| entry.values.day(F::SentOn)))
        && sent < examined
    {
        let message = format!("预审请示（{}）早于支委会审查（{}）", date_title(sent), date_title(examined));
        faults.add(sent, EXAMINED, message).dates([examined, sent]);
    }
}

fn committee_examined_last(case: &Case<'_>, faults: &mut Faults) {
    let Some(examined) = case.on(K::CommitteeReview) else { return };
    let trained = case.first(K::Training).map(|entry| entry.values.day(F::EndsOn).unwrap_or(entry.on));
    let noticed = case.file.all(K::CandidateNotice).filter_map(|entry| entry.values.day(F::EndsOn)).max();
    for (before, what) in [(case.on(K::PoliticalReview), "政治审查"), (trained, "集中培训"), (noticed, "公示")]
    {
        if let Some(before) = before.filter(|before| examined < *before) {
            let message = format!("支委会审查（{}）时{what}还没有完成（{}）", date_title(examined), date_title(before));
            faults.add(examined, EXAMINED, message).dates([before, examined]);
        }
    }
}

fn request_is_there(case: &Case<'_>, faults: &mut Faults) {
    let is_entered = case.first(K::PreExamination).is_some_and(|entry| entry.values.day(F::SentOn).is_some());
    if case.reached(ANSWER) && !is_entered && case.lacks("4-1a") && case.lacks("4-1b") {
        faults.add(case.day_of(ANSWER), ANSWER, "没有预审的请示").paper("4-1a");
    }
}

fn answer_is_there(case: &Case<'_>, faults: &mut Faults) {
    let answer = case.first(K::PreExamination);
    if case.reached(FORM) && answer.is_none() && case.lacks("4-2") && case.lacks("4-2a") {
        faults.add(case.day_of(ANSWER), ANSWER, "没有上级党委的书面预审意见").paper("4-2");
    } else if let Some(answer) = answer.filter(|answer| answer.was_refused() && case.reached(FORM)) {
        faults.add(answer.on, ANSWER, "上级党委预审不同意，仍办了后面的步骤").dates([answer.on]).paper("4-2");
    }
}

fn answer_after_the_request(case: &Case<'_>, faults: &mut Faults) {
    let Some(answer) = case.first(K::PreExamination) else { return };
    if let Some(sent) = answer.values.day(F::SentOn).filter(|sent| answer.on < *sent) {
        let message = format!("预审意见（{}）早于请示（{}）", date_title(answer.on), date_title(sent));
        faults.add(answer.on, ANSWER, message).dates([sent, answer.on]).paper("4-2");
    }
}

fn form_after_the_answer(case: &Case<'_>, faults: &mut Faults) {
    let Some(answered) = case.on(K::PreExamination) else { return };
    let form = case.first(K::ApplicationForm);
    let handed_out = form.and_then(|form| form.values.day(F::HandedOutOn));
    let written = form.map(|form| form.on).or_else(|| case.paper(APPLICATION_FORM)?.dated);
    for (day, what) in [(handed_out, "发给入党志愿书"), (written, "填写入党志愿书")] {
        if let Some(day) = day.filter(|day| *day < answered) {
            let message = format!("{what}（{}）早于预审意见（{}）", date_title(day), date_title(answered));
            faults.add(day, FORM, message).dates([answered, day]).paper(APPLICATION_FORM);
        }
    }
}

fn form_has_a_number(case: &Case<'_>, faults: &mut Faults) {
    let Some(form) = case.first(K::ApplicationForm) else { return };
    match super::case::serial(case.file) {
        None => {
            faults.add(form.on, FORM, "没有登记入党志愿书的编号").paper(APPLICATION_FORM);
        }
        Some(serial) if case.known.serials.get(serial).is_some_and(|files| *files > 1) => {
            let message = format!("入党志愿书编号“{serial}”在两份档案里都登记了");
            faults.add(form.on, FORM, message).paper(APPLICATION_FORM);
        }
        Some(_) => {}
    }
}

fn meeting_after_the_answer(case: &Case<'_>, faults: &mut Faults) {
    if let (Some(answered), Some(admission)) = (case.on(K::PreExamination), case.file.admission())
        && admission.on < answered
    {
        let message = format!("支部大会（{}）早于预审意见（{}）", date_title(admission.on), date_title(answered));
        faults.add(admission.on, MEETING, message).dates([answered, admission.on]);
    }
}

/// D14: national since 2026, the day of the answer counts.
fn meeting_within_a_month(case: &Case<'_>, faults: &mut Faults) {
    let Some(due) = deadlines::admission_due(case.file, case.rules()) else { return };
    let met = case.file.admission().map(|entry| entry.on);
    if met.unwrap_or(case.known.today) > due && (met.is_some() || case.file.is_open()) {
        let message = match met {
            Some(met) => format!("预审后应在{}前开支部大会，大会日期是{}", date_title(due), date_title(met)),
            None => format!("预审后应在{}前开支部大会，还没有登记", date_title(due)),
        };
        faults.add(due, MEETING, message).dates([due].into_iter().chain(met));
    }
}

/// D13
fn person_stays(case: &Case<'_>, faults: &mut Faults) {
    let Some(admission) = case.file.admission() else { return };
    let Some(answer) = case.first(K::PreExamination) else { return };
    let months = case.rules().number(RuleId::D13, "months", admission.on).unwrap_or(3);
    let leaves = answer.values.day(F::LeavesOn);
    if let (Some(leaves), Some(until)) = (leaves, deadline_after(admission.on, months))
        && leaves < until
        && answer.values.text(F::LeaveReason).is_empty()
    {
        let message = format!(
            "预计{}离开，支部大会（{}）后不满 {months} 个月，没有写仍然办理的原因",
            date_title(leaves),
            date_title(admission.on)
        );
        faults.add(admission.on, MEETING, message).dates([admission.on, leaves]);
    }
}

fn sponsors_wrote_in_time(case: &Case<'_>, faults: &mut Faults) {
    let (answered, met) = (case.on(K::PreExamination), case.file.admission().map(|entry| entry.on));
    for opinion in case.file.all(K::SponsorOpinion) {
        let early = answered.filter(|answered| opinion.on < *answered);
        let late = met.filter(|met| opinion.on > *met);
        if let Some(other) = early.or(late) {
            let what = if early.is_some() { "早于预审意见" } else { "晚于支部大会" };
            let message = format!("介绍人意见（{}）{what}（{}）", date_title(opinion.on), date_title(other));
            faults.add(opinion.on, FORM, message).dates([opinion.on, other]).paper(APPLICATION_FORM);
        }
    }
}

/// D20
fn superior_talked(case: &Case<'_>, faults: &mut Faults) {
    if let Some(approval) = case.file.approval().filter(|_| case.first(K::SuperiorTalk).is_none() && case.lacks("4-6a"))
    {
        faults.add(approval.on, TALK, "审批前没有登记上级党委派人谈话").dates([approval.on]).paper("4-6a");
    }
}

fn superior_talked_in_time(case: &Case<'_>, faults: &mut Faults) {
    let Some(talked) = case.on(K::SuperiorTalk) else { return };
    let met = case.file.admission().map(|entry| entry.on).filter(|met| talked < *met);
    let approved = case.file.approval().map(|entry| entry.on).filter(|approved| talked > *approved);
    if let Some(other) = met.or(approved) {
        let what = if met.is_some() { "早于支部大会" } else { "晚于审批" };
        let message = format!("上级派人谈话（{}）{what}（{}）", date_title(talked), date_title(other));
        faults.add(talked, TALK, message).dates([talked, other]).paper("4-6a");
    }
}

fn the_right_one_talked(case: &Case<'_>, faults: &mut Faults) {
    if let Some(talk) = case.first(K::SuperiorTalk).filter(|talk| talk.values.text(F::SuperiorPost) == "other") {
        faults.add(talk.on, TALK, "谈话人不是党委委员或组织员").dates([talk.on]).paper("4-6a");
    }
}

fn talk_has_an_opinion(case: &Case<'_>, faults: &mut Faults) {
    let Some(talk) = case.first(K::SuperiorTalk) else { return };
    let is_described = !talk.values.0.is_empty();
    if is_described && talk.values.text(F::Opinion).is_empty() {
        faults.add(talk.on, TALK, "谈话没有写明意见").dates([talk.on]).paper("4-6a");
    } else if talk.values.yes(F::TalkerSigned) == Some(false) {
        faults.add(talk.on, TALK, "谈话意见没有谈话人签字").dates([talk.on]).paper("4-6a");
    }
}

/// D21, D22: past three months a reason is needed, past six the resolution is void.
fn approved_in_time(case: &Case<'_>, faults: &mut Faults) {
    let (Some(admission), Some(due)) = (case.file.admission(), deadlines::approval_due(case.file, case.rules())) else {
        return;
    };
    let valid_to = deadlines::valid_to(case.file, case.rules());
    let approval = case.file.approval();
    let day = approval.map_or(case.known.today, |approval| approval.on);
    if day <= due || approval.is_none() && !case.file.is_open() {
        return;
    }
    let when = approval.map_or_else(|| "还没有审批".to_owned(), |entry| format!("审批日期是{}", date_title(entry.on)));
    if let Some(valid_to) = valid_to.filter(|valid_to| day > *valid_to) {
        let message = format!("决议（{}）到{}已失效，{when}", date_title(admission.on), date_title(valid_to));
        faults.add(due, APPROVAL, message).severity(AuditSeverity::Error).dates([admission.on, valid_to, day]);
    } else if approval.is_none_or(|entry| entry.values.text(F::DelayReason).is_empty()) {
        let message = format!("应在{}前审批，{when}，没有登记推迟的原因", date_title(due));
        faults.add(due, APPROVAL, message).dates([admission.on, due, day]);
    }
}

fn approved_afterwards(case: &Case<'_>, faults: &mut Faults) {
    let met = case.file.admission().map(|entry| entry.on);
    for approval in case.file.all(K::Approval) {
        if let Some(met) = met.filter(|met| approval.on < *met && case.file.approval().is_none()) {
            let message = format!("审批（{}）早于支部大会（{}）", date_title(approval.on), date_title(met));
            faults.add(approval.on, APPROVAL, message).dates([met, approval.on]);
        }
    }
}

/// D34
fn approved_by_the_right_body(case: &Case<'_>, faults: &mut Faults) {
    for kind in [K::Approval, K::ConversionApproval] {
        for approval in case.file.all(kind) {
            let code = approval.values.text(F::ApproverKind);
            if !code.is_empty() && code != "committee" {
                let message = format!("审批机关是{}，没有审批预备党员的权限", approval.values.choice(F::ApproverKind));
                faults.add(approval.on, kind.step(), message).dates([approval.on]);
            }
        }
    }
}

fn reply_names_the_probation(case: &Case<'_>, faults: &mut Faults) {
    let Some(approval) = case.file.approval().filter(|approval| !approval.values.0.is_empty()) else { return };
    let days = [F::ProbationFrom, F::ProbationTo].map(|field| approval.values.day(field));
    if days.contains(&None) {
        faults.add(approval.on, APPROVAL, "批复没有写明预备期的起止日期").dates([approval.on]).paper("4-6");
    }
}

/// D23, D32: from the meeting, to the day before the anniversary.
fn reply_names_the_right_days(case: &Case<'_>, faults: &mut Faults) {
    let (Some(admission), Some(approval)) = (case.file.admission(), case.file.approval()) else { return };
    let Some(ends) = deadlines::probation_over(case.file, case.rules(), 0).and_then(|day| day.pred_opt()) else {
        return;
    };
    let wrong =
        |field, right: NaiveDate| approval.values.day(field).filter(|day| *day != right).map(|day| (day, right));
    for (said, what, found) in [
        ("起", "支部大会的日期", wrong(F::ProbationFrom, admission.on)),
        ("止", "周年日的前一天", wrong(F::ProbationTo, ends)),
    ] {
        if let Some((written, right)) = found {
            let message = format!("批复写的预备期{said}是{}，应是{what}{}", date_title(written), date_title(right));
            faults.add(approval.on, APPROVAL, message).dates([written, right]).paper("4-6");
        }
    }
}

fn general_branch_had_its_say(case: &Case<'_>, faults: &mut Faults) {
    let Some(approval) = case.file.approval().filter(|approval| !approval.values.0.is_empty()) else { return };
    let is_under_one = case.known.superior.contains("总支");
    let said = approval.values.day(F::GeneralBranchOn);
    if is_under_one && said.is_none() {
        faults.add(approval.on, APPROVAL, "支部隶属党总支，没有登记党总支审议").dates([approval.on]);
    } else if !is_under_one && said.is_some() {
        faults.add(approval.on, APPROVAL, "支部不隶属党总支，却登记了党总支审议").dates(said);
    }
}

fn filed_one_level_up(case: &Case<'_>, faults: &mut Faults) {
    if case.reached(20) && case.on(K::SuperiorFiling).is_none() && case.lacks("4-7") {
        faults.add(case.day_of(18), 18, "没有报上级组织部门备案的登记（由上级党委办理）").paper("4-7");
    }
}

/// D35
fn told_and_announced(case: &Case<'_>, faults: &mut Faults) {
    let Some(approval) = case.file.approval() else { return };
    let allowed = chrono::Days::new(u64::from(case.number("KD38")));
    let is_over = approval.on.checked_add_days(allowed).is_some_and(|last| last < case.known.today);
    let missing: Vec<_> = [(F::ToldOn, "通知本人"), (F::AnnouncedOn, "在党员大会上宣布")]
        .into_iter()
        .filter(|(field, _)| approval.values.day(*field).is_none())
        .map(|(_, what)| what)
        .collect();
    if is_over && !missing.is_empty() {
        let message = format!("批复（{}）后没有登记{}", date_title(approval.on), missing.join("、"));
        faults.add(approval.on, APPROVAL, message).dates([approval.on]);
    }
}

fn package_is_complete(case: &Case<'_>, faults: &mut Faults) {
    let Some(approval) = case.file.approval() else { return };
    let package = [
        (APPLICATION_FORM, "入党志愿书"),
        (APPLICATION, "入党申请书"),
        (ACTIVIST_FORM, "培养考察登记表"),
        (POLITICAL_REVIEW, "政治审查材料"),
    ];
    let missing: Vec<_> = package.iter().filter(|(code, _)| case.lacks(code)).map(|(_, name)| *name).collect();
    if !missing.is_empty() {
        let message = format!("报批的材料缺：{}", missing.join("、"));
        faults.add(approval.on, APPROVAL, message).dates([approval.on]).paper("4-5");
    }
}
