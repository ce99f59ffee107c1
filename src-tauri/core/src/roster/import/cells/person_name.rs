//! A name out of a cell that may hold more than the name: 何芳（书记）, 许安（转出）, 何芳*.

use super::words::{self, Word};
use crate::roster::names::{is_ethnicity, is_han, normal_name};
use crate::values::{PartialDate, half_width};

/// What a name's cell says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::roster::import) struct PersonName {
    /// The name alone, as it is kept.
    pub(in crate::roster::import) name: String,
    /// What else stands there.
    pub(in crate::roster::import) remark: String,
}

/// Why a cell holds no name.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::roster::import) enum NoName {
    /// Part of it is hidden behind asterisks.
    Masked,
    /// Two names.
    Two,
    /// A number, a date, a word of another column.
    SomethingElse,
}

/// Marks that people set at names; what they mean only they know.
const MARKS: &str = "×✗✘*★☆△▲▽▼◇◆□■○◎※#＋+√✓✔①②③④⑤⑥⑦⑧⑨⑩^&!?？！~～";

/// What may stand in brackets or behind a blank and is no part of the name.
const REMARKS: [&str; 16] = [
    "书记",
    "副书记",
    "支部书记",
    "党支部书记",
    "组织委员",
    "宣传委员",
    "纪检委员",
    "委员",
    "组长",
    "预备",
    "预备党员",
    "正式党员",
    "退休",
    "男性",
    "女性",
    "小组长",
];

/// Reads a name's cell.
pub(in crate::roster::import) fn read(text: &str) -> Result<PersonName, NoName> {
    // Nearly every name is two to four characters that mean nothing else.
    if (6..=12).contains(&text.len())
        && text.chars().all(|c| is_han(c) && !"党群团盟正预转去已男女族科士专学记委故同先师待空某暂未例组".contains(c))
    {
        return Ok(PersonName { name: text.to_owned(), remark: String::new() });
    }
    let (outside, mut remarks) = out_of_brackets(text);
    // A number of seven digits and more behind the name is a telephone.
    let outside = match outside.find(|c: char| c.is_ascii_digit()) {
        Some(place) if place > 0 && outside.chars().filter(char::is_ascii_digit).count() >= 7 => {
            remarks.push(outside[place..].trim().to_owned());
            outside[..place].to_owned()
        }
        _ => outside,
    };
    let (outside, behind) = before_remarks(&outside);
    remarks.extend(behind);
    if outside
        .split(['、', '，', ',', '/', ';', '；', '&'])
        .filter(|part| normal_name(part).chars().count() > 1)
        .count()
        > 1
    {
        return Err(NoName::Two);
    }
    let outside = outside.trim_matches(|c: char| c.is_whitespace() || "-–—:：、，,/;；“”\"‘’'".contains(c));
    let unmarked = outside.trim_matches(|c: char| MARKS.contains(c) || c.is_whitespace());
    // 张XX, 李某某, XXX.
    let is_placeholder = |c: char| "某XxＸｘ×".contains(c);
    let is_crossed_out = outside.chars().all(|c| c == 'X') || outside.starts_with(is_han);
    if outside.chars().count() > 1 && is_crossed_out && outside.chars().skip(1).all(is_placeholder) {
        return Err(NoName::Masked);
    }
    if unmarked.contains('*')
        || (outside.contains('*')
            && (unmarked.chars().count() < 2 || outside.starts_with('*') || outside.contains("**")))
    {
        return Err(NoName::Masked);
    }
    if unmarked.len() < outside.len() {
        remarks.push(outside.chars().filter(|c| MARKS.contains(*c)).collect());
    }
    let lost = remarks.iter().any(|remark| remark.contains(['□', '■', '?', '？']));
    if lost && unmarked.chars().count() == 1 {
        return Err(NoName::Masked);
    }
    let (name, behind) = behind_the_name(unmarked);
    remarks.extend(behind);
    // 故许安: nobody has this surname.
    let name = match name.strip_prefix('故') {
        Some(rest) if (2..=4).contains(&rest.chars().count()) => {
            remarks.push("故".to_owned());
            rest.to_owned()
        }
        _ => name,
    };
    let name = normal_name(&name);
    if name.is_empty() && remarks.is_empty() {
        return Ok(PersonName::default());
    }
    if is_something_else(&name) {
        return Err(NoName::SomethingElse);
    }
    Ok(PersonName { name, remark: remarks.join("、") })
}

/// The name before remarks that are set off by a sign: `许安/转出`.
fn before_remarks(text: &str) -> (String, Vec<String>) {
    let mut parts = text.split(['、', '，', ',', '/', ';', '；']).map(str::trim);
    let name = parts.next().unwrap_or_default();
    let remarks: Vec<String> = parts.filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let is_remark = |word: &String| {
        REMARKS.contains(&word.as_str()) || matches!(words::meaning(word), Some(Word::Gone | Word::Outsider))
    };
    if !name.is_empty() && !remarks.is_empty() && remarks.iter().all(is_remark) {
        (name.to_owned(), remarks)
    } else {
        (text.to_owned(), Vec::new())
    }
}

/// The text outside of brackets of any kind, and what stands in them.
fn out_of_brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside, mut remarks) = (String::new(), None::<String>, Vec::new());
    for c in half_width_brackets(text).chars() {
        match (c, &mut inside) {
            ('(', None) => inside = Some(String::new()),
            (')', Some(remark)) => {
                remarks.push(remark.trim().to_owned());
                inside = None;
            }
            (')', None) => {}
            (c, Some(remark)) => remark.push(c),
            (c, None) => outside.push(c),
        }
    }
    remarks.extend(inside.map(|remark| remark.trim().to_owned()));
    remarks.retain(|remark| !remark.is_empty());
    (outside, remarks)
}

fn half_width_brackets(text: &str) -> String {
    let plain = |c| match c {
        '（' | '【' | '〔' | '［' | '[' | '<' | '《' | '〈' | '{' => '(',
        '）' | '】' | '〕' | '］' | ']' | '>' | '》' | '〉' | '}' => ')',
        _ => c,
    };
    half_width(&text.chars().map(plain).collect::<String>())
}

/// A word behind a blank or a dash that is no part of a name (`何芳 书记`, `许安-已转出`), or that says at once that somebody
/// is gone (`许安已转出`).
fn behind_the_name(text: &str) -> (String, Option<String>) {
    let is_remark = |word: &str| {
        REMARKS.contains(&word)
            || matches!(words::meaning(word), Some(Word::Gone | Word::Outsider))
            || is_ethnicity(word)
    };
    if let Some((name, word)) = text.rsplit_once(|c: char| c.is_whitespace() || "-–—:：".contains(c))
        && is_remark(word.trim())
    {
        return (name.to_owned(), Some(word.trim().to_owned()));
    }
    const AT_THE_END: [&str; 19] = [
        "已转出",
        "已去世",
        "已调离",
        "已减员",
        "已退党",
        "已除名",
        "已开除",
        "转出",
        "去世",
        "调离",
        "退党",
        "已故",
        "同志",
        "副书记",
        "书记",
        "组长",
        "先生",
        "女士",
        "老师",
    ];
    let end = AT_THE_END.iter().find(|end| text.chars().count() > end.chars().count() + 1 && text.ends_with(**end));
    match end {
        Some(end) => (text[..text.len() - end.len()].to_owned(), Some((*end).to_owned())),
        None => (text.to_owned(), None),
    }
}

/// Whether the text cannot be a name: columns have shifted.
fn is_something_else(name: &str) -> bool {
    const WORDS: [&str; 38] = [
        "男",
        "女",
        "是",
        "否",
        "本科",
        "大专",
        "专科",
        "硕士",
        "博士",
        "研究生",
        "高中",
        "初中",
        "中专",
        "小学",
        "大学本科",
        "大学",
        "大学专科",
        "硕士研究生",
        "博士研究生",
        "书记",
        "副书记",
        "委员",
        "组织委员",
        "宣传委员",
        "纪检委员",
        "群众",
        "待定",
        "待补",
        "未定",
        "空缺",
        "暂缺",
        "先生",
        "女士",
        "同志",
        "党支部",
        "支部",
        "示例",
        "样例",
    ];
    let is_place = |name: &str| {
        name.chars().count() > 4 && name.contains(['省', '市']) && name.ends_with(['市', '区', '县', '镇', '村'])
    };
    let has_letter = name.chars().any(char::is_alphabetic);
    !has_letter
        || WORDS.contains(&name)
        || (name.ends_with('族') && is_ethnicity(name))
        || name.ends_with("党小组")
        || is_place(name)
        || (!name.ends_with(|c: char| c.is_ascii_digit()) && words::meaning(name).is_some())
        || PartialDate::read(name).is_ok()
        || name.chars().filter(char::is_ascii_digit).count() > 6
        || (name.contains('@') && name.contains('.'))
        || (name.chars().count() > 5
            && name.chars().all(is_han)
            && ["公司", "协会", "中心", "支部", "委员会", "街道", "学院", "学校", "基金会"]
                .iter()
                .any(|end| name.ends_with(end)))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("何芳", "何芳", "")]
    #[case("王 一", "王一", "")]
    #[case("阿不都·热合曼", "阿不都·热合曼", "")]
    #[case("John Smith", "John Smith", "")]
    #[case("欧阳𣲘", "欧阳𣲘", "")]
    #[case("党员9999", "党员9999", "")]
    #[case("何芳（书记）", "何芳", "书记")]
    #[case("何芳(女)", "何芳", "女")]
    #[case("何芳【组长】", "何芳", "组长")]
    #[case("许安（转出", "许安", "转出")]
    #[case("许安-已转出", "许安", "已转出")]
    #[case("许安已转出", "许安", "已转出")]
    #[case("何芳 书记", "何芳", "书记")]
    #[case("何芳*", "何芳", "*")]
    #[case("★何芳", "何芳", "★")]
    #[case("何芳×", "何芳", "×")]
    #[case("许安/转出", "许安", "转出")]
    #[case("许安，已去世", "许安", "已去世")]
    #[case("故许安", "许安", "故")]
    #[case("欧阳□", "欧阳", "□")]
    #[case("何芳 13800010001", "何芳", "13800010001")]
    #[case("何芳13800010001", "何芳", "13800010001")]
    fn a_name_is_told_from_what_stands_beside_it(#[case] text: &str, #[case] name: &str, #[case] remark: &str) {
        assert_eq!(read(text), Ok(PersonName { name: name.to_owned(), remark: remark.to_owned() }));
    }

    #[rstest]
    #[case("林*", NoName::Masked)]
    #[case("王?", NoName::Masked)]
    #[case("王□", NoName::Masked)]
    #[case("书记", NoName::SomethingElse)]
    #[case("林**", NoName::Masked)]
    #[case("*小明", NoName::Masked)]
    #[case("欧*雪", NoName::Masked)]
    #[case("张三、李四", NoName::Two)]
    #[case("张三/李四", NoName::Two)]
    #[case("13800010005", NoName::SomethingElse)]
    #[case("440300", NoName::SomethingElse)]
    #[case("1990-05-03", NoName::SomethingElse)]
    #[case("女", NoName::SomethingElse)]
    #[case("汉族", NoName::SomethingElse)]
    #[case("正式党员", NoName::SomethingElse)]
    #[case("（转出）", NoName::SomethingElse)]
    #[case("深圳市某某协会党支部", NoName::SomethingElse)]
    fn what_is_no_name_is_told(#[case] text: &str, #[case] why: NoName) {
        assert_eq!(read(text), Err(why));
    }
}
