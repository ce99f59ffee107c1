//! What the cells of a statement say: words, days, amounts, and numbers of transactions.

use chrono::{Days, NaiveDate};

use crate::outside::Cell;
use crate::values::{Fen, PartialDate, as_it_looks, half_width, unguarded};

/// From here on a spreadsheet's number has sixteen digits and more, of which it keeps fifteen.
const DIGITS_ARE_LOST: f64 = 1e15;

/// The cell at a column; rows may end early, and a statement need not have the column.
pub(super) fn at(row: &[Cell], column: Option<u32>) -> &Cell {
    column.and_then(|column| row.get(column as usize)).unwrap_or(&Cell::Empty)
}

/// A cell as a person reads it; empty for the strokes that statements have where there is nothing to say.
pub(super) fn text(cell: &Cell) -> String {
    let text = match cell {
        Cell::Text(text) => as_it_looks(text).trim().to_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(moment) => moment.to_string(),
        Cell::Empty | Cell::Bool(_) | Cell::Error(_) => String::new(),
    };
    if is_nothing(&text) { String::new() } else { text }
}

fn is_nothing(text: &str) -> bool {
    ["/", "-", "--", "—", "无"].contains(&text)
}

/// A text for comparing: in ordinary width, without blanks, with the one dot that names have.
pub(super) fn key(text: &str) -> String {
    let dot = |c: char| if "・•．‧･∙".contains(c) { '·' } else { c };
    half_width(&as_it_looks(text)).chars().filter(|c| !c.is_whitespace()).map(dot).collect()
}

/// The day in a cell: a date, the days that a spreadsheet counts, or text with or without a time.
pub(super) fn day(cell: &Cell) -> Option<NaiveDate> {
    match cell {
        Cell::Date(moment) => Some(moment.date()),
        Cell::Number(number) if (36_526.0..73_050.0).contains(number) => {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the range was just checked
            let days = Days::new(number.trunc() as u64);
            NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(days)
        }
        Cell::Number(number) => day_of_text(&number.to_string()),
        Cell::Text(text) => day_of_text(&unguarded(text)),
        Cell::Empty | Cell::Bool(_) | Cell::Error(_) => None,
    }
}

fn day_of_text(text: &str) -> Option<NaiveDate> {
    // 20260305123311, as some banks write the moment.
    let is_moment = matches!(text.len(), 12 | 14) && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = if is_moment { text.get(..8)? } else { text };
    PartialDate::read(text).ok()?.exact()
}

/// The amount in a cell, when it is more than nothing.
pub(super) fn amount(cell: &Cell) -> Option<Fen> {
    let amount = match cell {
        Cell::Number(number) => amount_of_number(*number),
        Cell::Text(text) => Fen::read(unguarded(text).trim_start_matches('+')),
        Cell::Empty | Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => None,
    };
    amount.filter(|amount| !amount.is_zero())
}

/// `23.1` is no whole number of fen in a computer's numbers, only very nearly.
fn amount_of_number(yuan: f64) -> Option<Fen> {
    let fen = (yuan * 100.0).round();
    #[allow(clippy::cast_precision_loss)] // a hundred million yuan
    let is_amount = (1.0..=Fen::LARGEST.fen() as f64).contains(&fen) && (yuan * 100.0 - fen).abs() < 0.001;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the range was just checked
    is_amount.then(|| Fen::new(fen as u64))
}

/// The number of a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Transaction {
    /// As it stands there; empty where there is none.
    Number(String),
    /// A spreadsheet took it for a number and forgot its last digits: it tells one payment from another no more.
    Lost,
}

/// The number of a transaction in a cell.
pub(super) fn transaction(cell: &Cell) -> Transaction {
    match cell {
        Cell::Number(number) if number.abs() >= DIGITS_ARE_LOST => Transaction::Lost,
        Cell::Number(number) if number.fract() == 0.0 => Transaction::Number(number.to_string()),
        Cell::Text(text) => {
            let number: String = unguarded(text).split_whitespace().collect();
            match number.as_str() {
                text if is_exponent(text) => Transaction::Lost,
                text if is_nothing(text) => Transaction::Number(String::new()),
                _ => Transaction::Number(number),
            }
        }
        _ => Transaction::Number(String::new()),
    }
}

/// `1.00004E+27`: what a spreadsheet makes of a long number in a .csv that it saves.
fn is_exponent(text: &str) -> bool {
    let Some((front, exponent)) = text.split_once(['E', 'e']) else { return false };
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.');
    exponent.strip_prefix('+').is_some_and(is_number) && is_number(front)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn words(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[rstest]
    #[case(words("2026-03-05 12:33:11"), Some("2026-03-05"))]
    #[case(words("2026/3/5 8:01"), Some("2026-03-05"))]
    #[case(words("2026年3月5日 12:33"), Some("2026-03-05"))]
    #[case(words("\t20260305\t"), Some("2026-03-05"))]
    #[case(words("20260305 12:33:11"), Some("2026-03-05"))]
    #[case(words("20260305123311"), Some("2026-03-05"))]
    #[case(words("２０２６－０３－０５"), Some("2026-03-05"))]
    #[case(Cell::Number(46_086.52), Some("2026-03-05"))]
    #[case(Cell::Number(20_260_305.0), Some("2026-03-05"))]
    #[case(Cell::Date("2026-03-05T12:33:11".parse().unwrap()), Some("2026-03-05"))]
    #[case(words("2026-03"), None)]
    #[case(words("12:33:11"), None)]
    #[case(words("合计"), None)]
    #[case(words("2026-02-30 10:00:00"), None)]
    #[case(Cell::Number(23.5), None)]
    #[case(Cell::Empty, None)]
    fn a_day_is_read_as_statements_write_it(#[case] cell: Cell, #[case] expected: Option<&str>) {
        assert_eq!(day(&cell).map(|day| day.to_string()).as_deref(), expected);
    }

    #[rstest]
    #[case(words("¥23.50"), Some(2350))]
    #[case(words("￥1,023.50\t"), Some(102_350))]
    #[case(words("+23.50"), Some(2350))]
    #[case(words("\"23.50\""), Some(2350))]
    #[case(words("２３．５"), Some(2350))]
    #[case(Cell::Number(23.1), Some(2310))]
    #[case(Cell::Number(0.29), Some(29))]
    #[case(words("-23.50"), None)]
    #[case(words("0.00"), None)]
    #[case(words("/"), None)]
    #[case(Cell::Number(-5.0), None)]
    #[case(Cell::Number(0.0), None)]
    #[case(Cell::Number(1.005), None)]
    #[case(Cell::Number(f64::NAN), None)]
    #[case(Cell::Number(1e12), None)]
    fn an_amount_is_read_when_it_came_in(#[case] cell: Cell, #[case] fen: Option<u64>) {
        assert_eq!(amount(&cell).map(Fen::fen), fen);
    }

    #[rstest]
    #[case(words("1000049801202603051234567890\t"), "1000049801202603051234567890")]
    #[case(words("'2026030522001"), "2026030522001")]
    #[case(words("=\"2026030522001\""), "2026030522001")]
    #[case(words("/"), "")]
    #[case(Cell::Empty, "")]
    #[case(Cell::Number(123_456.0), "123456")]
    #[case(Cell::Number(999_999_999_999_999.0), "999999999999999")]
    #[case(Cell::Number(1e15), "?")]
    #[case(Cell::Number(1.000_049_8e27), "?")]
    #[case(words("1.00005E+27"), "?")]
    #[case(words("2E5F07"), "2E5F07")]
    fn a_number_of_a_transaction_is_whole_or_unknown(#[case] cell: Cell, #[case] expected: &str) {
        let expected = match expected {
            "?" => Transaction::Lost,
            number => Transaction::Number(number.to_owned()),
        };
        assert_eq!(transaction(&cell), expected);
    }
}
