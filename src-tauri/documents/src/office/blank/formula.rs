//! What becomes of a formula, or of any place named as `A1`, when rows are put into a sheet.
//!
//! Formulas are read as they stand in the XML: `&quot;` is a quotation mark, and other entities are no part of a place.

use zhibu_core::outside::MoreRows;

/// Rows put into one sheet.
#[derive(Debug, Clone)]
pub(super) struct Shift {
    /// The sheet's name, as XML writes it.
    pub(super) sheet: String,
    pub(super) rows: MoreRows,
}

/// A row as a place names it, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct RowPart {
    fixed: bool,
    row: u32,
}

/// `$A$1`, `A1`, or a whole row `$1`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    /// With its `$`; empty of a whole row.
    column: String,
    row: RowPart,
}

impl Shift {
    /// Where a row comes to stand.
    pub(super) fn row(&self, row: u32) -> u32 {
        if row > self.rows.last { row.saturating_add(self.rows.count) } else { row }
    }

    /// A formula that stands in `row` of the sheet itself, or elsewhere (`None`), where it names the sheet by its name.
    pub(super) fn formula(&self, text: &str, row: Option<u32>) -> String {
        let in_list = row.is_some_and(|row| (self.rows.first..=self.rows.last).contains(&row));
        rewrite(text, |sheet, first, last| {
            let is_own = sheet.map_or(row.is_some(), |sheet| sheet == self.sheet);
            if !is_own {
                return;
            }
            let Some(last) = last else {
                first.row.row = self.row(first.row.row);
                return;
            };
            // A sum below the list takes the new rows in; within the list only what speaks of all of it does.
            let whole = !in_list || (first.row.fixed && last.row.fixed && first.row.row < last.row.row);
            self.span(first, last, whole);
        })
    }

    /// Places as `B3:D4 F7`: of merged cells, validations, formats. `single` places grow too.
    pub(super) fn areas(&self, text: &str, single: bool) -> String {
        let area = |area: &str| {
            rewrite(area, |_, first, last| match last {
                Some(last) => {
                    let grows = single || first.row.row < last.row.row;
                    self.span(first, last, grows);
                }
                None => first.row.row = self.row(first.row.row),
            })
        };
        let grown = |text: &str| {
            let last = self.rows.last.saturating_add(1).to_string();
            let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            if single && digits == last { format!("{text}:{text}") } else { text.to_owned() }
        };
        text.split_ascii_whitespace().map(|one| area(&grown(one))).collect::<Vec<_>>().join(" ")
    }

    fn span(&self, first: &mut Place, last: &mut Place, grows: bool) {
        let bottom = last.row.row;
        first.row.row = self.row(first.row.row);
        last.row.row =
            if grows && bottom == self.rows.last { bottom.saturating_add(self.rows.count) } else { self.row(bottom) };
    }
}

/// A formula copied `down` so many rows, and `right` so many columns: what is not fixed moves along.
pub(super) fn copied(text: &str, down: i64, right: i64) -> String {
    let move_by = |place: &mut Place| {
        if !place.row.fixed {
            place.row.row = u32::try_from(i64::from(place.row.row) + down).unwrap_or(0);
        }
        if let Some(column) = column_number(&place.column) {
            place.column = column_name(u32::try_from(i64::from(column) + right).unwrap_or(0));
        }
    };
    rewrite(text, |_, first, last| {
        move_by(first);
        if let Some(last) = last {
            move_by(last);
        }
    })
}

/// Calls `change` with each place or range that a formula names, and with the sheet that stands before it.
fn rewrite(text: &str, mut change: impl FnMut(Option<&str>, &mut Place, Option<&mut Place>)) -> String {
    let mut out = String::with_capacity(text.len());
    let mut sheet: Option<String> = None;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(length) = quoted(rest) {
            let (word, after) = rest.split_at(length);
            out.push_str(word);
            sheet = after.starts_with('!').then(|| word.trim_matches('\'').replace("''", "'"));
            rest = after;
        } else if is_word(c) {
            let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(length);
            rest = after;
            if after.starts_with('!') {
                sheet = Some(word.to_owned());
                out.push_str(word);
            } else {
                rest = put(&mut out, word, after, sheet.take().as_deref(), &mut change);
            }
        } else {
            let length = if c == '&' { rest.find(';').map_or(1, |end| end + 1) } else { c.len_utf8() };
            out.push_str(&rest[..length]);
            rest = &rest[length..];
            if c != '!' {
                sheet = None;
            }
        }
    }
    out
}

/// Writes a word, changed where it is a place; gives what is left behind it and the other end of its range.
fn put<'a>(
    out: &mut String,
    word: &str,
    after: &'a str,
    sheet: Option<&str>,
    change: &mut impl FnMut(Option<&str>, &mut Place, Option<&mut Place>),
) -> &'a str {
    let other = after.strip_prefix(':').map(|other| {
        let length = other.find(|c| !is_word(c)).unwrap_or(other.len());
        other.split_at(length)
    });
    let first = place(word).filter(|_| !after.starts_with('('));
    let last = other.and_then(|(other, _)| place(other));
    match (first, last, other) {
        (Some(mut first), Some(mut last), Some((_, behind))) => {
            change(sheet, &mut first, Some(&mut last));
            out.push_str(&format!("{}:{}", first.text(), last.text()));
            behind
        }
        (Some(mut first), ..) if !first.column.is_empty() => {
            change(sheet, &mut first, None);
            out.push_str(&first.text());
            after
        }
        _ => {
            out.push_str(word);
            after
        }
    }
}

impl Place {
    fn text(&self) -> String {
        let fixed = if self.row.fixed { "$" } else { "" };
        format!("{}{fixed}{}", self.column, u64::from(self.row.row) + 1)
    }
}

/// The length of a text or of a sheet's name in quotation marks.
fn quoted(text: &str) -> Option<usize> {
    let mark = ["\"", "&quot;", "'", "&apos;"].into_iter().find(|mark| text.starts_with(mark))?;
    let mut at = mark.len();
    loop {
        at += text.get(at..)?.find(mark)? + mark.len();
        // A mark that is doubled stands for itself.
        match text.get(at..) {
            Some(after) if after.starts_with(mark) => at += mark.len(),
            _ => return Some(at),
        }
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '$' | '\\' | '?')
}

fn place(word: &str) -> Option<Place> {
    let letters = word.strip_prefix('$').unwrap_or(word);
    let length = letters.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(letters.len());
    if length > 3 {
        return None;
    }
    let (column, row) = word.split_at(if length == 0 { 0 } else { word.len() - letters.len() + length });
    let digits = row.strip_prefix('$').unwrap_or(row);
    if !digits.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let number = digits.parse::<u32>().ok()?.checked_sub(1)?;
    Some(Place { column: column.to_owned(), row: RowPart { fixed: digits.len() < row.len(), row: number } })
}

/// The number of a column that is not fixed.
fn column_number(name: &str) -> Option<u32> {
    if name.is_empty() || name.starts_with('$') {
        return None;
    }
    let number =
        name.bytes().fold(0_u32, |number, letter| number * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some(number - 1)
}

/// `A`, `AB`: a column from 0.
pub(super) fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// Three rows behind row 10, of a list that begins in row 5.
    fn shift() -> Shift {
        Shift { sheet: "名册".to_owned(), rows: MoreRows { first: 4, last: 9, count: 3 } }
    }

    #[rstest]
    #[case::sum_of_the_list("SUM(FA5:FA10)", "SUM(FA5:FA13)")]
    #[case::fixed("SUM($F$5:$F$10)", "SUM($F$5:$F$13)")]
    #[case::below("FA12*2+A5", "FA15*2+A5")]
    #[case::ends_within_the_list("SUM(FA5:FA9)", "SUM(FA5:FA9)")]
    #[case::across("COUNTA(A5:H20)", "COUNTA(A5:H23)")]
    #[case::last_row("FA10", "FA10")]
    #[case::text("IF(FA12=\"FA12\",\"a\"\"FA12\",FA12)", "IF(FA15=\"FA12\",\"a\"\"FA12\",FA15)")]
    #[case::text_in_xml("IF(FA12=&quot;FA12&quot;,FA12&amp;FA13)", "IF(FA15=&quot;FA12&quot;,FA15&amp;FA16)")]
    #[case::function("LOG10(FA12)", "LOG10(FA15)")]
    #[case::other_sheet("Sheet2!FA12+'名 册'!FA12", "Sheet2!FA12+'名 册'!FA12")]
    #[case::by_its_own_name("名册!FA12+'名册'!FA5:FA10", "名册!FA15+'名册'!FA5:FA13")]
    #[case::columns("SUM(F:F)", "SUM(F:F)")]
    #[case::rows("SUM(5:10)", "SUM(5:13)")]
    #[case::number("FA12+12", "FA15+12")]
    fn a_formula_below_the_list_takes_the_new_rows_in(#[case] before: &str, #[case] after: &str) {
        assert_eq!(shift().formula(before, Some(11)), after);
    }

    #[rstest]
    #[case::own_row("SUM(B10:FA10)", "SUM(B10:FA10)")]
    #[case::running("SUM(F$5:FA10)", "SUM(F$5:FA10)")]
    #[case::share("FA10/SUM(F$5:F$10)", "FA10/SUM(F$5:F$13)")]
    #[case::below("FA10/F$11", "FA10/F$14")]
    fn within_the_list_only_what_speaks_of_all_of_it_grows(#[case] before: &str, #[case] after: &str) {
        assert_eq!(shift().formula(before, Some(9)), after);
    }

    #[test]
    fn elsewhere_only_what_names_the_sheet_moves() {
        assert_eq!(shift().formula("FA12+名册!FA12", None), "FA12+名册!FA15");
        assert_eq!(shift().formula("名册!$A$1:$H$20", None), "名册!$A$1:$H$23");
    }

    #[test]
    fn a_formula_that_is_copied_moves_along() {
        assert_eq!(copied("DATEDIF(E10,$A$1,\"y\")&amp;F$3", 2, 0), "DATEDIF(E12,$A$1,\"y\")&amp;F$3");
        assert_eq!(copied("A1+$A1", 0, 2), "C1+$A1");
    }

    #[rstest]
    #[case("F5:F10 H10", true, "F5:F13 H10:H13")]
    #[case("A12:B12", false, "A15:B15")]
    #[case("A10:B10", false, "A10:B10")]
    #[case("A5:A10", false, "A5:A13")]
    fn areas_grow_with_the_list(#[case] before: &str, #[case] single: bool, #[case] after: &str) {
        assert_eq!(shift().areas(before, single), after);
    }
}
