//! What a date shows in its number format: nobody wrote a day where none is shown.

use chrono::{NaiveDate, NaiveDateTime};
use zhibu_core::outside::Cell;

use super::rows::Rows;

/// What a number format shows of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    /// Year, month and day.
    Day,
    /// Year and month.
    Month,
    /// The year alone.
    Year,
    /// Month or day without the year.
    NoYear,
    /// No part of a date: a time of day, a plain number.
    Nothing,
}

impl Shows {
    /// Reads the first part of a format like `[$-804]yyyy"年"m"月";@`.
    pub(super) fn of(format: &str) -> Self {
        // The word for "no format" holds letters that would mean something elsewhere.
        if format.eq_ignore_ascii_case("general") {
            return Self::Nothing;
        }
        let letters = letters(format);
        let has = |letter: char| letters.iter().any(|(other, _)| *other == letter);
        let month = letters.iter().enumerate().any(|(at, (letter, _))| {
            // Beside hours and seconds it is minutes.
            let beside = |at: Option<usize>| at.and_then(|at| letters.get(at)).map(|(letter, _)| *letter);
            *letter == 'm' && beside(at.checked_sub(1)) != Some('h') && beside(Some(at + 1)) != Some('s')
        });
        // ddd and dddd are days of the week.
        let day = letters.iter().any(|(letter, times)| *letter == 'd' && *times <= 2);
        match (has('y') || has('e'), month, day) {
            (true, _, true) => Self::Day,
            (true, true, false) => Self::Month,
            (true, false, false) => Self::Year,
            (false, true, _) | (false, _, true) => Self::NoYear,
            (false, false, false) => Self::Nothing,
        }
    }

    /// The formats that a program carries inside, by their number; those from 27 on as in Chinese Excel and WPS. `None` where
    /// the number means nothing by itself.
    pub(super) fn builtin(number: u32) -> Option<Self> {
        match number {
            14 | 15 | 22 | 30 | 31 => Some(Self::Day),
            17 | 27 | 36 | 50 | 52 | 57 => Some(Self::Month),
            16 | 28 | 29 | 51 | 53 | 54 | 58 => Some(Self::NoYear),
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => Some(Self::Nothing),
            _ => None,
        }
    }

    /// Puts a date as far as it is shown.
    pub(super) fn put(
        self,
        rows: &mut Rows<'_>,
        (row, column): (u32, u32),
        moment: NaiveDateTime,
    ) -> Result<(), zhibu_core::outside::SheetError> {
        let cell = match self {
            Self::Month => Cell::Text(moment.format("%Y-%m").to_string()),
            Self::Year => Cell::Text(moment.format("%Y").to_string()),
            Self::NoYear => {
                rows.yearless(column);
                Cell::Date(moment)
            }
            Self::Day | Self::Nothing => Cell::Date(moment),
        };
        rows.put(row, column, cell)
    }
}

/// The letters of a format's first part that stand for parts of a date or a time, each with how often it stands there in a
/// run; what is quoted, escaped or in brackets aside.
fn letters(format: &str) -> Vec<(char, usize)> {
    let mut letters: Vec<(char, usize)> = Vec::new();
    let lower = format.to_lowercase().replace("am/pm", "").replace("a/p", "");
    let mut signs = lower.chars();
    let mut run = false;
    while let Some(sign) = signs.next() {
        let mut skip_to = |end: char| signs.by_ref().take_while(|other| *other != end).for_each(drop);
        match sign {
            ';' => break,
            '"' => skip_to('"'),
            '[' => skip_to(']'),
            // The next sign is meant literally, or only as wide as it would be.
            '\\' | '_' | '*' => drop(signs.next()),
            'y' | 'e' | 'm' | 'd' | 'h' | 's' => {
                match letters.last_mut() {
                    Some((last, times)) if run && *last == sign => *times += 1,
                    _ => letters.push((sign, 1)),
                }
                run = true;
                continue;
            }
            _ => {}
        }
        run = false;
    }
    letters
}

/// The first day that a number may mean. Nought, 60 (the 29 February 1900 that never was) and what lies below are numbers that
/// somebody formatted as a date, or an empty cell that was counted with.
const FIRST_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(1900, 3, 1);

/// Whether a date made from a number of days can be one.
pub(super) fn is_day(moment: NaiveDateTime) -> bool {
    FIRST_DAY.is_some_and(|first| moment.date() >= first)
}

#[cfg(test)]
mod tests {
    use super::Shows;
    use rstest::rstest;

    #[rstest]
    #[case("yyyy\"年\"m\"月\"", Shows::Month)]
    #[case("[$-804]yyyy\"年\"m\"月\";@", Shows::Month)]
    #[case("[DBNum1][$-804]yyyy\"年\"m\"月\"", Shows::Month)]
    #[case("mmm-yy", Shows::Month)]
    #[case("YYYY\\年M\\月", Shows::Month)]
    #[case("yyyy.mm", Shows::Month)]
    #[case("yyyy-mm", Shows::Month)]
    #[case("yyyy年m月", Shows::Month)]
    #[case("e\"年\"m\"月\"", Shows::Month)]
    #[case("mmmm yyyy, dddd", Shows::Month)]
    #[case("yyyy", Shows::Year)]
    #[case("yyyy\"年\"", Shows::Year)]
    #[case("yyyy-mm-dd", Shows::Day)]
    #[case("yyyy/m/d h:mm", Shows::Day)]
    #[case("m/d/yy", Shows::Day)]
    #[case("[$-804]yyyy\"年\"m\"月\"d\"日\"", Shows::Day)]
    #[case("m\"月\"d\"日\"", Shows::NoYear)]
    #[case("mmm", Shows::NoYear)]
    #[case("h:mm:ss AM/PM", Shows::Nothing)]
    #[case("mm:ss", Shows::Nothing)]
    #[case("General", Shows::Nothing)]
    #[case("0.00\"ymd\"", Shows::Nothing)]
    fn a_format_shows_only_what_it_has_letters_for(#[case] format: &str, #[case] shows: Shows) {
        assert_eq!(Shows::of(format), shows);
    }
}
