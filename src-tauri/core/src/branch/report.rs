//! What the quarterly report says about the branch: 隶属关系 and 组织设置.

use std::sync::Arc;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{BranchHelper, BranchKind, due_on, helpers, running, stored_on, terms, units_with_members};
use crate::report_section::{ReportCheck, ReportContext, ReportCount, ReportFact, ReportSection};
use crate::roster::{self, Member, Office};
use crate::rules::{Finding, RuleId};
use crate::values::Room;
use crate::vault::VaultError;

/// Where the branch belongs and how it is set up, on the day of the figures. Its name stands in the head of the report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BranchSection {
    /// 组织类别: 党支部, 联合党支部 or 临时党支部.
    pub kind: String,
    /// 上级党组织
    pub superior: String,
    /// 所在社会组织, joined with `、`.
    pub unit: String,
    /// Only of a joint branch: each of its social organizations with the number of its members.
    pub units: Vec<ReportCount>,
    /// The term of office that ran on the day of the figures; `null` when none is on record.
    pub term: Option<ReportTerm>,
    /// 党建组织员, 第一书记 …, each as `党建组织员 张三（示例街道）`.
    pub helpers: Vec<String>,
    /// Name of the 书记; empty when there is none.
    pub secretary: String,
    /// All offices with their holders, each as `组织委员 张三`.
    pub offices: Vec<String>,
    /// Party groups with the number of their members; empty when there are none.
    pub groups: Vec<ReportCount>,
}

/// A term of office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportTerm {
    /// 第几届
    pub number: u32,
    /// 选举日期
    pub elected_on: NaiveDate,
    /// 届满日期
    pub due_on: NaiveDate,
}

impl ReportSection for BranchSection {
    const KEY: &'static str = "branch";
    const TITLE: &'static str = "隶属关系和组织设置";

    fn build(context: &ReportContext<'_>) -> Result<Self, VaultError> {
        let (reader, as_of) = (context.reader, context.as_of);
        let branch = stored_on(reader, as_of)?;
        let present = roster::members_on(reader, as_of)?;
        let mut units = units_with_members(reader, &present)?;
        units.retain(|unit| unit.unit.is_covered_on(as_of) || unit.members > 0);
        let mut holders: Vec<_> = present
            .iter()
            .flat_map(|member| member.record.offices.iter().map(|office| (office, &member.record.name)))
            .collect();
        holders.sort();
        let secretary = holders.iter().find(|(office, _)| *office == Office::Secretary);
        let in_charge = |helper: &BranchHelper| {
            helper.since.is_none_or(|since| since.earliest() <= as_of)
                && helper.until.is_none_or(|until| until.latest() >= as_of)
        };
        Ok(Self {
            kind: branch.kind.title().to_owned(),
            superior: branch.superior,
            unit: units.iter().map(|unit| unit.unit.name.as_str()).collect::<Vec<_>>().join("、"),
            units: units
                .into_iter()
                .filter(|_| branch.kind == BranchKind::Joint)
                .map(|unit| ReportCount { label: unit.unit.name, count: unit.members })
                .collect(),
            term: running(&terms(reader)?, as_of).map(|term| ReportTerm {
                number: term.number,
                elected_on: term.elected_on,
                due_on: due_on(term),
            }),
            helpers: helpers(reader)?.into_iter().filter(in_charge).map(|helper| helper.line()).collect(),
            secretary: secretary.map(|(_, name)| (*name).clone()).unwrap_or_default(),
            offices: holders.iter().map(|(office, name)| format!("{} {name}", office.title())).collect(),
            groups: groups(&present),
        })
    }

    /// The term of the committee is 组织设置, what else the rules find about the branch as well; S11 is 隶属关系.
    fn checks(&self, context: &ReportContext<'_>) -> Vec<ReportCheck> {
        let of_branch = context.findings.iter().filter(|finding| finding.subject.room == Room::Branch);
        let (affiliation, setup): (Vec<_>, Vec<_>) = of_branch.partition(|finding| finding.rule == Some(RuleId::S11));
        let line = |title, found: Vec<&Finding>| {
            ReportCheck::new(title, found.into_iter().map(|finding| finding.message.clone()).collect())
        };
        vec![line("隶属关系", affiliation), line("组织设置", setup)]
    }

    fn facts(&self) -> Vec<ReportFact> {
        vec![ReportFact::new("上级党组织", self.superior.as_str())]
    }
}

/// The party groups by name, and those who are in none when there are groups.
fn groups(present: &[Arc<Member>]) -> Vec<ReportCount> {
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
    groups
}
