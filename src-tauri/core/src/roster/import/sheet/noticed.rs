//! What about a sheet does not meet the eye, in sentences.

use std::collections::BTreeMap;

use super::body::Layout;
use crate::outside::Grid;
use crate::roster::import::cells::text::shown;
use crate::roster::import::cells::{person_name, words};
use crate::roster::import::titles::is_name_title;
use crate::roster::{ImportField, names};
use crate::values::PartialDate;

/// Rows, columns or cells named in one sentence; of more only their number is said.
const NAMED: usize = 12;

/// One sentence for each thing about the whole sheet that the secretary has to know.
pub(in crate::roster::import) fn notes(grid: &Grid, layout: &Layout) -> Vec<String> {
    let hidden = if grid.hidden_rows.is_empty() { Vec::new() } else { hidden_people(grid, layout) };
    let is_read = |column: &u32| layout.columns.iter().any(|own| own.index == *column && own.field.is_some());
    let hidden_columns: Vec<u32> = grid.hidden_columns.iter().copied().filter(is_read).collect();
    let yearless: BTreeMap<u32, u32> = grid
        .yearless
        .iter()
        .map(|(column, count)| (*column, *count))
        .filter(|(column, _)| {
            layout.columns.iter().any(|own| own.index == *column && own.field.is_some_and(ImportField::is_date))
        })
        .collect();

    let mut notes = Vec::new();
    if !hidden.is_empty() {
        let rows = rows_title(&hidden);
        notes.push(format!("{rows}在表格里是隐藏的（或被筛选掉的），已经一起读入；不该导入的，请在核对时取消勾选"));
    }
    if !hidden_columns.is_empty() {
        let columns: Vec<String> = hidden_columns.iter().map(|column| column_title(*column, layout)).collect();
        notes.push(format!("{}在表格里是隐藏的，已经一起读入", columns.join("、")));
    }
    if !grid.uncalculated.is_empty() {
        let cells = counted(&grid.uncalculated, layout);
        notes.push(format!(
            "{cells}是公式，文件里没有存下计算结果，按空白处理；请用表格软件打开、重新计算并保存，再导入"
        ));
    }
    if !yearless.is_empty() {
        let cells = counted(&yearless, layout);
        notes.push(format!("{cells}日期只显示月和日，年份是文件里存的，请核对"));
    }
    if !grid.strays.is_empty() {
        let cells = listed(&grid.strays, "个");
        notes.push(format!("单元格 {cells} 离名册很远，是多余的内容，没有读入；可以在表格软件里删去"));
    }
    notes.extend(side_by_side(grid, layout));
    notes.extend(untitled_people(grid, layout));
    notes
}

/// The rows that are hidden and read all the same.
fn hidden_people(grid: &Grid, layout: &Layout) -> Vec<u32> {
    let body: Vec<u32> = layout.body(&grid.rows).people.iter().map(|person| person.row - 1).collect();
    grid.hidden_rows.iter().copied().filter(|row| body.binary_search(row).is_ok()).collect()
}

/// People in a second column of names: a list in two halves, side by side, of which only the left is read.
fn side_by_side(grid: &Grid, layout: &Layout) -> Option<String> {
    let name = layout.column_of(ImportField::Name)?;
    let title = layout.titles.get(name)?;
    let again = layout.titles.iter().enumerate().filter(|(column, other)| *column != name && is_name_title(other));
    let said: Vec<String> = again
        .filter_map(|(column, _)| {
            let cells = grid.rows.iter().skip(layout.first).filter_map(|row| row.get(column));
            let names: Vec<String> = cells.map(shown).filter(|text| !text.is_empty() && text != title).collect();
            let named = listed(&names, "人");
            (!names.is_empty()).then(|| format!("{} 列的{named}", letters(number(column))))
        })
        .collect();
    (!said.is_empty()).then(|| {
        let read = letters(number(name));
        let left_out = said.join("、");
        format!(
            "“{title}”一栏重复出现，只读了 {read} 列的，{left_out}没有读入；左右并排的名册，请把右边的人接到左边下面，再导入"
        )
    })
}

/// People in a second half that has no titles of its own: names, and beside them what is said of people.
fn untitled_people(grid: &Grid, layout: &Layout) -> Option<String> {
    let name = layout.column_of(ImportField::Name)?;
    let width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
    let is_untitled = |column: &usize| layout.titles.get(*column).is_none_or(String::is_empty);
    let untitled: Vec<usize> = (name + 1..width).filter(is_untitled).collect();
    let filled = |column: usize| {
        let cells = grid.rows.iter().skip(layout.first).filter_map(move |row| row.get(column));
        cells.map(shown).filter(|text| !text.is_empty()).collect::<Vec<_>>()
    };
    let is_name = |text: &String| {
        let is_plain = (2..=4).contains(&text.chars().count()) && text.chars().all(names::is_han);
        is_plain && person_name::read(text).is_ok()
    };
    let is_about_people = |text: &String| {
        words::meaning(text).is_some()
            || PartialDate::read(text).is_ok()
            || text.bytes().filter(u8::is_ascii_digit).count() > 9
    };
    let all = |column: usize, what: &dyn Fn(&String) -> bool| {
        let texts = filled(column);
        !texts.is_empty() && texts.iter().all(what)
    };
    let column = *untitled.iter().find(|column| {
        all(**column, &is_name) && untitled.iter().any(|other| other > *column && all(*other, &is_about_people))
    })?;
    let (letters, named) = (letters(number(column)), listed(&filled(column), "人"));
    Some(format!(
        "{letters} 列没有栏目名，里面像是姓名：{named}，没有读入；左右并排的名册，请把右边的人接到左边下面，再导入"
    ))
}

/// `第 5 行、第 8–12 行`; `rows` from 0, ascending.
pub(super) fn rows_title(rows: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for row in rows.iter().map(|row| row + 1) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => runs.push((row, row)),
        }
    }
    let titles = runs
        .iter()
        .take(NAMED)
        .map(|(first, last)| if first == last { format!("第 {first} 行") } else { format!("第 {first}–{last} 行") });
    let titles = titles.collect::<Vec<_>>().join("、");
    if runs.len() > NAMED { format!("{titles}等 {} 行", rows.len()) } else { titles }
}

/// `“性别”（D 列）2 格、“年龄”（F 列）2 格`
fn counted(cells: &BTreeMap<u32, u32>, layout: &Layout) -> String {
    let titles = cells.iter().map(|(column, count)| format!("{}的 {count} 格", column_title(*column, layout)));
    titles.collect::<Vec<_>>().join("、")
}

/// `甲、乙`, or `甲、乙等 40 人`.
fn listed(names: &[String], unit: &str) -> String {
    let some = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join("、");
    if names.len() > NAMED { format!("{some}等 {} {unit}", names.len()) } else { some }
}

/// `“手机号”（I 列）`, or `I 列` where it has no title.
fn column_title(column: u32, layout: &Layout) -> String {
    let letters = letters(column);
    match layout.titles.get(column as usize) {
        Some(title) if !title.is_empty() => format!("“{title}”（{letters} 列）"),
        _ => format!("{letters} 列"),
    }
}

/// What a sheet calls a column: A to Z, AA …
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
