//! What the words of a column say about somebody's membership: 正式党员, 预备, 已转出, 积极分子 …

use super::leaving::{says_gone, tells_of_leaving};
use crate::roster::{MemberKind, Standing};
use crate::values::half_width;

/// What a word says about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::roster::import) enum Word {
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
    "中国共产党",
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

const NORMAL: &[&str] = &[
    "正常",
    "正常党籍",
    "党籍正常",
    "在册",
    "在籍",
    "在册党员",
    "在籍党员",
    "当前党员",
    "现有党员",
    "已恢复党籍",
    "恢复党籍",
];

const SUSPENDED: &[&str] = &["停止党籍", "已停止党籍", "停止", "停党", "暂停党籍", "停止党籍人员", "停止党籍党员"];

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
    "党外人士",
    "无党派",
    "非党员",
    "非中共",
    "不是党员",
    "不是中共",
    "未入党",
    "拟发展",
    "拟入党",
];

/// What a whole cell says, where it says nothing else: `中共预备党员`, `2-正式党员`, `已转出`.
pub(in crate::roster::import) fn meaning(text: &str) -> Option<Word> {
    // The longest is 受聘于…; what is longer is a text. Numbers and dates, half of all cells, say nothing of it.
    if text.is_ascii() || text.len() > 60 {
        return None;
    }
    let text: String = half_width(text).chars().filter(|c| !c.is_whitespace()).map(simplified).collect();
    let code = |c: char| c.is_ascii_alphanumeric() || "-.、_:".contains(c);
    let word = text.trim_start_matches(code).trim_end_matches(|c: char| code(c) || "*。".contains(c));
    let word = word.strip_prefix("中共").unwrap_or(word);
    if word.is_empty() {
        return text.contains("中共").then_some(Word::Member(MemberKind::Full));
    }
    let is = |words: &[&str]| words.contains(&word);
    let bare = word.split(['(', '-', '—', '/', ',', '、']).next().unwrap_or_default();
    // How somebody is employed says nothing of the kind.
    let bare = ["在职", "离退休", "退休", "离休", "退役", "在岗"]
        .iter()
        .fold(bare, |bare, way| bare.strip_prefix(way).or_else(|| bare.strip_suffix(way)).unwrap_or(bare));
    let is_outside = OUTSIDE.iter().any(|part| word.contains(part));
    let is_no_more = ["前", "原", "曾"].iter().any(|was| word.starts_with(was)) && bare.ends_with("党员");
    if is_no_more {
        return Some(Word::Gone);
    }
    let is_more = word != bare;
    let has_left = || tells_of_leaving(word);
    let on_probation = word.contains("预备") && !word.contains("期满");
    // 学生预备党员: whatever else they are.
    let ends_with = |kind: &str| bare.ends_with(kind) && !bare.contains(['非', '不', '未']) && !has_left();
    let is_probationary = is(PROBATIONARY)
        || word.starts_with("预备党员")
        || ends_with("预备党员")
        || (PROBATIONARY.contains(&bare) && !has_left())
        || (is_more && on_probation && !bare.contains('正') && (bare.ends_with("党员") || FULL.contains(&bare)));
    if is_probationary && !is_outside {
        return Some(Word::Member(MemberKind::Probationary));
    }
    let is_full = is(FULL)
        || (ends_with("正式党员") && !is_outside)
        || (bare.ends_with("党员") && word.contains("(正式") && !has_left())
        || (is_more && FULL.contains(&bare) && !has_left() && !on_probation);
    if is_full {
        return Some(Word::Member(MemberKind::Full));
    }
    if is(NORMAL) {
        return Some(Word::Standing(Standing::Normal));
    }
    if is(SUSPENDED) {
        return Some(Word::Standing(Standing::Suspended));
    }
    if says_gone(word) {
        return Some(Word::Gone);
    }
    is_outside.then_some(Word::Outsider)
}

/// Of the characters in which lists from elsewhere write these words.
fn simplified(c: char) -> char {
    match c {
        '黨' => '党',
        '員' => '员',
        '預' => '预',
        '備' => '备',
        '轉' => '转',
        c => c,
    }
}

/// What a cell says under a title that asks a question: 是否党员, 是否转出.
pub(in crate::roster::import) fn answer(title: &str, yes: bool) -> Option<Word> {
    let member = |full: bool| Word::Member(if full { MemberKind::Full } else { MemberKind::Probationary });
    let asks = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if asks(&["转正", "正式党员", "是否正式", "是否为正式"]) {
        return Some(member(yes));
    }
    if asks(&["预备党员", "是否预备", "是否为预备"]) {
        return Some(member(!yes));
    }
    if asks(&["是否党员", "是否中共党员", "是否为党员", "是否为中共党员"]) {
        return (!yes).then_some(Word::Outsider);
    }
    let asks_of_validity = title.contains("有效") && !title.contains('证');
    if asks_of_validity || asks(&["在册", "在支部", "在本支部", "在籍", "健在", "在世"]) {
        return (!yes).then_some(Word::Gone);
    }
    let asks_of_leaving = tells_of_leaving(title.strip_prefix("是否").unwrap_or(title));
    (yes && asks_of_leaving).then_some(Word::Gone)
}

/// The kind that a mark means in a column of this title: 正式党员 with √.
pub(in crate::roster::import) fn marked(title: &str) -> Option<MemberKind> {
    match title {
        "正式党员" | "正式" => Some(MemberKind::Full),
        "预备党员" | "预备" => Some(MemberKind::Probationary),
        _ => None,
    }
}

/// Parts of titles under which a text may tell that somebody has left.
pub(super) fn is_remark(title: &str) -> bool {
    ["备注", "说明", "情况", "变动", "标签", "变化", "附注", "注释"].iter().any(|part| title.contains(part))
}

/// Parts of titles of columns that speak of somebody else, or of another time.
pub(crate) fn is_about_others(title: &str) -> bool {
    const OTHERS: [&str; 25] = [
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
        "法人",
        "书记",
        "负责人",
        "班主任",
        "辅导员",
        "导师",
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
    #[case("不在册", Some(Word::Gone))]
    #[case("已出册", Some(Word::Gone))]
    #[case("离开", Some(Word::Gone))]
    #[case("非本支部", Some(Word::Gone))]
    #[case("党外人士", Some(Word::Outsider))]
    #[case("停党", Some(Word::Standing(Standing::Suspended)))]
    #[case("正式党员1", FULL)]
    #[case("中共党员01", FULL)]
    #[case("正式党员-退休", FULL)]
    #[case("在职正式党员", FULL)]
    #[case("退休党员", FULL)]
    #[case("中共党员(已转正)", FULL)]
    #[case("黨員", FULL)]
    #[case("中国共产党", FULL)]
    #[case("在职预备党员", PROBATIONARY)]
    #[case("中国共产党（预备）", PROBATIONARY)]
    #[case("正式党员（预备期满）", FULL)]
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
