//! Which motions fit a meeting, and how they are voted on (D15, D18, D19, V10).

use super::{BallotKind, Circle, MeetingKind, MotionKind, VoteRequest};

/// Something about a vote that does not fit its meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Misfit {
    /// The field of the vote that is at fault.
    pub(super) field: &'static str,
    /// The rule it is at odds with.
    pub(super) rule: &'static str,
    /// One Chinese sentence, without its full stop.
    pub(super) message: &'static str,
}

/// Why a motion of this kind cannot be voted on at a meeting of these kinds; `None` when it can.
pub(super) fn motion_misfit(motion: MotionKind, kinds: &[MeetingKind]) -> Option<Misfit> {
    let at = |rule, message| Some(Misfit { field: "motion", rule, message });
    if kinds.contains(&MeetingKind::General) {
        return None;
    }
    match motion {
        MotionKind::Ordinary => None,
        MotionKind::Admission => at("D15", "接收预备党员由支部党员大会讨论表决，这次会议不是支部党员大会"),
        MotionKind::Conversion => at("D15", "预备党员转正由支部党员大会讨论表决，这次会议不是支部党员大会"),
        MotionKind::Election if Circle::of(kinds) == Circle::Committee => None,
        MotionKind::Election => at("V10", "选举在支部党员大会上进行，书记、副书记也可以在支部委员会会议上选举"),
    }
}

/// What about a vote does not fit a meeting of these kinds. `known` are the names of those who may be admitted or
/// converted, by which several people in one vote are told.
pub(super) fn misfits(vote: &VoteRequest, kinds: &[MeetingKind], known: &[String]) -> Vec<Misfit> {
    let mut misfits: Vec<_> = motion_misfit(vote.motion, kinds).into_iter().collect();
    let by_committee = !kinds.contains(&MeetingKind::General) && Circle::of(kinds) == Circle::Committee;
    if vote.motion == MotionKind::Election && by_committee && !vote.subject.contains("书记") {
        let message = "支部委员会会议只选书记、副书记，委员由支部党员大会选举；请写明选的是书记还是副书记";
        misfits.push(Misfit { field: "subject", rule: "V10", message });
    }
    if vote.motion.is_on_a_person() {
        if vote.ballot != BallotKind::Secret {
            let message = "接收预备党员和预备党员转正采用无记名投票";
            misfits.push(Misfit { field: "ballot", rule: "D19", message });
        }
        if names_several(&vote.subject, known) {
            let message = "接收和转正逐个讨论、逐个表决，一项表决只写一个人，请分开登记";
            misfits.push(Misfit { field: "subject", rule: "D18", message });
        }
    }
    misfits
}

impl MotionKind {
    /// Every kind.
    pub(super) const ALL: [Self; 4] = [Self::Ordinary, Self::Admission, Self::Conversion, Self::Election];

    /// It is about one person, who is admitted or converted (D18).
    pub(super) fn is_on_a_person(self) -> bool {
        matches!(self, Self::Admission | Self::Conversion)
    }
}

/// Whether the subject of a vote names more than one person: two who are known, or a list as people write it. What stands
/// in brackets, sponsors mostly, is left out.
fn names_several(subject: &str, known: &[String]) -> bool {
    /// Stands for a name that is known.
    const SOMEONE: &str = "\u{1}";
    let mut text = outside_brackets(subject);
    let mut people = 0;
    let mut known: Vec<_> = known.iter().filter(|name| name.chars().count() > 1).collect();
    known.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in known {
        if text.contains(name.as_str()) {
            text = text.replace(name.as_str(), SOMEONE);
            people += 1;
        }
    }
    // Who is admitted or converted stands between the verb and what becomes of him.
    let after = |text: &str, verb: &str| text.rsplit_once(verb).map(|(_, rest)| rest.to_owned());
    let whole = text.clone();
    let core = ["接收", "吸收", "同意", "讨论", "关于"].iter().find_map(|verb| after(&whole, verb)).unwrap_or(whole);
    let end = ["为", "按期", "转", "延长", "取消", "入党"].iter().filter_map(|word| core.find(word)).min();
    let core = core.get(..end.unwrap_or(core.len())).unwrap_or(&core).trim();
    let is_list = core.contains(['、', '，', ',', '；', ';', '/']);
    let together = ["以及", "和", "与", "及", "跟", " ", "　"].iter().any(|word| {
        let is_name = |part: &str| part.trim() == SOMEONE || part.trim().chars().count() > 1;
        core.split_once(word).is_some_and(|(one, other)| is_name(one) && is_name(other))
    });
    let and_others =
        core.split_once('等').is_some_and(|(_, rest)| rest.is_empty() || rest.ends_with(['人', '名', '位', '志']));
    people > 1 || is_list || together || and_others
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
    use crate::meetings::MeetingId;
    use BallotKind::{Hands, Secret};
    use MeetingKind::{Appraisal, Committee, General, Group, Lecture, OrganizationalLife, ThemeDay};
    use MotionKind::{Admission, Conversion, Election, Ordinary};

    fn vote(motion: MotionKind, ballot: BallotKind, subject: &str) -> VoteRequest {
        VoteRequest {
            meeting: MeetingId(1),
            id: None,
            subject: subject.to_owned(),
            motion,
            ballot,
            votes_for: 0,
            votes_against: 0,
            abstained: 0,
            written_for: 0,
            written_against: 0,
        }
    }

    #[rstest]
    #[case::anything_there(&[General], [true; 4])]
    #[case::also_as_the_second_kind(&[ThemeDay, General], [true; 4])]
    #[case::whoever_leads(&[Committee, General], [true; 4])]
    #[case::the_secretary(&[Committee], [true, false, false, true])]
    #[case::a_group(&[Group], [true, false, false, false])]
    #[case::a_lecture(&[Lecture], [true, false, false, false])]
    #[case::a_theme_day(&[ThemeDay], [true, false, false, false])]
    #[case::organizational_life(&[OrganizationalLife], [true, false, false, false])]
    #[case::an_appraisal(&[Appraisal], [true, false, false, false])]
    #[case::committee_behind_another(&[ThemeDay, Committee], [true, false, false, false])]
    fn a_motion_fits_its_meeting(#[case] kinds: &[MeetingKind], #[case] fits: [bool; 4]) {
        assert_eq!(MotionKind::ALL.map(|motion| motion_misfit(motion, kinds).is_none()), fits);
    }

    #[rstest]
    #[case(Committee, Admission, Secret, "接收李某某为预备党员", &["motion D15"])]
    #[case(Committee, Conversion, Hands, "李某某转正", &["motion D15", "ballot D19"])]
    #[case(General, Admission, Hands, "接收李某某为预备党员", &["ballot D19"])]
    #[case(General, Conversion, Secret, "李某某、王某某转正", &["subject D18"])]
    #[case(General, Ordinary, Hands, "张三、李四参加培训", &[])]
    #[case(General, Election, Secret, "选举支部委员", &[])]
    #[case(Committee, Election, Secret, "选举书记", &[])]
    #[case(Committee, Election, Secret, "选举副书记", &[])]
    #[case(Committee, Election, Secret, "选举组织委员", &["subject V10"])]
    #[case(Lecture, Election, Secret, "选举书记", &["motion V10"])]
    fn what_does_not_fit_is_named_at_its_field(
        #[case] kind: MeetingKind,
        #[case] motion: MotionKind,
        #[case] ballot: BallotKind,
        #[case] subject: &str,
        #[case] expected: &[&str],
    ) {
        let misfits = misfits(&vote(motion, ballot, subject), &[kind], &[]);
        let found: Vec<_> = misfits.iter().map(|misfit| format!("{} {}", misfit.field, misfit.rule)).collect();
        assert_eq!(found, expected);
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
    fn one_person_a_vote(#[case] subject: &str, #[case] several: bool) {
        let known = ["钱进".to_owned(), "马和".to_owned(), "李和平".to_owned()];
        assert_eq!(names_several(subject, &known), several, "{subject}");
    }
}
