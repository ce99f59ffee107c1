//! What can be wrong with a request about a meeting.

use crate::files::FileError;
use crate::outside::SheetError;
use crate::problem::{Explain, Invalid};
use crate::values::Period;
use crate::vault::VaultError;

/// Why a request about a meeting was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum MeetingError {
    /// Fields of the request are at fault.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no such meeting.
    #[error("找不到这次会议，可能已被删除")]
    NoSuchMeeting,
    /// There is no such member.
    #[error("名册里没有这个人，可能已被撤销")]
    NoSuchMember,
    /// There is no such vote in this meeting.
    #[error("找不到这项表决，可能已被删除")]
    NoSuchVote,
    /// Only a vote on an admission or a conversion has a resolution of its own.
    #[error("只有接收预备党员和预备党员转正的表决才有支部大会决议")]
    OnNoPerson,
    /// The meeting was called off.
    #[error("这次会议已取消，不能再登记或修改")]
    Cancelled,
    /// Attendance was recorded, so it cannot be called off.
    #[error("这次会议已登记到会，不能取消")]
    Held,
    /// Attendance must be recorded first.
    #[error("这次会议还没有登记到会")]
    NotHeld,
    /// Something was recorded, so it cannot be deleted.
    #[error("这次会议已有记录，不能删除")]
    Recorded,
    /// An election was prepared for it.
    #[error("这次会议上安排了选举，不能删除")]
    HasElection,
    /// The spreadsheet could not be made.
    #[error(transparent)]
    Sheet(SheetError),
    /// The file could not be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// A signed report counts it.
    #[error("这次会议已写进{}的签名报告，没有改动任何内容", .0.title())]
    Reported(Period),
    /// No signed report counts it, so it can be changed as it is.
    #[error("这次会议所在季度还没有签名报告，可以直接修改")]
    NotReported,
    /// There is no agenda of that name.
    #[error("找不到这份常用议程，可能已被删除")]
    NoSuchTemplate,
    /// What was resolved has been followed up.
    #[error("这条决议已有落实记录，不能删除")]
    FollowedUp,
    /// Something counts by its attendance.
    #[error("会上的表决、选举或者民主评议依据到会登记，不能清空")]
    RestsOnAttendance,
    /// An appraisal belongs to it.
    #[error("这次会议登记了民主评议，不能删除")]
    HasAppraisal,
    /// A development file names it.
    #[error("有发展党员档案登记了这次会议或者会上的表决，不能删除")]
    InDevelopment,
    /// Something was spent of the dues as it decided.
    #[error("有一笔党费的使用是由这次会议决定的，不能删除")]
    InDues,
    /// A disposal of a member names it.
    #[error("有一条组织处置记录登记了这次会议，不能删除")]
    InDisposal,
    /// Hours of study come from it.
    #[error("这次会议的学时已经登记，不能删除")]
    InStudy,
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for MeetingError {
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
            Self::NoSuchMeeting => "no_such_meeting",
            Self::NoSuchMember => "member_not_found",
            Self::NoSuchVote => "no_such_vote",
            Self::OnNoPerson => "vote_on_no_person",
            Self::Cancelled => "meeting_cancelled",
            Self::Held => "meeting_held",
            Self::NotHeld => "meeting_not_held",
            Self::Recorded => "meeting_recorded",
            Self::HasElection => "meeting_has_election",
            Self::Sheet(error) => error.code(),
            Self::File(error) => error.code(),
            Self::Reported(_) => "meeting_reported",
            Self::NotReported => "meeting_not_reported",
            Self::NoSuchTemplate => "no_such_template",
            Self::FollowedUp => "resolution_followed_up",
            Self::HasAppraisal => "meeting_has_appraisal",
            Self::InDevelopment => "meeting_in_development",
            Self::InDues => "meeting_in_dues",
            Self::InDisposal => "meeting_in_disposal",
            Self::InStudy => "meeting_in_study",
            Self::RestsOnAttendance => "meeting_rests_on_attendance",
            Self::Invalid(error) => error.code(),
            Self::Vault(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::NoSuchMeeting | Self::NoSuchMember | Self::NoSuchVote => "请回到列表重新打开",
            Self::OnNoPerson => "其他表决事项的结果写在会议记录里",
            Self::Cancelled => "取消有误的，请撤销那一步；改期召开的，请新建一次会议",
            Self::Held => "登记有误的，请修改到会情况",
            Self::NotHeld => "请先在“到会”中登记谁到会，再进行这一步",
            Self::Recorded => "会议没有召开的，请改用“取消会议”；登记有误的，请修改相应内容",
            Self::HasElection => "请先删除选举，或者改用“取消会议”",
            Self::Sheet(error) => return error.hint(),
            Self::File(error) => return error.hint(),
            Self::Reported(_) => "须更正的，请先在会议页上方写明更正的原因",
            Self::NotReported => "请直接修改",
            Self::NoSuchTemplate => "请重新打开这一页",
            Self::FollowedUp => "写错的，请改文字；不用再办的，请把它记为办结",
            Self::RestsOnAttendance => {
                "个别人登记有误的，直接改他的到会情况；整次登记错了会议的，请先删除这些表决、选举或者民主评议"
            }
            Self::HasAppraisal => "请先删除民主评议，或者改用“取消会议”",
            Self::InStudy => "请先在「学习教育」里删除那次学习",
            Self::InDevelopment => "请先在那份发展档案里改选会议，或者取消那一步的登记",
            Self::InDues => "请先在党费收支里改选会议",
            Self::InDisposal => "请先在那条组织处置记录里改选会议",
            Self::Invalid(error) => return error.hint(),
            Self::Vault(error) => return error.hint(),
        };
        Some(hint.to_owned())
    }
}
