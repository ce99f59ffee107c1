//! What can be wrong with a request about study.

use crate::files::FileError;
use crate::outside::SheetError;
use crate::problem::{Explain, Invalid};
use crate::vault::VaultError;

/// Why a request about study was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum StudyError {
    /// Fields of the request are at fault.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no such session.
    #[error("找不到这次学习，可能已被删除")]
    NoSuchSession,
    /// Nobody made it up.
    #[error("没有找到这条补学登记，可能已被删除")]
    NoSuchMakeup,
    /// There is no such certificate.
    #[error("没有找到这份证书，可能已被删除")]
    NoSuchCertificate,
    /// There is no such topic.
    #[error("计划里没有这个专题，可能已被删除")]
    NoSuchTopic,
    /// It was learnt already.
    #[error("这个专题已经登记了 {0} 次学习，没有删除")]
    TopicLearnt(usize),
    /// The plan of the year has topics already, so that none are taken over.
    #[error("这一年的计划里已经有专题，没有照搬")]
    PlanBegun,
    /// There is nothing to take over.
    #[error("上一年没有学习计划，没有可以照搬的专题")]
    NoPlanBefore,
    /// There is no such member.
    #[error("名册里没有这个人，可能已被撤销")]
    NoSuchMember,
    /// Nothing is known of a year in which someone was no member here.
    #[error("{0}年不是本支部党员，没有这一年的学习记录")]
    NoMemberThen(i32),
    /// The sheet could not be made.
    #[error(transparent)]
    Sheet(SheetError),
    /// The file could not be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for StudyError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Sheet(error) => Some(error),
            Self::File(error) => Some(error),
            Self::Vault(error) => Some(error),
            _ => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchSession => "no_such_session",
            Self::NoSuchMakeup => "no_such_makeup",
            Self::NoSuchCertificate => "no_such_certificate",
            Self::NoSuchTopic => "no_such_topic",
            Self::TopicLearnt(_) => "topic_learnt",
            Self::PlanBegun => "study_plan_begun",
            Self::NoPlanBefore => "no_such_plan",
            Self::NoSuchMember => "member_not_found",
            Self::NoMemberThen(_) => "no_member_then",
            other => other.passed_on().map_or("internal", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::TopicLearnt(_) => "请先在那几次学习里改选别的专题",
            Self::NoMemberThen(_) => "请选别的年份",
            Self::PlanBegun | Self::NoPlanBefore => "请逐个添加专题",
            other => match other.passed_on() {
                Some(error) => return error.hint(),
                None => "请回到列表重新打开",
            },
        };
        Some(hint.to_owned())
    }
}
