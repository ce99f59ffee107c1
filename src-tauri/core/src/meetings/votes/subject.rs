//! What the subject of a vote says: which motion it is, and whom it is about (D15, D18).
//!
//! People write it freely. What is meant is told by the verb in its own clause and by what it becomes of somebody; a plan,
//! a list, a request for an opinion that only mentions it is an ordinary motion.

use crate::meetings::MotionKind;

/// Names that are known.
#[derive(Debug, Clone, Default)]
pub(in crate::meetings) struct Known {
    /// Those who may be admitted or converted.
    pub(in crate::meetings) candidates: Vec<String>,
    /// Everybody in the roster.
    pub(in crate::meetings) members: Vec<String>,
}

/// A clause that begins so does not decide what it mentions.
const ONLY_MENTIONS: [&str; 26] = [
    "学习", "传达", "宣读", "通报", "听取", "汇报", "征求", "公示", "推荐", "提名", "审阅", "部署", "筹备", "启动",
    "布置", "安排", "总结", "召开", "印发", "制定", "修订", "推迟", "延期", "暂缓", "参加", "做好",
];

/// What stands before the verb of a clause.
const OPENINGS: [&str; 12] =
    ["支部", "支委会", "大会", "会议", "讨论", "关于", "同意", "通过", "审议", "表决", "决定", "并"];

/// After a verb these make a noun of it: a plan, a paper, a preparation.
const ABOUT_IT: [&str; 43] = [
    "公示",
    "请示",
    "预审",
    "材料",
    "资料",
    "方案",
    "计划",
    "工作",
    "办法",
    "制度",
    "程序",
    "流程",
    "意见",
    "条件",
    "时间",
    "日程",
    "议程",
    "准备",
    "筹备",
    "前",
    "后",
    "备案",
    "报告",
    "规定",
    "规则",
    "条例",
    "细则",
    "谈话",
    "考察",
    "教育",
    "培训",
    "宣誓",
    "仪式",
    "介绍",
    "积极",
    "志愿",
    "申请书",
    "动机",
    "对象",
    "标准",
    "通知",
    "情况",
    "经费",
];

/// Of an election likewise.
const ABOUT_AN_ELECTION: [&str; 16] = [
    "大会",
    "会议",
    "结果",
    "事宜",
    "候选",
    "人选",
    "权",
    "人",
    "监票",
    "计票",
    "总监票",
    "票",
    "工会",
    "理事",
    "监事",
    "优秀",
];

/// Which motions the subject of a vote speaks of, other than an ordinary one; several where it cannot be told.
pub(in crate::meetings) fn meant(subject: &str, known: &Known) -> Vec<MotionKind> {
    let text: String = outside_titles(subject).split_whitespace().collect();
    let clauses: Vec<_> =
        text.split(['，', ',', '；', ';', '。', '：', ':']).filter(|clause| decides(clause)).collect();
    let any = |speaks: fn(&str, &Known) -> bool| clauses.iter().any(|clause| speaks(clause, known));
    let motions = [
        (MotionKind::Admission, any(admits)),
        (MotionKind::Conversion, any(converts)),
        (MotionKind::Election, any(elects)),
    ];
    motions.into_iter().filter(|(_, speaks)| *speaks).map(|(motion, _)| motion).collect()
}

/// Whether it disposes of somebody's membership: 除名, 劝退.
pub(super) fn is_a_disposal(subject: &str) -> bool {
    let text: String = outside_titles(subject).split_whitespace().collect();
    let struck_off = |clause: &str| {
        // 排除名单 strikes nobody off.
        acts(clause, "除名", &["单", "额", "次"]) || acts(clause, "劝退", &[]) || acts(clause, "劝其退党", &[])
    };
    text.split(['，', ',', '；', ';', '。']).filter(|clause| decides(clause)).any(struck_off)
}

/// Whether a clause decides something itself: it does not begin with what only mentions, and hands nothing up.
fn decides(clause: &str) -> bool {
    let mut rest = clause;
    while let Some(shorter) = OPENINGS.iter().find_map(|opening| rest.strip_prefix(opening)) {
        rest = shorter;
    }
    let hands_up = ["提交", "提请", "上报", "报请"].iter().any(|verb| clause.contains(verb));
    let of_the_staff = ["员工", "职工", "试用期", "实习"].iter().any(|word| clause.contains(word));
    !ONLY_MENTIONS.iter().any(|verb| rest.starts_with(verb)) && !hands_up && !of_the_staff
}

/// Whether `word` stands in the clause as what is decided, not as part of a noun.
fn acts(clause: &str, word: &str, also_about: &[&str]) -> bool {
    clause.match_indices(word).any(|(at, _)| {
        let rest = &clause[at + word.len()..];
        let rest = ["的", "有关", "相关"].iter().fold(rest, |rest, link| rest.strip_prefix(link).unwrap_or(rest));
        !ABOUT_IT.iter().chain(also_about).any(|noun| rest.starts_with(noun))
    })
}

/// 接收…为预备党员, 接收…入党, 接收某某 who may be.
fn admits(clause: &str, known: &Known) -> bool {
    // Whoever comes from another branch is received, not admitted.
    if ["组织关系", "转入", "转接", "调入"].iter().any(|word| clause.contains(word)) {
        return false;
    }
    let takes_in = ["接收", "吸收", "发展"].iter().find_map(|verb| clause.split_once(verb));
    let Some((_, whom)) = takes_in else {
        let agrees = ["同意", "批准", "讨论", "表决", "通过"].iter().any(|verb| clause.contains(verb));
        return agrees && acts(clause, "入党", &[]);
    };
    let is_candidate = known.candidates.iter().any(|name| whom.strip_prefix(name.as_str()).is_some_and(is_end));
    acts(whom, "预备党员", &[])
        || acts(whom, "入党", &[])
        || whom.split_once('为').is_some_and(|(_, what)| acts(what, "党员", &[]))
        || is_candidate
}

fn is_end(rest: &str) -> bool {
    matches!(rest, "" | "同志" | "问题" | "事项")
}

/// 转正, 转为正式党员, 延长预备期, 取消预备党员资格.
fn converts(clause: &str, _: &Known) -> bool {
    let both = |one: &str, other: &str| clause.contains(one) && acts(clause, other, &[]);
    let becomes_full = ["转为", "转成"]
        .iter()
        .any(|verb| clause.split_once(verb).is_some_and(|(_, what)| acts(what, "正式党员", &[])));
    acts(clause, "转正", &["式"])
        || becomes_full
        || both("延长", "预备期")
        || both("预备期", "延长")
        || both("取消", "预备党员资格")
        || both("取消", "预备资格")
        || both("预备党员资格", "取消")
}

/// 选举…, 补选…, 选…为书记.
fn elects(clause: &str, _: &Known) -> bool {
    if ["推迟", "延期", "暂缓", "候选", "推荐", "提名", "人选"].iter().any(|word| clause.contains(word)) {
        return false;
    }
    // 选举委员会 is a body, 选举委员会委员 is done.
    let is_body = |word: &str| {
        clause.split_once(word).is_some_and(|(_, rest)| rest.starts_with("委员会") && !rest.starts_with("委员会委员"))
    };
    let acts = |word: &str| acts(clause, word, &ABOUT_AN_ELECTION) && !is_body(word);
    let made = clause.split_once('选').and_then(|(before, rest)| {
        let (_, what) = rest.split_once('为')?;
        Some(!before.ends_with('评') && (what.ends_with("书记") || what.ends_with("委员")))
    });
    acts("选举") || acts("补选") || made.unwrap_or_default()
}

/// Without the titles of documents: 按《选举办法》 is no election.
fn outside_titles(text: &str) -> String {
    let mut depth = 0_usize;
    let outside = |symbol: &char| match symbol {
        '《' => {
            depth += 1;
            false
        }
        '》' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    };
    text.chars().filter(outside).collect()
}

/// Whether the subject of a vote names more than one person: two who are known, or a list as people write it. What stands
/// in brackets, sponsors mostly, is left out.
pub(super) fn names_several(subject: &str, known: &Known) -> bool {
    /// Stands for a name that is known.
    const SOMEONE: &str = "\u{1}";
    let mut text = outside_brackets(subject);
    let people = replace_names(&mut text, &known.candidates, SOMEONE);
    // Who is admitted or converted stands between the verb and what becomes of him.
    let after = |text: &str, verb: &str| text.rsplit_once(verb).map(|(_, rest)| rest.to_owned());
    let whole = text.clone();
    let core = ["接收", "吸收", "同意", "讨论", "关于"].iter().find_map(|verb| after(&whole, verb)).unwrap_or(whole);
    let end = ["为", "按期", "转", "延长", "取消", "入党"].iter().filter_map(|word| core.find(word)).min();
    let core = core.get(..end.unwrap_or(core.len())).unwrap_or(&core).trim();
    // Names one after the other, whoever they are: 接收李四王五. In the rest of the text stand those who introduce.
    let mut only_names = core.to_owned();
    replace_names(&mut only_names, &known.members, SOMEONE);
    let titles = ["同志", "两名", "二名", "三名", "两位", "三位", "两人", "二人", "三人"];
    let row = titles.iter().fold(only_names, |row, title| row.replace(title, ""));
    let in_a_row = row.trim().chars().filter(|symbol| !symbol.is_whitespace()).all(|symbol| SOMEONE.contains(symbol))
        && row.matches(SOMEONE).count() > 1;
    let is_list = core.contains(['、', '，', ',', '；', ';', '/']);
    let together = ["以及", "和", "与", "及", "跟", " ", "　"].iter().any(|word| {
        let is_name = |part: &str| part.trim() == SOMEONE || part.trim().chars().count() > 1;
        core.split_once(word).is_some_and(|(one, other)| is_name(one) && is_name(other))
    });
    let and_others =
        core.split_once('等').is_some_and(|(_, rest)| rest.is_empty() || rest.ends_with(['人', '名', '位', '志']));
    people > 1 || in_a_row || is_list || together || and_others
}

/// Puts `by` where names stand, the longest first; says how many names there were.
fn replace_names(text: &mut String, names: &[String], by: &str) -> usize {
    let mut names: Vec<_> = names.iter().filter(|name| name.chars().count() > 1).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let mut people = 0;
    for name in names {
        if text.contains(name.as_str()) {
            *text = text.replace(name.as_str(), by);
            people += 1;
        }
    }
    people
}

fn outside_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let outside = |symbol: &char| {
        match symbol {
            '（' | '(' | '【' | '[' => depth += 1,
            '）' | ')' | '】' | ']' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    };
    text.chars().filter(outside).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use MotionKind::{Admission, Conversion, Election};

    fn known() -> Known {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Known { candidates: names(&["钱进", "马和", "李和平"]), members: names(&["李四", "王五", "钱进"]) }
    }

    #[rstest]
    #[case("接收李四为预备党员", &[Admission])]
    #[case("接收 李四 为中共预备党员", &[Admission])]
    #[case("经支委会审查，同意接收李四入党", &[Admission])]
    #[case("同意李四入党", &[Admission])]
    #[case("讨论李四入党问题", &[Admission])]
    #[case("发展李四为党员", &[Admission])]
    #[case("接收钱进", &[Admission])]
    #[case("同意李四按期转正", &[Conversion])]
    #[case("关于李四同志转正的决议", &[Conversion])]
    #[case("李四转为中共正式党员", &[Conversion])]
    #[case("延长李四预备期半年", &[Conversion])]
    #[case("李四的预备期延长六个月", &[Conversion])]
    #[case("取消李四预备党员资格", &[Conversion])]
    #[case("选举张三为支部书记", &[Election])]
    #[case("按《选举办法》选举张三为支部书记", &[Election])]
    #[case("根据选举办法选举支部委员会委员", &[Election])]
    #[case("支部换届选举", &[Election])]
    #[case("补选组织委员", &[Election])]
    #[case("同意选张三为支部副书记", &[Election])]
    #[case("选举出席上级党代会代表", &[Election])]
    fn the_subject_says_which_motion_it_is(#[case] subject: &str, #[case] motions: &[MotionKind]) {
        assert_eq!(meant(subject, &known()), motions, "{subject}");
    }

    #[rstest]
    #[case("讨论接收捐赠")]
    #[case("接收李四")]
    #[case("接收王五组织关系，转入预备党员一名")]
    #[case("接收转入预备党员王五的组织关系")]
    #[case("接收预备党员工作计划")]
    #[case("选举工作方案")]
    #[case("通过选举办法")]
    #[case("通过《选举办法（草案）》")]
    #[case("通过换届选举筹备工作方案")]
    #[case("通过监票人、计票人名单")]
    #[case("推选监票人")]
    #[case("推荐新一届支部委员会候选人")]
    #[case("同意推荐张三为支部书记候选人预备人选")]
    #[case("召开换届选举大会")]
    #[case("申请延期换届选举")]
    #[case("推荐李四为发展对象")]
    #[case("确定李四为入党积极分子")]
    #[case("确定张三、王五为李四的入党介绍人")]
    #[case("列李四为发展对象并提交入党材料")]
    #[case("李四转正公示")]
    #[case("征求对李四转正的意见")]
    #[case("提交支部党员大会讨论李四转正")]
    #[case("学习预备党员转正的规定")]
    #[case("职工赵六试用期满转正")]
    #[case("评选优秀党员")]
    #[case("通过下季度工作计划")]
    #[case("开展入党宣誓")]
    fn what_only_mentions_it_is_an_ordinary_motion(#[case] subject: &str) {
        assert_eq!(meant(subject, &known()), [], "{subject}");
    }

    #[rstest]
    #[case("对李四予以除名", true)]
    #[case("劝退李四", true)]
    #[case("同意劝退李四，报上级批准", true)]
    #[case("审议排除名单", false)]
    #[case("学习劝退、除名的规定", false)]
    #[case("扣除名额", false)]
    fn striking_off_is_told_from_a_list(#[case] subject: &str, #[case] is_one: bool) {
        assert_eq!(is_a_disposal(subject), is_one, "{subject}");
    }

    #[rstest]
    #[case("接收李某某为预备党员", false)]
    #[case("接收李和平为预备党员", false)]
    #[case("接收 李四 为中共预备党员", false)]
    #[case("经支部大会讨论，同意接收李四为中共预备党员", false)]
    #[case("接收李四为预备党员（介绍人张三、王五）", false)]
    #[case("经张三、王五介绍，接收李四为预备党员", false)]
    #[case("阿依古丽·买买提转正", false)]
    #[case("关于李四同志转正的表决", false)]
    #[case("讨论 李四 按期转正", false)]
    #[case("李四转正", false)]
    #[case("接收张三、李四为预备党员", true)]
    #[case("接收张三，李四为预备党员", true)]
    #[case("接收张三和李四为预备党员", true)]
    #[case("接收张三与李四为预备党员", true)]
    #[case("接收张三 李四为预备党员", true)]
    #[case("张三、李四、王五按期转为正式党员", true)]
    #[case("同意张三及李四转正", true)]
    #[case("接收张三等3人为预备党员", true)]
    #[case("接收张三等三名同志为预备党员", true)]
    #[case("接收钱进、为预备党员", true)]
    #[case("钱进转正，马和也转正", true)]
    #[case("接收李四王五为预备党员", true)]
    #[case("接收李四王五两名同志为预备党员", true)]
    #[case("李四 王五转正", true)]
    #[case("经李四王五介绍，接收钱进为预备党员", false)]
    #[case("李四和钱进转正", true)]
    fn one_person_a_vote(#[case] subject: &str, #[case] several: bool) {
        assert_eq!(names_several(subject, &known()), several, "{subject}");
    }
}
