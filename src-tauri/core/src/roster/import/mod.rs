//! A roster file comes in: find the header, read the cells, judge each row against the roster, store.
//!
//! Preview and import read and judge the same way; the import only stores what the judgement let through.

mod cells;
mod fields;
mod header;
mod judge;
mod model;

#[cfg(test)]
mod tests;

pub use model::*;

use std::fs;

use sha2::{Digest, Sha256};

use self::header::Layout;
use self::judge::{Judge, Judgement};
use super::{RosterError, store};
use crate::desk::Desk;
use crate::outside::{Grid, SheetError};
use crate::vault::Done;

/// Larger files are no rosters: ten thousand members fill about two megabytes.
const LARGEST_FILE: u64 = 64 << 20;

/// Rows between two signs of life.
const STEP: usize = 100;

/// Reads a roster file and says, row by row, what would come in. Stores nothing.
///
/// # Errors
/// [`RosterError`] when the file cannot be read or is no roster.
pub fn import_preview(desk: &mut Desk<'_>, request: ImportPreviewRequest) -> Result<ImportPreview, RosterError> {
    let file = Reading::of(desk, &request)?;
    let outcome = file.judge(desk, &[])?.outcome;
    Ok(ImportPreview {
        sheets: file.grid.sheets,
        sheet: file.grid.sheet,
        header_row: file.layout.header_row,
        columns: file.layout.columns,
        outcome,
        digest: file.digest,
    })
}

/// Stores what a preview showed, as one change that can be taken back whole.
///
/// # Errors
/// [`RosterError::FileChanged`] when the file is not the one that was previewed; else as the preview.
pub fn import(desk: &mut Desk<'_>, request: ImportRequest) -> Result<Done<ImportOutcome>, RosterError> {
    let file = Reading::of(desk, &request.preview)?;
    if file.digest != request.digest {
        return Err(RosterError::FileChanged);
    }
    let Judgement { outcome, incoming } = file.judge(desk, &request.skip_rows)?;
    if !incoming.is_empty() {
        desk.back_up()?;
    }
    let (job, today) = (desk.job, desk.today());
    desk.transact(format!("导入党员名册 {} 人", incoming.len()), |tx| {
        let by = store::operator(tx)?;
        for (done, record) in incoming.iter().enumerate() {
            if done % STEP == 0 {
                job.step(done, incoming.len(), "保存")?;
            }
            store::put(tx, record, today, &by)?;
        }
        Ok(outcome)
    })
}

/// A roster file as read: its sheet, its columns, and what tells it from every other.
struct Reading {
    grid: Grid,
    layout: Layout,
    /// SHA-256 over the file's bytes, the sheet and the columns assigned by hand.
    digest: String,
}

impl Reading {
    fn of(desk: &Desk<'_>, request: &ImportPreviewRequest) -> Result<Self, RosterError> {
        let path = desk.outside.desktop.path(&request.file).ok_or(RosterError::FileGone)?;
        let length = fs::metadata(&path).map_err(|_| RosterError::FileGone)?.len();
        if length > LARGEST_FILE {
            return Err(SheetError::TooLarge(format!("{} MB", length >> 20)).into());
        }
        let bytes = fs::read(&path).map_err(|_| RosterError::FileGone)?;
        let grid = desk.outside.office.read(&bytes, request.sheet.as_deref())?;
        let layout = header::find(&grid.rows, &request.mapping).ok_or(RosterError::NoNameColumn)?;
        let mut digest = Sha256::new_with_prefix(&bytes);
        digest.update(format!("{:?}{:?}", grid.sheet, request.mapping));
        Ok(Self { grid, layout, digest: hex::encode(digest.finalize()) })
    }

    fn judge(&self, desk: &Desk<'_>, skip_rows: &[u32]) -> Result<Judgement, RosterError> {
        let body = self.layout.body(&self.grid.rows).into_iter().filter(|(row, _)| !skip_rows.contains(row));
        let rows: Vec<_> = body.map(|(row, cells)| (row, cells::read(cells, &self.layout))).collect();
        let mut judge = Judge::new(desk.read(store::everyone)?, &rows, desk.rules, desk.today());
        for (done, (row, draft)) in rows.iter().enumerate() {
            if done % STEP == 0 {
                desk.job.step(done, rows.len(), "核对")?;
            }
            judge.row(*row, draft);
        }
        Ok(judge.judgement)
    }
}
