//! Which sheet of a file is the roster, and what else in the file holds people.

use std::collections::{BTreeMap, BTreeSet};

use super::body::{Layout, Person};
use super::header::{self, ByHand, HEADER_WITHIN, Header};
use super::merged;
use crate::outside::{Cell, Grid, Sheet, SheetError};
use crate::roster::import::cells::person_name;
use crate::roster::import::cells::text::shown;
use crate::roster::import::cells::words::{self, Word};
use crate::roster::import::titles::field_of;
use crate::roster::{ImportColumn, ImportField, RosterError, names};
use crate::values::PartialDate;

/// Words by which people call sheets that do not hold the members.
const NOT_THE_ROSTER: &[&str] =
    &["积极分子", "申请", "发展对象", "转出", "去世", "减员", "出党", "历史", "说明", "示例", "样表", "字典"];

/// The sheet that is read, and what is said about the others.
pub(in crate::roster::import) struct Chosen {
    /// Every visible sheet's name.
    pub(in crate::roster::import) sheets: Vec<String>,
    /// The one that is read.
    pub(in crate::roster::import) sheet: String,
    /// What stands in it.
    pub(in crate::roster::import) grid: Grid,
    /// One sentence for each other sheet that holds people.
    pub(in crate::roster::import) notes: Vec<String>,
}

/// Takes the `wanted` sheet, else the one with a `known` header, else the first that looks like a roster. A choice made
/// without asking does not depend on what is assigned by hand: the secretary assigns what is shown.
///
/// # Errors
/// [`SheetError`] when there is no such sheet or it cannot be read.
pub(in crate::roster::import) fn choose(
    mut sheets: Vec<Sheet>,
    wanted: Option<&str>,
    known: &BTreeMap<String, ByHand>,
) -> Result<Chosen, RosterError> {
    for grid in sheets.iter_mut().filter_map(|sheet| sheet.grid.as_mut().ok()) {
        merged::unfold_header(grid);
    }
    let visible = || sheets.iter().enumerate().filter(|(_, sheet)| !sheet.hidden);
    let names: Vec<String> = visible().map(|(_, sheet)| sheet.name.clone()).collect();
    let people: Vec<Option<People>> = match &sheets[..] {
        // Nothing to choose, nothing to say.
        [_] => vec![None],
        _ => sheets.iter().map(|sheet| People::of(sheet.grid.as_ref().ok()?)).collect(),
    };
    let place = match wanted {
        Some(name) => visible().find(|(_, sheet)| sheet.name == name).map(|(place, _)| place),
        None => automatic(&sheets, &people, known),
    };
    let Some(place) = place else {
        return Err(match wanted {
            Some(name) => SheetError::NoSuchSheet(name.to_owned()).into(),
            None => why_none(&sheets, &people),
        });
    };
    let notes = sheets.iter().zip(&people).enumerate().filter(|(other, _)| *other != place);
    let names_of = |sheet: &Sheet| sheet.grid.as_ref().ok().and_then(names_alone);
    let notes = notes.filter_map(|(_, (sheet, people))| {
        let names = if people.is_none() { names_of(sheet) } else { None };
        let said = |rows| format!("工作表“{}”里还有 {rows} 个姓名，这次没有读入", sheet.name);
        names.map(said).or_else(|| said_of(sheet, people.as_ref()))
    });
    let notes = notes.collect();
    let Sheet { name, grid, .. } = sheets.swap_remove(place);
    Ok(Chosen { sheets: names, sheet: name, grid: grid?, notes })
}

fn automatic(sheets: &[Sheet], people: &[Option<People>], known: &BTreeMap<String, ByHand>) -> Option<usize> {
    let readable = || (0..).zip(sheets).filter(|(_, sheet)| !sheet.hidden && sheet.grid.is_ok());
    let is_known =
        |sheet: &Sheet| sheet.grid.as_ref().is_ok_and(|grid| header::known_header(&grid.rows, known).is_some());
    if let Some((place, _)) = readable().find(|(_, sheet)| is_known(sheet)) {
        return Some(place);
    }
    let fields = |place: usize| people.get(place)?.as_ref().map(|people| people.fields);
    let most = readable().filter_map(|(place, _)| fields(place)).max().unwrap_or(0);
    // A page that explains names few fields; a sheet for each party group names as many as its neighbour.
    let likely = || readable().filter(|(place, _)| fields(*place).is_some_and(|fields| 2 * fields >= most));
    let of_members = |sheet: &Sheet| !NOT_THE_ROSTER.iter().any(|word| sheet.name.contains(word));
    let found = likely().find(|(_, sheet)| of_members(sheet)).or_else(|| likely().next());
    found.or_else(|| readable().next().filter(|_| only_hidden(sheets, people).is_none())).map(|(place, _)| place)
}

/// The hidden sheet that holds the people, when no visible one does.
fn only_hidden<'a>(sheets: &'a [Sheet], people: &[Option<People>]) -> Option<&'a Sheet> {
    let mut holding = sheets.iter().zip(people).filter(|(_, people)| people.is_some()).map(|(sheet, _)| sheet);
    let first = holding.next()?;
    (first.hidden && holding.all(|sheet| sheet.hidden)).then_some(first)
}

fn why_none(sheets: &[Sheet], people: &[Option<People>]) -> RosterError {
    if let Some(sheet) = only_hidden(sheets, people) {
        return RosterError::HiddenSheet(sheet.name.clone());
    }
    let mut errors = sheets.iter().filter(|sheet| !sheet.hidden).filter_map(|sheet| sheet.grid.as_ref().err());
    errors.find(|error| **error != SheetError::Empty).cloned().unwrap_or(SheetError::Empty).into()
}

/// What is said of a sheet that is not read.
fn said_of(sheet: &Sheet, people: Option<&People>) -> Option<String> {
    let name = &sheet.name;
    match (&sheet.grid, people) {
        (Ok(_), Some(People { rows, .. })) if sheet.hidden => {
            Some(format!("隐藏的工作表“{name}”里还有 {rows} 行名单，没有读入；要导入它，请先在表格软件里取消隐藏"))
        }
        (Ok(_), Some(People { rows, .. })) => {
            Some(format!("工作表“{name}”里还有 {rows} 行名单，这次没有读入；要导入它，请换选这张工作表"))
        }
        (Err(error), _) if *error != SheetError::Empty && !sheet.hidden => Some(format!("工作表“{name}”：{error}")),
        _ => None,
    }
}

/// What makes a sheet a list of people.
struct People {
    /// How many fields its header names.
    fields: usize,
    /// Its rows below the header.
    rows: usize,
}

impl People {
    fn of(grid: &Grid) -> Option<Self> {
        let row = header::find(&grid.rows, &ByHand::new())?;
        let layout = Header::at(&grid.rows, row).layout(&grid.rows, &ByHand::new());
        let people = layout.body(&grid.rows).people;
        let fields =
            layout.columns.iter().filter(|column| column.field.is_some() && !explains(column, &people)).count();
        // A page that explains one field names it, too.
        (!people.is_empty() && fields > 1 && !is_form(&grid.rows, &layout))
            .then_some(Self { fields, rows: people.len() })
    }
}

/// How many names a sheet holds that has a column of names and nothing else but numbers: 名单.
fn names_alone(grid: &Grid) -> Option<usize> {
    const TITLES: [&str; 5] = ["姓名", "党员", "党员姓名", "名单", "党员名单"];
    const NUMBERS: [&str; 3] = ["序号", "编号", "号"];
    let filled = |row: &[Cell]| row.iter().map(shown).filter(|text| !text.is_empty()).collect::<Vec<_>>();
    let mut rows = grid.rows.iter().map(|row| filled(row)).filter(|row| !row.is_empty());
    let is_header = |row: &Vec<String>| {
        row.iter().any(|title| TITLES.contains(&title.as_str()))
            && row.iter().all(|title| TITLES.contains(&title.as_str()) || NUMBERS.contains(&title.as_str()))
    };
    rows.by_ref().take(HEADER_WITHIN).find(is_header)?;
    let names: Vec<String> = rows.filter_map(|row| row.into_iter().next_back()).collect();
    let is_name =
        |text: &String| person_name::read(text).is_ok_and(|name| (2..=15).contains(&name.name.chars().count()));
    (!names.is_empty() && names.iter().all(is_name)).then_some(names.len())
}

/// Whether a column with a title of numbers or days has words alone below it: it says how to fill the field in.
fn explains(column: &ImportColumn, people: &[Person]) -> bool {
    use ImportField::{Birth, Converted, IdNumber, Joined, Mobile};
    let counted = matches!(column.field, Some(IdNumber | Birth | Joined | Converted | Mobile));
    let mut texts = people.iter().filter_map(|person| person.cells.get(column.index as usize)).map(shown);
    let said = texts.clone().any(|text| !text.is_empty());
    counted && said && !texts.any(|text| text.contains(|c: char| c.is_numeric()))
}

/// Whether a sheet is about one person: labels with values beside them, so that below 姓名 stand other labels, where a
/// roster has names, or in the header's own row values.
pub(in crate::roster::import) fn is_form(rows: &[Vec<Cell>], layout: &Layout) -> bool {
    let Some(name) = layout.column_of(ImportField::Name) else { return false };
    let below = rows.iter().skip(layout.first).take(HEADER_WITHIN).filter_map(|row| row.get(name));
    let labels: BTreeSet<ImportField> =
        below.filter_map(|cell| field_of(&shown(cell))).filter(|field| *field != ImportField::Name).collect();
    labels.len() + pairs(&layout.titles) >= 2
}

/// How many values stand beside the titles: 姓名｜方晓岚｜性别｜女.
fn pairs(titles: &[String]) -> usize {
    let filled: Vec<&String> = titles.iter().filter(|title| !title.is_empty()).collect();
    let is_pair = |pair: &&[&String]| field_of(pair[0]).is_some_and(|field| is_value_of(field, pair[1]));
    filled.windows(2).filter(is_pair).count()
}

fn is_value_of(field: ImportField, text: &str) -> bool {
    use ImportField::{Birth, Converted, Ethnicity, IdNumber, Joined, Kind, Mobile, Name, Sex};
    let digits = text.chars().filter(char::is_ascii_digit).count();
    field_of(text).is_none()
        && match field {
            Name => person_name::read(text)
                .is_ok_and(|name| (2..=4).contains(&name.name.chars().count()) && name.name.chars().all(names::is_han)),
            Sex => ["男", "女"].contains(&text),
            Ethnicity => names::is_ethnicity(&names::normal_ethnicity(text)),
            Birth | Joined | Converted => PartialDate::read(text).is_ok(),
            Kind => matches!(words::meaning(text), Some(Word::Member(_))),
            IdNumber => digits >= 14,
            Mobile => digits >= 7,
            _ => false,
        }
}
