//! Fills in a table from the records.

use super::facts::{Facts, Person};
use super::fields::Field;
use super::layout::{Layout, Place, Spot};
use super::plan::{KeptSheet, Plan};
use super::templates::stored;
use super::{
    ReturnError, ReturnFill, ReturnFillFileRequest, ReturnFillRequest, ReturnFilled, ReturnPlaceEmpty,
    ReturnPlaceFilled, ReturnShape, ReturnSheetFilled, store,
};
use crate::desk::Door;
use crate::files;
use crate::outside::{BlankSheet, FileToken, MoreRows, SheetFilling, Written};

/// Rows that the window shows of what will be filled in.
const SHOWN: usize = 3;

/// Fills in a table that was taken in, and saves it; the log says what was disclosed.
///
/// # Errors
/// [`ReturnError::NoSuchTemplate`], [`ReturnError::File`].
pub fn fill(door: &Door<'_>, request: ReturnFillRequest) -> Result<ReturnFilled, ReturnError> {
    let (template, plan) = stored(door, request.id)?;
    let bytes = door.read(|reader| reader.bytes(&template.sha256))?;
    write(door, &plan, &bytes, Some(template.name), request.reveal, &request.file)
}

/// Fills in any empty table: as it was mapped where one with this header was taken in, else by the names of its header.
///
/// # Errors
/// [`ReturnError::Blank`], [`ReturnError::NothingKnown`], [`ReturnError::NotEmpty`], [`ReturnError::File`].
pub fn fill_file(door: &Door<'_>, request: ReturnFillFileRequest) -> Result<ReturnFilled, ReturnError> {
    let (_, bytes) = files::read(door.outside.desktop.as_ref(), &request.template)?;
    let mut plan = Plan::of(door.outside.office.as_ref(), &bytes)?;
    let known = door.read(|reader| store::with_fingerprint(reader, &plan.fingerprint()))?;
    if let Some(known) = &known {
        plan.remember(&known.kept);
    }
    write(door, &plan, &bytes, known.map(|known| known.name), request.reveal, &request.file)
}

fn write(
    door: &Door<'_>,
    plan: &Plan,
    bytes: &[u8],
    template: Option<String>,
    reveal: bool,
    file: &FileToken,
) -> Result<ReturnFilled, ReturnError> {
    let facts = Facts::of(door, reveal)?;
    let filled = plan.layouts.iter().zip(&plan.kept).map(|(layout, kept)| {
        let sheet = &plan.sheets[layout.sheet];
        Filler { sheet, layout, kept, facts: &facts }.fill()
    });
    let (filling, sheets): (Vec<SheetFilling>, Vec<ReturnSheetFilled>) = filled.unzip();
    let bytes = door.outside.office.fill(bytes, &filling)?;
    let name = template.as_deref().map(|name| format!("“{name}”")).unwrap_or_default();
    let rows: u32 = sheets.iter().filter(|sheet| sheet.shape == ReturnShape::List).map(|sheet| sheet.rows).sum();
    let people = if rows > 0 { format!(" {rows} 人") } else { String::new() };
    // Before the file is there: what the log does not know of must not leave.
    door.desk(|desk| desk.note(format!("填写上级的表{name}{people}{}", disclosed(plan, reveal))))?;
    Ok(ReturnFilled { saved: files::write(door.outside, file, &bytes)?, template, sheets })
}

/// What the log says about the numbers.
fn disclosed(plan: &Plan, reveal: bool) -> &'static str {
    let fills = plan.kept.iter().flat_map(|sheet| &sheet.places).filter_map(|(_, fill)| field_of(fill));
    let sensitive: Vec<Field> = fills.filter(|field| field.is_sensitive()).collect();
    match (sensitive.is_empty(), reveal) {
        (true, _) => "",
        (false, false) => "（号码已遮盖）",
        (false, true) if sensitive.iter().any(|field| field.key() == "roster.id_number") => "（含完整证件号码）",
        (false, true) => "（含完整电话或住址）",
    }
}

fn field_of(fill: &ReturnFill) -> Option<Field> {
    match fill {
        ReturnFill::Field(key) => Field::of_key(key),
        ReturnFill::Empty | ReturnFill::Text(_) => None,
    }
}

/// How many rows of people, or of the branch, there will be.
pub(super) fn rows_of(layout: &Layout, kept: &KeptSheet, facts: &Facts<'_>) -> u32 {
    match layout.shape {
        ReturnShape::List => u32::try_from(facts.people(kept.people).len()).unwrap_or(u32::MAX),
        ReturnShape::Row | ReturnShape::Form => 1,
    }
}

/// The first rows as they will be filled, place by place.
pub(super) fn preview(sheet: &BlankSheet, layout: &Layout, kept: &KeptSheet, facts: &Facts<'_>) -> Vec<Vec<String>> {
    let filler = Filler { sheet, layout, kept, facts };
    let people = filler.people();
    let row = |(number, person): (usize, &Option<Person<'_>>)| {
        let cell = |(place, (_, fill)): (&Place, &(Vec<String>, ReturnFill))| {
            let said = filler.value(place, fill, person.as_ref(), number + 1).ok();
            said.as_ref().map(said_as).unwrap_or_default()
        };
        layout.places.iter().zip(&kept.places).map(cell).collect()
    };
    people.iter().enumerate().take(SHOWN).map(row).collect()
}

/// A value in words.
fn said_as(written: &Written) -> String {
    match written {
        Written::Text(text) => text.clone(),
        Written::Number(number) => number.to_string(),
        Written::Date(date) => date.to_string(),
    }
}

/// Why a cell stays empty.
#[derive(Clone, PartialEq, Eq)]
enum Lack {
    /// It is left empty on purpose, or nobody knows what it stands for.
    Unmapped,
    Formula,
    /// The records do not say it.
    Unknown,
    /// The cell takes other words only.
    NotAmongWords(String),
}

/// One sheet being filled in.
struct Filler<'a> {
    sheet: &'a BlankSheet,
    layout: &'a Layout,
    kept: &'a KeptSheet,
    facts: &'a Facts<'a>,
}

impl Filler<'_> {
    fn fill(&self) -> (SheetFilling, ReturnSheetFilled) {
        let people = self.people();
        let rows = u32::try_from(people.len()).unwrap_or(u32::MAX);
        let more_rows = self.more_rows(rows);
        let added_rows = more_rows.map_or(0, |more| more.count);
        let mut cells = Vec::new();
        let (mut filled, mut empty) = (Vec::new(), Vec::new());
        for (place, (_, fill)) in self.layout.places.iter().zip(&self.kept.places) {
            let mut lacks = Vec::new();
            let before = cells.len();
            for (number, person) in people.iter().enumerate() {
                let row = self.layout.first.saturating_add(u32::try_from(number).unwrap_or(u32::MAX));
                match self.value(place, fill, person.as_ref(), number + 1) {
                    Ok(written) => cells.push((self.moved(place.spot.cell(row), place.spot, added_rows), written)),
                    Err(lack) => lacks.push(lack),
                }
                if matches!(place.spot, Spot::Cell(..)) {
                    break;
                }
            }
            let (at, header) = (place.spot.name(), place.header.join(" / "));
            let count = u32::try_from(cells.len() - before).unwrap_or(u32::MAX);
            if count > 0 {
                let with = field_of(fill).map_or_else(|| "固定内容".to_owned(), Field::title);
                filled.push(ReturnPlaceFilled { at, header, with, cells: count, remark: remark(&lacks) });
            } else {
                let why = lacks.first().map_or_else(|| "没有要填的人".to_owned(), Lack::sentence);
                empty.push(ReturnPlaceEmpty { at, header, why });
            }
        }
        let name = self.sheet.name.clone();
        let said = ReturnSheetFilled { name: name.clone(), shape: self.layout.shape, rows, added_rows, filled, empty };
        (SheetFilling { sheet: name, more_rows, cells }, said)
    }

    /// Whoever has a row; the branch has one without a person.
    fn people(&self) -> Vec<Option<Person<'_>>> {
        match self.layout.shape {
            ReturnShape::List => self.facts.people(self.kept.people).into_iter().map(Some).collect(),
            ReturnShape::Row | ReturnShape::Form => vec![None],
        }
    }

    /// The rows that are lacking. Where none was prepared and nothing stands below, there is no need to put any in.
    fn more_rows(&self, rows: u32) -> Option<MoreRows> {
        let Layout { first, prepared, shape, .. } = *self.layout;
        let count = rows.checked_sub(prepared).filter(|count| *count > 0 && shape == ReturnShape::List)?;
        let ends_here = prepared == 0 && self.sheet.grid.rows.len() <= first as usize;
        (!ends_here).then_some(MoreRows { first, last: (first + prepared).saturating_sub(1), count })
    }

    /// Where a cell stands when the rows have been put in.
    fn moved(&self, (row, column): (u32, u32), spot: Spot, added: u32) -> (u32, u32) {
        let is_below = matches!(spot, Spot::Cell(..)) && row >= self.layout.first + self.layout.prepared;
        (if is_below && self.layout.shape == ReturnShape::List { row + added } else { row }, column)
    }

    fn value(
        &self,
        place: &Place,
        fill: &ReturnFill,
        person: Option<&Person<'_>>,
        number: usize,
    ) -> Result<Written, Lack> {
        let at = place.spot.cell(self.layout.first);
        if self.sheet.formulas.contains(&at) {
            return Err(Lack::Formula);
        }
        let written = match fill {
            ReturnFill::Empty => return Err(Lack::Unmapped),
            ReturnFill::Text(text) => Written::Text(text.clone()),
            ReturnFill::Field(key) => {
                let field = Field::of_key(key).ok_or(Lack::Unmapped)?;
                field.value(self.facts, person, number).ok_or(Lack::Unknown)?
            }
        };
        let Some(words) = self.sheet.words_of(at.0, at.1) else { return Ok(written) };
        let said = said_as(&written);
        match among(words, &said) {
            Some(word) if word == said => Ok(written),
            Some(word) => Ok(Written::Text(word.to_owned())),
            None => Err(Lack::NotAmongWords(said)),
        }
    }
}

/// The one of the words that says it: itself, or the only one that is part of it or of which it is a part.
fn among<'a>(words: &'a [String], said: &str) -> Option<&'a str> {
    if let Some(word) = words.iter().find(|word| *word == said) {
        return Some(word);
    }
    let mut akin =
        words.iter().filter(|word| !word.is_empty() && (word.contains(said) || said.contains(word.as_str())));
    let one = akin.next()?;
    akin.next().is_none().then_some(one)
}

impl Lack {
    fn sentence(&self) -> String {
        match self {
            Self::Unmapped => "没有指定填什么".to_owned(),
            Self::Formula => "这里有公式，由表格自己计算".to_owned(),
            Self::Unknown => "档案里没有这一项".to_owned(),
            Self::NotAmongWords(said) => format!("下拉选项里没有“{said}”"),
        }
    }
}

/// What is said of the cells that stayed empty in a column.
fn remark(lacks: &[Lack]) -> String {
    let unknown = lacks.iter().filter(|lack| **lack == Lack::Unknown).count();
    let mut words: Vec<&str> = Vec::new();
    for lack in lacks {
        if let Lack::NotAmongWords(said) = lack
            && !words.contains(&said.as_str())
        {
            words.push(said);
        }
    }
    let mut parts = Vec::new();
    if unknown > 0 {
        parts.push(format!("{unknown} 人的档案里没有这一项"));
    }
    if !words.is_empty() {
        let named: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
        parts.push(format!("下拉选项里没有{}", named.join("、")));
    }
    parts.join("；")
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(&["男", "女"], "女", Some("女"))]
    #[case(&["大学本科", "大学专科"], "大学", None)]
    #[case(&["正式", "预备"], "正式党员", Some("正式"))]
    #[case(&["汉族", "满族"], "汉", Some("汉族"))]
    #[case(&["是", "否"], "不详", None)]
    fn a_dropdown_gets_a_word_of_its_own_or_none(
        #[case] words: &[&str],
        #[case] said: &str,
        #[case] word: Option<&str>,
    ) {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        assert_eq!(among(&words, said), word);
    }
}
