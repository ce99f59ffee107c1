//! 迎检材料: what an inspection asks for, of some days, in one folder: every paper and file under its number, an index that the
//! branch signs, and a page of what is missing, which is the branch's own. The kinds of material are a list, each with the
//! function that gathers it from the papers and files of other rooms.

mod gather;
mod index;
mod items;
mod make;
#[cfg(test)]
mod tests;

pub use make::make;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::gather::Span;
use self::items::{ITEMS, usual_name};
use super::PaperError;
use crate::desk::Door;
use crate::outside::FileToken;
use crate::problem::Invalid;
use crate::settings::{self, PackageChoice};

/// An inspection looks back over some years; more is a mistake in typing.
const LONGEST: Months = Months::new(12 * 10);

/// Of which days, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PackageRequest {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// What a package would hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackageView {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// All kinds of material, in the order in which they were chosen the last time.
    pub items: Vec<PackageItemView>,
}

/// A kind of material.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackageItemView {
    #[serde(flatten)]
    pub choice: PackageChoice,
    /// The name it has as a rule.
    pub usual_name: String,
    /// How many files it would be.
    pub files: u32,
    /// What is missing of it, each a Chinese sentence.
    pub lacks: Vec<String>,
}

/// Puts a package into a folder in which there is nothing yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PackageMakeRequest {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// In the order of the package; what is not named is in it, too. Empty as it was chosen the last time.
    #[serde(default)]
    pub items: Vec<PackageChoice>,
    pub folder: FileToken,
}

/// A package that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PackageMade {
    /// Papers and files in it, the index not counted.
    pub files: u32,
    /// Bytes of all of them.
    pub bytes: u64,
    /// How many things are missing.
    pub lacking: u32,
    /// Why the index is not signed; `None` where it is.
    pub unsigned: Option<String>,
}

/// What a package of some days would hold.
///
/// # Errors
/// [`PaperError::Invalid`] for days that are none of a period.
pub fn package(door: &Door<'_>, request: PackageRequest) -> Result<PackageView, PaperError> {
    let PackageRequest { from, to } = request;
    let span = span(door, from, to)?;
    let chosen = door.read(settings::stored)?.package;
    let items = ordered(&chosen).into_iter().map(|(choice, gather)| {
        let gathered = gather(&span)?;
        let files = u32::try_from(gathered.pieces.len()).unwrap_or(u32::MAX);
        let usual_name = usual_name(choice.item).to_owned();
        Ok(PackageItemView { choice, usual_name, files, lacks: gathered.lacks })
    });
    Ok(PackageView { from, to, items: items.collect::<Result<_, PaperError>>()? })
}

fn span<'a, 'd>(door: &'a Door<'d>, from: NaiveDate, to: NaiveDate) -> Result<Span<'a, 'd>, PaperError> {
    let mut invalid = Invalid::default();
    if to < from {
        invalid.add("to", "结束日期早于开始日期");
    } else if from > door.today() {
        invalid.add("from", "开始日期还没有到");
    } else if to > from + LONGEST {
        invalid.add("from", "一次最多整理十年的材料");
    }
    invalid.into_result()?;
    Ok(Span { door, first: from, last: to.min(door.today()) })
}

/// The kinds of material in their order, each as it was chosen; as a rule it is there under its own name.
fn ordered(chosen: &[PackageChoice]) -> Vec<(PackageChoice, items::Gather)> {
    let place = |item| chosen.iter().position(|choice| choice.item == item);
    let mut all: Vec<_> = ITEMS
        .iter()
        .map(|(item, gather)| {
            let own = place(*item).and_then(|at| chosen.get(at)).cloned();
            (own.unwrap_or(PackageChoice { item: *item, name: String::new(), left_out: false }), *gather)
        })
        .collect();
    all.sort_by_key(|(choice, _)| place(choice.item).unwrap_or(usize::MAX));
    all
}
