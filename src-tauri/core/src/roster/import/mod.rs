//! A roster file comes in: find the header, read the cells, judge each row against the roster, store.
//!
//! Preview and import read and judge the same way; the import only stores what the judgement let through.

mod cells;
mod draft;
mod fields;
mod judge;
mod model;
mod notes;
mod problems;
mod remembered;
mod sheet;
mod titles;

#[cfg(test)]
mod again_tests;
#[cfg(test)]
mod mapping_tests;
#[cfg(test)]
mod members_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub(crate) use cells::text::shown as shown_cell;
pub(crate) use cells::words::is_about_others;
pub use model::*;
pub use problems::save_problems;
pub(super) use titles::field_titles;
pub(crate) use titles::{field_of as field_of_title, normal as plain_title};

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use self::judge::{Judge, Judgement};
use self::sheet::body::{self, Layout};
use self::sheet::header::{self, ByHand, Header};
use self::sheet::sheets::{self, Chosen};
use self::sheet::{merged, noticed};
use super::{RosterError, check, store};
use crate::desk::{Desk, Door};
use crate::files;
use crate::outside::{Grid, SheetError};
use crate::parallel::on_all_cores;
use crate::values::Changed;
use crate::vault::{Done, Tx, VaultError};

/// Larger files are no rosters: ten thousand members fill about two megabytes.
const LARGEST_FILE: u64 = 64 << 20;

/// Rows between two signs of life.
const STEP: usize = 100;

/// Why the facts of known members changed.
const WHY: &str = "导入名册";

/// Reads a roster file and says, row by row, what would come in. Stores nothing.
///
/// # Errors
/// [`RosterError`] when the file cannot be read or is no roster.
pub fn import_preview(door: &Door<'_>, request: ImportPreviewRequest) -> Result<ImportPreview, RosterError> {
    let file = Reading::of(door, &request)?;
    let judge = file.judge(door, &[])?;
    let (notes, data) = (file.said(&judge), judge.seen.data);
    let Judgement { outcome, incoming } = judge.judgement;
    Ok(ImportPreview {
        first_rows: header::first_rows(&file.grid.rows),
        sheets: file.sheets.clone(),
        sheet: file.sheet.clone(),
        header_row: file.layout.header_row,
        remembered: file.remembered,
        columns: file.layout.columns.clone(),
        data,
        notes,
        details: incoming.iter().map(ImportDetail::of).collect(),
        outcome,
        digest: file.digest.clone(),
    })
}

/// Stores what a preview showed, as one change that can be taken back whole; with it what was assigned by hand.
///
/// # Errors
/// [`RosterError::FileChanged`] when the file is not the one that was previewed; else as the preview.
pub fn import(door: &Door<'_>, request: ImportRequest) -> Result<Done<ImportOutcome>, RosterError> {
    let file = Reading::of_previewed(door, &request)?;
    let Judge { judgement, head, .. } = file.judge(door, &request.skip_rows)?;
    door.desk_since(&head, |desk| store_all(desk, &file, &request, judgement))
}

fn store_all(
    desk: &mut Desk<'_>,
    file: &Reading,
    request: &ImportRequest,
    Judgement { outcome, incoming }: Judgement,
) -> Result<Done<ImportOutcome>, RosterError> {
    if !incoming.is_empty() {
        desk.back_up()?;
    }
    let (job, today) = (desk.job, desk.today());
    desk.transact(format!("导入党员名册 {} 人", incoming.len()), |tx| {
        let by = store::operator(tx)?;
        let corrected = Changed { why: WHY.to_owned(), ..Changed::default() };
        let new = Changed::default();
        for (done, record) in incoming.into_iter().enumerate() {
            if done % STEP == 0 {
                job.step(done, outcome.accepted.len(), "保存")?;
            }
            let changed = if record.id.is_some() { &corrected } else { &new };
            store::put_by(tx, &record, changed, today, &by)?;
        }
        file.remember(tx, &request.preview)?;
        Ok(outcome)
    })
}

/// A roster file as read: its sheet, its columns, and what tells it from every other.
struct Reading {
    /// Every visible sheet's name, and the one that is read.
    sheets: Vec<String>,
    sheet: String,
    grid: Grid,
    layout: Layout,
    /// The header's source, and what was assigned by hand under it.
    source: String,
    by_hand: ByHand,
    /// Some of it for an earlier file.
    remembered: bool,
    /// What is said of the file as a whole.
    notes: Vec<String>,
    /// The rows as far as they can be read, in their order.
    rows: Vec<(u32, draft::Draft)>,
    /// Characters in them that no font can show.
    unshowable: BTreeSet<char>,
    /// The first and the last row with a person.
    data: Option<(u32, u32)>,
    /// What was taken for no person's row.
    left_out: Vec<String>,
    /// SHA-256 over the file's bytes, the sheet, the header's place and the columns assigned by hand.
    digest: String,
    /// SHA-256 over the file's bytes and what was asked of them, and the day.
    asked: String,
}

impl Reading {
    /// A file that was just looked at is not read again: whoever imports ten thousand rows has seen them a moment ago.
    fn of(door: &Door<'_>, request: &ImportPreviewRequest) -> Result<Arc<Self>, RosterError> {
        let path = files::path_to_read(door.outside.desktop.as_ref(), &request.file)?;
        let length = fs::metadata(&path).map_err(|_| RosterError::FileGone)?.len();
        if length > LARGEST_FILE {
            return Err(SheetError::TooLarge(format!("{} MB", length >> 20)).into());
        }
        let bytes = fs::read(&path).map_err(|_| RosterError::FileGone)?;
        let asked = asked(&bytes, request, door.today());
        let last = door.read(|reader| Ok::<_, VaultError>(reader.last_kept::<Self>()))?;
        if let Some(last) = last.filter(|last| last.asked == asked) {
            return Ok(last);
        }
        let reading = Arc::new(Self::read(door, request, &bytes, asked)?);
        door.read(|reader| {
            reader.keep(&reading);
            Ok::<_, VaultError>(reading)
        })
        .map_err(Into::into)
    }

    fn read(door: &Door<'_>, request: &ImportPreviewRequest, bytes: &[u8], asked: String) -> Result<Self, RosterError> {
        let sheets = door.outside.office.read(bytes)?;
        let known = if request.automatic { BTreeMap::new() } else { door.read(remembered::all)? };
        let Chosen { sheets, sheet, mut grid, mut notes } = sheets::choose(sheets, request.sheet.as_deref(), &known)?;
        let chosen = request.header_row.and_then(|row| (row as usize).checked_sub(1));
        let row = chosen
            .or_else(|| header::known_header(&grid.rows, &known))
            .or_else(|| header::find(&grid.rows, &request.mapping))
            .ok_or_else(|| {
                if header::has_relatives(&grid.rows) { RosterError::Relatives } else { RosterError::NoNameColumn }
            })?;
        let header = Header::at(&grid.rows, row);
        let (source, remembered) = (header.source(), known.get(&header.source()));
        let mut mapping = remembered.map(|own| header.in_sheet(own)).unwrap_or_default();
        mapping.extend(&request.mapping);
        let (by_hand, remembered) = (header.in_own(&mapping), remembered.is_some());
        let mut layout = header.layout(&grid.rows, &mapping);
        layout.kind_of_sheet = body::kind_said(&sheet);
        layout.whole_of_others = layout.others_above(&grid.rows, &sheet);
        layout.extension = check::extension(door.rules, door.today()).unwrap_or(0..=0);
        let below = body::remarks_below(&grid.rows, layout.first);
        notes.extend(below.map(|text| format!("名单下面写着“{text}”，请核对说的是谁，不在本支部的请不要勾选")));
        // Whoever assigns by hand may be about to say which column holds the name.
        if chosen.is_none() && request.mapping.is_empty() {
            if !layout.has_name() {
                return Err(RosterError::NoNameColumn);
            }
            if sheets::is_form(&grid.rows, &layout) {
                return Err(RosterError::OnePersonForm);
            }
        }
        notes.extend(merged::fill(&mut grid, &layout));
        notes.extend(noticed::notes(&grid, &layout));
        let mut digest = Sha256::new_with_prefix(bytes);
        digest.update(format!("{sheet:?}{row}{mapping:?}"));
        let digest = hex::encode(digest.finalize());
        let body = layout.body(&grid.rows);
        let rows = drafts(&body.people, &layout);
        let data = body.people.first().zip(body.people.last()).map(|(first, last)| (first.row, last.row));
        let (left_out, unshowable) = (body.left_out, notes::unshowable(door.outside, &rows));
        Ok(Self {
            sheets,
            sheet,
            grid,
            layout,
            source,
            by_hand,
            remembered,
            notes,
            rows,
            unshowable,
            data,
            left_out,
            digest,
            asked,
        })
    }

    fn of_previewed(door: &Door<'_>, request: &ImportRequest) -> Result<Arc<Self>, RosterError> {
        let file = Self::of(door, &request.preview)?;
        if file.digest == request.digest { Ok(file) } else { Err(RosterError::FileChanged) }
    }

    fn judge<'a>(&self, door: &Door<'a>, skip_rows: &[u32]) -> Result<Judge<'a>, RosterError> {
        let rows: Vec<_> = self.rows.iter().filter(|(row, _)| !skip_rows.contains(row)).collect();
        let (everyone, head) =
            door.read(|reader| Ok::<_, RosterError>((store::everyone(reader)?, reader.audit_head()?)))?;
        let mut judge = Judge::new(everyone, &rows, self.unshowable.clone(), door.rules, door.today());
        judge.head = head;
        judge.seen.data = self.data;
        judge.seen.left_out = self.left_out.clone();
        judge.looked_at = self.looked_at();
        for (done, (row, draft)) in rows.iter().copied().enumerate() {
            if done % STEP == 0 {
                door.job.step(done, rows.len(), "核对")?;
            }
            judge.row(*row, draft);
        }
        Ok(judge)
    }

    /// Keeps what was assigned by hand. A header that was chosen is found by it next time, so no other row of this
    /// sheet may be taken for one.
    fn remember(&self, tx: &Tx<'_>, request: &ImportPreviewRequest) -> Result<(), VaultError> {
        if request.automatic || request.header_row.is_some() {
            for (_, source) in header::sources(&self.grid.rows) {
                remembered::forget(tx, &source)?;
            }
        }
        let by_hand = !self.by_hand.is_empty() || request.header_row.is_some();
        if by_hand && self.layout.has_name() { remembered::keep(tx, &self.source, &self.by_hand) } else { Ok(()) }
    }
}

/// What tells a look at a file from every other.
fn asked(bytes: &[u8], request: &ImportPreviewRequest, today: NaiveDate) -> String {
    let ImportPreviewRequest { file: _, sheet, mapping, header_row, automatic } = request;
    let mut asked = Sha256::new_with_prefix(bytes);
    asked.update(format!("{sheet:?}{mapping:?}{header_row:?}{automatic}{today}"));
    hex::encode(asked.finalize())
}

/// The rows as far as they can be read, in their order; on all cores, for ten thousand of them.
fn drafts(people: &[body::Person<'_>], layout: &Layout) -> Vec<(u32, draft::Draft)> {
    on_all_cores(people, |person| (person.row, draft::read(person, layout)))
}
