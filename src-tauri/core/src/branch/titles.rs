//! What the branch's kinds and roles are called, on screen and on paper.

use super::{BranchHelperRequest, BranchKind, HelperRole};

impl BranchKind {
    const ALL: [Self; 3] = [Self::Ordinary, Self::Joint, Self::Temporary];

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

    /// Its Chinese name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ordinary => "党支部",
            Self::Joint => "联合党支部",
            Self::Temporary => "临时党支部",
        }
    }
}

impl HelperRole {
    /// 党建组织员, 第一书记 …
    pub fn title(self) -> &'static str {
        match self {
            Self::Organizer => "党建组织员",
            Self::FirstSecretary => "第一书记",
            Self::Instructor => "党建工作指导员",
            Self::Liaison => "联络员",
            Self::Other => "其他",
        }
    }
}

impl BranchHelperRequest {
    /// `党建组织员 张三（示例街道）`
    pub fn line(&self) -> String {
        let unit = if self.unit.is_empty() { String::new() } else { format!("（{}）", self.unit) };
        format!("{} {}{unit}", self.role.title(), self.name)
    }
}
