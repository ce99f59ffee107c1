//! Which months a note speaks of: `3月党费`, `1-3月`, `一季度`, `2026年3月`. Pure.

use super::cells::key;
use crate::values::Month;

/// Months before the payment that a note without a year may mean.
const BACK: u32 = 12;
/// Months after it.
const AHEAD: u32 = 12;

/// A piece of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// A number, and how many digits it has; written out, one.
    Number(u32, usize),
    Year,
    Month,
    Day,
    Quarter,
    /// 至, `-`
    To,
    /// 、 and 和
    And,
    /// `.` and `/`, which stand in dates as well as between months.
    Dot,
    /// Months by one word: 上半年.
    Months(u32, u32),
    Other,
}

/// The months that a note names, in each way it can be read, the likeliest first: those before the payment, the last of them
/// first, then those after it. None when it names none.
pub(super) fn months(note: &str, paid_in: Month) -> Vec<Vec<Month>> {
    let named = named(&pieces(&key(note)));
    let Some((year, _)) = named.first() else { return Vec::new() };
    if let Some(year) = year {
        return resolve(&named, *year).into_iter().collect();
    }
    let years = paid_in.year() - 1..=paid_in.year() + 1;
    let readings = years.filter_map(|year| resolve(&named, year));
    let range = paid_in.earlier(BACK)..=paid_in.later(AHEAD);
    let near = readings.filter(|months| months.iter().all(|month| range.contains(month)));
    let (mut before, after): (Vec<_>, Vec<_>) = near.partition(|months| months.first() <= Some(&paid_in));
    before.reverse();
    before.into_iter().chain(after).collect()
}

/// The months of a reading whose first has that year; those after it without one of their own go on from there.
fn resolve(named: &[(Option<i32>, u32)], first: i32) -> Option<Vec<Month>> {
    let (mut year, mut last) = (first, 0);
    let mut months = Vec::new();
    for (own, number) in named {
        match own {
            Some(own) => year = *own,
            // 11月-1月
            None if last > 6 && *number <= 6 => year += 1,
            None => {}
        }
        last = *number;
        months.push(format!("{year:04}-{number:02}").parse().ok()?);
    }
    months.sort();
    months.dedup();
    Some(months)
}

/// The numbers of the months that are named, with their year where it is written before them.
fn named(pieces: &[Piece]) -> Vec<(Option<i32>, u32)> {
    let (mut year, mut months, mut at) = (None, Vec::new(), 0);
    while at < pieces.len() {
        let rest = &pieces[at..];
        let (found, length) = if let Some(length) = day(rest) {
            (Vec::new(), length)
        } else if let Some((own, length)) = year_of(rest) {
            year = Some(own);
            (Vec::new(), length)
        } else {
            some_months(rest).unwrap_or((Vec::new(), 1))
        };
        // Those behind the first may lie in the year after it.
        months.extend(found.into_iter().map(|number| (year.take(), number)));
        at += length;
    }
    months
}

/// A whole date names a day and no month of dues: `2026-03-05`, `3月5日`.
fn day(pieces: &[Piece]) -> Option<usize> {
    use Piece::{Day, Dot, Month, Number, To, Year};
    match pieces {
        [Number(_, 4), To | Dot | Year, Number(..), To | Dot | Month, Number(..), Day, ..] => Some(6),
        [Number(_, 4), To | Dot, Number(..), To | Dot, Number(_, 1 | 2), ..] => Some(5),
        [Number(..), Month, Number(..), Day, ..] => Some(4),
        _ => None,
    }
}

/// `2026年`, `26年`; of `2026-03` and `202603` the first part, so that the month is read next.
fn year_of(pieces: &[Piece]) -> Option<(i32, usize)> {
    use Piece::{Dot, Months, Number, Quarter, To, Year};
    let century = |year: u32, digits: usize| if digits == 2 { year + 2000 } else { year };
    let (year, length) = match *pieces {
        [Number(year, digits @ (2 | 4)), Year, ..] => (century(year, digits), 2),
        [Number(year, 4), To | Dot, Number(1..=12, 1 | 2), ..] => (year, 2),
        [Number(year, 4), Months(..) | Quarter, ..] => (year, 1),
        _ => return None,
    };
    (2000..2200).contains(&year).then(|| (i32::try_from(year).unwrap_or_default(), length))
}

/// One month, several, a quarter, or what is called by a word.
fn some_months(pieces: &[Piece]) -> Option<(Vec<u32>, usize)> {
    use Piece::{Months, Number, Quarter};
    match *pieces {
        [Months(from, to), ..] => Some(((from..=to).collect(), 1)),
        [Number(quarter @ 1..=4, 1), Quarter, ..] => Some((quarter_months(quarter), 2)),
        [Quarter, Number(quarter @ 1..=4, 1), ..] => Some((quarter_months(quarter), 2)),
        [Number(number @ 1..=12, 1 | 2), ..] => list(pieces, number),
        _ => None,
    }
}

fn quarter_months(quarter: u32) -> Vec<u32> {
    (quarter * 3 - 2..=quarter * 3).collect()
}

/// `3月`, `1-3月`, `1月至3月`, `1、2、3月`; a number without 月 behind the last is none.
fn list(pieces: &[Piece], first: u32) -> Option<(Vec<u32>, usize)> {
    let (mut months, mut at) = (vec![first], 1);
    let mut ends_well = None;
    loop {
        if pieces.get(at) == Some(&Piece::Month) {
            at += 1;
            ends_well = Some((months.clone(), at));
        }
        match (pieces.get(at), pieces.get(at + 1)) {
            (Some(between @ (Piece::To | Piece::And | Piece::Dot)), Some(Piece::Number(number @ 1..=12, 1 | 2))) => {
                let last = months.last().copied().unwrap_or_default();
                match between {
                    Piece::To if last < *number => months.extend(last + 1..=*number),
                    Piece::To => months.extend((last + 1..=12).chain(1..=*number)),
                    _ => months.push(*number),
                }
                at += 2;
            }
            _ => return ends_well,
        }
    }
}

fn pieces(text: &str) -> Vec<Piece> {
    const WORDS: [(&str, Piece); 10] = [
        // 3个月 says how many, not which.
        ("个月", Piece::Other),
        ("月份", Piece::Month),
        ("季度", Piece::Quarter),
        ("上半年", Piece::Months(1, 6)),
        ("下半年", Piece::Months(7, 12)),
        ("全年", Piece::Months(1, 12)),
        ("年度", Piece::Year),
        ("年", Piece::Year),
        ("月", Piece::Month),
        ("到", Piece::To),
    ];
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let word = WORDS.iter().find(|(word, _)| rest.starts_with(word));
        let (piece, length) = match (word, number(rest)) {
            (Some((word, piece)), _) => (*piece, word.len()),
            (None, Some((piece, length))) => {
                // 202603
                if let Piece::Number(both, 6) = piece
                    && (1..=12).contains(&(both % 100))
                {
                    pieces.extend([
                        Piece::Number(both / 100, 4),
                        Piece::Year,
                        Piece::Number(both % 100, 2),
                        Piece::Month,
                    ]);
                    rest = &rest[length..];
                    continue;
                }
                (piece, length)
            }
            (None, None) => (sign(c), c.len_utf8()),
        };
        pieces.push(piece);
        rest = &rest[length..];
    }
    closed(pieces)
}

fn sign(c: char) -> Piece {
    match c {
        '日' | '号' => Piece::Day,
        '季' | 'Q' | 'q' => Piece::Quarter,
        '至' | '-' | '—' | '–' | '~' | '～' => Piece::To,
        '、' | ',' | '，' | '和' | '及' | '&' | '+' => Piece::And,
        '.' | '/' => Piece::Dot,
        _ => Piece::Other,
    }
}

/// `2026-03` and `2026.3` have no 月; it is set, so that they are read like all others.
fn closed(pieces: Vec<Piece>) -> Vec<Piece> {
    use Piece::{Dot, Month, Number, To};
    let mut closed: Vec<Piece> = Vec::new();
    for (place, piece) in pieces.iter().enumerate() {
        closed.push(*piece);
        let is_month = matches!(pieces[..=place], [.., Number(2000..2200, 4), To | Dot, Number(1..=12, 1 | 2)]);
        if is_month && !matches!(pieces.get(place + 1), Some(Month | To | Dot | Number(..))) {
            closed.push(Month);
        }
    }
    closed
}

/// A number at the beginning of a text, in digits or written out.
fn number(text: &str) -> Option<(Piece, usize)> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if digits > 0 {
        let number = text[..digits].parse().unwrap_or(u32::MAX);
        return Some((Piece::Number(number, digits), digits));
    }
    const HAN: &str = "一二三四五六七八九十";
    let value = |c: char| HAN.chars().position(|known| known == c).and_then(|place| u32::try_from(place + 1).ok());
    let mut chars = text.chars();
    let first = value(chars.next()?)?;
    let width = '一'.len_utf8();
    match chars.next().and_then(value) {
        Some(ones @ 1..=2) if first == 10 => Some((Piece::Number(10 + ones, 2), 2 * width)),
        _ => Some((Piece::Number(first, 1), width)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn read(note: &str, paid_in: &str) -> String {
        let readings = months(note, paid_in.parse().unwrap());
        let reading = |months: &Vec<Month>| months.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        readings.iter().map(reading).collect::<Vec<_>>().join(" | ")
    }

    #[rstest]
    #[case("2026年3月", "2026-03")]
    #[case("方晓岚２０２６年３月份党费", "2026-03")]
    #[case("26年3月党费", "2026-03")]
    #[case("2026年03月份", "2026-03")]
    #[case("2026年十一月党费", "2026-11")]
    #[case("2026-03党费", "2026-03")]
    #[case("2026.3", "2026-03")]
    #[case("202603党费", "2026-03")]
    #[case("2026年1-3月", "2026-01 2026-02 2026-03")]
    #[case("2026年1月至3月党费", "2026-01 2026-02 2026-03")]
    #[case("2026年1、2、3月", "2026-01 2026-02 2026-03")]
    #[case("2026年1月、3月", "2026-01 2026-03")]
    #[case("2026年一季度党费", "2026-01 2026-02 2026-03")]
    #[case("2026年第四季度", "2026-10 2026-11 2026-12")]
    #[case("2026Q2党费", "2026-04 2026-05 2026-06")]
    #[case("2026年上半年", "2026-01 2026-02 2026-03 2026-04 2026-05 2026-06")]
    #[case("2025年12月、2026年1月", "2025-12 2026-01")]
    #[case("2025年11月-1月", "2025-11 2025-12 2026-01")]
    #[case("2026年3月和2026年3月", "2026-03")]
    #[case("党费", "")]
    #[case("3个月党费", "")]
    #[case("3月5日", "")]
    #[case("2026-03-05", "")]
    #[case("2026年3月5日交", "")]
    #[case("13月", "")]
    #[case("0月", "")]
    #[case("2026年度党费", "")]
    #[case("转账123456", "")]
    #[case("三人", "")]
    #[case("五四青年节", "")]
    #[case("1-3", "")]
    fn months_are_read_as_people_write_them(#[case] note: &str, #[case] expected: &str) {
        assert_eq!(read(note, "2026-03"), expected);
    }

    #[rstest]
    #[case("3月", "2026-03", "2026-03 | 2025-03 | 2027-03")]
    #[case("三月份", "2026-11", "2026-03 | 2027-03")]
    #[case("12月", "2027-01", "2026-12 | 2027-12")]
    #[case("1月", "2026-12", "2026-01 | 2027-01")]
    #[case("四季度", "2026-11", "2026-10 2026-11 2026-12")]
    #[case("11-1月", "2026-12", "2026-11 2026-12 2027-01")]
    fn without_a_year_those_near_the_payment_are_meant(
        #[case] note: &str,
        #[case] paid_in: &str,
        #[case] expected: &str,
    ) {
        assert_eq!(read(note, paid_in), expected);
    }

    proptest! {
        #[test]
        fn no_note_breaks_the_reader(note in "[0-9一二十年月季度至、.~Q日号个份-]{0,12}|\\PC{0,12}") {
            for months in months(&note, "2026-03".parse().unwrap()) {
                prop_assert!(!months.is_empty() && months.is_sorted());
            }
        }
    }
}
