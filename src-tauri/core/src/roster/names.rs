//! Names and other words as they are kept, sorted and found.

use pinyin::{ToPinyin, ToPinyinMulti};

use super::{MemberRequest, Particular};
use crate::values::half_width;

/// Surnames whose reading is not the character's usual one.
const SURNAMES: &[(char, &str)] = &[
    ('曾', "zeng"),
    ('单', "shan"),
    ('解', "xie"),
    ('仇', "qiu"),
    ('区', "ou"),
    ('查', "zha"),
    ('盖', "ge"),
    ('翟', "zhai"),
    ('朴', "piao"),
    ('缪', "miao"),
    ('乐', "yue"),
    ('覃', "qin"),
    ('员', "yun"),
    ('长', "zhang"),
    ('尉', "wei"),
    ('万', "wan"),
    ('种', "chong"),
    ('折', "she"),
    ('黑', "he"),
    ('秘', "bi"),
    ('召', "shao"),
    ('洗', "xian"),
    ('繁', "po"),
    ('瞿', "qu"),
];

/// The 56 ethnic groups of GB/T 3304: `code,name,roman`.
const ETHNIC_GROUPS: &str = include_str!("../../data/gb_t_3304_1991_ethnic.csv");

/// The levels of education of GB/T 4658: `code,name,key`.
const EDUCATION_LEVELS: &str = include_str!("../../data/gb_t_4658_2006_education.csv");

/// A name as it is kept: no blanks around it or between Chinese characters, one blank between other words, and U+00B7
/// as the separator (trap 9), whichever dot was typed.
pub(super) fn normal_name(text: &str) -> String {
    let mut name = String::new();
    for c in text.trim().chars().filter(|c| !c.is_control()) {
        let c = match c {
            '・' | '•' | '．' | '‧' | '･' | '∙' | '⋅' => '·',
            '.' if name.ends_with(is_han) => '·',
            _ if c.is_whitespace() => ' ',
            _ => c,
        };
        // A blank counts only between two words that are not Chinese.
        if name.ends_with(' ') && (c == ' ' || c == '·' || is_han(c)) {
            name.pop();
        }
        if c == ' ' && name.ends_with(|last| last == '·' || is_han(last)) {
            continue;
        }
        name.push(c);
    }
    name
}

/// An ethnic group as the standard writes it: `汉` becomes 汉族. Others stay as they are.
pub(super) fn normal_ethnicity(text: &str) -> String {
    let text = text.trim();
    let mut known = ethnicities().filter(|name| *name == text || name.strip_suffix('族') == Some(text));
    known.next().unwrap_or(text).to_owned()
}

/// The names of the 56 ethnic groups.
pub(crate) fn ethnicities() -> impl Iterator<Item = &'static str> {
    ETHNIC_GROUPS.lines().skip(1).filter_map(|line| line.split(',').nth(1))
}

/// The levels of education, the highest first.
pub(crate) fn educations() -> impl Iterator<Item = &'static str> {
    EDUCATION_LEVELS.lines().skip(1).filter_map(|line| line.split(',').nth(1))
}

/// A telephone number as it is kept: ordinary digits, no blanks around.
pub(super) fn normal_phone(text: &str) -> String {
    half_width(text).trim().to_owned()
}

/// Several telephone numbers as they are kept: one a line.
pub(super) fn normal_phones(text: &str) -> String {
    let phones: Vec<String> =
        text.split(['\n', ';', '；', '、']).map(normal_phone).filter(|one| !one.is_empty()).collect();
    phones.join("\n")
}

/// Sorts names as a Chinese list is sorted: syllable by syllable, characters without a known reading last.
pub(super) fn sort_key(name: &str) -> String {
    let mut syllables = Vec::new();
    for (place, c) in name.chars().enumerate() {
        let surname = SURNAMES.iter().find(|(surname, _)| place == 0 && *surname == c).map(|(_, reading)| *reading);
        match surname.or_else(|| c.to_pinyin().map(pinyin::Pinyin::plain)) {
            Some(syllable) => syllables.push(syllable.replace('ü', "v")),
            None => syllables.extend(c.to_lowercase().map(String::from)),
        }
    }
    syllables.join(" ")
}

/// Sorts party groups and units as people count them, 第二党小组 before 第十党小组; others by name, none last.
pub fn group_order(name: &str) -> (bool, u32, &str) {
    (name.is_empty(), number_at_start(name.strip_prefix('第').unwrap_or(name)).unwrap_or(u32::MAX), name)
}

/// `十二党小组` → 12, `3组` → 3.
fn number_at_start(text: &str) -> Option<u32> {
    let end = text.find(|c| !"0123456789零一二三四五六七八九十".contains(c)).unwrap_or(text.len());
    let number = &text[..end];
    let digit = |text: &str| "零一二三四五六七八九".chars().position(|c| text.chars().eq([c]));
    let chinese = match number.split_once('十') {
        Some((tens, ones)) => Some(10 * digit(tens).unwrap_or(1) + digit(ones).unwrap_or(0)),
        None => digit(number),
    };
    number.parse().ok().or_else(|| u32::try_from(chinese?).ok())
}

/// What a member is found by, one key a line: name, pinyin and initials in every reading of the surname, and the last
/// four characters of the id number and of the telephones.
pub(super) fn search_key(member: &MemberRequest) -> String {
    let name = search_text(&member.name);
    let mut keys = vec![name.clone(), name.replace('·', "")];
    let sorted = sort_key(&member.name.replace('·', ""));
    let (surname, given) = sorted.split_once(' ').unwrap_or((&sorted, ""));
    let others = member.name.chars().next().and_then(|c| c.to_pinyin_multi()).into_iter().flatten();
    for surname in std::iter::once(surname.to_owned()).chain(others.map(|reading| reading.plain().replace('ü', "v"))) {
        let syllables = || std::iter::once(surname.as_str()).chain(given.split_whitespace());
        let whole: String = syllables().collect();
        keys.extend([
            whole.replace('v', "u"),
            whole,
            syllables().filter_map(|syllable| syllable.chars().next()).collect(),
        ]);
    }
    let numbers = [member.id_number.as_ref().map_or("", |id| id.as_str()), &member.mobile, &member.landline];
    let others = member.particulars.get(Particular::OtherPhones).split(|c: char| !c.is_ascii_digit() && c != '-');
    let numbers = numbers.into_iter().chain(others);
    keys.extend(numbers.map(|number| tail(&number.to_lowercase())).filter(|tail| !tail.is_empty()));
    keys.sort();
    keys.dedup();
    keys.join("\n")
}

/// What someone typed into the search box, in the form of the keys: small letters, ordinary digits, no blanks.
pub(super) fn search_text(text: &str) -> String {
    half_width(text).to_lowercase().replace(char::is_whitespace, "").replace('ü', "v")
}

/// The last four characters.
fn tail(text: &str) -> String {
    let count = text.chars().count();
    text.chars().skip(count.saturating_sub(4)).collect()
}

/// Chinese characters, the rare ones of the later extensions included (trap 9).
fn is_han(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::roster::MemberKind;

    #[rstest]
    #[case(" 张　三 ", "张三")]
    #[case("欧阳  𣲘", "欧阳𣲘")]
    #[case("阿卜杜拉・买买提", "阿卜杜拉·买买提")]
    #[case("阿卜杜拉 • 买买提", "阿卜杜拉·买买提")]
    #[case("阿卜杜拉．买买提", "阿卜杜拉·买买提")]
    #[case("阿卜杜拉.买买提", "阿卜杜拉·买买提")]
    #[case("John   Smith", "John Smith")]
    #[case("", "")]
    fn a_name_is_kept_in_one_form(#[case] typed: &str, #[case] kept: &str) {
        assert_eq!(normal_name(typed), kept);
        assert_eq!(normal_name(kept), kept);
    }

    #[rstest]
    #[case("汉", "汉族")]
    #[case("汉族 ", "汉族")]
    #[case("维吾尔", "维吾尔族")]
    #[case("穿青人", "穿青人")]
    #[case("", "")]
    fn an_ethnic_group_is_kept_as_the_standard_writes_it(#[case] typed: &str, #[case] kept: &str) {
        assert_eq!(normal_ethnicity(typed), kept);
    }

    #[test]
    fn party_groups_come_as_people_count_them() {
        let mut groups = [
            "",
            "老干部党小组",
            "第十一党小组",
            "第三党小组",
            "第二十党小组",
            "第十党小组",
            "第二党小组",
            "第1党小组",
            "9组",
        ];
        groups.sort_by_key(|group| group_order(group));
        let sorted = [
            "第1党小组",
            "第二党小组",
            "第三党小组",
            "9组",
            "第十党小组",
            "第十一党小组",
            "第二十党小组",
            "老干部党小组",
            "",
        ];
        assert_eq!(groups, sorted);
    }

    #[test]
    fn names_sort_by_pinyin_with_the_surnames_own_reading() {
        let mut names = ["张三", "曾军", "吕芳", "路遥", "李斯", "单田", "阿里"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["阿里", "李斯", "路遥", "吕芳", "单田", "曾军", "张三"]);
    }

    #[rstest]
    #[case("曾军杰", "zengjunjie")]
    #[case("曾军杰", "zjj")]
    #[case("曾军杰", "军杰")]
    #[case("单田", "dantian")]
    #[case("吕芳", "lvfang")]
    #[case("吕芳", "lufang")]
    #[case("吕芳", "LÜ fang")]
    #[case("阿卜杜拉·买买提", "阿卜杜拉买买提")]
    #[case("阿卜杜拉·买买提", "abdlmmt")]
    #[case("何䶮", "heyan")]
    #[case("郑𬭎", "𬭎")]
    #[case("张三", "5678")]
    #[case("张三", "5609")]
    fn a_member_is_found_by_what_people_type(#[case] name: &str, #[case] typed: &str) {
        let mut member = MemberRequest::new(name, MemberKind::Full);
        member.mobile = "13812345678".to_owned();
        member.id_number = "440300199003105609".to_owned().try_into().ok();
        assert!(search_key(&member).contains(&search_text(typed)), "{}", search_key(&member));
    }
}
