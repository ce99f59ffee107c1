//! What the quarterly report says about 学习教育.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{hours_by_member, sessions_in, year_of};
use crate::report_section::{ReportCheck, ReportContext, ReportFact, ReportSection};
use crate::values::Hours;
use crate::vault::VaultError;

/// Study in the reported period, and hours in the year so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StudySection {
    /// Sessions in the period.
    pub sessions: u32,
    /// 学时 of these sessions, summed.
    #[schemars(with = "f64")]
    pub hours: Hours,
    /// Members who have reached their hours of the year.
    pub reached: u32,
    /// Members who have not.
    pub not_reached: u32,
    /// Each member's hours, in the order of the roster.
    pub by_member: Vec<ReportStudyMember>,
}

/// One member's hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportStudyMember {
    /// The member's name.
    pub name: String,
    /// 学时 in the reported period, which is a quarter or longer.
    #[schemars(with = "f64")]
    pub quarter_hours: Hours,
    /// 学时 in the year so far.
    #[schemars(with = "f64")]
    pub year_hours: Hours,
    /// 学时 to be reached in the year: in proportion for those who joined during the year, 0 for whom nothing is asked.
    #[schemars(with = "f64")]
    pub required: Hours,
}

impl ReportSection for StudySection {
    const KEY: &'static str = "study";
    const TITLE: &'static str = "学习教育";

    fn build(context: &ReportContext<'_>) -> Result<Self, VaultError> {
        let (reader, first, as_of) = (context.reader, context.period.first_day(), context.as_of);
        let sessions = sessions_in(reader, first, as_of)?;
        let in_period = hours_by_member(reader, first, as_of, as_of)?;
        let year = year_of(reader, context.rules, context.period.year(), as_of)?;
        Ok(Self {
            sessions: u32::try_from(sessions.len()).unwrap_or(u32::MAX),
            hours: sessions.iter().map(|row| row.session.hours).sum(),
            reached: year.reached,
            not_reached: year.not_reached(),
            by_member: year
                .members
                .iter()
                .map(|member| ReportStudyMember {
                    name: member.name.clone(),
                    quarter_hours: in_period.get(&member.member).copied().unwrap_or_default(),
                    year_hours: member.hours,
                    required: member.required.unwrap_or(Hours::whole(0)),
                })
                .collect(),
        })
    }

    fn checks(&self, context: &ReportContext<'_>) -> Vec<ReportCheck> {
        vec![ReportCheck::when(Self::TITLE, self.sessions == 0, &format!("{}还没有学习记录", context.period.this()))]
    }

    fn facts(&self) -> Vec<ReportFact> {
        vec![ReportFact::new("学习", format!("{} 次，共 {} 学时", self.sessions, self.hours))]
    }
}
