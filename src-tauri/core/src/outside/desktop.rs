//! Files that the user chose, and the printer.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names a file the user chose. The window sees only this; the front that issued it knows the path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct FileToken(pub String);

/// What a file was chosen for. Its token is good for that alone: what was chosen to be read is never written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileUse {
    /// A file that others made is read: a roster, a photo, a report …
    Read,
    /// A file that others will use is written: a paper, a list …
    Write,
    /// A file of records is made or opened.
    Vault,
    /// What lies in a folder is read.
    ReadFolder,
    /// Files are put into a folder.
    WriteFolder,
}

/// What the front end offers the core.
pub trait Desktop: Send + Sync {
    /// The path behind a token, if it was issued in this run, and for this use.
    fn path(&self, token: &FileToken, what_for: FileUse) -> Option<PathBuf>;

    /// Shows a folder in the system's file manager.
    ///
    /// # Errors
    /// One Chinese sentence.
    fn show_folder(&self, folder: &Path) -> Result<(), String> {
        Err(format!("请自己打开“{}”", folder.display()))
    }

    /// Hands a PDF to the system's printing, or to its viewer where there is no print queue.
    ///
    /// # Errors
    /// One Chinese sentence.
    fn print(&self, title: &str, pdf: &[u8]) -> Result<PrintedBy, String>;
}

/// Where a print job went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PrintedBy {
    /// A print queue took it.
    Queue,
    /// The system's PDF viewer shows it.
    Viewer,
}

/// Where a print job went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Printed {
    /// A print queue or the system's viewer.
    pub by: PrintedBy,
    /// What the paper leaves out: a sentence for each text with an empty box.
    pub gaps: Vec<String>,
}
