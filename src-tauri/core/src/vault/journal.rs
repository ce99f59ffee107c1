//! A journal that was left beside a file: after a crash it holds what an unfinished change began to write over, and
//! SQLite rolls it in without asking. Where somebody has meanwhile put another file in the place of that one (a backup,
//! copied by hand), rolling it in would destroy that. Whether it belongs to the file is tried on copies of both.

use std::fs::{self, File};
use std::io::Read;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OpenFlags};

use super::backup::{self, journal_of};
use super::place::{Place, connect};
use super::{VaultError, audit, check};
use crate::disk::Scratch;

/// How a journal begins that has something to take back.
const HOT: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// Looks at the journal beside a held file that is not open yet. One that belongs to it is left for SQLite; another is
/// set aside under a name of its own, and the sentence that says so is given. The file is not touched.
///
/// # Errors
/// [`VaultError::CannotOpen`] with the wrong key, [`VaultError::DiskFull`] where there is no room to try.
pub(super) fn settle(place: &Place, now: DateTime<FixedOffset>) -> Result<Option<String>, VaultError> {
    let file = fs::canonicalize(&place.path)?;
    let journal = journal_of(&file);
    let mut begin = [0; HOT.len()];
    if File::open(&journal).and_then(|mut journal| journal.read_exact(&mut begin)).is_err() || begin != HOT {
        return Ok(None);
    }
    let scratch = Scratch::beside(&file)?;
    let copied = |name: &str, with_journal: bool| -> Result<Copy, VaultError> {
        let copy = Place { path: scratch.path(name), ..place.clone() };
        fs::copy(&file, &copy.path)?;
        if with_journal {
            fs::copy(&journal, journal_of(&copy.path))?;
        }
        Ok(match connect(&copy, OpenFlags::empty()) {
            Ok(connection) => Copy::of(&connection)?,
            Err(VaultError::CannotOpen | VaultError::Damaged) => Copy::default(),
            Err(error) => return Err(error),
        })
    };
    let (without, with) = (copied("without.zhibu", false)?, copied("with.zhibu", true)?);
    if with.belongs_to(&without) {
        return Ok(None);
    }
    if !without.opens {
        return Err(VaultError::CannotOpen);
    }
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{stem} 没有用上的临时文件 {}.zhibu-journal", now.format("%Y-%m-%d %H%M%S"));
    crate::disk::rename(&journal, &file.with_file_name(&name))?;
    Ok(Some(format!("这份档案旁边有另一份档案没有写完的临时文件。没有用它，档案没有改动；它已改名为“{name}”")))
}

/// What a copy of the file turned out to be.
#[derive(Default)]
struct Copy {
    opens: bool,
    faults: usize,
    /// The newest entry of the log and the one before it.
    head: String,
    before: Option<String>,
    is_backup: bool,
}

impl Copy {
    fn of(connection: &Connection) -> Result<Self, VaultError> {
        let (faults, _) = check::storage(connection)?;
        let before = "SELECT prev FROM audit ORDER BY seq DESC LIMIT 1";
        Ok(Self {
            opens: true,
            faults: faults.len(),
            head: audit::head(connection).unwrap_or_default(),
            before: connection.query_row(before, [], |row| row.get(0)).ok(),
            is_backup: backup::marked(connection).unwrap_or_default().is_some(),
        })
    }

    /// Whether this, with the journal rolled in, is the same file before its last, unfinished change. A file that is
    /// sound as it lies there, and stands elsewhere in its log or is a backup, was never what the journal speaks of.
    fn belongs_to(&self, without: &Self) -> bool {
        if !self.opens || without.opens && self.faults > without.faults {
            return false;
        }
        let sound = without.opens && without.faults == 0;
        let adjacent = self.head == without.head || without.before.as_ref() == Some(&self.head);
        !sound || adjacent && !without.is_backup
    }
}
