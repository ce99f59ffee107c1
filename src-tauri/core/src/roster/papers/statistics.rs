//! 党员基本情况统计表: the branch in numbers, by the same labels as the list's filters.

use chrono::NaiveDate;
use serde::Serialize;

use crate::desk::Letterhead;
use crate::outside::document;
use crate::roster::list::dimension::{Dimension, DimensionCounts, counts};
use crate::roster::members_on;
use crate::vault::{Reader, VaultError};

/// What is counted, in the order of the paper.
const COUNTED: [Dimension; 8] = [
    Dimension::Kind,
    Dimension::Sex,
    Dimension::Ethnicity,
    Dimension::Education,
    Dimension::Age,
    Dimension::PartyAge,
    Dimension::Group,
    Dimension::Unit,
];

/// 党员基本情况统计表
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RosterStatistics {
    pub branch: String,
    /// 上级党组织
    pub superior: String,
    /// The reporting date.
    pub on: NaiveDate,
    /// Members on that day.
    pub total: u32,
    /// Their number by each dimension; a division that the branch does not have is left out.
    pub tables: Vec<DimensionCounts>,
}

document!(RosterStatistics, "statistics");

/// The members of `on` in numbers (trap 11).
///
/// # Errors
/// [`VaultError`].
pub(super) fn statistics_of(
    reader: &Reader<'_>,
    head: Letterhead,
    on: NaiveDate,
) -> Result<RosterStatistics, VaultError> {
    let members = members_on(reader, on)?;
    let in_use = |by: &Dimension| match by {
        Dimension::Group => members.iter().any(|member| !member.record.party_group.is_empty()),
        Dimension::Unit => members.iter().any(|member| !member.record.unit.is_empty()),
        _ => true,
    };
    Ok(RosterStatistics {
        branch: head.branch,
        superior: head.superior,
        on,
        total: u32::try_from(members.len()).unwrap_or(u32::MAX),
        tables: COUNTED.into_iter().filter(in_use).map(|by| counts(&members, by, on)).collect(),
    })
}
