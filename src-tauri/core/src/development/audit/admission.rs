//! KD: the pre-examination, the meeting that admits, the approval.

use chrono::NaiveDate;

use super::case::Counts;
use super::engine::{Check, Faults};
use super::{AuditSeverity, Case};
use crate::attendance::AttendanceStatus;
use crate::development::GuideRole;
use crate::development::catalogue::{ACTIVIST_FORM, APPLICATION, APPLICATION_FORM, POLITICAL_REVIEW};
use crate::development::deadlines::{self, deadline_after};
use crate::development::entries::{Entry, EntryField as F, EntryKind as K};
use crate::meetings::{BallotKind, LookedUp, MotionKind};
use crate::roster::MemberKind;
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
    ("KD11", enough_came),
    ("KD12", enough_agreed),
    ("KD13", vote_was_secret),
    ("KD14", one_by_one),
    ("KD15", only_who_may_voted),
    ("KD16", written_opinions_fit),
    ("KD17", exclusions_were_agreed),
    ("KD18", meeting_kept_its_order),
    ("KD19", own_report_explains),
    ("KD20", sponsors_were_there),
    ("KD21", resolution_has_five_elements),
    ("KD22", papers_have_the_same_counts),
    ("KD23", votes_add_up),
    ("KD24", resolution_of_the_day),
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

/// Every meeting that voted on the person: those that admitted, and those on the conversion.
pub(super) fn decisions<'a>(case: &Case<'a>, kind: K) -> impl Iterator<Item = &'a Entry> {
    case.file.all(kind)
}

fn enough_came(case: &Case<'_>, faults: &mut Faults) {
    for entry in decisions(case, K::Admission) {
        too_few_came(case, entry, faults);
    }
}

/// D15: 2p > N.
pub(super) fn too_few_came(case: &Case<'_>, entry: &Entry, faults: &mut Faults) {
    let Counts { expected: Some(expected), present: Some(present), .. } = case.counts(entry) else { return };
    if 2 * present <= expected {
        let message = format!("应到会有表决权的 {expected} 名，实到 {present} 名，没有超过半数");
        faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
    }
}

fn enough_agreed(case: &Case<'_>, faults: &mut Faults) {
    for entry in decisions(case, K::Admission).filter(|entry| !entry.was_refused()) {
        too_few_agreed(case, entry, faults);
    }
}

/// D16, D17: 2f > N, written opinions among the votes.
pub(super) fn too_few_agreed(case: &Case<'_>, entry: &Entry, faults: &mut Faults) {
    let counts = case.counts(entry);
    if let (Some(expected), Some(in_favour)) = (counts.expected, counts.in_favour())
        && 2 * in_favour <= expected
    {
        let message = format!("应到会有表决权的 {expected} 名，赞成 {in_favour} 票，没有超过半数，登记为通过");
        faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
    }
}

fn vote_was_secret(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let by_hands = match case.vote(entry) {
            Some(view) => view.vote.ballot == BallotKind::Hands,
            None => entry.values.text(F::Ballot) == "hands",
        };
        if by_hands {
            faults.add(entry.on, entry.kind.step(), "不是无记名投票，是举手表决").dates([entry.on]);
        }
    }
}

/// D18: no vote is on two people. The vote of this file is not that of another one.
fn one_by_one(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let Some(vote) = entry.vote else { continue };
        if case.known.votes.get(&vote).is_some_and(|files| *files > 1) {
            faults
                .add(entry.on, entry.kind.step(), "同一项表决登记在两个人的档案里，应逐个讨论、逐个表决")
                .dates([entry.on]);
        }
    }
}

/// V02: as the frozen list of the meeting has it.
fn only_who_may_voted(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let Some(meeting) = case.meeting(entry) else { continue };
        let wrong = meeting.attendance.iter().find(|row| row.voting && row.kind == MemberKind::Probationary);
        if let Some(row) = wrong {
            let message = format!("{}是预备党员，会议把其算作有表决权", row.name);
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
        }
    }
}

fn written_opinions_fit(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let Counts { expected: Some(expected), present: Some(present), written_for, written_against, .. } =
            case.counts(entry)
        else {
            continue;
        };
        let written = written_for.unwrap_or_default() + written_against.unwrap_or_default();
        let away = expected.saturating_sub(present);
        if written > away {
            let message = format!("书面意见 {written} 份，多于未到会的有表决权党员 {away} 名");
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
        }
    }
}

/// V11: who does not count among those expected needs the superior's consent and the meeting's decision.
fn exclusions_were_agreed(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let Some(meeting) = case.meeting(entry) else { continue };
        let lacking = |row: &&crate::meetings::AttendanceRow| {
            row.exclusion.as_ref().is_some_and(|why| why.consent.trim().is_empty() || why.decision.trim().is_empty())
        };
        if let Some(row) = meeting.attendance.iter().find(lacking) {
            let message = format!("{}没有计入应到会人数，没有登记上级同意和大会通过", row.name);
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
        }
    }
}

/// D19: the parts of the meeting, as ticked, or as the agenda of the meeting has them.
fn meeting_kept_its_order(case: &Case<'_>, faults: &mut Faults) {
    for entry in decisions(case, K::Admission) {
        let parts = [
            (F::OwnReport, "本人汇报"),
            (F::SponsorsSpoke, "介绍人介绍"),
            (F::CommitteeReported, "支委会报告审查情况"),
            (F::Discussed, "讨论"),
        ];
        let missing: Vec<_> =
            parts.iter().filter(|(field, _)| entry.values.yes(*field) == Some(false)).map(|(_, part)| *part).collect();
        if !missing.is_empty() {
            let message = format!("支部大会没有：{}", missing.join("、"));
            faults.add(entry.on, MEETING, message).dates([entry.on]).paper("4-4");
        }
    }
}

fn own_report_explains(case: &Case<'_>, faults: &mut Faults) {
    let Some(entry) = case.file.admission().filter(|entry| entry.values.yes(F::OwnReport) == Some(true)) else {
        return;
    };
    if entry.values.text(F::ToExplain).is_empty() {
        let message = "没有登记本人需向党组织说明的问题，没有的也要写“无”";
        faults.add(entry.on, MEETING, message).dates([entry.on]).paper("4-4");
    }
}

fn sponsors_were_there(case: &Case<'_>, faults: &mut Faults) {
    let Some(entry) = case.file.admission() else { return };
    let Some(meeting) = case.meeting(entry).filter(|meeting| !meeting.attendance.is_empty()) else { return };
    for (place, guide) in case.file.guides_on(GuideRole::Sponsor, entry.on) {
        let Some(member) = &case.file.guide_members[place] else { continue };
        let was_there = |row: &crate::meetings::AttendanceRow| {
            row.member == member.id && row.status == Some(AttendanceStatus::Present)
        };
        let wrote = case
            .file
            .all(K::SponsorOpinion)
            .any(|opinion| opinion.values.text(F::SponsorName) == guide.name && opinion.on <= entry.on);
        if !meeting.attendance.iter().any(was_there) && !wrote {
            let message = format!("入党介绍人{}没有到会，也没有登记书面意见", guide.name);
            faults.add(entry.on, MEETING, message).dates([entry.on]);
        }
    }
}

/// D37
fn resolution_has_five_elements(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let counts = case.counts(entry);
        let is_described = case.vote(entry).is_some() || !entry.values.0.is_empty();
        let mut missing = Vec::new();
        if entry.values.text(F::Performance).is_empty() {
            missing.push("主要表现");
        }
        if counts.expected.is_none() || counts.present.is_none() {
            missing.push("应到和实到会有表决权的党员人数");
        }
        if counts.votes_for.is_none() {
            missing.push("表决结果");
        }
        if entry.values.yes(F::SecretarySigned) == Some(false) {
            missing.push("支部书记签名");
        }
        if is_described && !missing.is_empty() {
            let message = format!("决议缺少：{}", missing.join("、"));
            let code = if entry.kind == K::Admission { "4-4b" } else { "5-5a" };
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]).paper(code);
        }
    }
}

/// The counts typed into the file and those of the vote in the book.
fn papers_have_the_same_counts(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let Some(view) = case.vote(entry) else { continue };
        let pairs = [
            (F::Expected, view.voting_expected),
            (F::Present, view.voting_present),
            (F::VotesFor, view.vote.votes_for),
            (F::VotesAgainst, view.vote.votes_against),
            (F::Abstained, view.vote.abstained),
        ];
        let differ = pairs.iter().filter_map(|(field, held)| {
            let entered = entry.values.count(*field).filter(|entered| entered != held)?;
            Some(format!("{}：档案 {entered}，会议记录 {held}", field.title()))
        });
        let differ: Vec<_> = differ.collect();
        if !differ.is_empty() {
            let message = format!("决议的数字和会议记录不符（{}）", differ.join("；"));
            faults.add(entry.on, entry.kind.step(), message).dates([entry.on]);
        }
    }
}

/// V06
fn votes_add_up(case: &Case<'_>, faults: &mut Faults) {
    for entry in [K::Admission, K::Conversion].into_iter().flat_map(|kind| decisions(case, kind)) {
        let counts = case.counts(entry);
        let (issued, collected) = (entry.values.count(F::Issued), entry.values.count(F::Collected));
        let mut wrong = Vec::new();
        if let (Some(issued), Some(collected)) = (issued, collected)
            && collected > issued
        {
            wrong.push(format!("收回 {collected} 张，多于发出 {issued} 张"));
        }
        let cast = counts
            .votes_for
            .map(|votes| votes + counts.votes_against.unwrap_or_default() + counts.abstained.unwrap_or_default());
        let invalid = entry.values.count(F::Invalid).unwrap_or_default();
        if let (Some(cast), Some(collected)) = (cast, collected)
            && cast + invalid != collected
        {
            wrong.push(format!("赞成、不赞成、弃权和无效票共 {}，收回 {collected} 张", cast + invalid));
        }
        if let (Some(cast), Some(present)) = (cast, counts.present)
            && cast > present
        {
            wrong.push(format!("票数 {cast} 多于到会有表决权的 {present} 名"));
        }
        if !wrong.is_empty() {
            faults.add(entry.on, entry.kind.step(), wrong.join("；")).dates([entry.on]).paper("4-4a");
        }
    }
}

fn resolution_of_the_day(case: &Case<'_>, faults: &mut Faults) {
    for (kind, code) in [(K::Admission, "4-4b"), (K::Conversion, "5-5a")] {
        let decided = match kind {
            K::Admission => case.file.admission(),
            _ => case.file.conversion(),
        };
        if let (Some(decided), Some(dated)) = (decided, case.paper(code).and_then(|paper| paper.dated))
            && dated != decided.on
        {
            let message = format!("决议的日期（{}）和大会的日期（{}）不同", date_title(dated), date_title(decided.on));
            faults.add(decided.on, kind.step(), message).dates([decided.on, dated]).paper(code);
        }
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

/// Which motion a decision is held against.
pub(super) fn motion_of(kind: K) -> MotionKind {
    if kind == K::Conversion { MotionKind::Conversion } else { MotionKind::Admission }
}

/// Whether a meeting has a vote of this motion.
pub(super) fn votes_on(meeting: &LookedUp, motion: MotionKind) -> bool {
    meeting.votes.iter().any(|view| view.vote.motion == motion)
}
