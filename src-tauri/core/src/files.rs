//! Files beside the vault: whole or not at all, and never the vault itself.

use std::io::Read;
use std::path::{Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

use crate::outside::{Desktop, FileToken, FileUse, Outside};
use crate::problem::Explain;
use crate::{disk, vault};

/// Larger files than this are not what any command expects.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Folders in folders that wait to be looked into.
const MOST_FOLDERS: usize = 1000;

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
    /// It is a file of records, or belongs to one.
    #[error("“{0}”是支部档案或它的备份，不能当作别的文件读入，也不能用别的文件覆盖；没有改动它")]
    IsVault(String),
    /// It cannot be read.
    #[error("读不了文件“{0}”：{reason}", reason = disk::reason(.1))]
    Unreadable(String, std::io::Error),
    /// A folder that is to be filled holds other things.
    #[error("“{0}”里已经有别的文件，没有放进任何东西；请选一个空文件夹，或者新建一个")]
    NotEmpty(String),
    /// It is larger than anything expected.
    #[error("文件“{0}”太大，没有读入")]
    TooLarge(String),
    /// It cannot be written; what stood there before is untouched.
    #[error("没能保存“{0}”，原有文件不受影响：{reason}", reason = disk::reason(.1))]
    Unwritable(String, std::io::Error),
}

impl Explain for FileError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown_file",
            Self::IsVault(_) => "is_vault",
            Self::Unreadable(..) => "unreadable_file",
            Self::NotEmpty(_) => "folder_not_empty",
            Self::TooLarge(_) => "file_too_large",
            Self::Unwritable(..) => "unwritable_file",
        }
    }
}

/// The path of a file chosen to be read. Every command that reads a file gets its path here or through [`read`].
///
/// # Errors
/// [`FileError::Unknown`], [`FileError::IsVault`].
pub fn path_to_read(desktop: &dyn Desktop, token: &FileToken) -> Result<PathBuf, FileError> {
    path(desktop, token, FileUse::Read)
}

/// Reads a chosen file whole.
///
/// # Errors
/// [`FileError`].
pub fn read(desktop: &dyn Desktop, token: &FileToken) -> Result<(String, Vec<u8>), FileError> {
    let path = path_to_read(desktop, token)?;
    let name = file_name(&path);
    let unreadable = |error| FileError::Unreadable(name.clone(), error);
    if std::fs::metadata(&path).map_err(unreadable)?.len() > LARGEST {
        return Err(FileError::TooLarge(name));
    }
    let bytes = std::fs::read(&path).map_err(unreadable)?;
    Ok((name, bytes))
}

/// Writes a chosen file, whole or not at all.
///
/// # Errors
/// [`FileError`].
pub fn write(outside: &Outside, token: &FileToken, bytes: &[u8]) -> Result<Saved, FileError> {
    let path = path(outside.desktop.as_ref(), token, FileUse::Write)?;
    let name = file_name(&path);
    disk::write(&path, bytes).map_err(|error| FileError::Unwritable(name.clone(), error))?;
    Ok(Saved { file_name: name, bytes: bytes.len() as u64, gaps: Vec::new() })
}

/// The PDFs of a chosen folder, as [`pdfs_in`] finds them.
///
/// # Errors
/// [`FileError::Unknown`], [`FileError::Unreadable`] when the folder itself cannot be read.
pub fn pdfs_of_folder(desktop: &dyn Desktop, token: &FileToken) -> Result<Vec<(String, PathBuf)>, FileError> {
    pdfs_in(&path(desktop, token, FileUse::ReadFolder)?)
}

/// The PDFs of a folder and of the folders in it, by their names from that folder on. Links to folders are not followed:
/// they can lead in circles.
///
/// # Errors
/// [`FileError::Unreadable`] when the folder itself cannot be read.
pub fn pdfs_in(folder: &Path) -> Result<Vec<(String, PathBuf)>, FileError> {
    let unreadable = |error| FileError::Unreadable(file_name(folder), error);
    let mut found = Vec::new();
    let mut left = vec![std::fs::read_dir(folder).map_err(unreadable)?];
    while let Some(entries) = left.pop() {
        for entry in entries.flatten() {
            let path = entry.path();
            // Programs keep hidden files of their own beside ours.
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                if let (Ok(inside), true) = (std::fs::read_dir(&path), left.len() < MOST_FOLDERS) {
                    left.push(inside);
                }
            } else if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")) && !is_device(&path) {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
                found.push((name, path));
            }
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// Whether it is something from which reading may never end.
fn is_device(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|found| !found.is_file())
}

/// Reads a file of a chosen folder whole, if it is no larger than `most` bytes.
///
/// # Errors
/// [`FileError::IsVault`], [`FileError::Unreadable`], [`FileError::TooLarge`].
pub fn read_of_folder(name: &str, path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
    if vault::is_of_a_vault(path) {
        return Err(FileError::IsVault(name.to_owned()));
    }
    let unreadable = |error| FileError::Unreadable(name.to_owned(), error);
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len();
    let mut bytes = Vec::with_capacity(usize::try_from(length.min(most)).unwrap_or_default());
    // A file can grow while it is read, and what is no file has no length.
    file.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > most { Err(FileError::TooLarge(name.to_owned())) } else { Ok(bytes) }
}

/// A chosen folder that is being filled. What was put there goes again when it is dropped before it is [`kept`](Self::keep).
pub struct FilledFolder {
    path: PathBuf,
    made: Vec<PathBuf>,
}

/// A chosen folder to be filled, in which there is nothing yet.
///
/// # Errors
/// [`FileError::NotEmpty`], [`FileError::Unknown`], [`FileError::Unreadable`].
pub fn empty_folder(outside: &Outside, token: &FileToken) -> Result<FilledFolder, FileError> {
    let path = path(outside.desktop.as_ref(), token, FileUse::WriteFolder)?;
    let name = file_name(&path);
    let mut entries = std::fs::read_dir(&path).map_err(|error| FileError::Unreadable(name.clone(), error))?;
    if entries.any(|entry| entry.is_ok_and(|entry| !entry.file_name().to_string_lossy().starts_with('.'))) {
        return Err(FileError::NotEmpty(name));
    }
    Ok(FilledFolder { path, made: Vec::new() })
}

impl FilledFolder {
    /// Puts a file into it, whole or not at all. `folder` is that of its own in it; empty for none.
    ///
    /// # Errors
    /// [`FileError::Unwritable`].
    pub fn put(&mut self, folder: &str, name: &str, bytes: &[u8]) -> Result<(), FileError> {
        let unwritable = |error| FileError::Unwritable(name.to_owned(), error);
        let parent = self.path.join(folder);
        if !parent.is_dir() {
            std::fs::create_dir(&parent).map_err(unwritable)?;
            self.made.push(parent.clone());
        }
        let path = parent.join(name);
        disk::write(&path, bytes).map_err(unwritable)?;
        self.made.push(path);
        Ok(())
    }

    /// Begins a file in it that is written piece by piece.
    ///
    /// # Errors
    /// [`FileError::Unwritable`].
    pub fn begin(&mut self, name: &str) -> Result<std::fs::File, FileError> {
        let path = self.path.join(name);
        let file = std::fs::File::create_new(&path).map_err(|error| FileError::Unwritable(name.to_owned(), error))?;
        self.made.push(path);
        Ok(file)
    }

    /// All is there, and stays.
    pub fn keep(mut self) {
        self.made.clear();
    }
}

impl Drop for FilledFolder {
    fn drop(&mut self) {
        // The files before the folder that they lie in. What cannot be removed stays: there is nobody to be told.
        for path in self.made.iter().rev() {
            let _ = if path.is_dir() { std::fs::remove_dir(path) } else { std::fs::remove_file(path) };
        }
    }
}

/// Puts a file into a chosen folder, whole or not at all, under a name that every system accepts.
///
/// # Errors
/// [`FileError`].
pub fn write_into(outside: &Outside, folder: &FileToken, name: &str, bytes: &[u8]) -> Result<(), FileError> {
    let path = path(outside.desktop.as_ref(), folder, FileUse::WriteFolder)?.join(name);
    if vault::is_of_a_vault(&path) {
        return Err(FileError::IsVault(name.to_owned()));
    }
    disk::write(&path, bytes).map_err(|error| FileError::Unwritable(name.to_owned(), error))
}

/// `text` as a file name that every system accepts, without ending.
pub fn safe_name(text: &str) -> String {
    let safe = |c: char| if c.is_alphanumeric() || " -()()".contains(c) { c } else { '_' };
    let name: String = text.trim().chars().take(60).map(safe).collect();
    if name.is_empty() { "支部".to_owned() } else { name }
}

/// The path behind a token. What belongs to a file of records is neither read as something else nor written over.
fn path(desktop: &dyn Desktop, token: &FileToken, what_for: FileUse) -> Result<PathBuf, FileError> {
    let path = desktop.path(token, what_for).ok_or(FileError::Unknown)?;
    if vault::is_of_a_vault(&path) {
        return Err(FileError::IsVault(file_name(&path)));
    }
    Ok(path)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_one_that_every_system_accepts() {
        assert_eq!(safe_name(" 示例协会/支部:../第一 "), "示例协会_支部____第一");
        assert_eq!(safe_name("  "), "支部");
    }
}
