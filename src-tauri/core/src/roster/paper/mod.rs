//! The roster on paper: the members of a day, how to reach them, and the branch in numbers.

mod contact_list;
mod roster_sheet;
mod statistics;
#[cfg(test)]
mod tests;

pub use contact_list::{ContactGroup, ContactList, ContactRow, contact_list_of};
pub use roster_sheet::{RosterSheet, RosterSheetLeft, RosterSheetRow, roster_sheet_of};
pub use statistics::{RosterStatistics, statistics_of};

use super::{Dimension, RosterQuery};

/// Whose papers they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaperHead {
    /// Branch name.
    pub branch: String,
    /// 上级党组织
    pub superior: String,
    /// The branch's telephone.
    pub phone: String,
}

/// To what a list is limited, in words, so that a part is not taken for the whole; empty when it is the whole.
fn scope(query: &RosterQuery) -> String {
    let mut limits: Vec<String> = Dimension::ALL
        .into_iter()
        .filter_map(|by| {
            let labels = query.filters.iter().filter(|filter| filter.by == by).map(|filter| filter.label.as_str());
            let labels: Vec<&str> = labels.collect();
            (!labels.is_empty()).then(|| format!("{}为{}", by.title(), labels.join("或")))
        })
        .collect();
    let search = query.search.trim();
    if !search.is_empty() {
        limits.push(format!("查找“{search}”"));
    }
    limits.join("，")
}
