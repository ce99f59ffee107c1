//! Text as people type it, and as other programs leave it behind.

use std::borrow::Cow;

use super::characters::{is_unseen, meant};

/// Full-width letters, digits and signs (`Ａ`, `１`, `．`) as their ordinary forms, and the full-width space as a space.
pub(crate) fn half_width(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let narrow = |c: char| match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(narrow).collect()
}

/// Text as it looks: without characters that nobody sees (zero width, direction marks, control characters), and each of
/// the others under the code that everybody uses for it.
pub(crate) fn as_it_looks(text: &str) -> Cow<'_, str> {
    // Nearly every text is like this.
    let is_plain = |c: char| matches!(c, ' '..='~' | '\u{4E00}'..='\u{9FFF}' | '\n');
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !is_unseen(*c)).map(meant).collect())
}

/// A number or code without what keeps a spreadsheet from rounding it (`="…"`, an apostrophe, a backtick, a tab) and
/// without what a web page leaves behind (`&nbsp;`); in ordinary digits, without blanks around it.
pub(crate) fn unguarded(text: &str) -> String {
    // What an .xlsx writes for a line break, where another program did not know it.
    let text = half_width(&as_it_looks(text)).replace("&nbsp;", " ").replace("_x000D_", " ").replace("_x000A_", " ");
    let is_guard = |c: char| c.is_whitespace() || "='\"`´′‘’“”".contains(c);
    text.trim_matches(is_guard).to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::zero_width("欧阳\u{200B}雪", "欧阳雪")]
    #[case::byte_order_mark("赵\u{FEFF}云", "赵云")]
    #[case::soft_hyphen("赵\u{AD}云", "赵云")]
    #[case::direction("\u{202E}张三\u{202C}", "张三")]
    #[case::isolate("\u{2066}张三\u{2069}\u{200E}\u{061C}", "张三")]
    #[case::control("张\u{1}\u{7F}三", "张三")]
    #[case::line_break("甲\u{B}乙\u{2028}丙\r\n丁", "甲\n乙\n丙\n丁")]
    #[case::radical_of_a_pdf("⻢思远", "马思远")]
    #[case::kangxi("孙⽂", "孙文")]
    #[case::twice("⼥⼠", "女士")]
    #[case::private_use("陈\u{E863}", "陈䶮")]
    #[case::korean_double("\u{F9E1}\u{F90A}", "李金")]
    #[case::taiwanese_double("\u{2F800}\u{2F818}", "丽冤")]
    #[case::variation("葛\u{FE00}\u{E0100}", "葛")]
    fn text_is_kept_as_it_looks(#[case] written: &str, #[case] kept: &str) {
        assert_eq!(as_it_looks(written), kept);
        assert_eq!(as_it_looks(kept), kept);
    }

    #[rstest]
    #[case::in_gbk("\u{F92C}")]
    #[case::a_character_of_its_own("\u{FA11}")]
    #[case::japanese("\u{FA12}")]
    #[case::rare("𣲘𬭎䶮")]
    #[case::private_use_without_a_meaning("林\u{F6A1}")]
    #[case::minority("阿卜杜拉·买买提")]
    #[case::foreign("José Müller")]
    fn what_may_stand_in_a_register_stays(#[case] written: &str) {
        assert_eq!(as_it_looks(written), written);
    }

    #[rstest]
    #[case("=\"440300\"")]
    #[case("'440300")]
    #[case("’440300")]
    #[case("`440300\t")]
    #[case("\u{200B}440300\u{A0}")]
    #[case("440300&nbsp;")]
    #[case("440300_x000D_")]
    #[case("“４４０３００”")]
    fn a_number_comes_without_its_guards(#[case] written: &str) {
        assert_eq!(unguarded(written), "440300");
    }

    proptest! {
        #[test]
        fn nothing_unseen_is_left_and_nothing_changes_twice(text in "\\PC{0,20}|[\\u{200B}-\\u{206F}⻢⽂a李]{0,9}") {
            let once = as_it_looks(&text).into_owned();
            prop_assert!(!once.chars().any(is_unseen));
            prop_assert_eq!(as_it_looks(&once), once.as_str());
        }
    }
}
