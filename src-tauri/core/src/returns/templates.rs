//! Tables are taken in, mapped, shown and removed.

use super::facts::Facts;
use super::fields::Field;
use super::fill::{preview, rows_of};
use super::layout::{Layout, Spot};
use super::plan::{KeptSheet, Plan};
use super::{
    ReturnError, ReturnFill, ReturnId, ReturnImportRequest, ReturnPlace, ReturnRow, ReturnSaveRequest, ReturnSheet,
    ReturnView, store,
};
use crate::desk::{Desk, Door, Nothing};
use crate::files;
use crate::outside::BlankSheet;
use crate::problem::Invalid;
use crate::vault::Done;

/// The tables that were taken in, the oldest first.
///
/// # Errors
/// [`ReturnError::Vault`].
pub fn list(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<ReturnRow>, ReturnError> {
    let templates = desk.read(store::all)?;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let row = |template: store::Template| {
        let fills = || template.kept.iter().flat_map(|sheet| &sheet.places).map(|(_, fill)| fill);
        ReturnRow {
            id: template.id,
            imported_on: template.imported_on,
            places: count(fills().count()),
            filled: count(fills().filter(|fill| **fill != ReturnFill::Empty).count()),
            name: template.name,
        }
    };
    Ok(templates.into_iter().map(row).collect())
}

/// Takes in an empty table under the name of its file. One with the same header cells takes the place of the older file, and
/// keeps what was mapped and typed.
///
/// # Errors
/// [`ReturnError::Blank`], [`ReturnError::NothingKnown`], [`ReturnError::NotEmpty`], [`ReturnError::File`].
pub fn import(desk: &mut Desk<'_>, request: ReturnImportRequest) -> Result<Done<ReturnId>, ReturnError> {
    let (file_name, bytes) = files::read(desk.outside.desktop.as_ref(), &request.file)?;
    let plan = Plan::of(desk.outside.office.as_ref(), &bytes)?;
    let name = file_name.rsplit_once('.').map_or(file_name.as_str(), |(name, _)| name).to_owned();
    let (today, fingerprint) = (desk.today(), plan.fingerprint());
    desk.transact(format!("导入上级的表“{name}”"), |tx| match store::with_fingerprint(tx, &fingerprint)? {
        Some(known) => {
            store::renew(tx, known.id, &bytes, today)?;
            Ok(known.id)
        }
        None => Ok(store::add(tx, &name, &fingerprint, &bytes, today, &plan.kept)?),
    })
}

/// A table with its places, and the first rows as they will be filled.
///
/// # Errors
/// [`ReturnError::NoSuchTemplate`].
pub fn get(door: &Door<'_>, id: ReturnId) -> Result<ReturnView, ReturnError> {
    let (template, plan) = stored(door, id)?;
    let facts = Facts::of(door, false)?;
    let sheets = plan.layouts.iter().zip(&plan.kept).map(|(layout, kept)| {
        let blank = &plan.sheets[layout.sheet];
        ReturnSheet {
            name: blank.name.clone(),
            shape: layout.shape,
            people: kept.people,
            rows: rows_of(layout, kept, &facts),
            places: places(blank, layout, kept),
            preview: preview(blank, layout, kept, &facts),
        }
    });
    Ok(ReturnView {
        id,
        name: template.name,
        imported_on: template.imported_on,
        sheets: sheets.collect(),
        fields: Field::all().into_iter().map(Field::view).collect(),
    })
}

/// A table that was taken in, read, with what was kept of it.
pub(super) fn stored(door: &Door<'_>, id: ReturnId) -> Result<(store::Template, Plan), ReturnError> {
    let (template, bytes) = door.read(|reader| {
        let template = store::one(reader, id)?.ok_or(ReturnError::NoSuchTemplate)?;
        let bytes = reader.bytes(&template.sha256)?;
        Ok::<_, ReturnError>((template, bytes))
    })?;
    let mut plan = Plan::of(door.outside.office.as_ref(), &bytes)?;
    plan.remember(&template.kept);
    Ok((template, plan))
}

fn places(blank: &BlankSheet, layout: &Layout, kept: &KeptSheet) -> Vec<ReturnPlace> {
    let place = |(place, (_, fill)): (&super::layout::Place, &(Vec<String>, ReturnFill))| {
        let (row, column) = place.spot.cell(layout.first);
        ReturnPlace {
            at: place.spot.name(),
            header: place.header.clone(),
            fill: fill.clone(),
            has_formula: blank.formulas.contains(&(row, column)),
            words: blank.words_of(row, column).unwrap_or_default().to_vec(),
        }
    };
    layout.places.iter().zip(&kept.places).map(place).collect()
}

impl Spot {
    /// Its cell in a row of the list; a cell is itself.
    pub(super) fn cell(self, row: u32) -> (u32, u32) {
        match self {
            Self::Column(column) => (row, column),
            Self::Cell(row, column) => (row, column),
        }
    }

    /// As people call it: `AB`, `C7`.
    pub(super) fn name(self) -> String {
        match self {
            Self::Column(column) => letters(column),
            Self::Cell(row, column) => format!("{}{}", letters(column), row + 1),
        }
    }
}

fn letters(column: u32) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    let before = (column / 26).checked_sub(1).map(letters).unwrap_or_default();
    format!("{before}{last}")
}

/// Says under which name a table is kept, and what its places are filled with.
///
/// # Errors
/// [`ReturnError::Invalid`], [`ReturnError::NoSuchTemplate`].
pub fn save(desk: &mut Desk<'_>, request: ReturnSaveRequest) -> Result<Done<()>, ReturnError> {
    let name = request.name.trim().to_owned();
    let mut invalid = Invalid::default();
    if name.is_empty() {
        invalid.add("name", "请填写这张表的名称");
    }
    let fills = || request.sheets.iter().flat_map(|sheet| &sheet.fills);
    let is_unknown = |fill: &ReturnFill| matches!(fill, ReturnFill::Field(key) if Field::of_key(key).is_none());
    if fills().any(is_unknown) {
        invalid.add("fills", "有一栏选了程序没有的内容，请重新选");
    }
    invalid.into_result()?;
    desk.transact(format!("保存上级的表“{name}”的填法"), |tx| {
        let mut kept = store::one(tx, request.id)?.ok_or(ReturnError::NoSuchTemplate)?.kept;
        for (kept, sheet) in kept.iter_mut().zip(&request.sheets) {
            kept.people = sheet.people;
            for ((_, fill), new) in kept.places.iter_mut().zip(&sheet.fills) {
                *fill = match new {
                    ReturnFill::Text(text) if text.trim().is_empty() => ReturnFill::Empty,
                    ReturnFill::Text(text) => ReturnFill::Text(text.trim().to_owned()),
                    other => other.clone(),
                };
            }
        }
        Ok(store::save(tx, request.id, &name, &kept)?)
    })
}

/// Removes a table; what was filled in before stays where it was saved.
///
/// # Errors
/// [`ReturnError::NoSuchTemplate`].
pub fn delete(desk: &mut Desk<'_>, id: ReturnId) -> Result<Done<()>, ReturnError> {
    desk.transact("删除上级的表", |tx| {
        store::one(tx, id)?.ok_or(ReturnError::NoSuchTemplate)?;
        Ok(store::delete(tx, id)?)
    })
}
