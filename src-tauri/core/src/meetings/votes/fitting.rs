//! Which motions fit a meeting, and how they are voted on (D15, D18, D19, V10).

use super::subject::{self, Known};
use crate::branch;
use crate::meetings::{BallotKind, Circle, MeetingHead, MeetingKind, MotionKind, Vote};
use crate::rules::RuleId;
use crate::vault::{Reader, VaultError};

/// Something about a vote that does not fit its meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::meetings) struct Misfit {
    /// The field of the vote that is at fault.
    pub(in crate::meetings) field: &'static str,
    /// The rule it is at odds with.
    pub(in crate::meetings) rule: RuleId,
    /// One Chinese sentence, without its full stop.
    pub(in crate::meetings) message: &'static str,
}

/// A meeting as far as it decides what can be voted on there.
#[derive(Debug, Clone, Copy)]
pub(in crate::meetings) struct Place<'a> {
    /// Its kinds, leading one first.
    pub(in crate::meetings) kinds: &'a [MeetingKind],
    /// The branch had a committee on its day; without one nothing is a committee's to elect (B06, V10).
    pub(in crate::meetings) has_committee: bool,
}

impl<'a> Place<'a> {
    /// A meeting, with the branch of its day.
    pub(in crate::meetings) fn of(reader: &Reader<'_>, head: &'a MeetingHead) -> Result<Self, VaultError> {
        let has_committee = branch::stored_on(reader, head.day())?.has_committee;
        Ok(Self { kinds: &head.kinds, has_committee })
    }

    fn is_general(self) -> bool {
        self.kinds.contains(&MeetingKind::General)
    }

    fn is_the_committees(self) -> bool {
        Circle::of(self.kinds) == Circle::Committee
    }

    /// V10: the committee members are elected by the general meeting, the secretary by the committee where there is one.
    pub(in crate::meetings) fn election_misfit(self, of_committee_members: bool) -> Option<Misfit> {
        let at = |message| Some(Misfit { field: "motion", rule: RuleId::V10, message });
        match (self.is_general(), self.is_the_committees()) {
            (true, _) => None,
            (_, false) => at("选举在支部党员大会上进行，书记、副书记也可以在支部委员会会议上选举"),
            _ if of_committee_members => at("支部委员会委员由支部党员大会选举，支部委员会会议只选书记、副书记"),
            _ if !self.has_committee => at(NO_COMMITTEE),
            _ => None,
        }
    }
}

/// V10, B06.
const NO_COMMITTEE: &str =
    "开会那天本支部不设支部委员会，书记、副书记由支部党员大会选举；已选出支部委员会的，请先在“支部”里登记设支部委员会";

/// Why a motion of this kind cannot be voted on at a meeting; `None` when it can.
pub(in crate::meetings) fn motion_misfit(motion: MotionKind, place: Place<'_>) -> Option<Misfit> {
    let at = |rule, message| Some(Misfit { field: "motion", rule, message });
    match motion {
        MotionKind::Election => place.election_misfit(false),
        _ if place.is_general() => None,
        MotionKind::Ordinary => None,
        MotionKind::Admission => at(RuleId::D15, "接收预备党员由支部党员大会讨论表决，这次会议不是支部党员大会"),
        MotionKind::Conversion => {
            at(RuleId::D15, "预备党员转正（延长预备期、取消资格）由支部党员大会讨论表决，这次会议不是支部党员大会")
        }
    }
}

/// What about a vote does not fit its meeting. `known` are the names by which several people in one vote are told.
pub(in crate::meetings) fn misfits(vote: &Vote, place: Place<'_>, known: &Known) -> Vec<Misfit> {
    let mut misfits = subject_misfits(vote.motion, &vote.subject, place, known);
    let message = match vote.motion {
        _ if vote.ballot == BallotKind::Secret => None,
        MotionKind::Ordinary => None,
        MotionKind::Admission | MotionKind::Conversion => {
            Some((RuleId::D19, "接收预备党员和预备党员转正采用无记名投票"))
        }
        MotionKind::Election => Some((RuleId::V07, "选举采用无记名投票，不能举手表决")),
    };
    misfits.extend(message.map(|(rule, message)| Misfit { field: "ballot", rule, message }));
    misfits
}

/// Of that what shows before anybody has voted, as on a ballot.
pub(in crate::meetings) fn subject_misfits(
    motion: MotionKind,
    subject: &str,
    place: Place<'_>,
    known: &Known,
) -> Vec<Misfit> {
    let mut misfits: Vec<_> = motion_misfit(motion, place).into_iter().collect();
    misfits.extend(named_otherwise(motion, subject, place, known));
    let by_committee = !place.is_general() && place.is_the_committees();
    if motion == MotionKind::Election && by_committee && !subject.contains("书记") {
        let message = "支部委员会会议只选书记、副书记，委员由支部党员大会选举；请写明选的是书记还是副书记";
        misfits.push(Misfit { field: "subject", rule: RuleId::V10, message });
    }
    if motion.is_on_a_person() && subject::names_several(subject, known) {
        let message = "接收和转正逐个讨论、逐个表决，一项表决只写一个人，请分开登记";
        misfits.push(Misfit { field: "subject", rule: RuleId::D18, message });
    }
    misfits
}

/// What a subject says it is counts, whatever was chosen: each motion has its own quorum, majority and meeting.
fn named_otherwise(motion: MotionKind, text: &str, place: Place<'_>, known: &Known) -> Option<Misfit> {
    let meant = subject::meant(text, known);
    let at = |rule, message| Some(Misfit { field: "motion", rule, message });
    if subject::is_a_disposal(text) && !place.is_general() {
        return at(RuleId::B10, "除名、劝退由支部党员大会讨论决定，这次会议不是支部党员大会");
    }
    let first = *meant.first()?;
    if meant.contains(&motion) {
        return None;
    }
    // Where it cannot be voted on at all, that is the reason.
    motion_misfit(first, place).or_else(|| match first {
        MotionKind::Ordinary => None,
        MotionKind::Admission => at(RuleId::D15, "表决事项写的是接收预备党员，请改选“接收预备党员”"),
        MotionKind::Conversion => {
            at(RuleId::D15, "表决事项写的是预备党员转正、延长预备期或者取消资格，请改选“预备党员转正”")
        }
        MotionKind::Election => at(RuleId::V05, "表决事项写的是选举，请改选“选举”"),
    })
}

impl MotionKind {
    /// It is about one person, who is admitted or converted (D18).
    pub(super) fn is_on_a_person(self) -> bool {
        matches!(self, Self::Admission | Self::Conversion)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::meetings::MeetingId;
    use BallotKind::{Hands, Secret};
    use MeetingKind::{Appraisal, Committee, General, Group, Lecture, OrganizationalLife, ThemeDay};
    use MotionKind::{Admission, Conversion, Election, Ordinary};

    fn vote(motion: MotionKind, ballot: BallotKind, subject: &str) -> Vote {
        Vote {
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
        let place = Place { kinds, has_committee: true };
        assert_eq!(MotionKind::ALL.map(|motion| motion_misfit(motion, place).is_none()), fits);
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
    #[case(General, Election, Hands, "选举支部委员", &["ballot V07"])]
    #[case(Committee, Election, Hands, "选举书记", &["ballot V07"])]
    #[case(ThemeDay, Ordinary, Hands, "接收李四为预备党员", &["motion D15"])]
    #[case(Committee, Ordinary, Hands, "同意李四按期转正", &["motion D15"])]
    #[case(Committee, Ordinary, Secret, "延长李四预备期半年", &["motion D15"])]
    #[case(General, Ordinary, Hands, "取消李四预备党员资格", &["motion D15"])]
    #[case(General, Ordinary, Hands, "接收李四为预备党员", &["motion D15"])]
    #[case(General, Conversion, Secret, "接收李四为预备党员", &["motion D15"])]
    #[case(General, Ordinary, Hands, "选举张三为支部书记", &["motion V05"])]
    #[case(Group, Ordinary, Hands, "选举张三为支部书记", &["motion V10"])]
    #[case(Committee, Ordinary, Hands, "对李四予以除名", &["motion B10"])]
    #[case(ThemeDay, Ordinary, Secret, "劝退李四", &["motion B10"])]
    #[case(General, Ordinary, Hands, "对李四予以除名", &[])]
    #[case(ThemeDay, Ordinary, Hands, "讨论接收捐赠", &[])]
    #[case(Committee, Ordinary, Hands, "选举工作方案", &[])]
    #[case(Committee, Ordinary, Hands, "推荐李四为发展对象", &[])]
    fn what_does_not_fit_is_named_at_its_field(
        #[case] kind: MeetingKind,
        #[case] motion: MotionKind,
        #[case] ballot: BallotKind,
        #[case] subject: &str,
        #[case] expected: &[&str],
    ) {
        let place = Place { kinds: &[kind], has_committee: true };
        let misfits = misfits(&vote(motion, ballot, subject), place, &Known::default());
        let found: Vec<_> = misfits.iter().map(|misfit| format!("{} {}", misfit.field, misfit.rule)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn without_a_committee_its_secretary_is_elected_by_the_general_meeting() {
        let misfit = |kind, of_members| Place { kinds: &[kind], has_committee: false }.election_misfit(of_members);
        assert_eq!(misfit(Committee, false).map(|misfit| misfit.message), Some(NO_COMMITTEE));
        assert_eq!(misfit(General, false), None);
        assert!(misfit(Committee, true).is_some());
    }
}
