//! Telephone numbers out of a cell that may hold several, with words between them.

use crate::roster::names::mobile_number;
use crate::values::unguarded;

/// What a cell holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::roster::import) struct Phones {
    /// Mobile numbers, eleven digits each.
    pub(in crate::roster::import) mobiles: Vec<String>,
    /// Others with an area code, of seven or eight digits, or of a service (400).
    pub(in crate::roster::import) landlines: Vec<String>,
    /// What is neither.
    pub(in crate::roster::import) rest: Vec<String>,
}

/// Words before a number that say no more than the number does.
const LABELS: [&str; 13] =
    ["手机", "手机号", "电话", "联系电话", "座机", "固话", "办公", "办公电话", "家庭", "住宅", "宅电", "TEL", "Tel"];

impl Phones {
    /// Reads a cell: `13800010001/0755-12345678`, `138 0001 0001（微信同号）`.
    pub(in crate::roster::import) fn read(text: &str) -> Self {
        let mut phones = Self::default();
        let whole = unguarded(text);
        if let Some(mobile) = mobile_number(&whole) {
            phones.mobiles.push(mobile);
            return phones;
        }
        for part in whole.split(['\n', ';', '；', '、', '，', ',', '/', '|', '(', ')']).flat_map(apart) {
            let part = unguarded(&part);
            if part.is_empty() || LABELS.contains(&part.trim_end_matches(':')) {
                continue;
            }
            match mobile_number(&part) {
                Some(mobile) => phones.mobiles.push(mobile),
                None if is_landline(&part) => phones.landlines.push(part),
                None => phones.rest.push(part),
            }
        }
        // An area code in brackets.
        if let ([], [], [area, number]) = (&phones.mobiles[..], &phones.landlines[..], &phones.rest[..])
            && is_landline(&format!("{area}-{number}"))
        {
            phones = Self { landlines: vec![format!("{area}-{number}")], ..Self::default() };
        }
        phones
    }
}

/// At blanks, where there is a whole number on both sides, and between digits and Chinese.
fn apart(part: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for c in part.chars() {
        let last = parts.last().and_then(|part| part.chars().next_back());
        let turns = last.is_some_and(|last| {
            is_word(last) != is_word(c) && !c.is_whitespace() && !last.is_whitespace() && c != '转' && last != '转'
        });
        if turns {
            parts.push(String::new());
        }
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let split = |part: String| {
        let whole = part.split_whitespace().filter(|word| digits(word) >= 7).count();
        if whole > 1 { part.split_whitespace().map(str::to_owned).collect() } else { vec![part] }
    };
    parts.into_iter().flat_map(split).collect()
}

fn is_word(c: char) -> bool {
    c.is_alphabetic() || c == ':' || c == '：'
}

fn is_landline(text: &str) -> bool {
    let main = text.split(['转', 'x', 'X']).next().unwrap_or_default();
    let digits: String = main.chars().filter(char::is_ascii_digit).collect();
    let others = main.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "-–—+.".contains(c));
    let own = digits.strip_prefix("86").unwrap_or(&digits);
    let fits = match own.as_bytes() {
        [b'0', ..] => (10..=12).contains(&own.len()) || (13..=17).contains(&own.len()) && main.matches('-').count() > 1,
        [b'4' | b'8', b'0', b'0', ..] if own.len() == 10 => true,
        [b'1', ..] | [] => false,
        _ => (7..=8).contains(&own.len()),
    };
    others && fits
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("13800010001", &["13800010001"], &[], &[])]
    #[case("+86 138-0001-0001", &["13800010001"], &[], &[])]
    #[case("13800010001/0755-12345678", &["13800010001"], &["0755-12345678"], &[])]
    #[case("13800010001\n13900010002", &["13800010001", "13900010002"], &[], &[])]
    #[case("13800010001 13900010002", &["13800010001", "13900010002"], &[], &[])]
    #[case("13800010001（微信同号）", &["13800010001"], &[], &["微信同号"])]
    #[case("手机:13800010001", &["13800010001"], &[], &[])]
    #[case("0755-12345678转801", &[], &["0755-12345678转801"], &[])]
    #[case("（0755）12345678", &[], &["0755-12345678"], &[])]
    #[case("075512345678", &[], &["075512345678"], &[])]
    #[case("83001234", &[], &["83001234"], &[])]
    #[case("400-800-1234", &[], &["400-800-1234"], &[])]
    #[case("1380001000", &[], &[], &["1380001000"])]
    #[case("章予安", &[], &[], &["章予安"])]
    fn a_cell_of_telephones_is_taken_apart(
        #[case] text: &str,
        #[case] mobiles: &[&str],
        #[case] landlines: &[&str],
        #[case] rest: &[&str],
    ) {
        let found = Phones::read(text);
        assert_eq!(found.mobiles, mobiles);
        assert_eq!(found.landlines, landlines);
        assert_eq!(found.rest, rest);
    }
}
