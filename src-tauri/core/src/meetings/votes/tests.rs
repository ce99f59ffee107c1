//! Promises about votes.

use rstest::rstest;

use crate::meetings::papers::{motion_ballots_of, motion_tally_of};
use crate::meetings::testing::{TODAY, attend, code, entry, fields, get, held, members, plan, save, vote};
use crate::meetings::*;
use crate::roster::MemberKind;
use crate::rules::RuleId;
use crate::testing::TestFile;

#[test]
fn probationary_and_suspended_members_sign_but_never_count_in_a_vote() {
    let mut file = TestFile::on(TODAY);
    let mut ids = members(&mut file, 3);
    ids.push(file.add_member("预备", |m| m.kind = MemberKind::Probationary));
    ids.push(file.add_member("留党察看", |m| m.vote_suspended = true));
    let id = held(&mut file, &ids, 5);
    let AttendanceTally { expected, present, voting_expected, voting_present, .. } = get(&mut file, id).tally;
    assert_eq!((expected, present, voting_expected, voting_present), (5, 5, 3, 3));
}

#[test]
fn a_vote_freezes_its_numbers_and_says_its_result() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 44);
    let id = held(&mut file, &ids, 39);
    let request = Vote { votes_for: 38, abstained: 1, ..vote(id, MotionKind::Admission) };
    let meeting = save_vote(&mut file.desk("vote_save"), request).unwrap().value;
    let taken = &meeting.votes[0];
    assert!(taken.passed);
    assert_eq!((taken.voting_expected, taken.voting_present), (44, 39));
    assert!(taken.announcement.starts_with("应到会有表决权的党员 44 名，实到 39 名。"));
    assert!(meeting.needs[1].sentence.starts_with("须有 23 名以上有表决权的党员到会（现 39 名，可以开会）"));

    attend(&mut file, id, ids[..30].iter().map(|id| entry(*id, AttendanceStatus::Present)).collect()).unwrap();
    let meeting = get(&mut file, id);
    assert_eq!(meeting.votes[0].voting_present, 39);
    assert!(
        meeting.findings.iter().any(|finding| finding.rule == Some(RuleId::D15)),
        "and it is said that they no longer fit"
    );
}

#[rstest]
#[case::more_than_came("votes_for", MotionKind::Ordinary, |v: &mut Vote| { v.votes_for = 5; v.abstained = 3 })]
#[case::too_many_to_add("votes_for", MotionKind::Ordinary, |v: &mut Vote| { v.votes_for = u32::MAX; v.abstained = u32::MAX })]
#[case::written_in_ordinary("written_for", MotionKind::Ordinary, |v: &mut Vote| v.written_for = 1)]
#[case::written_in_election("written_for", MotionKind::Election, |v: &mut Vote| v.written_against = 1)]
#[case::more_written_than_away("written_for", MotionKind::Conversion, |v: &mut Vote| { v.written_for = 1; v.written_against = 1 })]
#[case::no_subject("subject", MotionKind::Ordinary, |v: &mut Vote| v.subject = " ".into())]
fn votes_that_cannot_have_been_cast_are_refused_at_their_field(
    #[case] field: &str,
    #[case] motion: MotionKind,
    #[case] change: fn(&mut Vote),
) {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 8);
    let id = held(&mut file, &ids, 7);
    let mut request = vote(id, motion);
    change(&mut request);
    assert_eq!(fields(save_vote(&mut file.desk("vote_save"), request)), [field]);
    assert_eq!(get(&mut file, id).votes, []);
}

#[rstest]
#[case(MotionKind::Ordinary, 4, true)]
#[case(MotionKind::Ordinary, 3, false)]
#[case(MotionKind::Admission, 5, true)]
#[case(MotionKind::Admission, 4, false)]
#[case(MotionKind::Election, 7, true)]
#[case(MotionKind::Election, 6, false)]
fn below_its_quorum_no_vote_is_taken(#[case] motion: MotionKind, #[case] present: usize, #[case] may_start: bool) {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 8);
    let id = held(&mut file, &ids, present);
    let outcome = save_vote(&mut file.desk("vote_save"), vote(id, motion));
    assert_eq!(outcome.is_ok(), may_start);
    if !may_start {
        assert_eq!(fields(outcome), ["motion"]);
    }
}

#[test]
fn a_vote_is_corrected_and_removed_under_its_own_id() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 3);
    let (id, other) = (held(&mut file, &ids, 3), held(&mut file, &ids, 3));
    let mut save = |request| save_vote(&mut file.desk("vote_save"), request).map(|done| done.value.votes);
    let first = save(vote(id, MotionKind::Ordinary)).unwrap()[0].vote.clone();
    let corrected = Vote { votes_for: 2, ..first.clone() };
    assert_eq!(save(corrected.clone()).unwrap()[0].vote, corrected);
    assert_eq!(code(save(Vote { meeting: other, ..corrected.clone() })), "no_such_vote");
    assert_eq!(code(save(Vote { id: Some(77), ..corrected })), "no_such_vote");

    let mut delete = |meeting| delete_vote(&mut file.desk("vote_delete"), VoteRef { meeting, id: first.id.unwrap() });
    assert_eq!(code(delete(other)), "no_such_vote");
    assert_eq!(delete(id).unwrap().value.votes, []);
}

#[test]
fn a_vote_needs_attendance_first() {
    let mut file = TestFile::on(TODAY);
    let id = save(&mut file, plan(MeetingKind::General, TODAY));
    assert_eq!(code(save_vote(&mut file.desk("vote_save"), vote(id, MotionKind::Ordinary))), "meeting_not_held");
}

#[test]
fn a_vote_that_does_not_fit_its_meeting_is_refused_at_its_field_and_a_meeting_keeps_the_kind_of_its_votes() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 4);
    let with_kinds = |file: &mut TestFile, kinds: &[MeetingKind]| {
        let request = MeetingHead { kinds: kinds.to_vec(), ..plan(MeetingKind::ThemeDay, TODAY) };
        let id = save(file, request);
        attend(file, id, ids.iter().map(|id| entry(*id, AttendanceStatus::Present)).collect()).unwrap();
        id
    };
    let day = with_kinds(&mut file, &[MeetingKind::ThemeDay]);
    for motion in [MotionKind::Admission, MotionKind::Conversion, MotionKind::Election] {
        assert_eq!(fields(save_vote(&mut file.desk("vote_save"), vote(day, motion))), ["motion"]);
    }
    let motions: Vec<_> = get(&mut file, day).needs.iter().map(|needs| needs.motion).collect();
    assert_eq!(motions, [MotionKind::Ordinary], "nothing else is offered there");
    let both = with_kinds(&mut file, &[MeetingKind::ThemeDay, MeetingKind::General]);
    let by_hands = Vote { ballot: BallotKind::Hands, ..vote(both, MotionKind::Admission) };
    assert_eq!(fields(save_vote(&mut file.desk("vote_save"), by_hands)), ["ballot"]);
    let two = Vote { subject: "接收甲某、乙某为预备党员".into(), ..vote(both, MotionKind::Admission) };
    assert_eq!(fields(save_vote(&mut file.desk("vote_save"), two)), ["subject"]);
    save_vote(&mut file.desk("vote_save"), vote(both, MotionKind::Admission)).unwrap();
    let alone = MeetingHead { id: Some(both), ..plan(MeetingKind::ThemeDay, TODAY) };
    assert_eq!(fields(crate::meetings::save(&mut file.desk("meeting_save"), alone)), ["kinds"]);
}

#[test]
fn what_the_subject_says_counts_and_not_what_the_form_begins_with() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 4);
    let day = save(&mut file, plan(MeetingKind::ThemeDay, TODAY));
    attend(&mut file, day, ids.iter().map(|id| entry(*id, AttendanceStatus::Present)).collect()).unwrap();
    let general = held(&mut file, &ids, 4);
    let by_hands = |meeting, subject: &str| Vote {
        subject: subject.into(),
        ballot: BallotKind::Hands,
        ..vote(meeting, MotionKind::Ordinary)
    };
    for subject in ["接收李四为预备党员", "同意李四按期转正", "选举张三为支部书记"] {
        for meeting in [day, general] {
            assert_eq!(fields(save_vote(&mut file.desk("vote_save"), by_hands(meeting, subject))), ["motion"]);
        }
    }
    assert_eq!(fields(save_vote(&mut file.desk("vote_save"), by_hands(day, "对李四予以除名"))), ["motion"]);
    save_vote(&mut file.desk("vote_save"), by_hands(day, "讨论接收捐赠")).unwrap();
    save_vote(&mut file.desk("vote_save"), by_hands(general, "对李四予以除名")).unwrap();
    let election = Vote { ballot: BallotKind::Hands, ..vote(general, MotionKind::Election) };
    assert_eq!(fields(save_vote(&mut file.desk("vote_save"), election)), ["ballot"]);
    // Two names of the roster one after the other are two people.
    let names = ["李四", "王五"].map(|name| file.add_member(name, |_| ()));
    assert!(names.len() == 2);
    let two = Vote { subject: "接收李四王五为预备党员".into(), ..vote(general, MotionKind::Admission) };
    assert_eq!(fields(save_vote(&mut file.desk("vote_save"), two)), ["subject"]);
}

#[test]
fn only_a_committee_that_is_there_elects_its_secretary() {
    for (has_committee, refused) in [(true, &[][..]), (false, &["motion"])] {
        let mut file = TestFile::on(TODAY);
        file.name_branch("示例协会支部", has_committee);
        let ids = ["secretary", "organization", "publicity"]
            .map(|office| file.add_member(office, |m| m.offices = crate::roster::Offices::of_codes(office).unwrap()));
        let id = save(&mut file, plan(MeetingKind::Committee, TODAY));
        attend(&mut file, id, ids.iter().map(|id| entry(*id, AttendanceStatus::Present)).collect()).unwrap();
        let outcome = save_vote(&mut file.desk("vote_save"), vote(id, MotionKind::Election));
        let fields = outcome.map_or_else(|error| fields::<()>(Err(error)), |_| Vec::new());
        assert_eq!(fields, refused);
    }
}

#[test]
fn no_ballots_are_printed_for_what_cannot_be_voted_on_there() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 3);
    let (day, general) = (save(&mut file, plan(MeetingKind::ThemeDay, TODAY)), held(&mut file, &ids, 3));
    let ballots = |file: &mut TestFile, meeting, motion, subject: &str| {
        file.vault.read(|reader| motion_ballots_of(reader, meeting, motion, subject, 0))
    };
    let admission = "接收李四为预备党员";
    assert_eq!(fields(ballots(&mut file, day, MotionKind::Admission, admission)), ["motion"]);
    assert_eq!(fields(ballots(&mut file, day, MotionKind::Ordinary, admission)), ["motion"]);
    let tally =
        |reader: &crate::vault::Reader<'_>| motion_tally_of(reader, day, MotionKind::Admission, admission, None);
    assert_eq!(fields(file.vault.read(tally)), ["motion"]);
    let two = "接收甲某、乙某为预备党员";
    assert_eq!(fields(ballots(&mut file, general, MotionKind::Admission, two)), ["subject"]);
    ballots(&mut file, general, MotionKind::Admission, admission).unwrap();
}
