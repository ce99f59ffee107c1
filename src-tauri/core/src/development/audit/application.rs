//! KA: the application and the talk about it.

use super::Case;
use super::engine::{Check, Faults};
use crate::development::catalogue::APPLICATION;
use crate::development::deadlines;
use crate::development::entries::{EntryField as F, EntryKind as K};
use crate::values::{as_it_looks, date_title};

pub(super) const CHECKS: &[(&str, Check)] = &[
    ("KA01", application_is_there),
    ("KA02", application_is_signed),
    ("KA03", application_is_dated),
    ("KA04", of_age),
    ("KA05", talk_in_time),
    ("KA06", talk_after_application),
    ("KA07", talk_is_on_record),
    ("KA08", talk_says_everything),
    ("KA09", one_day_of_application),
    ("KA10", application_is_the_original),
];

const APPLY: u32 = 1;
const TALK: u32 = 2;

fn application_is_there(case: &Case<'_>, faults: &mut Faults) {
    if case.lacks(APPLICATION) && (case.reached(APPLY) || case.file.is_open()) {
        faults.add(case.day_of(APPLY), APPLY, "档案里没有入党申请书").paper(APPLICATION);
    }
}

fn application_is_signed(case: &Case<'_>, faults: &mut Faults) {
    if case.paper(APPLICATION).is_some_and(|paper| paper.is_signed == Some(false)) {
        faults.add(case.day_of(APPLY), APPLY, "入党申请书没有本人签名").paper(APPLICATION);
    }
}

fn application_is_dated(case: &Case<'_>, faults: &mut Faults) {
    if case.paper(APPLICATION).is_some_and(|paper| paper.dated.is_none()) && case.on(K::Application).is_none() {
        faults.add(case.day_of(APPLY), APPLY, "入党申请书没有落款日期").paper(APPLICATION);
    }
}

/// D01: on the birthday itself one may apply.
fn of_age(case: &Case<'_>, faults: &mut Faults) {
    let of_age = deadlines::of_age_on(case.file, case.rules());
    if let (Some(applied), Some(of_age)) = (case.on(K::Application), of_age)
        && applied < of_age
    {
        let message = format!("申请日期是{}，{}才年满 18 周岁", date_title(applied), date_title(of_age));
        faults.add(applied, APPLY, message).dates([applied, of_age]);
    }
}

/// D02: within a calendar month of the day on which it was received.
fn talk_in_time(case: &Case<'_>, faults: &mut Faults) {
    let Some(due) = deadlines::talk_due(case.file, case.rules()) else { return };
    let talked = case.on(K::Talk);
    if talked.unwrap_or(case.known.today) > due && (talked.is_some() || case.file.is_open()) {
        let message = match talked {
            Some(talked) => format!("应在{}前派人谈话，谈话日期是{}", date_title(due), date_title(talked)),
            None => format!("应在{}前派人谈话，还没有登记", date_title(due)),
        };
        faults.add(due, TALK, message).dates([due].into_iter().chain(talked));
    }
}

fn talk_after_application(case: &Case<'_>, faults: &mut Faults) {
    if let (Some(applied), Some(talked)) = (case.on(K::Application), case.on(K::Talk))
        && talked < applied
    {
        let message = format!("谈话（{}）早于申请（{}）", date_title(talked), date_title(applied));
        faults.add(talked, TALK, message).dates([applied, talked]);
    }
}

fn talk_is_on_record(case: &Case<'_>, faults: &mut Faults) {
    if case.reached(3) && case.lacks("1-2") {
        faults.add(case.day_of(TALK), TALK, "已经办到后面的步骤，没有同入党申请人的谈话记录").paper("1-2");
    }
}

fn talk_says_everything(case: &Case<'_>, faults: &mut Faults) {
    let Some(talk) = case.first(K::Talk) else { return };
    let elements = [F::Experience, F::Understanding, F::Motive, F::Conduct, F::FamilyState];
    let written = elements.iter().any(|field| !talk.values.text(*field).is_empty());
    let missing: Vec<_> = elements.iter().filter(|field| talk.values.text(**field).is_empty()).collect();
    if written && !missing.is_empty() {
        let names: Vec<_> = missing.iter().map(|field| field.title()).collect();
        faults.add(talk.on, TALK, format!("谈话记录没有写：{}", names.join("、"))).paper("1-2");
    }
    if talk.values.yes(F::BothSigned) == Some(false) {
        faults.add(talk.on, TALK, "谈话记录没有谈话双方的签字").paper("1-2");
    }
}

/// The day of the application as the application itself has it, and as the papers that repeat it have it.
fn one_day_of_application(case: &Case<'_>, faults: &mut Faults) {
    let entered = case.on(K::Application);
    let on_paper = case.paper(APPLICATION).and_then(|paper| paper.dated);
    if let (Some(entered), Some(on_paper)) = (entered, on_paper)
        && entered != on_paper
    {
        let message = format!("登记的申请日期是{}，申请书落款是{}", date_title(entered), date_title(on_paper));
        faults.add(entered, APPLY, message).dates([entered, on_paper]).paper(APPLICATION);
    }
}

fn application_is_the_original(case: &Case<'_>, faults: &mut Faults) {
    if case
        .paper(APPLICATION)
        .is_some_and(|paper| paper.is_copy == Some(true) && as_it_looks(&paper.note).trim().is_empty())
    {
        faults.add(case.day_of(APPLY), APPLY, "入党申请书是复印件，没有说明原件在哪里").paper(APPLICATION);
    }
}
