//! KH: what goes to the file at the end, and what the branch keeps.

use chrono::Days;

use super::Case;
use super::engine::{Check, Faults};
use crate::development::catalogue::{
    ACTIVIST_FORM, APPLICATION, APPLICATION_FORM, CONVERSION_APPLICATION, POLITICAL_REVIEW, PROBATION_FORM,
    THOUGHT_REPORT, material,
};
use crate::development::entries::{EntryField as F, EntryKind as K};
use crate::development::law::LawText;
use crate::values::date_title;

pub(super) const CHECKS: &[(&str, Check)] = &[
    ("KH01", archive_is_complete),
    ("KH02", list_is_there),
    ("KH03", handed_over),
    ("KH04", file_for_who_has_none),
    ("KH05", originals_are_originals),
    ("KH06", branch_keeps_its_own),
    ("KH07", pages_are_counted),
];

const ARCHIVE: u32 = 25;

/// D29: six papers since 2026, five before.
fn archive_is_complete(case: &Case<'_>, faults: &mut Faults) {
    let Some(day) = case.on(K::Archive) else { return };
    let mut papers = vec![
        (APPLICATION_FORM, "入党志愿书"),
        (APPLICATION, "入党申请书"),
        (POLITICAL_REVIEW, "政治审查材料"),
        (CONVERSION_APPLICATION, "转正申请书"),
        (ACTIVIST_FORM, "培养教育考察材料"),
    ];
    if LawText::on(day) == LawText::Of2026 {
        papers.push((PROBATION_FORM, "《预备党员教育考察登记表》"));
    }
    let missing: Vec<_> = papers.iter().filter(|(code, _)| case.lacks(code)).map(|(_, name)| *name).collect();
    if !missing.is_empty() {
        faults.add(day, ARCHIVE, format!("归档的材料缺：{}", missing.join("、"))).dates([day]).paper("5-13");
    }
}

fn list_is_there(case: &Case<'_>, faults: &mut Faults) {
    if let Some(day) = case.on(K::Archive)
        && case.lacks("5-12")
        && case.lacks("5-13")
    {
        faults.add(day, ARCHIVE, "没有档案材料清单和完整性审核意见").dates([day]).paper("5-13");
    }
}

fn handed_over(case: &Case<'_>, faults: &mut Faults) {
    let allowed = Days::new(u64::from(case.number("KH03")));
    match (case.first(K::Archive), case.file.conversion_approval()) {
        (Some(archive), _) if !archive.values.0.is_empty() && archive.values.text(F::Receiver).is_empty() => {
            faults.add(archive.on, ARCHIVE, "没有登记材料交给了哪里").dates([archive.on]);
        }
        (archive, Some(approval)) => {
            let last = approval.on.checked_add_days(allowed).unwrap_or(approval.on);
            let day = archive.map_or(case.known.today, |archive| archive.on);
            if day > last {
                let when = archive
                    .map_or_else(|| "还没有登记移交".to_owned(), |archive| format!("{}才移交", date_title(archive.on)));
                let message = format!("转正批复（{}）后{when}", date_title(approval.on));
                faults.add(last, ARCHIVE, message).dates([approval.on, day]);
            }
        }
        _ => {}
    }
}

fn file_for_who_has_none(case: &Case<'_>, faults: &mut Faults) {
    let Some(archive) = case.first(K::Archive) else { return };
    let has_none = case.file.person.details.yes(F::HasPersonnelFile) == Some(false);
    if has_none && archive.values.text(F::ArchiveKind) != "party" {
        faults.add(archive.on, ARCHIVE, "本人没有人事档案，没有登记建立党员档案").dates([archive.on]);
    }
}

fn originals_are_originals(case: &Case<'_>, faults: &mut Faults) {
    for paper in case.file.materials.iter().filter(|paper| paper.is_copy == Some(true) && paper.code != THOUGHT_REPORT)
    {
        let Some(material) = material(&paper.code).filter(|material| material.original == "y") else { continue };
        // Of the application another check speaks.
        if paper.code != APPLICATION {
            let step = material.wanted_at();
            let day = paper.dated.unwrap_or_else(|| case.day_of(step));
            faults.add(day, step, format!("“{}”应是原件，登记的是复印件", material.name)).paper(&paper.code);
        }
    }
}

fn branch_keeps_its_own(case: &Case<'_>, faults: &mut Faults) {
    let Some(day) = case.on(K::Archive) else { return };
    let kept = [("4-4", "接收大会会议记录"), ("4-4a", "表决票与计票单"), ("3-3", "公示"), ("3-4", "公示情况登记表")];
    let missing: Vec<_> = kept.iter().filter(|(code, _)| case.lacks(code)).map(|(_, name)| *name).collect();
    if !missing.is_empty() {
        faults.add(day, ARCHIVE, format!("支部应留存的材料缺：{}", missing.join("、"))).dates([day]);
    }
}

fn pages_are_counted(case: &Case<'_>, faults: &mut Faults) {
    let Some(archive) = case.first(K::Archive) else { return };
    let there = || case.file.materials.iter().filter(|paper| paper.state == crate::development::MaterialState::Present);
    let uncounted = there().filter(|paper| paper.pages.is_none()).count();
    if archive.values.count(F::Pages).is_none() && uncounted > 0 {
        let message = format!("归档材料没有登记页数（{uncounted} 份）");
        faults.add(archive.on, ARCHIVE, message).dates([archive.on]).paper("5-13");
    }
}
