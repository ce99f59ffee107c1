//! Names and other words as they are kept, sorted and found.

mod strokes;
mod titles;

pub use strokes::{by_strokes, stroke_key};

use std::ops::Range;
use std::sync::LazyLock;

use pinyin::{ToPinyin, ToPinyinMulti};

use super::{MemberRecord, Particular};
use crate::values::{as_it_looks, half_width, plain, unguarded};

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
const ETHNIC_GROUPS: &str = include_str!("../../../data/gb_t_3304_1991_ethnic.csv");

/// The levels of education of GB/T 4658: `code,name,key`.
const EDUCATION_LEVELS: &str = include_str!("../../../data/gb_t_4658_2006_education.csv");

/// A name as it is kept: without what nobody sees, no blanks around it or between Chinese characters, one blank between
/// other words, and U+00B7 as the separator (trap 9), whichever dot was typed.
pub(super) fn normal_name(text: &str) -> String {
    let mut name = String::new();
    for c in as_it_looks(text).trim().chars() {
        let c = match c {
            _ if is_middle_dot(c) => '·',
            '.' | '。' if name.ends_with(is_han) => '·',
            _ if c.is_whitespace() => ' ',
            _ => c,
        };
        // A blank counts only between two words that are not Chinese; one dot separates as well as two.
        if name.ends_with(' ') && (c == ' ' || c == '·' || is_han(c)) {
            name.pop();
        }
        if (c == ' ' && name.ends_with(|last| last == '·' || is_han(last))) || (c == '·' && name.ends_with('·')) {
            continue;
        }
        name.push(c);
    }
    name.trim_matches('·').to_owned()
}

/// The dots that input methods, fonts and other programs have for the one in `阿不都·热合曼`.
fn is_middle_dot(c: char) -> bool {
    "·・•．‧･∙⋅▪˙●◦⸱⸳ꞏ᛫🞄\u{387}｡⦁ᐧ◾⬩⸰".contains(c)
}

/// Ethnic groups under names and spellings that are no longer in use.
const FORMER_ETHNIC_NAMES: &[(&str, &str)] = &[
    ("毛难族", "毛南族"),
    ("崩龙族", "德昂族"),
    ("僮族", "壮族"),
    ("佧佤族", "佤族"),
    ("仫老族", "仫佬族"),
    ("民家族", "白族"),
    ("索伦族", "鄂温克族"),
    ("维吾尔", "维吾尔族"),
];

/// An ethnic group as the standard writes it: `汉`, `01` and `1` become 汉族, 毛难族 becomes 毛南族. Others stay as
/// they are.
pub(super) fn normal_ethnicity(text: &str) -> String {
    // In a table of Word's 汉 族 is spread over its cell.
    let text: String = half_width(&as_it_looks(text)).split_whitespace().collect::<String>().replace('漢', "汉");
    let text = text.as_str();
    let whole = if text.ends_with('族') { text.to_owned() } else { format!("{text}族") };
    let former = FORMER_ETHNIC_NAMES.iter().find(|(former, _)| *former == whole).map(|(_, name)| *name);
    let code = text.parse::<usize>().ok().filter(|_| text.len() <= 2);
    let mut known = ethnic_groups().filter(|(number, name)| {
        *name == text || *name == whole || Some(*name) == former || code.is_some() && number.parse().ok() == code
    });
    known.next().map_or(text, |(_, name)| name).to_owned()
}

/// Whether it is one of the 56, or what stands in their place in a register.
pub(super) fn is_ethnicity(text: &str) -> bool {
    const BESIDE: [&str; 11] = [
        "穿青人",
        "革家人",
        "摩梭人",
        "僜人",
        "夏尔巴人",
        "图瓦人",
        "其他",
        "其他族",
        "外国血统",
        "外国血统中国籍人士",
        "未识别民族",
    ];
    BESIDE.contains(&text) || ethnicities().any(|name| name == text)
}

/// The names of the 56 ethnic groups.
pub(crate) fn ethnicities() -> impl Iterator<Item = &'static str> {
    ethnic_groups().map(|(_, name)| name)
}

/// Whether an ethnicity is written as the standard has it.
pub(crate) fn is_ethnicity_written_out(text: &str) -> bool {
    ethnicities().any(|name| name == text)
}

/// Their codes and names.
fn ethnic_groups() -> impl Iterator<Item = (&'static str, &'static str)> {
    static GROUPS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| coded(ETHNIC_GROUPS).collect());
    GROUPS.iter().copied()
}

/// The levels of education, the highest first.
pub(crate) fn educations() -> impl Iterator<Item = &'static str> {
    coded(EDUCATION_LEVELS).map(|(_, name)| name)
}

/// The level of education that a code of the standard stands for.
pub(super) fn education_of_code(code: &str) -> Option<&'static str> {
    coded(EDUCATION_LEVELS).find(|(known, _)| *known == code).map(|(_, name)| name)
}

/// Codes and names of a standard's table.
fn coded(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().skip(1).filter_map(|line| {
        let (code, rest) = line.split_once(',')?;
        Some((code, rest.split(',').next()?))
    })
}

/// A telephone number as it is kept: ordinary digits, no guards or blanks around; eleven digits of a mobile number in one
/// run, without the country's code.
pub(super) fn normal_phone(text: &str) -> String {
    let text = unguarded(text);
    mobile_number(&text).unwrap_or(text)
}

/// The eleven digits, where the text is a mobile number, however it is spaced.
pub(super) fn mobile_number(text: &str) -> Option<String> {
    let digits: String =
        text.chars().filter(|c| !c.is_whitespace() && !"-–—.()+。,，;；、^#@☎☏📞📱℡".contains(*c)).collect();
    // A spreadsheet's number, written out by another program.
    let noughts = text.rsplit_once('.').map_or("", |(_, behind)| behind);
    let noughts = if noughts.len() > 2 { "" } else { noughts };
    let digits = if noughts.bytes().all(|byte| byte == b'0') {
        digits.strip_suffix(noughts).unwrap_or(&digits)
    } else {
        &digits
    };
    let own = ["0086", "86", "0"].iter().find_map(|code| digits.strip_prefix(code)).filter(|own| own.len() == 11);
    let number = own.unwrap_or(digits);
    let fits = number.len() == 11 && number.bytes().all(|byte| byte.is_ascii_digit());
    (fits && number.starts_with('1') && !matches!(number.as_bytes()[1], b'0'..=b'2')).then(|| number.to_owned())
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
pub(super) fn search_key(member: &MemberRecord) -> String {
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

/// What someone typed into the search box, in the form of the keys: small letters, ordinary digits, no blanks, one dot,
/// and compatibility characters as their ordinary ones.
pub(crate) fn search_text(text: &str) -> String {
    let seen = half_width(&as_it_looks(text)).to_lowercase().replace('ü', "v");
    let plain = |c| if is_middle_dot(c) { '·' } else { plain(c) };
    seen.chars().filter(|c| !c.is_whitespace()).map(plain).collect()
}

/// Where `search` finds a text, by its characters, its pinyin or its initials; `None` where it does not. A syllable is found
/// from its beginning.
pub fn found_in(text: &str, search: &str) -> Option<FoundAt> {
    let search = search_text(search);
    let text = search_text(text);
    let at = |place: usize| if place == 0 { FoundAt::Beginning } else { FoundAt::Inside };
    if let Some(place) = text.find(&search) {
        return Some(at(place));
    }
    let by_sound = || search.chars().all(|c| c.is_ascii_lowercase());
    let syllables: Vec<_> = text.chars().map(syllable).collect();
    let initials: String = syllables.iter().filter_map(|syllable| syllable.chars().next()).collect();
    let sounds = |from: usize| sounds_like(&syllables[from..], &search);
    let found = || initials.find(&search).or_else(|| (0..syllables.len()).find(|from| sounds(*from)));
    if by_sound() { found().map(at) } else { None }
}

/// Where the characters that are looked for stand in a text, as bytes of it; sounds are not looked for.
pub fn place_in(text: &str, search: &str) -> Option<Range<usize>> {
    let search = search_text(search);
    let last = search.len().checked_sub(1)?;
    // As it is compared, and for each byte of that the character it comes from.
    let (mut plain, mut from) = (String::new(), Vec::new());
    for (at, c) in text.char_indices() {
        let seen = search_text(c.encode_utf8(&mut [0; 4]));
        from.extend(std::iter::repeat_n(at..at + c.len_utf8(), seen.len()));
        plain.push_str(&seen);
    }
    let first = plain.find(&search)?;
    Some(from.get(first)?.start..from.get(first + last)?.end)
}

/// Where something was found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundAt {
    Beginning,
    Inside,
}

/// The plain pinyin of a character, `v` for `ü`; of another character itself.
fn syllable(c: char) -> String {
    c.to_pinyin().map_or_else(|| c.to_string(), |sound| sound.plain().replace('ü', "v"))
}

/// Whether what is typed goes through the syllables from the first on; the last may be unfinished, and `u` stands for `ü`.
fn sounds_like(syllables: &[String], typed: &str) -> bool {
    let mut rest = typed;
    for syllable in syllables {
        let plain = syllable.replace('v', "u");
        if syllable.starts_with(rest) || plain.starts_with(rest) {
            return true;
        }
        let Some(after) = rest.strip_prefix(syllable.as_str()).or_else(|| rest.strip_prefix(&plain)) else {
            return false;
        };
        rest = after;
    }
    false
}

/// The last four characters.
fn tail(text: &str) -> String {
    let count = text.chars().count();
    text.chars().skip(count.saturating_sub(4)).collect()
}

/// Chinese characters, the rare ones of the later extensions included (trap 9).
pub(super) fn is_han(c: char) -> bool {
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
    #[case("古丽娜▪艾买提", "古丽娜·艾买提")]
    #[case("阿依古丽˙买买提", "阿依古丽·买买提")]
    #[case("阿卜杜拉。·买买提·", "阿卜杜拉·买买提")]
    #[case("\u{202E}欧阳\u{200B}雪", "欧阳雪")]
    #[case("⻢思远", "马思远")]
    #[case("陈\u{E863}", "陈䶮")]
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
    #[case("01", "汉族")]
    #[case("1", "汉族")]
    #[case("36", "毛南族")]
    #[case("毛难族", "毛南族")]
    #[case("崩龙", "德昂族")]
    #[case("女", "女")]
    #[case("", "")]
    fn an_ethnic_group_is_kept_as_the_standard_writes_it(#[case] typed: &str, #[case] kept: &str) {
        assert_eq!(normal_ethnicity(typed), kept);
    }

    #[rstest]
    #[case("138 1234 5678", "13812345678")]
    #[case("+86-138-1234-5678", "13812345678")]
    #[case("8613812345678", "13812345678")]
    #[case("013812345678", "13812345678")]
    #[case("13812345678.0", "13812345678")]
    #[case("13812345678.00", "13812345678")]
    #[case("13812345678。", "13812345678")]
    #[case("#13812345678", "13812345678")]
    #[case("☎13812345678", "13812345678")]
    #[case("=\"13812345678\"", "13812345678")]
    #[case("１３８１２３４５６７８", "13812345678")]
    #[case("1381234567", "1381234567")]
    #[case("0755-12345678", "0755-12345678")]
    #[case("", "")]
    fn a_mobile_number_is_kept_as_eleven_digits(#[case] typed: &str, #[case] kept: &str) {
        assert_eq!(normal_phone(typed), kept);
        assert_eq!(normal_phone(kept), kept);
    }

    #[rstest]
    #[case("主题党日", "党日", Some(FoundAt::Inside))]
    #[case("主题党日", "ztdr", Some(FoundAt::Beginning))]
    #[case("主题党日", "dangr", Some(FoundAt::Inside))]
    #[case("主题党日", "zhuti", Some(FoundAt::Beginning))]
    #[case("主题党日", "ang", None)]
    #[case("第四季度 Party 大会", "party", Some(FoundAt::Inside))]
    #[case("吕梁学习", "lu liang", Some(FoundAt::Beginning))]
    #[case("李某某", "zhang", None)]
    #[case("阿依古丽·买买提", "丽•买", Some(FoundAt::Inside))]
    #[case("王𬭎", "𬭎", Some(FoundAt::Inside))]
    #[case("王𬭎", "", Some(FoundAt::Beginning))]
    fn words_are_found_by_characters_pinyin_or_initials(
        #[case] text: &str,
        #[case] search: &str,
        #[case] found: Option<FoundAt>,
    ) {
        assert_eq!(found_in(text, search), found);
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
    #[case("古丽娜·艾买提", "古丽娜•艾买提")]
    #[case("\u{F92C}世宁", "郎世宁")]
    #[case("张三", "5678")]
    #[case("张三", "5609")]
    fn a_member_is_found_by_what_people_type(#[case] name: &str, #[case] typed: &str) {
        let mut member = MemberRecord::new(name, MemberKind::Full);
        member.mobile = "13812345678".to_owned();
        member.id_number = "440300199003105609".to_owned().try_into().ok();
        assert!(search_key(&member).contains(&search_text(typed)), "{}", search_key(&member));
    }
}
