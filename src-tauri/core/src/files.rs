//! Files beside the vault: whole or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::outside::{Desktop, FileToken};
use crate::problem::Explain;

/// Larger files than this are not what any command expects.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Where something was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Saved {
    /// File name without folder.
    pub file_name: String,
    /// Bytes written.
    pub bytes: u64,
    /// What a paper leaves out: a sentence for each text with an empty box.
    pub gaps: Vec<String>,
}

/// What can go wrong with a file beside the vault.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The token was not issued in this run.
    #[error("请重新选择文件")]
    Unknown,
    /// It cannot be read.
    #[error("读不了文件“{0}”：{1}")]
    Unreadable(String, std::io::Error),
    /// It is larger than anything expected.
    #[error("文件“{0}”太大，没有读入")]
    TooLarge(String),
    /// It cannot be written; what stood there before is untouched.
    #[error("没能保存“{0}”，原有文件不受影响：{1}")]
    Unwritable(String, std::io::Error),
}

impl Explain for FileError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown_file",
            Self::Unreadable(..) => "unreadable_file",
            Self::TooLarge(_) => "file_too_large",
            Self::Unwritable(..) => "unwritable_file",
        }
    }
}

/// Reads a chosen file whole.
///
/// # Errors
/// [`FileError`].
pub fn read(desktop: &dyn Desktop, token: &FileToken) -> Result<(String, Vec<u8>), FileError> {
    let (name, path) = resolve(desktop, token)?;
    let unreadable = |error| FileError::Unreadable(name.clone(), error);
    if std::fs::metadata(&path).map_err(unreadable)?.len() > LARGEST {
        return Err(FileError::TooLarge(name));
    }
    let bytes = std::fs::read(&path).map_err(unreadable)?;
    Ok((name, bytes))
}

/// Writes a chosen file: under another name first, flushed, then renamed.
///
/// # Errors
/// [`FileError`].
pub fn write(desk: &Desk<'_>, token: &FileToken, bytes: &[u8]) -> Result<Saved, FileError> {
    let (name, path) = resolve(desk.outside.desktop.as_ref(), token)?;
    replace(&path, bytes).map_err(|error| FileError::Unwritable(name.clone(), error))?;
    Ok(Saved { file_name: name, bytes: bytes.len() as u64, gaps: Vec::new() })
}

fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

fn resolve(desktop: &dyn Desktop, token: &FileToken) -> Result<(String, PathBuf), FileError> {
    let path = desktop.path(token).ok_or(FileError::Unknown)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok((name, path))
}
