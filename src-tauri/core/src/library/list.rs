//! Lists and searches.

use std::cmp::Reverse;

use super::search::{Rank, look};
use super::shelf::{Shelf, Volume};
use super::{
    LibraryCount, LibraryError, LibraryHit, LibraryKind, LibraryList, LibraryPlace, LibraryQuery, LibraryRow, placed,
};
use crate::desk::Desk;
use crate::vault::{Reader, VaultError};

/// The documents that are looked for, or all of them.
///
/// # Errors
/// [`LibraryError::Vault`].
pub fn list(desk: &mut Desk<'_>, query: LibraryQuery) -> Result<LibraryList, LibraryError> {
    Ok(desk.read(|reader| list_of(reader, &query))?)
}

fn list_of(reader: &Reader<'_>, query: &LibraryQuery) -> Result<LibraryList, VaultError> {
    let shelf = Shelf::of(reader)?;
    let rows = rows(&shelf, &query.search);
    let count = |kind| rows.iter().filter(|row| row.kind == kind).count();
    let kinds = LibraryKind::ALL.iter().map(|kind| LibraryCount { kind: *kind, count: number(count(*kind)) });
    Ok(LibraryList {
        kinds: kinds.filter(|one| one.count > 0).collect(),
        total: number(shelf.0.len()),
        rows: rows.into_iter().filter(|row| query.kind.is_none_or(|kind| row.kind == kind)).collect(),
    })
}

/// Everything in which a text is found, the best first; with an empty one everything.
///
/// # Errors
/// [`VaultError`].
pub fn found(reader: &Reader<'_>, search: &str) -> Result<Vec<LibraryRow>, VaultError> {
    Ok(rows(&*Shelf::of(reader)?, search))
}

/// The documents that are used at a place, in the order in which they were put there.
///
/// # Errors
/// [`LibraryError::Vault`].
pub fn uses_at(desk: &mut Desk<'_>, place: LibraryPlace) -> Result<Vec<LibraryRow>, LibraryError> {
    let rows = |reader: &Reader<'_>| {
        let shelf = Shelf::of(reader)?;
        let ids = placed(reader)?.remove(&place).unwrap_or_default();
        let of = |id| shelf.0.iter().find(|volume| volume.id == id).map(|volume| row(volume, None));
        Ok::<_, VaultError>(ids.into_iter().filter_map(of).collect())
    };
    Ok(desk.read(rows)?)
}

fn rows(shelf: &Shelf, search: &str) -> Vec<LibraryRow> {
    let search = search.trim();
    if search.is_empty() {
        return shelf.0.iter().map(|volume| row(volume, None)).collect();
    }
    let looked = shelf.0.iter().filter_map(|volume| Some((volume, look(volume, search)?)));
    let mut found: Vec<(Rank, LibraryRow)> =
        looked.map(|(volume, (rank, hit))| (rank, row(volume, Some(hit)))).collect();
    // Stable: of equals the newest stays first.
    found.sort_by_key(|(rank, row)| (*rank, Reverse(row.issued_on)));
    found.into_iter().map(|(_, row)| row).collect()
}

fn row(volume: &Volume, hit: Option<LibraryHit>) -> LibraryRow {
    let document = &volume.document;
    LibraryRow {
        id: volume.id,
        kind: document.kind,
        title: document.title.clone(),
        issuer: document.issuer.clone(),
        number: document.number.clone(),
        issued_on: document.issued_on,
        files: number(volume.files.len()),
        sessions: volume.sessions,
        hit,
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
