//! Characters that are not what they seem: unseen ones, and those under a code that others do not use for them.

use std::collections::HashMap;
use std::sync::LazyLock;

use icu_normalizer::properties::{CanonicalDecompositionBorrowed, Decomposed};

/// The characters that a dictionary's radicals look like: `code,character`, from Unicode's
/// `EquivalentUnifiedIdeograph.txt`. What was copied out of a PDF is full of radicals.
const RADICALS: &str = include_str!("../../data/cjk_radicals.csv");

/// What stood in the private use area as long as Unicode lacked it: the first code, and the characters from there on.
/// Windows reads a file in GBK so to this day. GB 18030 gave each of them its place, the last of them in 2022.
const ONCE_PRIVATE: &[(u32, &str)] = &[
    (0xE76C, "€"),
    (0xE78D, "︐︒︑︓︔︕︖︗︘︙"),
    (0xE7C7, "ḿǹ"),
    (0xE7E7, "〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻"),
    (
        0xE815,
        "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻",
    ),
];

/// Second codes of ordinary characters, made for a Korean standard. Fonts and PDFs use them by mistake; no register in
/// China can hold them, but for [`IN_GBK`].
const KOREAN: std::ops::RangeInclusive<char> = '\u{F900}'..='\u{FA0B}';

/// Those which GBK has too, beside the ordinary character: somebody's name may be registered so, and stays.
const IN_GBK: [char; 5] = ['\u{F92C}', '\u{F979}', '\u{F995}', '\u{F9E7}', '\u{F9F1}'];

/// The character that everybody uses for what `c` looks like; mostly `c` itself.
pub fn meant(c: char) -> char {
    static MEANT: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
        let radical = |line: &str| {
            let (code, character) = line.split_once(',')?;
            Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, character.chars().next()?))
        };
        let mut meant: HashMap<char, char> = RADICALS.lines().filter_map(radical).collect();
        for (first, characters) in ONCE_PRIVATE {
            for (code, character) in (*first..).zip(characters.chars()) {
                let character = meant.get(&character).copied().unwrap_or(character);
                meant.extend(char::from_u32(code).map(|code| (code, character)));
            }
        }
        meant
    });
    match c {
        '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{2E80}'..='\u{2FDF}' | '\u{E000}'..='\u{F8FF}' => MEANT.get(&c).copied().unwrap_or(c),
        // Doubles of a Taiwanese standard, which no register in China and hardly a font has.
        '\u{2F800}'..='\u{2FA1F}' => plain(c),
        _ if KOREAN.contains(&c) && !IN_GBK.contains(&c) => plain(c),
        _ => c,
    }
}

/// The ordinary character that a compatibility character stands for: for comparing and finding, where a name may be
/// written either way.
pub(crate) fn plain(c: char) -> char {
    match c {
        '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}' => match CanonicalDecompositionBorrowed::new().decompose(c)
        {
            Decomposed::Singleton(plain) => plain,
            _ => c,
        },
        _ => c,
    }
}

/// Whether nobody sees the character: control characters, zero width, soft hyphens, marks of direction, variants and
/// layout. Blanks and line breaks are seen.
pub(super) fn is_unseen(c: char) -> bool {
    match c {
        '\n' | '\t' | '\u{B}' | '\u{C}' | '\u{85}' => false,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' => true,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => true,
        '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}' => true,
        '\u{E0000}'..='\u{E0FFF}' => true,
        _ => c.is_control(),
    }
}

/// Whether the character means something else, or nothing, on every machine.
pub fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_private_has_its_place() {
        let lengths: Vec<_> = ONCE_PRIVATE.iter().map(|(_, characters)| characters.chars().count()).collect();
        assert_eq!(lengths, [1, 10, 2, 13, 80]);
        let known =
            [('\u{E863}', '䶮'), ('\u{E864}', '\u{9FBB}'), ('\u{E831}', '\u{215D7}'), ('\u{E855}', '\u{241FE}')];
        for (private, character) in known {
            assert_eq!(meant(private), character);
        }
        assert_eq!(meant('\u{E815}'), '厂', "a radical that was private is what it looks like");
        assert_eq!(meant('\u{F6A1}'), '\u{F6A1}');
    }

    #[test]
    fn every_radical_of_kangxi_is_its_character() {
        let (first, last) = (meant('\u{2F00}'), meant('\u{2FD5}'));
        assert_eq!((first, last), ('一', '龠'));
        assert!(('\u{2F00}'..='\u{2FD5}').all(|radical| meant(radical) != radical));
    }

    #[test]
    fn a_compatibility_character_is_found_under_its_ordinary_one() {
        assert_eq!(['\u{F92C}', '\u{FA0C}', '\u{F9E1}'].map(plain), ['郎', '兀', '李']);
        assert_eq!(['\u{FA11}', '中'].map(plain), ['\u{FA11}', '中'], "characters of their own");
    }
}
