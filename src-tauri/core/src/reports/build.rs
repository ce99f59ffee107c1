//! Building a quarter's report from the records: the same records and day give the same report.

use chrono::{Days, NaiveDate};

use super::{
    QuarterlyReport, REPORT_FORMAT, ReportBranch, ReportCount, ReportDevelopment, ReportStudy, ReportStudyMember,
    ReportTerm, members, store,
};
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
    let has_committee = branch::stored_on(reader, as_of)?.has_committee;
    let everyone = roster::everyone(reader)?;
    let present: Vec<Member> = everyone
        .iter()
        .filter(|member| member.is_member_on(as_of))
        .cloned()
        .map(|member| member.as_of(as_of))
        .collect();
    let asked: Vec<Member> = present.iter().filter(|member| !member.is_suspended_on(as_of)).cloned().collect();
    let words = store::words(reader, quarter)?;
    let (development, mut findings) = develop(reader, rules, as_of, has_committee)?;
    // Judged from the day after a finished quarter, so that the report reads the same however late it is looked at.
    let judged_on = today.min(quarter.last_day() + Days::new(1)).max(quarter.first_day());
    findings.extend(branch::findings(reader, rules, &present, as_of)?);
    findings.extend(meetings::quarter_findings(reader, rules, quarter, judged_on)?);
    findings.sort_by_key(|finding| (finding.severity, finding.due));
    Ok(QuarterlyReport {
        format: REPORT_FORMAT,
        quarter,
        version: 1,
        reason: None,
        as_of,
        branch: affiliation(reader, &present, as_of)?,
        members: members::count(&everyone, quarter.first_day(), as_of),
        meeting_kinds: meetings::quarter_kinds(reader, rules, quarter)?,
        meetings: meetings::quarter_meetings(reader, quarter)?,
        attendance: meetings::attendance_by_member(reader, &asked, quarter.first_day(), as_of)?,
        development,
        study: studied(reader, rules, quarter, as_of)?,
        findings,
        problems: words.problems,
        plan: words.plan,
        audit_head: reader.audit_head()?,
        mark: None,
    })
}

/// 隶属关系 and 组织设置.
fn affiliation(reader: &Reader<'_>, present: &[Member], as_of: NaiveDate) -> Result<ReportBranch, VaultError> {
    let branch = branch::stored_on(reader, as_of)?;
    let mut units = branch::units_with_members(reader, present)?;
    units.retain(|unit| unit.unit.is_covered_on(as_of) || unit.members > 0);
    let terms = branch::terms(reader)?;
    let mut holders: Vec<_> = present
        .iter()
        .flat_map(|member| member.record.offices.iter().map(|office| (office, &member.record.name)))
        .collect();
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
    let in_none = present.iter().filter(|member| member.record.party_group.is_empty()).count();
    if !groups.is_empty() && in_none > 0 {
        groups.push(ReportCount { label: "未编组".to_owned(), count: u32::try_from(in_none).unwrap_or(u32::MAX) });
    }
    let in_charge = |helper: &branch::BranchHelperRequest| {
        helper.since.is_none_or(|since| since.earliest() <= as_of)
            && helper.until.is_none_or(|until| until.latest() >= as_of)
    };
    Ok(ReportBranch {
        name: branch.name,
        kind: branch.kind.name().to_owned(),
        superior: branch.superior,
        unit: units.iter().map(|unit| unit.unit.name.as_str()).collect::<Vec<_>>().join("、"),
        units: units
            .into_iter()
            .filter(|_| branch.kind == branch::BranchKind::Joint)
            .map(|unit| ReportCount { label: unit.unit.name, count: unit.members })
            .collect(),
        term: branch::running(&terms, as_of).map(|term| ReportTerm {
            number: term.number,
            elected_on: term.elected_on,
            due_on: branch::due_on(term),
        }),
        helpers: branch::helpers(reader)?.into_iter().filter(in_charge).map(|helper| helper.line()).collect(),
        secretary: secretary.map(|(_, name)| (*name).clone()).unwrap_or_default(),
        offices: holders.iter().map(|(office, name)| format!("{} {name}", office.title())).collect(),
        groups,
    })
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
