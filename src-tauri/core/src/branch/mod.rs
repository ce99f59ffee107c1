//! The branch: who it is and whom it belongs to.

mod error;
mod get;
mod save;
mod store;

pub use error::BranchError;
pub use get::get;
pub(crate) use save::checked;
pub use save::save;
pub(crate) use store::put;
pub use store::stored;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Kinds of branch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BranchKind {
    /// 党支部
    #[default]
    Ordinary,
    /// 联合党支部: members of several units
    Joint,
    /// 临时党支部
    Temporary,
}

/// The branch as entered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BranchRequest {
    /// 支部全称
    pub name: String,
    /// Ordinary, joint or temporary.
    #[serde(default)]
    pub kind: BranchKind,
    /// 上级党组织
    #[serde(default)]
    pub superior: String,
    /// 所在社会组织
    #[serde(default)]
    pub unit: String,
    /// Contact telephone.
    #[serde(default)]
    pub phone: String,
    /// A committee exists (B05); without one the general meeting stands in for it (B06).
    #[serde(default)]
    pub has_committee: bool,
}

/// The branch with what follows from its members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BranchView {
    /// As entered.
    #[serde(flatten)]
    pub branch: BranchRequest,
    /// 书记， from the roster.
    pub secretary: Option<String>,
    /// Party groups named in the roster, sorted.
    pub party_groups: Vec<String>,
    /// Members now.
    pub members: u32,
}
