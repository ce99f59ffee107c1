//! Identity numbers (GB 11643).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Sex, unguarded};

/// 公民身份号码, checked and upper case: 18 characters, or 15 of the first generation; 港澳台居民居住证 (81, 82, 83)
/// included (trap 8).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct IdNumber(String);

/// Why an identity number is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdNumberError {
    /// Not a number at all.
    #[error("身份证号位数不对或有不该出现的字符")]
    Shape,
    /// Digits, but neither 15 nor 18 of them.
    #[error("身份证号有 {0} 位，应为 18 位（早年的是 15 位）")]
    Length(usize),
    /// Something else than a digit, or than the final X.
    #[error("身份证号第 {place} 位是{}", named(*.found))]
    Character {
        /// Which place, from 1.
        place: usize,
        /// What stands there.
        found: char,
    },
    /// No province, or no part of a municipality, has this number.
    #[error("身份证号开头的地区码不存在")]
    Region,
    /// The birth date in it does not exist.
    #[error("身份证号里的出生日期不存在")]
    Birth,
    /// The last character does not fit the others.
    #[error("身份证号的校验位不对，可能抄错了一位")]
    CheckDigit,
}

impl IdNumber {
    /// Reads a number as it is typed: blanks, hyphens, full-width digits, what guards it in a spreadsheet, and a last place
    /// that only looks like an X are put right; everything else must fit.
    ///
    /// # Errors
    /// [`IdNumberError`] says what does not fit.
    pub fn parse(text: &str) -> Result<Self, IdNumberError> {
        let typed = unguarded(text);
        let mut typed: Vec<char> = alone(&typed)
            .chars()
            .filter(|c| !c.is_whitespace() && !"-–—".contains(*c))
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if typed.len() == 18
            && let Some(check) = typed.last_mut()
            && "ⅩⅹХх×✕✖╳Χχ⨯✗✘㐅乂⒳🅇ⓍⓧϰҲҳ".contains(*check)
        {
            *check = 'X';
        }
        let is_wrong = |(place, c): &(usize, &char)| !c.is_ascii_digit() && (*place != 17 || **c != 'X');
        let wrong = typed.iter().enumerate().find(is_wrong).map(|(place, found)| (place + 1, *found));
        let digits = match (typed.len(), wrong) {
            (15 | 18, None) => typed.iter().take(17).filter_map(|c| c.to_digit(10)).collect::<Vec<u32>>(),
            (_, Some((place, found))) if typed.iter().filter(|c| c.is_ascii_digit()).count() >= 12 => {
                return Err(IdNumberError::Character { place, found });
            }
            (count @ 10.., None) => return Err(IdNumberError::Length(count)),
            _ => return Err(IdNumberError::Shape),
        };
        let text: String = typed.iter().collect();
        if !region_exists(&digits) {
            return Err(IdNumberError::Region);
        }
        birth(&text).ok_or(IdNumberError::Birth)?;
        match typed.get(17) {
            Some(check) if *check != check_character(&digits) => Err(IdNumberError::CheckDigit),
            _ => Ok(Self(text)),
        }
    }

    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The birth date in it.
    pub fn birth(&self) -> NaiveDate {
        birth(&self.0).unwrap_or_default() // checked by `parse`
    }

    /// The sex in it: an odd serial number is a man's.
    pub fn sex(&self) -> Sex {
        let serial = self.0.as_bytes()[if self.0.len() == 18 { 16 } else { 14 }];
        if serial % 2 == 1 { Sex::Male } else { Sex::Female }
    }

    /// For screens and lists: the region and the last four characters (three of a 15-digit number), the birth date
    /// hidden: `440300********5609`.
    pub fn masked(&self) -> String {
        let tail = if self.0.len() == 18 { 14 } else { 12 };
        format!("{}{}{}", &self.0[..6], "*".repeat(tail - 6), &self.0[tail..])
    }
}

/// A number without what people write around it: `身份证号:…`, `…,`, `#…`, `…(身份证)`, `….0`.
fn alone(text: &str) -> &str {
    let is_mark = |c: char| ",;，；。、:：^#@*.".contains(c) || c.is_whitespace();
    let is_label = |c: char| is_mark(c) || ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let bare = text.split('(').next().unwrap_or(text);
    let bare = bare.strip_suffix(".0").unwrap_or(bare).trim_start_matches(is_label).trim_end_matches(is_mark);
    // Where nothing like a number is left, the whole is judged.
    if bare.chars().filter(char::is_ascii_digit).count() < 12 { text } else { bare }
}

/// A character that does not belong into a number, and the digit that was perhaps meant.
fn named(found: char) -> String {
    let meant = match found {
        'O' | 'Q' | 'D' | 'О' | '〇' | '○' => "0",
        'I' | 'L' | '|' | '!' => "1",
        'Z' => "2",
        'S' => "5",
        'G' => "6",
        'B' => "8",
        _ => "",
    };
    let what = if found.is_ascii_alphabetic() { "字母" } else { "" };
    let perhaps = if meant.is_empty() { String::new() } else { format!("（是不是 {meant}？）") };
    format!("{what}“{found}”，不是数字{perhaps}")
}

/// Whether the region code can be real. Codes of counties and cities that were abolished stay valid for life, and no
/// table of all of them is at hand, so only the parts that never changed are checked: the province, and that a
/// municipality has no cities below it (01 districts, 02 counties, 03 autonomous counties).
fn region_exists(digits: &[u32]) -> bool {
    let province = digits[0] * 10 + digits[1];
    let city = digits[2] * 10 + digits[3];
    match province {
        11 | 12 | 31 | 50 => city <= 3,
        13..=15 | 21..=23 | 32..=37 | 41..=46 | 51..=54 | 61..=65 | 71 | 81..=83 => true,
        _ => false,
    }
}

/// The birth date in a number of 15, or in the first 17 characters of one of 18.
fn birth(number: &str) -> Option<NaiveDate> {
    let date = if number.len() == 15 { format!("19{}", &number[6..12]) } else { number[6..14].to_owned() };
    let (year, month_day) = (date[..4].parse().ok()?, date[4..].parse::<u32>().ok()?);
    NaiveDate::from_ymd_opt(year, month_day / 100, month_day % 100).filter(|_| year >= 1850)
}

/// ISO 7064 MOD 11-2 over the first 17 digits.
fn check_character(digits: &[u32]) -> char {
    let remainder = digits.iter().fold(0, |sum, digit| (sum + digit) * 2 % 11);
    ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][remainder as usize]
}

impl std::fmt::Debug for IdNumber {
    /// Masked, so that no log shows it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "IdNumber(…)")
    }
}

impl TryFrom<String> for IdNumber {
    type Error = IdNumberError;
    fn try_from(text: String) -> Result<Self, IdNumberError> {
        Self::parse(&text)
    }
}

impl From<IdNumber> for String {
    fn from(id: IdNumber) -> Self {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn number(text: &str) -> IdNumber {
        IdNumber::parse(text).unwrap()
    }

    #[test]
    fn the_known_numbers_are_judged_as_known() {
        #[derive(Deserialize)]
        struct Vector {
            id: String,
            valid: bool,
            strict: Option<String>,
        }
        let vectors: Vec<Vector> =
            serde_json::from_str(include_str!("../../../../tests/fixtures/id_validator_vectors.json")).unwrap();
        assert!(!vectors.is_empty());
        // A strict check would know when each region code was in use; the personnel file does not care.
        for vector in vectors.iter().filter(|vector| vector.strict.as_deref() != Some("true")) {
            assert_eq!(IdNumber::parse(&vector.id).is_ok(), vector.valid, "{}", vector.id);
        }
    }

    #[rstest]
    #[case("不详", IdNumberError::Shape)]
    #[case("44030019990110", IdNumberError::Length(14))]
    #[case("4403001990O3105609", IdNumberError::Character { place: 11, found: 'O' })]
    #[case("44030019900310560a", IdNumberError::Character { place: 18, found: 'A' })]
    #[case("X40300199003105609", IdNumberError::Character { place: 1, found: 'X' })]
    #[case("990300199003105609", IdNumberError::Region)]
    #[case("111111199901101512", IdNumberError::Region)]
    #[case("440300199002305609", IdNumberError::Birth)]
    #[case("440300199003105608", IdNumberError::CheckDigit)]
    fn a_wrong_number_is_refused_with_the_reason(#[case] text: &str, #[case] reason: IdNumberError) {
        assert_eq!(IdNumber::parse(text), Err(reason));
    }

    #[rstest]
    #[case("\t440300199003105609 ")]
    #[case("４４０３００１９９００３１０５６０９")]
    #[case("440300 19900310 5609")]
    #[case("'440300199003105609")]
    #[case("=\"440300199003105609\"")]
    #[case("`440300199003105609&nbsp;")]
    #[case("\u{200B}440300-19900310-5609\u{A0}")]
    #[case("440300199003105609，")]
    #[case("440300199003105609;")]
    #[case("^440300199003105609")]
    #[case("#440300199003105609")]
    #[case("身份证号：440300199003105609")]
    #[case("440300199003105609（身份证）")]
    #[case("440300199003105609.0")]
    #[case("440300199003105609_x000D_")]
    fn a_number_is_read_as_it_is_typed(#[case] text: &str) {
        assert_eq!(number(text).as_str(), "440300199003105609");
    }

    #[test]
    fn what_looks_like_an_x_is_one() {
        for last in "xｘⅩⅹХх×✕⨯✗㐅🅇".chars() {
            assert_eq!(number(&format!("44030019910505171{last}")).as_str(), "44030019910505171X", "{last}");
        }
    }

    #[test]
    fn the_sentence_names_the_character_that_does_not_belong_there() {
        let sentence = |text| IdNumber::parse(text).unwrap_err().to_string();
        assert_eq!(sentence("44030019900310560o"), "身份证号第 18 位是字母“O”，不是数字（是不是 0？）");
        assert_eq!(sentence("440300 199O 0310 5609"), "身份证号第 10 位是字母“O”，不是数字（是不是 0？）");
    }

    #[rstest]
    #[case("440300199003105609", "1990-03-10", Sex::Female, "440300********5609")]
    #[case("440300197011090356", "1970-11-09", Sex::Male, "440300********0356")]
    #[case("610104620927690", "1962-09-27", Sex::Female, "610104******690")]
    fn birth_and_sex_stand_in_the_number(
        #[case] text: &str,
        #[case] birth: &str,
        #[case] sex: Sex,
        #[case] masked: &str,
    ) {
        let number = number(text);
        assert_eq!(number.birth().to_string(), birth);
        assert_eq!(number.sex(), sex);
        assert_eq!(number.masked(), masked);
    }

    #[test]
    fn no_log_shows_a_number() {
        assert_eq!(format!("{:?}", number("440300199003105609")), "IdNumber(…)");
    }

    #[test]
    fn a_wrong_number_does_not_come_in_over_the_wire() {
        assert!(serde_json::from_str::<IdNumber>("\"440300199003105608\"").is_err());
    }

    proptest! {
        #[test]
        fn a_masked_number_never_shows_the_birth_date(days in 0..40_000i64, serial in 0..1000u32) {
            let birth = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Duration::days(days);
            let body = format!("440300{}{serial:03}", birth.format("%Y%m%d"));
            let digits = body.chars().filter_map(|c| c.to_digit(10)).collect::<Vec<_>>();
            let number = number(&format!("{body}{}", check_character(&digits)));
            prop_assert_eq!(number.birth(), birth);
            prop_assert_eq!(&number.masked()[6..14], "********");
        }

        #[test]
        fn one_wrong_digit_is_always_noticed(place in 0..17usize, wrong in 1..10u32) {
            let mut digits = "440300199003105609".chars().collect::<Vec<_>>();
            let digit = digits[place].to_digit(10).unwrap();
            digits[place] = char::from_digit((digit + wrong) % 10, 10).unwrap();
            prop_assert!(IdNumber::parse(&digits.iter().collect::<String>()).is_err());
        }

        #[test]
        fn nothing_that_is_typed_breaks_the_reader(text in "\\PC{0,20}") {
            let _ = IdNumber::parse(&text);
        }
    }
}
