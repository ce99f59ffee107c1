//! A quarter's report: what it would say now, and what was signed.

use super::before_signing::before_signing;
use super::{QuarterlyReport, ReportError, ReportSection, ReportView, build, store};
use crate::desk::Desk;
use crate::rules::RuleId;
use crate::values::{Quarter, Room};

/// A quarter's report as the records stand, and its signed versions.
///
/// # Errors
/// [`ReportError::Vault`].
pub fn get(desk: &mut Desk<'_>, quarter: Quarter) -> Result<ReportView, ReportError> {
    view(desk, quarter)
}

pub(super) fn view(desk: &Desk<'_>, quarter: Quarter) -> Result<ReportView, ReportError> {
    desk.read(|reader| {
        let report = build(reader, desk.rules, quarter, desk.today())?;
        let signed = store::newest_data(reader, quarter)?;
        Ok(ReportView {
            words: store::words(reader, quarter)?,
            versions: store::versions(reader, quarter)?,
            differs_from_signed: signed.is_some_and(|signed| !same_records(&signed, &report)),
            sections: sections(&report),
            before_signing: before_signing(&report, desk.today()),
            report,
        })
    })
}

/// Whether two reports say the same about the records: version, mark and the log's head aside.
fn same_records(signed: &QuarterlyReport, now: &QuarterlyReport) -> bool {
    let now = QuarterlyReport {
        version: signed.version,
        reason: signed.reason.clone(),
        mark: signed.mark.clone(),
        audit_head: signed.audit_head.clone(),
        ..now.clone()
    };
    *signed == now
}

/// The check list at the left: each section with what is missing in it.
fn sections(report: &QuarterlyReport) -> Vec<ReportSection> {
    let section = |title: &str, warnings: Vec<Option<String>>| ReportSection {
        title: title.to_owned(),
        warnings: warnings.into_iter().flatten().collect(),
    };
    let when = |missing: bool, text: &str| missing.then(|| text.to_owned());
    let found = |room: Room| {
        let of_room = report.findings.iter().filter(move |finding| finding.subject.room == room);
        of_room.map(|finding| Some(finding.message.clone())).collect::<Vec<_>>()
    };
    let of_branch = |about_affiliation: bool| {
        let of_room = report.findings.iter().filter(|finding| finding.subject.room == Room::Branch);
        let of_part = of_room.filter(|finding| (finding.rule == RuleId::new("S11")) == about_affiliation);
        of_part.map(|finding| Some(finding.message.clone())).collect::<Vec<_>>()
    };
    vec![
        section("隶属关系", of_branch(true)),
        section("组织设置", of_branch(false)),
        section("党员人数", vec![when(report.members.end == 0, "名册里还没有党员")]),
        section("三会一课与主题党日", found(Room::Meetings)),
        section("发展党员", found(Room::Development)),
        section("学习教育", vec![when(report.study.sessions == 0, "本季度还没有学习记录")]),
        section("存在问题与整改", vec![when(report.problems.trim().is_empty(), "还没有填写")]),
        section("下季度计划", vec![when(report.plan.trim().is_empty(), "还没有填写")]),
    ]
}
