//! Dates in cells: as spreadsheets keep them and as people write them.

use chrono::{DateTime, Days, NaiveDate, TimeDelta};

use super::text::{shown, text};
use super::{Refusal, UNREADABLE};
use crate::outside::Cell;
use crate::values::{PartialDate, half_width};

/// The date in a cell, if there is one.
pub(in crate::roster::import) fn date_in(cell: &Cell) -> Option<PartialDate> {
    date(cell, UNREADABLE, "").ok()
}

/// A date, or why it is none: a code, and a sentence with the field's name.
pub(in crate::roster::import) fn date(cell: &Cell, code: &'static str, name: &str) -> Result<PartialDate, Refusal> {
    let read = match cell {
        Cell::Date(moment) => Some(PartialDate::day(moment.date())),
        Cell::Number(number) => date_of_number(*number),
        _ => {
            let text = text(cell);
            // A moment counted in Greenwich, as programs export it, is often the evening before.
            if let Ok(moment) = DateTime::parse_from_rfc3339(&text) {
                return Ok(PartialDate::day((moment.naive_utc() + TimeDelta::hours(8)).date()));
            }
            let read = PartialDate::read(&text).or_else(|error| date_in_words(&text).ok_or(error));
            return read.map_err(|error| (code, format!("{name}：{error}")));
        }
    };
    read.ok_or_else(|| (code, format!("{name}“{}”读不出是哪一天，请改成 1990-05-03 这样的文本", shown(cell))))
}

/// A date as tables show it and people write it: `Jul-10`, `1-Jul-10`, `2010年7月份`, `二〇一〇年七月`, `2010·7`.
fn date_in_words(text: &str) -> Option<PartialDate> {
    let plain = half_width(text).to_lowercase().replace("份", "").replace(['·', '・', '•', '．', ','], ".");
    let plain = without_weekday(&plain);
    english(plain).or_else(|| PartialDate::read(&han_date(plain)).or_else(|_| PartialDate::read(plain)).ok())
}

/// `Jul-10`, `10-Jul`, `July 2010`, `1-Jul-10`, `July 1. 2010`: a month by its English name.
fn english(text: &str) -> Option<PartialDate> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let parts: Vec<&str> = text.split(['-', ' ', '/', '.']).filter(|part| !part.is_empty()).collect();
    let month_of = |part: &&str| MONTHS.iter().position(|month| part.starts_with(month)).map(|month| month + 1);
    let month = parts.iter().find_map(month_of)?;
    let numbers: Vec<&str> = parts.iter().filter(|part| month_of(part).is_none()).copied().collect();
    let year = |year: &str| {
        let number: u32 = year.parse().ok().filter(|_| year.len() == 2 || year.len() == 4)?;
        // As a spreadsheet does: up to 29 it is this century's.
        Some(if year.len() == 4 { number } else { number + if number < 30 { 2000 } else { 1900 } })
    };
    let written = match numbers[..] {
        [only] => format!("{}-{month:02}", year(only)?),
        [day, last] => format!("{}-{month:02}-{day}", year(last)?),
        _ => return None,
    };
    PartialDate::read(&written).ok()
}

/// Without the day of the week, which says nothing more: `2010年7月1日 星期四`.
fn without_weekday(text: &str) -> &str {
    let end = ["星期", "周", "(星期", "(周"].iter().filter_map(|word| text.find(word)).min();
    text[..end.unwrap_or(text.len())].trim()
}

/// 二〇一〇年十二月三十一日 in digits.
fn han_date(text: &str) -> String {
    let digit =
        |c: char| "〇一二三四五六七八九".chars().position(|known| known == c).or((c == '零' || c == '○').then_some(0));
    let number = |part: &str| match part.split_once('十') {
        Some((tens, ones)) => {
            let value = |part: &str, none: usize| part.chars().next().map_or(Some(none), digit);
            Some((value(tens, 1)? * 10 + value(ones, 0)?).to_string())
        }
        None => part.chars().map(|c| digit(c).map(|n| n.to_string())).collect(),
    };
    let parts = text.split(['年', '月', '日', '号']).filter(|part| !part.is_empty());
    parts.map(|part| number(part).unwrap_or_else(|| part.to_owned())).collect::<Vec<_>>().join("-")
}

/// A date of the Party: there was none before it was founded, in July 1921.
pub(super) fn party_date(cell: &Cell, name: &str) -> Result<PartialDate, Refusal> {
    const FOUNDED: NaiveDate = NaiveDate::from_ymd_opt(1921, 7, 1).unwrap();
    let read = date(cell, "date_invalid", name)?;
    let too_early = || ("date_invalid", format!("{name}“{}”早于建党，不会是{name}，请核对", read.title()));
    if read.latest() < FOUNDED { Err(too_early()) } else { Ok(read) }
}

/// A day of birth: nobody on a list was born more than 120 years ago.
pub(in crate::roster::import) fn birth(cell: &Cell) -> Result<PartialDate, Refusal> {
    const OLDEST: NaiveDate = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
    let read = date(cell, "birth_invalid", "出生日期")?;
    let too_early = || (UNREADABLE, format!("出生日期“{}”太早，像是写错了，这一栏没有导入", read.title()));
    if read.latest() < OLDEST { Err(too_early()) } else { Ok(read) }
}

/// A date in a cell of numbers: `19900503`, `199005`, `1990`, `1990.05`, or the days that a spreadsheet counts from
/// 1899-12-30. `1990.1` may have been January or, its zero lost, October: it is not guessed.
fn date_of_number(number: f64) -> Option<PartialDate> {
    if number.fract() == 0.0 && (10_000.0..100_000.0).contains(&number) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the range was just checked
        let days = Days::new(number as u64);
        return NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(days).map(PartialDate::day);
    }
    let text = number.to_string();
    if text.ends_with(".1") {
        return None;
    }
    PartialDate::read(&text).ok()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Jul-10", "2010-07")]
    #[case("10-Jul", "2010-07")]
    #[case("Jul 2010", "2010-07")]
    #[case("1-Jul-10", "2010-07-01")]
    #[case("July 1, 2010", "2010-07-01")]
    #[case("2010年7月份", "2010-07")]
    #[case("二〇一〇年七月", "2010-07")]
    #[case("二○一○年十二月三十一日", "2010-12-31")]
    #[case("2010·7", "2010-07")]
    #[case("2010,7", "2010-07")]
    #[case("2010年7月1日 星期四", "2010-07-01")]
    #[case("2010-07-01（周四）", "2010-07-01")]
    fn a_date_in_words_is_read_no_more_precisely_than_it_is_written(#[case] written: &str, #[case] meant: &str) {
        assert_eq!(date_in(&Cell::Text(written.to_owned())).unwrap().to_string(), meant);
    }

    #[rstest]
    #[case("10.07")]
    #[case("May")]
    #[case("1990.7-1991.7")]
    #[case("约2010年")]
    #[case("待查")]
    fn what_may_be_several_dates_is_none(#[case] written: &str) {
        assert_eq!(date_in(&Cell::Text(written.to_owned())), None);
    }
}
