//! Building a quarter's report from the records: the same records and day give the same report.

use chrono::{Days, NaiveDate};

use super::{
    QuarterlyReport, REPORT_FORMAT, ReportBranch, ReportCount, ReportDevelopment, ReportStudy, ReportStudyMember,
    members, store,
};
use crate::branch::BranchRequest;
use crate::outside::Document;
use crate::roster::Member;
use crate::rules::{Finding, RuleBook};
use crate::values::{Hours, Quarter};
use crate::vault::{Reader, VaultError};
use crate::{branch, development, meetings, roster, study};

/// The report of a quarter as the records stand, with the figures of its last day, or of `today` while it runs.
///
/// # Errors
/// [`VaultError`].
pub fn build(
    reader: &Reader<'_>,
    rules: &RuleBook,
    quarter: Quarter,
    today: NaiveDate,
) -> Result<QuarterlyReport, VaultError> {
    let as_of = quarter.last_day().min(today).max(quarter.first_day());
    let branch = branch::stored(reader)?;
    let everyone = roster::everyone(reader)?;
    let present: Vec<Member> = everyone.iter().filter(|member| member.is_member_on(as_of)).cloned().collect();
    let words = store::words(reader, quarter)?;
    let (development, mut findings) = develop(reader, rules, as_of, branch.has_committee)?;
    // Judged from the day after a finished quarter, so that the report reads the same however late it is looked at.
    let judged_on = today.min(quarter.last_day() + Days::new(1)).max(quarter.first_day());
    findings.extend(meetings::quarter_findings(reader, rules, quarter, judged_on)?);
    findings.sort_by_key(|finding| (finding.severity, finding.due));
    Ok(QuarterlyReport {
        format: REPORT_FORMAT,
        quarter,
        version: 1,
        reason: None,
        as_of,
        branch: affiliation(&branch, &present),
        members: members::count(&everyone, quarter.first_day(), as_of),
        meeting_kinds: meetings::quarter_kinds(reader, rules, quarter)?,
        meetings: meetings::quarter_meetings(reader, quarter)?,
        attendance: meetings::attendance_by_member(reader, &present, quarter.first_day(), as_of)?,
        development,
        study: studied(reader, rules, quarter, as_of)?,
        findings,
        problems: words.problems,
        plan: words.plan,
        audit_head: reader.audit_head()?,
        mark: None,
    })
}

/// The report as a paper.
pub fn document(report: QuarterlyReport) -> Document {
    Document::QuarterlyReport(Box::new(report))
}

/// 隶属关系 and 组织设置.
fn affiliation(branch: &BranchRequest, present: &[Member]) -> ReportBranch {
    let mut holders: Vec<_> =
        present.iter().filter_map(|member| member.record.office.map(|office| (office, &member.record.name))).collect();
    holders.sort();
    let secretary = holders.iter().find(|(office, _)| *office == roster::Office::Secretary);
    let mut groups: Vec<ReportCount> = Vec::new();
    let mut names: Vec<&str> =
        present.iter().map(|member| member.record.party_group.as_str()).filter(|group| !group.is_empty()).collect();
    names.sort_unstable();
    for name in names {
        match groups.last_mut().filter(|group| group.label == name) {
            Some(group) => group.count += 1,
            None => groups.push(ReportCount { label: name.to_owned(), count: 1 }),
        }
    }
    ReportBranch {
        name: branch.name.clone(),
        kind: branch.kind.name().to_owned(),
        superior: branch.superior.clone(),
        unit: branch.unit.clone(),
        secretary: secretary.map(|(_, name)| (*name).clone()).unwrap_or_default(),
        offices: holders.iter().map(|(office, name)| format!("{} {name}", office.title())).collect(),
        groups,
    }
}

/// 发展党员: the open files as they stood on the day, and what the rules find in them.
fn develop(
    reader: &Reader<'_>,
    rules: &RuleBook,
    as_of: NaiveDate,
    has_committee: bool,
) -> Result<(Vec<ReportDevelopment>, Vec<Finding>), VaultError> {
    let mut lines = Vec::new();
    let mut findings = Vec::new();
    for file in development::all_files(reader)? {
        let file = file.as_of(as_of);
        if !file.is_open() || file.last_step() == 0 {
            continue;
        }
        lines.push(ReportDevelopment {
            name: file.person.name.clone(),
            stage: file.stage().name().to_owned(),
            step: file.last_step(),
            step_name: development::step_name(file.last_step(), has_committee),
            next: development::next_step(&file, rules, has_committee).map(|next| next.to_string()).unwrap_or_default(),
            missing_materials: u32::try_from(development::missing_materials(&file)).unwrap_or(u32::MAX),
        });
        findings.extend(development::findings(&file, rules, as_of));
    }
    Ok((lines, findings))
}

/// 学习 in the quarter, and the year so far.
fn studied(
    reader: &Reader<'_>,
    rules: &RuleBook,
    quarter: Quarter,
    as_of: NaiveDate,
) -> Result<ReportStudy, VaultError> {
    let sessions = study::sessions_in(reader, quarter.first_day(), as_of)?;
    let in_quarter = study::hours_by_member(reader, quarter.first_day(), as_of)?;
    let year = study::year_of(reader, rules, quarter.year(), as_of)?;
    let asked = || year.members.iter().filter_map(|member| member.required.map(|required| (member, required)));
    Ok(ReportStudy {
        sessions: u32::try_from(sessions.len()).unwrap_or(u32::MAX),
        hours: sessions.iter().map(|row| row.session.hours).sum(),
        reached: year.reached,
        not_reached: u32::try_from(asked().filter(|(member, required)| member.hours < *required).count())
            .unwrap_or(u32::MAX),
        by_member: year
            .members
            .iter()
            .map(|member| ReportStudyMember {
                name: member.name.clone(),
                quarter_hours: in_quarter.get(&member.member).copied().unwrap_or_default(),
                year_hours: member.hours,
                required: member.required.unwrap_or(Hours::whole(0)),
            })
            .collect(),
    })
}
