//! What can be wrong with a request about an appraisal.

use crate::meetings::MeetingError;
use crate::problem::{Explain, FieldProblem, Invalid};
use crate::vault::VaultError;

/// Why a request about an appraisal was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum AppraisalError {
    /// Fields of the request are at fault.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no such appraisal.
    #[error("找不到这次民主评议，可能已被删除")]
    NoSuchAppraisal,
    /// There is no such member.
    #[error("名册里没有这个人，可能已被撤销")]
    NoSuchMember,
    /// Grades were decided, so it cannot be deleted.
    #[error("这次民主评议已经评定等次，不能删除")]
    Graded,
    /// Nobody stands on the ballot.
    #[error("没有要测评的正式党员，印不了测评票")]
    NobodyToGrade,
    /// The meeting.
    #[error(transparent)]
    Meeting(#[from] MeetingError),
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for AppraisalError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Meeting(error) => Some(error),
            Self::Vault(error) => Some(error),
            _ => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchAppraisal => "no_such_appraisal",
            Self::NoSuchMember => "member_not_found",
            Self::Graded => "appraisal_graded",
            Self::NobodyToGrade => "nobody_to_grade",
            Self::Invalid(_) | Self::Meeting(_) | Self::Vault(_) => self.passed_on().map_or("internal", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::NoSuchAppraisal | Self::NoSuchMember => "请重新打开这一页",
            Self::Graded => "登记有误的，请修改相应内容；整次登记错了的，请先清空等次再删除",
            Self::NobodyToGrade => "预备党员参加评议，不评定等次，所以不在测评票上；请核对名册",
            Self::Invalid(_) | Self::Meeting(_) | Self::Vault(_) => return self.passed_on().and_then(Explain::hint),
        };
        Some(hint.to_owned())
    }

    fn fields(&self) -> Vec<FieldProblem> {
        self.passed_on().map(Explain::fields).unwrap_or_default()
    }
}
