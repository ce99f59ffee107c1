//! What can be wrong with a request about a task.

use crate::meetings::MeetingError;
use crate::problem::{Explain, Invalid};
use crate::vault::VaultError;

/// Why a request about a task was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum TaskError {
    /// Fields of the request are at fault.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no such resolution, or nobody has to see to it.
    #[error("找不到这条决议，可能已被删除")]
    NoSuchTask,
    /// There is no such note.
    #[error("找不到这条落实记录，可能已被删除")]
    NoSuchNote,
    /// The meeting at which it was reported takes no more entries.
    #[error(transparent)]
    Meeting(#[from] MeetingError),
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for TaskError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Invalid(error) => Some(error),
            Self::Meeting(error) => Some(error),
            Self::Vault(error) => Some(error),
            Self::NoSuchTask | Self::NoSuchNote => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchTask => "no_such_task",
            Self::NoSuchNote => "no_such_task_note",
            Self::Invalid(error) => error.code(),
            Self::Meeting(error) => error.code(),
            Self::Vault(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        self.passed_on().map_or_else(|| Some("请重新打开这一页".to_owned()), Explain::hint)
    }
}
