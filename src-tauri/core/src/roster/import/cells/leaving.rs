//! Words by which lists say that somebody has left: 已转出, 病逝, 组织关系转至某某街道.

/// Parts of words for people who have left, or are no members any more. Where somebody went to may stand behind it.
const LEFT: &[&str] = &[
    "转出",
    "转走",
    "转离",
    "转往",
    "转去",
    "已转移",
    "关系转移",
    "迁出",
    "迁走",
    "调出",
    "调离",
    "调走",
    "调往",
    "外调",
    "去世",
    "逝世",
    "离世",
    "过世",
    "辞世",
    "仙逝",
    "病逝",
    "死亡",
    "病故",
    "亡故",
    "身故",
    "已故",
    "病亡",
    "身亡",
    "牺牲",
    "殉职",
    "病殁",
    "减员",
    "出党",
    "退党",
    "脱党",
    "劝退",
    "除名",
    "开除",
    "撤销党籍",
    "丧失党籍",
    "取消预备",
    "取消党员",
    "不予承认",
    "注销",
    "历史党员",
    "已离开",
    "离开支部",
    "离开本支部",
    "离开党组织",
    "已出册",
    "不在册",
    "非在册",
    "非本支部",
    "不在本支部",
    "非我支部",
    "不在我支部",
    "不在支部",
    "不在了",
    "失踪",
    "出国定居",
    "定居国外",
    "移民",
    "离职",
    "辞职",
    "转外省",
    "转外市",
    "转外地",
    "转外县",
    "转外区",
    "转外单位",
    "转外支部",
];

/// Verbs after which a place follows: they tell of leaving where that place is another one.
const TO: &[&str] = &["转至", "转到", "迁至", "迁到", "迁往", "调至", "调到", "关系转", "关系已转", "关系迁"];

/// Directly before one of those: it has not happened, or to somebody else, or the other way round.
const NOT: &[&str] = &[
    "未", "不", "没", "没有", "需", "应", "可", "免予", "无法", "办理", "暂缓", "如", "父", "母", "父亲", "母亲",
    "配偶", "妻子", "丈夫", "爱人", "岳父", "岳母", "家属", "亲属", "儿子", "女儿", "老伴", "建议", "由", "从", "户口",
    "户籍",
];

/// Anywhere before it in the same clause: it is only meant to happen.
const PLANNED: &[&str] =
    &["拟", "待", "将", "欲", "准备", "预计", "计划", "打算", "申请", "正在", "尚未", "还未", "未办理", "未能"];

/// Directly behind it: something else is meant.
const OTHERWISE: &[&str] = &["手续", "办理中", "中", "申请", "单位", "支部", "地", "党支部"];

/// Anywhere behind it: the person came, or came back.
const BACK: &[&str] =
    &["回来", "转回", "返回", "调回", "迁回", "又转入", "再转入", "重新转入", "后恢复", "后转入", "返聘"];

/// Directly behind one of [`TO`] that is no whole verb: another word, or the way here.
const ANOTHER_WORD: &[&str] = &["入", "来", "回", "过来", "正", "接", "为", "岗", "换"];

/// Behind one of [`TO`]: it is not the branch that was left.
const WITHIN: &[&str] = &[
    "本支部",
    "我支部",
    "本党支部",
    "我党支部",
    "本会",
    "我会",
    "本单位",
    "我单位",
    "本协会",
    "我处",
    "现支部",
    "现单位",
    "党小组",
    "小组",
    "岗位",
    "新岗",
    "部门",
    "科室",
    "办公室",
    "财务",
];

/// Whole words that say it where they stand alone.
const ALONE: &[&str] = &[
    "已转",
    "已离",
    "已亡",
    "已逝",
    "已走",
    "已迁",
    "离开",
    "转移",
    "已退出",
    "退出",
    "出册",
    "不在",
    "已不在",
    "调任外单位",
    "注销",
    "关系已转",
    "关系不在",
    "亡",
    "故",
    "逝",
    "病殁",
    "死",
    "已减",
    "减少",
    "脱离",
    "历史",
    "作废",
    "失效",
    "无效",
    "已删除",
];

/// What a column 组织关系 says of those whose membership is kept elsewhere.
const ELSEWHERE: &[&str] =
    &["外单位", "在外单位", "原单位", "在原单位", "其他单位", "外支部", "其他支部", "在其他支部", "口袋党员"];

/// Whether a cell under this title says that the membership is kept by another branch.
pub(super) fn says_elsewhere(title: &str, text: &str) -> bool {
    title.contains("组织关系") && ELSEWHERE.contains(&text)
}

/// What stands in brackets behind a name: 许安（转）.
const BEHIND_A_NAME: &[&str] =
    &["亡", "故", "逝", "殁", "走", "转", "离", "迁", "退", "调", "外", "外单位", "外支部", "挂靠", "注销"];

/// Whether a text says somewhere that the person has left, died or is no member any more: `2025年3月已转出`, but not
/// `组织关系未转出`, `拟于年底转出` or `父亲去世`.
pub(in crate::roster::import) fn tells_of_leaving(text: &str) -> bool {
    text.split(['，', ',', '。', ';', '；', '\n']).any(clause_tells)
}

fn clause_tells(clause: &str) -> bool {
    if BACK.iter().any(|word| clause.contains(word)) {
        return false;
    }
    let at = |part: &&str| clause.match_indices(*part).map(|(place, part)| (place, part.len())).collect::<Vec<_>>();
    let happened = |place: usize| {
        let before = &clause[..place];
        let before = before.strip_suffix("党员").unwrap_or(before).strip_suffix("组织关系").unwrap_or(before);
        !NOT.iter().any(|word| before.ends_with(word)) && !PLANNED.iter().any(|word| before.contains(word))
    };
    let left = LEFT.iter().flat_map(at).any(|(place, length)| {
        happened(place) && !OTHERWISE.iter().any(|word| clause[place + length..].starts_with(word))
    });
    left || moved_into_another(clause)
        || TO.iter().flat_map(at).any(|(place, length)| {
            let (verb, behind) = (&clause[place..place + length], &clause[place + length..]);
            let another = verb.ends_with(['转', '迁']) && ANOTHER_WORD.iter().any(|word| behind.starts_with(word));
            let went = !behind.is_empty() && !another && !WITHIN.iter().any(|word| behind.contains(word));
            went && happened(place)
        })
}

/// `转入南方公司党支部`: a branch that is not this one, and no word of where from.
fn moved_into_another(clause: &str) -> bool {
    const PLACES: [&str; 6] = ["支部", "党委", "总支", "社区", "街道", "公司"];
    const FROM: [&str; 5] = ["由", "从", "自", "系", "原"];
    let Some((before, place)) = clause.split_once("转入") else { return false };
    let is_here = ["本", "我", "该", "现"].iter().any(|here| place.starts_with(here));
    PLACES.iter().any(|end| place.ends_with(end))
        && !is_here
        && !FROM.iter().any(|from| before.contains(from))
        && !PLANNED.iter().any(|word| before.contains(word))
        && !NOT.iter().any(|word| before.ends_with(word))
}

/// Whether a cell of a column about states says so, and nothing else.
pub(super) fn says_gone(word: &str) -> bool {
    ALONE.contains(&word) || tells_of_leaving(word)
}

/// Whether a cell that should say something else says so instead, and when: a party group `已转出`, an office `2024年去世`.
pub(super) fn is_said_instead(text: &str) -> bool {
    let is_day = |c: char| c.is_ascii_digit() || "年月日号.-/ ".contains(c);
    let said = text.trim_start_matches(is_day).trim_start_matches(['已', '于', '因']);
    let said = said.strip_prefix("组织关系").unwrap_or(said).trim_start_matches('已').trim_start_matches('病');
    !said.is_empty() && (LEFT.contains(&said) || ALONE.contains(&text) || ["故", "病逝", "病故"].contains(&said))
}

/// Whether what stands in brackets behind a name says so.
pub(super) fn says_gone_behind_a_name(remark: &str) -> bool {
    BEHIND_A_NAME.contains(&remark) || says_gone(remark)
}

/// Whether a column of this title is filled in only for those who have left: 转出时间, 转往单位, 减员原因.
pub(super) fn is_for_the_gone(title: &str) -> bool {
    const ABOUT: [&str; 12] =
        ["时间", "日期", "单位", "支部", "去向", "原因", "类型", "方式", "年月", "去处", "标记", "标志"];
    const WHOLE: [&str; 10] = [
        "组织关系去向",
        "去向",
        "党员去向",
        "迁往",
        "转往何处",
        "转至何处",
        "现组织关系所在地",
        "离开原因",
        "历史党员",
        "转移去向",
    ];
    const STEMS: [&str; 31] = [
        "离职",
        "转出",
        "转往",
        "转至",
        "转去",
        "迁出",
        "调出",
        "调离",
        "去世",
        "逝世",
        "死亡",
        "病故",
        "减员",
        "出党",
        "退党",
        "脱党",
        "除名",
        "开除",
        "注销",
        "离开",
        "离世",
        "减少",
        "脱离",
        "转走",
        "迁走",
        "迁往",
        "调走",
        "组织关系转移",
        "退出",
        "删除",
        "作废",
    ];
    let stem = STEMS.iter().any(|stem| title.contains(stem));
    // Where somebody came from is called 转出单位 as well.
    let from_where = ["转出单位", "转出支部", "转出党组织", "转出地"].iter().any(|from| title.contains(from));
    let of_others = ["父", "母", "配偶", "转入", "操作", "标识", "慰问"].iter().any(|word| title.contains(word));
    WHOLE.contains(&title)
        || stem
            && !from_where
            && !of_others
            && (ABOUT.iter().any(|about| title.contains(about)) || title.chars().count() <= 4)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("病逝", true)]
    #[case("组织关系转至南山街道", true)]
    #[case("组织关系已转移", true)]
    #[case("已调走", true)]
    #[case("调至市妇联", true)]
    #[case("调往外地", true)]
    #[case("2024年迁走", true)]
    #[case("迁至广州", true)]
    #[case("转到外单位", true)]
    #[case("转到别的支部了", true)]
    #[case("关系转市局", true)]
    #[case("因公牺牲", true)]
    #[case("2023年劝退", true)]
    #[case("撤销党籍", true)]
    #[case("2025年从本支部转到街道", true)]
    #[case("拟于2026年12月转出", false)]
    #[case("2024年从外地转出后回来", false)]
    #[case("计划明年转到儿子处", false)]
    #[case("2023年由街道转到本支部", false)]
    #[case("转入福田区某支部", true)]
    #[case("2023年5月转入我支部", false)]
    #[case("2023年由街道转入协会党支部", false)]
    #[case("组织关系转入", false)]
    #[case("组织关系转接", false)]
    #[case("调至办公室", false)]
    #[case("2022年调到财务部门", false)]
    #[case("调至龙岗", true)]
    #[case("转至来宾市", true)]
    #[case("调到新岗位", false)]
    #[case("失踪", true)]
    #[case("人已经不在了", true)]
    #[case("出国定居", true)]
    #[case("已离职", true)]
    #[case("2020年从原单位离职后转入", false)]
    #[case("未离职", false)]
    #[case("离职后返聘", false)]
    #[case("户口迁至深圳", false)]
    #[case("转正", false)]
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
    #[case("去向", true)]
    #[case("减少时间", true)]
    #[case("离职日期", true)]
    #[case("脱离日期", true)]
    #[case("转走日期", true)]
    #[case("组织关系转移时间", true)]
    #[case("流动去向", false)]
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
    #[case("转", true)]
    #[case("亡", true)]
    #[case("调走", true)]
    #[case("关系已转", true)]
    #[case("转至南山", true)]
    #[case("不在", true)]
    #[case("书记", false)]
    #[case("女", false)]
    #[case("转正", false)]
    fn brackets_behind_a_name_say_it_in_one_sign(#[case] remark: &str, #[case] gone: bool) {
        assert_eq!(says_gone_behind_a_name(remark), gone);
    }
}
