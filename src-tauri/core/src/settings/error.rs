//! What can be wrong with a request about settings.

use crate::files::FileError;
use crate::problem::Explain;
use crate::vault::VaultError;

/// Why a request about settings was refused; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// It is a file of another kind.
    #[error("“{0}”不是本地规定的文件，没有读入任何内容")]
    NoLocalRules(String),
    /// A later program wrote it.
    #[error("“{0}”是更新版本的程序保存的，没有读入任何内容")]
    Newer(String),
    /// A chosen file cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The gate refused, or a value is out of range.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for SettingsError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::File(error) => Some(error),
            Self::Vault(error) => Some(error),
            Self::NoLocalRules(_) | Self::Newer(_) => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Newer(_) => "newer_local_rules",
            other => other.passed_on().map_or("no_local_rules", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::NoLocalRules(_) => Some("请选择在“本地规定”里用“保存为文件…”存下的文件".to_owned()),
            Self::Newer(_) => Some("请先更新程序".to_owned()),
            other => other.passed_on().and_then(Explain::hint),
        }
    }
}
