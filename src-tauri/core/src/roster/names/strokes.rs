//! 姓氏笔画: the order of ballots and name lists. Surnames by the number of strokes and then by their kinds in order
//! (横竖撇点折); of one surname short names before long ones; then the given names likewise.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationType;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

/// Where a name stands in the list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct StrokeKey {
    surname: Option<Written>,
    length: usize,
    given: Vec<Written>,
}

/// How a character is written; what is compared first stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Written {
    strokes: usize,
    /// A digit for each stroke, 1 横 … 5 折; [`UNKNOWN`] when only their number is known.
    kinds: &'static str,
    character: char,
}

/// After every known character of the same number of strokes.
const UNKNOWN: &str = "9";

/// `字 445521`, a line for each character of everyday use.
const TABLE: &str = include_str!("../../../data/stroke_kinds.txt");

/// More strokes than any character has.
const MOST: u32 = 64;

static KINDS: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).filter_map(|(one, kinds)| Some((one.parse().ok()?, kinds))).collect()
});

/// Knows how many strokes the rare characters have, but not which (trap 9).
static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut preferences = CollatorPreferences::from(&locale!("zh"));
    preferences.collation_type = Some(CollationType::Stroke);
    CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok()
});

/// By what a list in the order of strokes is sorted.
pub fn stroke_key(name: &str) -> StrokeKey {
    let mut written = name.chars().filter(|c| c.is_alphanumeric()).map(Written::of);
    let surname = written.next();
    let given: Vec<Written> = written.collect();
    StrokeKey { surname, length: given.len(), given }
}

/// Which of two names comes first 按姓氏笔画.
pub fn by_strokes(one: &str, other: &str) -> Ordering {
    stroke_key(one).cmp(&stroke_key(other))
}

impl Written {
    fn of(character: char) -> Self {
        match KINDS.get(&character) {
            Some(kinds) => Self { strokes: kinds.len(), kinds, character },
            None => Self { strokes: strokes_of_a_rare(character), kinds: UNKNOWN, character },
        }
    }
}

/// The number of strokes as the collation has it, where U+FDD0 with the sign U+2800 + n stands before the characters of
/// n strokes. What is no Chinese character comes after them all.
fn strokes_of_a_rare(character: char) -> usize {
    let Some(collator) = &*COLLATOR else { return MOST as usize };
    let character = character.to_string();
    let reaches = |strokes: u32| {
        let Some(sign) = char::from_u32(0x2800 + strokes) else { return false };
        collator.compare(&format!("\u{FDD0}{sign}"), &character).is_le()
    };
    (1..=MOST).take_while(|strokes| reaches(*strokes)).count()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::number_of_strokes(&["丁一", "于平", "王五", "李四", "张三", "欧阳修", "魏征"])]
    #[case::kinds_of_strokes(&["王", "韦", "毛", "方", "邓"])]
    #[case::short_names_first(&["王军", "王勇", "王毅", "王小洪", "王文涛", "王晨光"])]
    #[case::given_names(&["丁学东", "丁薛祥"])]
    #[case::two_character_surnames(&["欧文", "欧阳一", "欧阳𣲘"])]
    #[case::rare_characters(&["丁𣲘", "丁䶮", "䶮一"])]
    #[case::dots_count_for_nothing(&["阿卜杜拉·买买提", "阿卜杜拉·提买买"])]
    fn names_come_as_on_a_ballot(#[case] sorted: &[&str]) {
        let mut names: Vec<&str> = sorted.iter().rev().copied().collect();
        names.sort_by_cached_key(|name| stroke_key(name));
        assert_eq!(names, sorted);
    }

    #[rstest]
    #[case('𣲘', 7)]
    #[case('䶮', 9)]
    #[case('𬭎', 12)]
    fn rare_characters_are_counted_too(#[case] character: char, #[case] strokes: usize) {
        assert_eq!((Written::of(character).strokes, Written::of(character).kinds), (strokes, UNKNOWN));
    }

    #[test]
    fn every_line_of_the_table_is_a_character_and_its_strokes() {
        assert_eq!(KINDS.len(), TABLE.lines().filter(|line| !line.starts_with('#')).count());
        assert!(KINDS.values().all(|kinds| kinds.chars().all(|kind| ('1'..='5').contains(&kind))));
    }
}
