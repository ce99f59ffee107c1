//! KF: the probation and the conversion.

use chrono::{Days, NaiveDate};

use super::Case;
use super::activist::too_short;
use super::decision::{too_few_agreed, too_few_came};
use super::engine::{Check, Faults};
use crate::development::catalogue::{CONVERSION_APPLICATION, PROBATION_FORM, THOUGHT_REPORT};
use crate::development::deadlines::{self, deadline_after};
use crate::development::entries::{Entry, EntryField as F, EntryKind as K};
use crate::development::file::Outcome;
use crate::development::{GuideRole, MaterialState, roster_act};
use crate::rules::RuleId;
use crate::values::{PartialDate, date_title};

pub(super) const CHECKS: &[(&str, Check)] = &[
    ("KF01", assigned_to_a_group),
    ("KF02", oath_was_taken),
    ("KF03", oath_after_the_approval),
    ("KF04", oath_within_a_month),
    ("KF05", form_of_the_probation),
    ("KF06", reviewed_on_probation),
    ("KF07", sponsors_say_something),
    ("KF08", thought_reports_on_probation),
    ("KF10", papers_were_handed_over),
    ("KF11", papers_were_examined),
    ("KF12", applied_for_conversion),
    ("KF13", applied_in_time),
    ("KF14", opinions_were_heard),
    ("KF15", committee_examined),
    ("KF16", notice_was_given),
    ("KF17", not_converted_early),
    ("KF18", discussed_in_time),
    ("KF19", vote_was_valid),
    ("KF20", extended_by_half_a_year_to_a_year),
    ("KF21", extended_once),
    ("KF22", decided_and_approved),
    ("KF23", approved_in_time),
    ("KF24", full_member_from_the_right_day),
    ("KF25", told_and_announced),
    ("KF26", put_off_by_half_a_year_at_most),
    ("KF27", counts_from_the_original_end),
    ("KF28", penalties_were_dealt_with),
];

const GROUP: u32 = 19;
const OATH: u32 = 20;
const REVIEW: u32 = 21;
const APPLICATION: u32 = 22;
const MEETING: u32 = 23;
const APPROVAL: u32 = 24;

fn assigned_to_a_group(case: &Case<'_>, faults: &mut Faults) {
    let assigned = case.first(K::GroupAssignment).is_some_and(|entry| !entry.values.text(F::Group).is_empty());
    if case.known.has_groups && case.reached(OATH) && !assigned {
        faults.add(case.day_of(GROUP), GROUP, "支部分了党小组，没有登记编入哪个党小组");
    }
}

fn oath_was_taken(case: &Case<'_>, faults: &mut Faults) {
    let Some(approval) = case.file.approval().filter(|_| case.on(K::Oath).is_none()) else { return };
    let due = deadlines::oath_due(case.file, case.rules()).unwrap_or(approval.on);
    if case.reached(APPLICATION) || due < case.known.today && case.file.is_open() {
        faults.add(approval.on, OATH, "没有登记入党宣誓").dates([approval.on]);
    }
}

fn oath_after_the_approval(case: &Case<'_>, faults: &mut Faults) {
    if let (Some(sworn), Some(approval)) = (case.on(K::Oath), case.file.approval())
        && sworn < approval.on
    {
        let message = format!("入党宣誓（{}）早于上级党委批准（{}）", date_title(sworn), date_title(approval.on));
        faults.add(sworn, OATH, message).dates([approval.on, sworn]);
    }
}

/// D33; under the text of 2014 there was no term.
fn oath_within_a_month(case: &Case<'_>, faults: &mut Faults) {
    if let (Some(sworn), Some(due)) = (case.on(K::Oath), deadlines::oath_due(case.file, case.rules()))
        && sworn > due
    {
        let message = format!("批复后一般应在{}前宣誓，宣誓日期是{}", date_title(due), date_title(sworn));
        faults.add(due, OATH, message).dates([due, sworn]);
    }
}

/// Judged by the text of the day on which the file is closed, or of today.
fn form_of_the_probation(case: &Case<'_>, faults: &mut Faults) {
    let day = case.on(K::Archive).or_else(|| case.file.done_on(APPROVAL));
    if let Some(day) = day.filter(|_| case.lacks(PROBATION_FORM)) {
        faults.add(day, REVIEW, "没有《预备党员教育考察登记表》").dates([day]).paper(PROBATION_FORM);
    }
}

/// From the meeting that admitted to the one that decided, or now.
fn on_probation(case: &Case<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let from = case.file.admission()?.on;
    let decided = case.file.conversion().map(|entry| entry.on);
    let closed = case.file.closed.as_ref().map(|closed| closed.on);
    Some((from, decided.or(closed).unwrap_or(case.known.today)))
}

fn reviewed_on_probation(case: &Case<'_>, faults: &mut Faults) {
    let Some((from, until)) = on_probation(case).filter(|_| case.file.approval().is_some()) else { return };
    let months = case.number("KF06").max(1);
    let mut days: Vec<_> = case.file.all(K::ProbationReview).map(|review| review.on).collect();
    days.retain(|day| (from..=until).contains(day));
    days.insert(0, from);
    days.push(until);
    for pair in days.windows(2) {
        // The last stretch ends with the year itself.
        let due = deadline_after(pair[0], months).and_then(|due| due.checked_add_days(Days::new(31)));
        if let Some(due) = due.filter(|due| *due < pair[1]) {
            let message =
                format!("预备期里{}到{}超过 {months} 个月没有考察登记", date_title(pair[0]), date_title(pair[1]));
            faults.add(due, REVIEW, message).dates([pair[0], pair[1]]).paper(PROBATION_FORM);
            return;
        }
    }
}

fn sponsors_say_something(case: &Case<'_>, faults: &mut Faults) {
    let reviews: Vec<_> = case.file.all(K::ProbationReview).filter(|review| !review.values.0.is_empty()).collect();
    let has_sponsors = case.file.guides_of(GuideRole::Sponsor).next().is_some();
    let silent = reviews.iter().all(|review| review.values.text(F::SponsorOpinions).is_empty());
    if let Some(first) = reviews.first().filter(|_| silent && has_sponsors) {
        faults.add(first.on, REVIEW, "预备期的考察登记里没有入党介绍人的意见").paper(PROBATION_FORM);
    }
}

fn thought_reports_on_probation(case: &Case<'_>, faults: &mut Faults) {
    let Some((from, until)) = on_probation(case) else { return };
    let wanted = case.number("KF08") as usize;
    let is_whole = deadline_after(from, 12).is_some_and(|year| year <= until);
    let there = case
        .file
        .papers(THOUGHT_REPORT)
        .filter(|paper| paper.state == MaterialState::Present)
        .filter(|paper| paper.dated.is_some_and(|day| (from..=until).contains(&day)))
        .count();
    if is_whole && there < wanted {
        let message = format!("预备期里有 {there} 份思想汇报，要求不少于 {wanted} 份");
        faults.add(until, REVIEW, message).dates([from, until]).paper(THOUGHT_REPORT);
    }
}

fn papers_were_handed_over(case: &Case<'_>, faults: &mut Faults) {
    let Some(closed) = case.file.closed.as_ref().filter(|_| case.file.moved_away()) else { return };
    if case.first(K::Handover).is_none() && case.reached(3) {
        faults.add(closed.on, REVIEW, "转出时没有登记把培养教育情况和材料移交给接收的党组织").dates([closed.on]);
    }
}

/// D39: of somebody who came on probation.
fn papers_were_examined(case: &Case<'_>, faults: &mut Faults) {
    let Some(admission) = case.file.admission() else { return };
    let arrival = case.file.all(K::Arrival).find(|arrival| arrival.on >= admission.on);
    if let Some(arrival) = arrival.filter(|arrival| arrival.values.day(F::ExaminedOn).is_none()) {
        faults.add(arrival.on, REVIEW, "预备党员转入后没有登记对入党材料的审查").dates([arrival.on]);
    }
}

/// The last day of the probation as it was first set.
fn last_day(case: &Case<'_>) -> Option<NaiveDate> {
    deadlines::conversion_from(case.file, case.rules())?.pred_opt()
}

fn applied_for_conversion(case: &Case<'_>, faults: &mut Faults) {
    let Some(ends) = last_day(case) else { return };
    let is_due =
        case.reached(MEETING) || ends < case.known.today && case.file.is_open() && case.file.approval().is_some();
    if is_due && case.on(K::ConversionApplication).is_none() && case.lacks(CONVERSION_APPLICATION) {
        let day = case.file.done_on(MEETING).unwrap_or(ends);
        faults.add(day, APPLICATION, "没有本人的转正申请").dates([ends]).paper(CONVERSION_APPLICATION);
    }
}

fn applied_in_time(case: &Case<'_>, faults: &mut Faults) {
    let (Some(applied), Some(ends)) = (case.on(K::ConversionApplication), last_day(case)) else { return };
    let window = Days::new(u64::from(case.number("KF13")));
    let early = ends.checked_sub_days(window).is_some_and(|from| applied < from);
    if early || applied > ends {
        let what = if early { "过早" } else { "晚于预备期满" };
        let message = format!("转正申请（{}）{what}，预备期到{}为止", date_title(applied), date_title(ends));
        faults.add(applied, APPLICATION, message).dates([applied, ends]).paper(CONVERSION_APPLICATION);
    }
}

/// D38
fn opinions_were_heard(case: &Case<'_>, faults: &mut Faults) {
    if case.file.conversion().is_some() && case.first(K::ConversionOpinions).is_none() && case.lacks("5-1a") {
        let day = case.day_of(MEETING);
        faults.add(day, MEETING, "转正前没有登记征求党小组、党员和群众的意见").dates([day]).paper("5-1a");
    }
}

fn committee_examined(case: &Case<'_>, faults: &mut Faults) {
    let Some(decided) = case.file.conversion().map(|entry| entry.on) else { return };
    match case.on(K::ConversionReview) {
        None if case.lacks("5-1") => {
            faults.add(decided, MEETING, "支部大会前没有登记支委会审查").dates([decided]).paper("5-1");
        }
        Some(examined) if examined > decided => {
            let message = format!("支委会审查（{}）晚于支部大会（{}）", date_title(examined), date_title(decided));
            faults.add(decided, MEETING, message).dates([decided, examined]);
        }
        _ => {}
    }
}

fn notice_was_given(case: &Case<'_>, faults: &mut Faults) {
    let Some(decided) = case.file.conversion().map(|entry| entry.on) else { return };
    match case.first(K::ConversionNotice) {
        None if case.lacks("5-3") => {
            faults.add(decided, MEETING, "没有转正公示的登记和材料").dates([decided]).paper("5-3");
        }
        Some(notice) => {
            let wanted = case.number("KF16");
            if let Some((ends, earliest)) = too_short(notice, wanted, case.rules()) {
                let message = format!(
                    "转正公示从{}到{}，不足 {wanted} 个工作日，应到{}为止{}",
                    date_title(notice.on),
                    date_title(ends),
                    date_title(earliest),
                    case.rules().workdays().counted(notice.on, earliest)
                );
                faults.add(notice.on, MEETING, message).dates([notice.on, ends, earliest]).paper("5-3");
            }
        }
        None => {}
    }
}

/// D26: an extension is decided at the first end, a conversion when all of it is over.
fn not_converted_early(case: &Case<'_>, faults: &mut Faults) {
    let (Some(first), Some(whole)) =
        (deadlines::probation_over(case.file, case.rules(), 0), deadlines::conversion_from(case.file, case.rules()))
    else {
        return;
    };
    for entry in case.file.all(K::Conversion) {
        let from = match entry.outcome() {
            Outcome::Converted => whole,
            Outcome::Extended => first,
            // Who is unfit may be told so at any time.
            Outcome::Revoked | Outcome::Failed => continue,
        };
        if entry.on < from {
            let message = format!("讨论转正的大会在{}，预备期到{}才满", date_title(entry.on), date_title(from));
            faults.add(entry.on, MEETING, message).dates([entry.on, from]);
        }
    }
}

fn discussed_in_time(case: &Case<'_>, faults: &mut Faults) {
    let Some(from) = deadlines::conversion_from(case.file, case.rules()) else { return };
    let wanted = Days::new(u64::from(case.number("KF18")));
    let Some(last) = from.checked_add_days(wanted) else { return };
    let decided = case.file.conversion();
    let day = decided.map_or(case.known.today, |entry| entry.on);
    let is_told = decided.is_some_and(|entry| !entry.values.text(F::DelayReason).is_empty());
    let is_open = decided.is_some() || case.file.is_open() && case.file.approval().is_some();
    if day > last && is_open && !is_told {
        let when = decided.map_or_else(|| "还没有讨论".to_owned(), |entry| format!("{}才讨论", date_title(entry.on)));
        let message = format!("预备期满（{}起可以讨论转正）后{when}，没有登记推迟的原因", date_title(from));
        faults.add(last, MEETING, message).dates([from, day]);
    }
}

fn vote_was_valid(case: &Case<'_>, faults: &mut Faults) {
    for entry in case.file.all(K::Conversion) {
        too_few_came(case, entry, faults);
        if entry.outcome() != Outcome::Failed {
            too_few_agreed(case, entry, faults);
        }
    }
}

/// D24
fn extended_by_half_a_year_to_a_year(case: &Case<'_>, faults: &mut Faults) {
    for entry in case.file.extensions() {
        let min = case.rules().number(RuleId::D24, "months_min", entry.on).unwrap_or(6);
        let max = case.rules().number(RuleId::D24, "months_max", entry.on).unwrap_or(12);
        match entry.values.count(F::Months) {
            None => {
                faults.add(entry.on, MEETING, "延长预备期没有登记延长几个月").dates([entry.on]);
            }
            Some(months) if !(min..=max).contains(&months) => {
                let message = format!("延长预备期 {months} 个月，应不少于 {min} 个月、不超过 {max} 个月");
                faults.add(entry.on, MEETING, message).dates([entry.on]);
            }
            Some(_) => {}
        }
    }
}

fn extended_once(case: &Case<'_>, faults: &mut Faults) {
    let extensions: Vec<&Entry> = case.file.extensions().collect();
    if let [first, .., last] = extensions.as_slice() {
        let message = format!("预备期延长了 {} 次，只能延长一次", extensions.len());
        faults.add(last.on, MEETING, message).dates([first.on, last.on]);
    }
}

fn decided_and_approved(case: &Case<'_>, faults: &mut Faults) {
    let today = case.known.today;
    for entry in case.file.all(K::Conversion) {
        let what = match entry.outcome() {
            Outcome::Extended => "延长预备期",
            Outcome::Revoked => "取消预备党员资格",
            Outcome::Converted | Outcome::Failed => continue,
        };
        let due = deadlines_for_approval(case, entry.on);
        let is_approved = case.file.all(K::ConversionApproval).any(|approval| approval.on >= entry.on);
        if !is_approved && due < today {
            faults.add(entry.on, APPROVAL, format!("{what}没有登记上级党委的批复")).dates([entry.on]).paper("5-11");
        }
    }
    let is_revoked = case.file.closed.as_ref().filter(|closed| closed.how == crate::development::CloseWay::Revoked);
    if let Some(closed) = is_revoked.filter(|_| case.file.conversion().is_none()) {
        faults.add(closed.on, MEETING, "取消预备党员资格没有登记支部大会的决议").dates([closed.on]);
    }
}

/// D25: the last day for the superior's answer to a decision.
fn deadlines_for_approval(case: &Case<'_>, decided: NaiveDate) -> NaiveDate {
    let months = case.rules().number(RuleId::D25, "months", decided).unwrap_or(3);
    deadline_after(decided, months).unwrap_or(decided)
}

fn approved_in_time(case: &Case<'_>, faults: &mut Faults) {
    let Some(decided) = case.file.conversion().map(|entry| entry.on) else { return };
    let due = deadlines_for_approval(case, decided);
    let approved = case.file.conversion_approval().map(|entry| entry.on);
    if approved.unwrap_or(case.known.today) > due && (approved.is_some() || case.file.is_open()) {
        let when = approved.map_or_else(|| "还没有登记".to_owned(), |day| format!("批复日期是{}", date_title(day)));
        let message = format!("转正应在{}前审批，{when}", date_title(due));
        faults.add(due, APPROVAL, message).dates([decided, due].into_iter().chain(approved));
    }
}

/// D27, D28: as the reply says, and as the roster says.
fn full_member_from_the_right_day(case: &Case<'_>, faults: &mut Faults) {
    let Some(approval) = case.file.conversion_approval() else { return };
    let Some(right) = deadlines::conversion_from(case.file, case.rules()) else { return };
    if let Some(said) = approval.values.day(F::FullFrom).filter(|said| *said != right) {
        let message = format!("批复写的转正日期是{}，应从预备期满的次日{}算起", date_title(said), date_title(right));
        faults.add(approval.on, APPROVAL, message).dates([said, right]).paper("5-10");
    }
    let in_roster = case.file.member.as_ref().and_then(|member| member.record.converted);
    let full_from = roster_act::full_from(case.file, case.rules());
    if let (Some(in_roster), Some(full_from)) = (in_roster.and_then(PartialDate::exact), full_from)
        && in_roster != full_from
    {
        let message = format!("名册里的转正日期是{}，档案里是{}", date_title(in_roster), date_title(full_from));
        faults.add(approval.on, APPROVAL, message).dates([in_roster, full_from]);
    }
}

/// D35
fn told_and_announced(case: &Case<'_>, faults: &mut Faults) {
    let Some(approval) = case.file.conversion_approval() else { return };
    let allowed = Days::new(u64::from(case.number("KF25")));
    let is_over = approval.on.checked_add_days(allowed).is_some_and(|last| last < case.known.today);
    let missing: Vec<_> = [(F::TalkedOn, "书记同本人谈话"), (F::AnnouncedOn, "在党员大会上宣布")]
        .into_iter()
        .filter(|(field, _)| approval.values.day(*field).is_none())
        .map(|(_, what)| what)
        .collect();
    if is_over && !missing.is_empty() {
        let message = format!("转正批复（{}）后没有登记{}", date_title(approval.on), missing.join("、"));
        faults.add(approval.on, APPROVAL, message).dates([approval.on]);
    }
}

/// D28: of somebody who came on probation the discussion may be put off.
fn put_off_by_half_a_year_at_most(case: &Case<'_>, faults: &mut Faults) {
    let (Some(from), Some(arrival)) = (deadlines::conversion_from(case.file, case.rules()), came_on_probation(case))
    else {
        return;
    };
    let months = case.rules().number(RuleId::D28, "months_at_most", from).unwrap_or(6);
    let Some(last) = deadline_after(from, months) else { return };
    let decided = case.file.conversion().map(|entry| entry.on);
    if decided.unwrap_or(case.known.today) > last && (decided.is_some() || case.file.is_open()) {
        let message = format!(
            "预备党员转入（{}）后推迟讨论转正超过 {months} 个月，最迟到{}",
            date_title(arrival),
            date_title(last)
        );
        faults.add(last, MEETING, message).dates([from, last].into_iter().chain(decided));
    }
}

fn came_on_probation(case: &Case<'_>) -> Option<NaiveDate> {
    let admitted = case.file.admission()?.on;
    case.file.all(K::Arrival).map(|arrival| arrival.on).find(|day| *day >= admitted)
}

fn counts_from_the_original_end(case: &Case<'_>, faults: &mut Faults) {
    let (Some(approval), Some(_)) = (case.file.conversion_approval(), came_on_probation(case)) else { return };
    let Some(right) = deadlines::conversion_from(case.file, case.rules()) else { return };
    if let Some(said) = approval.values.day(F::FullFrom).filter(|said| *said != right) {
        let message =
            format!("推迟讨论的，转正仍从预备期满的次日{}算起，批复写的是{}", date_title(right), date_title(said));
        faults.add(approval.on, APPROVAL, message).dates([said, right]);
    }
}

fn penalties_were_dealt_with(case: &Case<'_>, faults: &mut Faults) {
    let Some((from, until)) = on_probation(case) else { return };
    let open = |entry: &&Entry| (from..=until).contains(&entry.on) && entry.values.text(F::Decision).is_empty();
    for entry in case.file.all(K::Discipline).filter(open) {
        let message = format!("预备期里有违纪违法情况（{}），没有登记处理决定", date_title(entry.on));
        faults.add(entry.on, REVIEW, message).dates([entry.on]);
    }
}
