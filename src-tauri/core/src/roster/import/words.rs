//! What the words of a column say about somebody's membership: 正式党员, 预备, 已转出, 积极分子 …

use crate::roster::{MemberKind, Standing};
use crate::values::half_width;

/// What a word says about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// Is a member, of this kind.
    Member(MemberKind),
    /// Is a member whose standing this is.
    Standing(Standing),
    /// Is no member of this branch any more.
    Gone,
    /// Is not, or not yet, a member of the Party.
    Outsider,
}

const FULL: &[&str] = &[
    "正式党员",
    "正式",
    "正",
    "党员",
    "共产党员",
    "中国共产党党员",
    "中国共产党正式党员",
    "正式中共党员",
    "已转正",
    "按期转正",
    "延期转正",
    "延长预备期后转正",
];

const PROBATIONARY: &[&str] = &[
    "预备党员",
    "预备",
    "预",
    "预备期",
    "预备期党员",
    "预备中共党员",
    "中国共产党预备党员",
    "未转正",
    "待转正",
    "延长预备期",
];

const NORMAL: &[&str] = &["正常", "正常党籍", "党籍正常", "在册", "已恢复党籍", "恢复党籍"];

const SUSPENDED: &[&str] = &["停止党籍", "已停止党籍", "停止", "暂停党籍"];

/// Parts of words for people who are not, or not yet, members.
const OUTSIDE: &[&str] = &[
    "积极分子",
    "发展对象",
    "培养对象",
    "申请人",
    "申请者",
    "申请入党",
    "递交申请",
    "群众",
    "团员",
    "民革",
    "民盟",
    "民建",
    "民进",
    "农工党",
    "农工民主党",
    "致公党",
    "九三学社",
    "台盟",
    "民主党派",
    "无党派",
    "非党员",
    "非中共",
];

/// Parts of words for people who have left.
const LEFT: &[&str] = &[
    "转出",
    "转走",
    "转离",
    "转往",
    "已转至",
    "已转到",
    "转至外",
    "转到外",
    "迁出",
    "调出",
    "调离",
    "去世",
    "逝世",
    "离世",
    "过世",
    "辞世",
    "死亡",
    "病故",
    "亡故",
    "身故",
    "已故",
    "减员",
    "出党",
    "退党",
    "脱党",
    "除名",
    "开除",
    "取消预备",
    "取消党员",
    "不予承认",
    "注销",
    "历史党员",
    "已离开",
    "离开支部",
    "离开本支部",
    "离开党组织",
];

/// Before one of those: it has not happened, or to somebody else, or the other way round.
const NOT_YET: &[&str] = &[
    "未", "不", "没", "没有", "拟", "待", "将", "欲", "准备", "申请", "正在", "需", "应", "可", "免予", "无法", "办理",
    "暂缓", "如", "父", "母", "父亲", "母亲", "配偶", "妻子", "丈夫", "爱人", "岳父", "岳母", "家属", "亲属", "儿子",
    "女儿", "老伴", "建议", "由", "从",
];

/// What a whole cell says, where it says nothing else: `中共预备党员`, `2-正式党员`, `已转出`.
pub(super) fn meaning(text: &str) -> Option<Word> {
    // The longest is 受聘于…; what is longer is a text.
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    let text: String = half_width(text).chars().filter(|c| !c.is_whitespace()).collect();
    let code = |c: char| c.is_ascii_alphanumeric() || "-.、_:".contains(c);
    let word = text.trim_start_matches(code).trim_end_matches(['*', '。']);
    let word = word.strip_prefix("中共").unwrap_or(word);
    if word.is_empty() {
        return text.contains("中共").then_some(Word::Member(MemberKind::Full));
    }
    let is = |words: &[&str]| words.contains(&word);
    let bare = word.split('(').next().unwrap_or_default();
    if is(PROBATIONARY) || word.starts_with("预备党员") || word == "党员(预备)" || word == "党员(预备期)" {
        return Some(Word::Member(MemberKind::Probationary));
    }
    if is(FULL) || (bare == "正式党员" && !tells_of_leaving(word)) || word == "党员(正式)" {
        return Some(Word::Member(MemberKind::Full));
    }
    if is(NORMAL) {
        return Some(Word::Standing(Standing::Normal));
    }
    if is(SUSPENDED) {
        return Some(Word::Standing(Standing::Suspended));
    }
    if tells_of_leaving(word) || ["已转", "已离", "已亡", "已逝", "已走"].contains(&word) {
        return Some(Word::Gone);
    }
    let outside = OUTSIDE.iter().any(|part| word.contains(part));
    outside.then_some(Word::Outsider)
}

/// What a cell says under a title that asks a question: 是否党员, 是否转出.
pub(super) fn answer(title: &str, yes: bool) -> Option<Word> {
    let member = |full: bool| Word::Member(if full { MemberKind::Full } else { MemberKind::Probationary });
    let asks = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if asks(&["转正", "正式党员"]) {
        return Some(member(yes));
    }
    if title.contains("预备党员") {
        return Some(member(!yes));
    }
    if asks(&["是否党员", "是否中共党员", "是否为党员", "是否为中共党员", "是否在册"]) {
        return (!yes).then_some(if title.contains("在册") { Word::Gone } else { Word::Outsider });
    }
    (yes && LEFT.iter().any(|part| title.contains(part))).then_some(Word::Gone)
}

/// Whether a text says somewhere that the person has left, died or is no member any more: `2025年3月已转出`, but not
/// `组织关系未转出` or `父亲去世`.
pub(super) fn tells_of_leaving(text: &str) -> bool {
    LEFT.iter().any(|part| {
        text.match_indices(part).any(|(place, _)| {
            let before = &text[..place];
            let after = &text[place + part.len()..];
            let before = before.strip_suffix("党员").unwrap_or(before).strip_suffix("组织关系").unwrap_or(before);
            !NOT_YET.iter().any(|word| before.ends_with(word))
                && !["手续", "办理中", "中", "申请", "单位", "支部", "地"].iter().any(|word| after.starts_with(word))
        })
    })
}

/// Whether a column of this title is filled in only for those who have left: 转出时间, 转往单位, 减员原因.
pub(super) fn is_for_the_gone(title: &str) -> bool {
    const ABOUT: [&str; 9] = ["时间", "日期", "单位", "支部", "去向", "原因", "类型", "方式", "年月"];
    const STEMS: [&str; 20] = [
        "转出", "转往", "转至", "转去", "迁出", "调出", "调离", "去世", "逝世", "死亡", "病故", "减员", "出党", "退党",
        "脱党", "除名", "开除", "注销", "离开", "离世",
    ];
    let stem = STEMS.iter().any(|stem| title.contains(stem));
    // Where somebody came from is called 转出单位 as well.
    let from_where = ["转出单位", "转出支部", "转出党组织", "转出地"].iter().any(|from| title.contains(from));
    let of_others = ["父", "母", "配偶", "转入", "操作", "标识", "慰问"].iter().any(|word| title.contains(word));
    stem && !from_where && !of_others && (ABOUT.iter().any(|about| title.contains(about)) || title.chars().count() <= 4)
}

/// Parts of titles under which a text may tell that somebody has left.
pub(super) fn is_remark(title: &str) -> bool {
    ["备注", "说明", "情况", "变动", "标签", "变化", "附注", "注释"].iter().any(|part| title.contains(part))
}

/// Parts of titles of columns that speak of somebody else, or of another time.
pub(super) fn is_about_others(title: &str) -> bool {
    const OTHERS: [&str; 19] = [
        "父",
        "母",
        "配偶",
        "子女",
        "家属",
        "家庭",
        "亲属",
        "爱人",
        "介绍人",
        "联系人",
        "培养人",
        "监护人",
        "介绍",
        "原政治",
        "曾",
        "入党前",
        "党前",
        "领导",
        "推荐",
    ];
    OTHERS.iter().any(|part| title.contains(part))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const FULL: Option<Word> = Some(Word::Member(MemberKind::Full));
    const PROBATIONARY: Option<Word> = Some(Word::Member(MemberKind::Probationary));

    #[rstest]
    #[case("中共党员", FULL)]
    #[case("正式", FULL)]
    #[case("01-中共正式党员", FULL)]
    #[case("正式党员（在职）", FULL)]
    #[case("中共", FULL)]
    #[case("中共预备党员", PROBATIONARY)]
    #[case("预", PROBATIONARY)]
    #[case("党员（预备）", PROBATIONARY)]
    #[case("正常", Some(Word::Standing(Standing::Normal)))]
    #[case("已恢复党籍", Some(Word::Standing(Standing::Normal)))]
    #[case("停止党籍", Some(Word::Standing(Standing::Suspended)))]
    #[case("已转出", Some(Word::Gone))]
    #[case("已去世", Some(Word::Gone))]
    #[case("出党", Some(Word::Gone))]
    #[case("自行脱党", Some(Word::Gone))]
    #[case("取消预备党员资格", Some(Word::Gone))]
    #[case("正式党员（已转出）", Some(Word::Gone))]
    #[case("入党积极分子", Some(Word::Outsider))]
    #[case("共青团员", Some(Word::Outsider))]
    #[case("民盟盟员", Some(Word::Outsider))]
    #[case("群众", Some(Word::Outsider))]
    #[case("在职教职工", None)]
    #[case("本科生", None)]
    #[case("留党察看", None)]
    #[case("未转出", None)]
    #[case("", None)]
    fn a_word_says_who_is_a_member(#[case] text: &str, #[case] word: Option<Word>) {
        assert_eq!(meaning(text), word);
    }

    #[rstest]
    #[case("2025年3月已转出", true)]
    #[case("2024.11去世", true)]
    #[case("已调离本单位", true)]
    #[case("2020年退党", true)]
    #[case("组织关系转出", true)]
    #[case("组织关系未转入", false)]
    #[case("组织关系未转出", false)]
    #[case("组织关系尚未转出", false)]
    #[case("拟转出", false)]
    #[case("转出手续办理中", false)]
    #[case("父亲去世", false)]
    #[case("由外单位转入", false)]
    #[case("2023年由街道转出单位转入", false)]
    #[case("退休", false)]
    fn a_remark_tells_of_leaving_or_does_not(#[case] text: &str, #[case] gone: bool) {
        assert_eq!(tells_of_leaving(text), gone);
    }

    #[rstest]
    #[case("转出时间", true)]
    #[case("转往单位", true)]
    #[case("组织关系转出日期", true)]
    #[case("减员时间", true)]
    #[case("去世", true)]
    #[case("离开本系统日期", true)]
    #[case("转出单位", false)]
    #[case("转入时间", false)]
    #[case("离开本系统操作党组织唯一标识", false)]
    fn a_column_is_for_those_who_left(#[case] title: &str, #[case] gone: bool) {
        assert_eq!(is_for_the_gone(title), gone);
    }

    #[rstest]
    #[case("是否党员", false, Some(Word::Outsider))]
    #[case("是否党员", true, None)]
    #[case("是否预备党员", true, PROBATIONARY)]
    #[case("是否已转正", true, FULL)]
    #[case("是否转出", true, Some(Word::Gone))]
    #[case("是否转出", false, None)]
    #[case("是否农民工", true, None)]
    fn a_question_is_answered(#[case] title: &str, #[case] yes: bool, #[case] word: Option<Word>) {
        assert_eq!(answer(title, yes), word);
    }
}
