//! CSV and its kin.

use std::collections::BTreeMap;

use zhibu_core::outside::{Cell, Sheet, SheetError};

use super::rows::Rows;

/// What the one sheet of a text file is called.
const SHEET: &str = "CSV";

/// What the cells say in which a file that was cut off ends.
const CUT: &str = "文件到这里断了";

/// Reads lines with commas, tabs or semicolons between their cells. Every cell is text.
pub(super) fn read(text: &str) -> Result<Vec<Sheet>, SheetError> {
    let is_whole = text.ends_with(['\n', '\r']);
    // One kind of line end, and one at the end, make lines countable.
    let text = text.replace("\r\n", "\n").replace('\r', "\n") + "\n";
    let delimiter = delimiter(&text);
    if let Some(line) = swallowing_quote(&text, delimiter) {
        let message = format!("第 {line} 行的一个引号没有配对，后面几行都成了同一格，请补上或删去这个引号");
        return Err(SheetError::Failed(message));
    }
    Ok(super::gather(vec![(SHEET.to_owned(), false)], |_, rows| parse(&text, delimiter, is_whole, rows)))
}

fn parse(text: &str, delimiter: u8, is_whole: bool, rows: &mut Rows<'_>) -> Result<(), SheetError> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut row: u32 = 0;
    // How many lines above the last have how many cells, and how many the last has.
    let (mut widths, mut last) = (BTreeMap::<usize, usize>::new(), 0);
    loop {
        let before = reader.position().line();
        if !reader.read_record(&mut record).map_err(|error| SheetError::Failed(error.to_string()))? {
            let is_cut = !is_whole && ends_early(&widths, last);
            return if is_cut { mark_cut(rows, row.saturating_sub(1), last, &widths) } else { Ok(()) };
        }
        if last > 0 {
            *widths.entry(last).or_default() += 1;
        }
        last = record.len();
        // The reader skips blank lines without a word; in the user's spreadsheet they are rows.
        let lines = reader.position().line() - before;
        let inside: usize = record.iter().map(|field| field.matches('\n').count()).sum();
        let blank = lines.saturating_sub(1 + inside as u64);
        row = row.saturating_add(u32::try_from(blank).unwrap_or(u32::MAX));
        for (column, field) in (0..).zip(&record) {
            rows.put(row, column, Cell::Text(field.to_owned()))?;
        }
        row = row.saturating_add(1);
    }
}

/// Whether a last line of so many cells was cut off: all lines above it, titles aside, have more, and equally many.
fn ends_early(widths: &BTreeMap<usize, usize>, last: usize) -> bool {
    let mut tables = widths.keys().filter(|width| **width > 1);
    tables.next().is_some_and(|width| *width > last) && tables.next().is_none()
}

/// Writes into the last cell, which may be half of one, and into those that are missing, that the file ends there.
fn mark_cut(rows: &mut Rows<'_>, row: u32, last: usize, widths: &BTreeMap<usize, usize>) -> Result<(), SheetError> {
    let usual = widths.keys().next_back().copied().unwrap_or(last);
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (number(last.saturating_sub(1))..number(usual))
        .try_for_each(|column| rows.put(row, column, Cell::Error(CUT.into())))
}

/// The separator that the first lines hold most of. A tab beside a comma, or beside the quotation mark of a cell, keeps a
/// number a text and separates nothing.
fn delimiter(text: &str) -> u8 {
    let head: String = text.lines().take(20).map(|line| format!("{line}\n")).collect();
    let guards = ["\t,", ",\t", "\t\",", ",\"\t", "\t\"\n", "\n\"\t"];
    let head = guards.iter().fold(head, |head, guard| head.replace(guard, &guard.replace('\t', "")));
    // `max_by_key` gives the last of equals: a comma, when there is no separator at all.
    [';', '\t', ',']
        .into_iter()
        .max_by_key(|mark| separators(&head, *mark).sum::<usize>())
        .map_or(b',', |mark| mark as u8)
}

/// How many separators each of the first lines holds.
fn separators(text: &str, mark: char) -> impl Iterator<Item = usize> {
    text.lines().take(20).map(move |line| line.matches(mark).count())
}

/// Where in a text a cell is.
enum Place {
    Start,
    Inside,
    Quoted,
    AfterQuote,
}

/// The line of a quotation mark without its other half: the text ends inside of it, or it holds a line with as many cells
/// as the table has.
fn swallowing_quote(text: &str, delimiter: u8) -> Option<usize> {
    let whole_row = separators(text, char::from(delimiter)).max().unwrap_or(0).max(2);
    let (mut place, mut line, mut opened, mut held) = (Place::Start, 1, 1, 0);
    for byte in text.bytes() {
        place = match (place, byte) {
            (Place::Start, b'"') => {
                (opened, held) = (line, 0);
                Place::Quoted
            }
            (Place::Quoted, b'"') => Place::AfterQuote,
            (Place::AfterQuote, b'"') => Place::Quoted,
            (Place::Quoted, b'\n') if held == whole_row && line > opened => return Some(opened),
            (Place::Quoted, _) => {
                held = if byte == b'\n' { 0 } else { held + usize::from(byte == delimiter) };
                Place::Quoted
            }
            (_, _) if byte == b'\n' || byte == delimiter => Place::Start,
            _ => Place::Inside,
        };
        line += usize::from(byte == b'\n');
    }
    matches!(place, Place::Quoted).then_some(opened)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn cells(text: &str) -> Vec<Vec<Cell>> {
        read(text).unwrap().swap_remove(0).grid.unwrap().rows
    }

    #[rstest]
    #[case::to_the_end("姓名,人员类别,备注\n甲,正式党员,\"开了引号\n乙,正式党员,x\n", 2)]
    #[case::to_the_next("姓名,人员类别,备注\n甲,正式党员,\"开了引号\n乙,正式党员,x\n丙,正式党员,\"也开了\n", 2)]
    #[case::cut("姓名,住址\n\"甲\",\"某路\n一", 2)]
    fn a_quotation_mark_without_its_other_half_is_named(#[case] text: &str, #[case] line: usize) {
        let Err(SheetError::Failed(message)) = read(text) else { panic!("{text}") };
        assert!(message.starts_with(&format!("第 {line} 行")), "{message}");
    }

    #[rstest]
    #[case::behind("姓名\t,人员类别\t,入党日期\t,\n甲\t,正式党员\t,2001-07-01\t,\n")]
    #[case::in_quotes("\"姓名\t\",\"人员类别\t\"\n\"甲\t\",\"正式党员\t\"\n")]
    #[case::before_in_quotes("\"\t姓名\",\"\t人员类别\"\n\"\t甲\",\"\t正式党员\"\n")]
    fn tabs_that_guard_a_number_separate_nothing(#[case] text: &str) {
        let cells = cells(text);
        let Cell::Text(kind) = &cells[1][1] else { panic!("{cells:?}") };
        assert_eq!(kind.trim(), "正式党员");
    }

    #[rstest]
    #[case("姓名,人员类别,备注\n甲,正式党员,\"一\n二、三，四\n五\"\n乙,正式党员,\"说\"\"好\"\"\"\n")]
    #[case("姓名,人员类别,备注\n甲,正式党员,5\" 屏\n乙,正式党员,\n")]
    fn quotation_marks_in_pairs_are_read(#[case] text: &str) {
        assert_eq!(cells(text).len(), 3);
    }

    #[rstest]
    #[case::cut("姓名,人员类别,入党日期,转正日期\n甲,正式党员,2001-07-01,2002-07-01\n乙,正式党员,2001-0", true)]
    #[case::cut_after_a_title("党员名册\n姓名,人员类别,入党日期\n甲,正式党员,2001-07-01\n乙,正", true)]
    #[case::without_a_last_line_end("姓名,人员类别,入党日期\n甲,正式党员,2001-07-01\n乙,正式党员,2001-07-01", false)]
    #[case::uneven("姓名,人员类别,入党日期\n甲,正式党员\n乙,正式党员", false)]
    #[case::whole("姓名,人员类别,入党日期\n甲,正式党员,2001-07-01\n乙,正式党员\n", false)]
    fn a_line_that_was_cut_off_says_so(#[case] text: &str, #[case] is_cut: bool) {
        let last = cells(text).pop().unwrap();
        assert_eq!(last.iter().filter(|cell| **cell == Cell::Error(CUT.to_owned())).count() > 1, is_cut, "{last:?}");
    }
}
