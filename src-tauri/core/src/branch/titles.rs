//! What the branch's kinds and roles are called, on screen and on paper.

use super::{BranchHelper, BranchKind, HelperRole, UnitKind};
use crate::values::titled;

titled! { BranchKind { Ordinary => "党支部", Joint => "联合党支部", Temporary => "临时党支部" } }

impl BranchKind {
    /// As it is stored, and as it is on the wire.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Joint => "joint",
            Self::Temporary => "temporary",
        }
    }

    /// The kind of a code.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

titled! { UnitKind {
    Association => "社会团体",
    Foundation => "基金会",
    ServiceInstitution => "民办非企业单位",
    Other => "其他",
} }

titled! { HelperRole {
    Organizer => "党建组织员",
    FirstSecretary => "第一书记",
    Instructor => "党建工作指导员",
    Liaison => "联络员",
    Other => "其他",
} }

impl BranchHelper {
    /// `党建组织员 张三（示例街道）`
    pub fn line(&self) -> String {
        let unit = if self.unit.is_empty() { String::new() } else { format!("（{}）", self.unit) };
        format!("{} {}{unit}", self.role.title(), self.name)
    }
}
