//! The promises of the room, walked through its handlers.

use rstest::rstest;

use super::*;
use crate::problem::Problem;
use crate::roster::{MemberKind, Office};
use crate::settings::AttendanceOrder;
use crate::testing::TestFile;

pub(super) const TODAY: &str = "2026-11-23";

/// Adds so many full members.
pub(super) fn members(file: &mut TestFile, count: usize) -> Vec<MemberId> {
    (0..count).map(|n| file.add_member(&format!("党员{n:03}"), |_| ())).collect()
}

/// A meeting of one kind on a day, as a request.
pub(super) fn plan(kind: MeetingKind, day: &str) -> MeetingRequest {
    MeetingRequest {
        id: None,
        kinds: vec![kind],
        title: String::new(),
        planned_at: format!("{day}T14:00:00").parse().unwrap(),
        started_at: None,
        ended_at: None,
        place: "二楼会议室".into(),
        chair: "张三".into(),
        recorder: "李四".into(),
        ..MeetingRequest::default()
    }
}

/// Stores a meeting.
pub(super) fn save(file: &mut TestFile, request: MeetingRequest) -> MeetingId {
    super::save(&mut file.desk("meeting_save"), request).unwrap().value.head.id.unwrap()
}

/// Reads a meeting.
pub(super) fn get(file: &mut TestFile, id: MeetingId) -> MeetingView {
    super::get(&mut file.desk("meeting_get"), id).unwrap()
}

pub(super) fn entry(member: MemberId, status: AttendanceStatus) -> AttendanceEntry {
    AttendanceEntry::of(member, status)
}

pub(super) fn attend(
    file: &mut TestFile,
    id: MeetingId,
    entries: Vec<AttendanceEntry>,
) -> Result<MeetingView, MeetingError> {
    save_attendance(&mut file.desk("attendance_save"), AttendanceRequest { id, entries }).map(|done| done.value)
}

/// A held general meeting of `members`, the first `present` of whom came.
pub(super) fn held(file: &mut TestFile, members: &[MemberId], present: usize) -> MeetingId {
    let id = save(file, plan(MeetingKind::General, TODAY));
    let status = |n| if n < present { AttendanceStatus::Present } else { AttendanceStatus::Absent };
    let entries = members.iter().enumerate().map(|(n, member)| entry(*member, status(n))).collect();
    attend(file, id, entries).unwrap();
    id
}

pub(super) fn vote(meeting: MeetingId, motion: MotionKind) -> VoteRequest {
    VoteRequest {
        meeting,
        id: None,
        subject: match motion {
            MotionKind::Ordinary => "通过工作计划",
            MotionKind::Admission => "接收李某某为预备党员",
            MotionKind::Conversion => "李某某按期转正",
            MotionKind::Election => "选举支部书记",
        }
        .into(),
        motion,
        ballot: BallotKind::Secret,
        votes_for: 0,
        votes_against: 0,
        abstained: 0,
        written_for: 0,
        written_against: 0,
    }
}

pub(super) fn fields<T: std::fmt::Debug>(outcome: Result<T, MeetingError>) -> Vec<String> {
    Problem::from(outcome.unwrap_err()).fields.into_iter().map(|field| field.field).collect()
}

pub(super) fn code<T: std::fmt::Debug>(outcome: Result<T, MeetingError>) -> String {
    Problem::from(outcome.unwrap_err()).code
}

#[test]
fn an_empty_title_takes_the_leading_kinds_name() {
    let mut file = TestFile::on(TODAY);
    let id = save(&mut file, plan(MeetingKind::ThemeDay, "2026-11-25"));
    let meeting = get(&mut file, id);
    assert_eq!(meeting.head.title, "主题党日");
    assert_eq!(meeting.state, MeetingState::Planned);
}

#[test]
fn a_meeting_comes_back_as_it_was_entered() {
    let mut file = TestFile::on(TODAY);
    let request = MeetingRequest {
        kinds: vec![MeetingKind::ThemeDay, MeetingKind::Group, MeetingKind::Lecture],
        title: "  学习“二十大”精神 <b>𬭎</b> ".into(),
        started_at: "2026-11-20T14:05:00".parse().ok(),
        ended_at: "2026-11-20T16:00:00".parse().ok(),
        party_group: Some("第一党小组".into()),
        observers: vec!["王某某".into(), "张某某".into()],
        ..plan(MeetingKind::ThemeDay, "2026-11-20")
    };
    let id = save(&mut file, request.clone());
    assert_eq!(get(&mut file, id).head, MeetingRequest { id: Some(id), ..request });
}

#[rstest]
#[case::no_kind("kinds", |m: &mut MeetingRequest| m.kinds.clear())]
#[case::twice_the_same_kind("kinds", |m: &mut MeetingRequest| m.kinds.push(MeetingKind::General))]
#[case::group_without_group("party_group", |m: &mut MeetingRequest| m.kinds = vec![MeetingKind::Group])]
#[case::group_of_no_group_meeting("party_group", |m: &mut MeetingRequest| m.party_group = Some("第一党小组".into()))]
#[case::starts_tomorrow("started_at", |m: &mut MeetingRequest| m.started_at = "2026-11-24T00:00:00".parse().ok())]
#[case::ends_unstarted("started_at", |m: &mut MeetingRequest| m.ended_at = "2026-11-23T15:00:00".parse().ok())]
#[case::ends_as_it_starts("ended_at", |m: &mut MeetingRequest| {
    m.started_at = "2026-11-23T15:00:00".parse().ok();
    m.ended_at = m.started_at;
})]
#[case::nameless_observer("observers.0", |m: &mut MeetingRequest| m.observers = vec![" ".into()])]
fn a_head_that_cannot_be_is_refused_at_its_field(#[case] field: &str, #[case] change: fn(&mut MeetingRequest)) {
    let mut file = TestFile::on(TODAY);
    let mut request = plan(MeetingKind::General, TODAY);
    change(&mut request);
    assert_eq!(fields(super::save(&mut file.desk("meeting_save"), request)), [field]);
    assert_eq!(list(&mut file.desk("meeting_list"), MeetingQuery::default()).unwrap(), []);
}

#[test]
fn who_was_expected_is_frozen_when_attendance_is_first_saved() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 2);
    let id = save(&mut file, plan(MeetingKind::General, TODAY));
    assert!(!get(&mut file, id).frozen);
    assert_eq!(get(&mut file, id).tally.unrecorded, 2);

    attend(&mut file, id, vec![entry(ids[0], AttendanceStatus::Present)]).unwrap();
    let late = file.add_member("后来的", |_| ());
    let meeting = get(&mut file, id);
    assert!(meeting.frozen);
    assert_eq!(meeting.state, MeetingState::Held);
    assert_eq!(meeting.attendance.iter().map(|row| row.member).collect::<Vec<_>>(), ids);
    let outcome = attend(&mut file, id, vec![entry(late, AttendanceStatus::Present)]);
    assert_eq!(fields(outcome), ["entries.0.member"]);
}

#[test]
fn later_saves_change_only_how_each_person_stood() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 3);
    let id = held(&mut file, &ids, 3);
    let reason = Some("出差".to_owned());
    let on_leave = AttendanceEntry { reason: reason.clone(), ..entry(ids[1], AttendanceStatus::OnLeave) };
    let meeting = attend(&mut file, id, vec![entry(ids[0], AttendanceStatus::Present), on_leave]).unwrap();
    let expected = AttendanceTally {
        expected: 3,
        present: 1,
        on_leave: 1,
        unrecorded: 1,
        voting_expected: 3,
        voting_present: 1,
        ..AttendanceTally::default()
    };
    assert_eq!(meeting.tally, expected);
    assert_eq!(meeting.attendance[1].reason, reason);
    let listed = list(&mut file.desk("meeting_list"), MeetingQuery::default()).unwrap();
    assert_eq!(listed[0].tally, Some(expected), "the list counts as the page does");
}

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
fn a_member_is_of_the_kind_that_held_on_the_day_of_the_meeting() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张某某", |m| {
        m.joined = "2025-11-10".parse().ok();
        m.converted = "2026-11-10".parse().ok();
    });
    let meeting = save(&mut file, plan(MeetingKind::General, "2026-11-09"));
    attend(&mut file, meeting, vec![entry(id, AttendanceStatus::Present)]).unwrap();
    let row = get(&mut file, meeting).attendance.remove(0);
    assert_eq!((row.kind, row.voting), (MemberKind::Probationary, false));
}

#[test]
fn of_whom_it_is_not_required_nobody_is_absent() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 2);
    let old = file.add_member("老党员", |m| m.attendance_not_required = true);
    let id = held(&mut file, &ids, 2);
    let meeting = get(&mut file, id);
    assert_eq!(
        meeting.attendance.iter().find(|row| row.member == old).unwrap().status,
        Some(AttendanceStatus::NotRequired)
    );
    assert_eq!((meeting.tally.expected, meeting.tally.not_required, meeting.tally.absent), (2, 1, 0));
    assert_eq!(meeting.tally.voting_expected, 3, "the denominator of votes keeps them (V11)");
    assert_eq!(fields(attend(&mut file, id, vec![entry(old, AttendanceStatus::Absent)])), ["entries.0.status"]);

    let came = attend(&mut file, id, vec![entry(old, AttendanceStatus::Present)]).unwrap();
    assert_eq!((came.tally.expected, came.tally.present), (3, 1), "who comes all the same is counted");
}

#[test]
fn a_group_expects_its_members_and_a_committee_those_who_hold_an_office() {
    let mut file = TestFile::on(TODAY);
    let plain = file.add_member("甲", |m| m.party_group = "第一党小组".into());
    let officer = file.add_member("乙", |m| m.offices = Office::Secretary.into());
    let expected = |file: &mut TestFile, request| {
        let id = save(file, request);
        get(file, id).attendance.into_iter().map(|row| row.member).collect::<Vec<_>>()
    };
    let group = MeetingRequest { party_group: Some("第一党小组".into()), ..plan(MeetingKind::Group, TODAY) };
    assert_eq!(expected(&mut file, group), [plain]);
    assert_eq!(expected(&mut file, plan(MeetingKind::Committee, TODAY)), [officer]);
    assert_eq!(expected(&mut file, plan(MeetingKind::Lecture, TODAY)).len(), 2);
}

#[test]
fn attendance_of_a_meeting_still_to_come_is_refused_and_of_a_past_one_welcome() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 1);
    let present = || vec![entry(ids[0], AttendanceStatus::Present)];
    let tomorrow = save(&mut file, plan(MeetingKind::General, "2026-11-24"));
    assert_eq!(fields(attend(&mut file, tomorrow, present())), ["entries"]);
    let long_ago = save(&mut file, plan(MeetingKind::General, "2019-03-01"));
    assert_eq!(attend(&mut file, long_ago, present()).unwrap().state, MeetingState::Held);
}

#[test]
fn nobody_is_recorded_twice_or_without_being_a_member() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 1);
    let id = save(&mut file, plan(MeetingKind::General, TODAY));
    let twice = vec![entry(ids[0], AttendanceStatus::Present), entry(ids[0], AttendanceStatus::Absent)];
    assert_eq!(fields(attend(&mut file, id, twice)), ["entries.1.member"]);
    let stranger = vec![entry(MemberId(999), AttendanceStatus::Present)];
    assert_eq!(fields(attend(&mut file, id, stranger)), ["entries.0.member"]);
    assert!(!get(&mut file, id).frozen, "a refused save stores nothing");
}

#[test]
fn who_was_expected_does_not_change_behind_a_frozen_list() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 1);
    let id = held(&mut file, &ids, 1);
    let request = |kind, day| MeetingRequest { id: Some(id), ..plan(kind, day) };
    let mut save = |request| super::save(&mut file.desk("meeting_save"), request);
    assert_eq!(fields(save(request(MeetingKind::Committee, TODAY))), ["kinds"]);
    assert_eq!(fields(save(request(MeetingKind::General, "2026-11-24"))), ["planned_at"]);
    save(request(MeetingKind::ThemeDay, "2026-11-20")).unwrap();
}

#[test]
fn a_vote_freezes_its_numbers_and_says_its_result() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 44);
    let id = held(&mut file, &ids, 39);
    let request = VoteRequest { votes_for: 38, abstained: 1, ..vote(id, MotionKind::Admission) };
    let meeting = save_vote(&mut file.desk("vote_save"), request).unwrap().value;
    let taken = &meeting.votes[0];
    assert!(taken.passed);
    assert_eq!((taken.voting_expected, taken.voting_present), (44, 39));
    assert!(taken.announcement.starts_with("应到会有表决权的党员 44 名，实到 39 名。"));
    assert!(meeting.needs[1].sentence.starts_with("须有 23 名以上有表决权的党员到会（现 39 名，可以开会）"));

    attend(&mut file, id, ids[..30].iter().map(|id| entry(*id, AttendanceStatus::Present)).collect()).unwrap();
    let meeting = get(&mut file, id);
    assert_eq!(meeting.votes[0].voting_present, 39);
    assert!(meeting.findings.iter().any(|finding| finding.rule.0 == "D15"), "and it is said that they no longer fit");
}

#[rstest]
#[case::more_than_came("votes_for", MotionKind::Ordinary, |v: &mut VoteRequest| { v.votes_for = 5; v.abstained = 3 })]
#[case::too_many_to_add("votes_for", MotionKind::Ordinary, |v: &mut VoteRequest| { v.votes_for = u32::MAX; v.abstained = u32::MAX })]
#[case::written_in_ordinary("written_for", MotionKind::Ordinary, |v: &mut VoteRequest| v.written_for = 1)]
#[case::written_in_election("written_for", MotionKind::Election, |v: &mut VoteRequest| v.written_against = 1)]
#[case::more_written_than_away("written_for", MotionKind::Conversion, |v: &mut VoteRequest| { v.written_for = 1; v.written_against = 1 })]
#[case::no_subject("subject", MotionKind::Ordinary, |v: &mut VoteRequest| v.subject = " ".into())]
fn votes_that_cannot_have_been_cast_are_refused_at_their_field(
    #[case] field: &str,
    #[case] motion: MotionKind,
    #[case] change: fn(&mut VoteRequest),
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
    let corrected = VoteRequest { votes_for: 2, ..first.clone() };
    assert_eq!(save(corrected.clone()).unwrap()[0].vote, corrected);
    assert_eq!(code(save(VoteRequest { meeting: other, ..corrected.clone() })), "no_such_vote");
    assert_eq!(code(save(VoteRequest { id: Some(77), ..corrected })), "no_such_vote");

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

pub(super) fn record(id: MeetingId) -> MeetingRecordRequest {
    MeetingRecordRequest {
        id,
        agenda: vec![
            AgendaItem {
                title: "学习".into(),
                content: " 第一段\n\n第二段<script>\t".into(),
                points: vec![Point { speaker: "李四".into(), content: "谈体会".into() }],
            },
            AgendaItem { title: "讨论".into(), ..AgendaItem::default() },
        ],
        resolutions: vec![Resolution {
            text: "购置学习书籍".into(),
            responsible: Some("张三".into()),
            due: "2026-12-10".parse().ok(),
            ..Resolution::default()
        }],
    }
}

#[test]
fn the_record_is_kept_word_for_word() {
    let mut file = TestFile::on(TODAY);
    let id = save(&mut file, plan(MeetingKind::General, TODAY));
    let meeting = save_record(&mut file.desk("meeting_record_save"), record(id)).unwrap().value;
    assert_eq!(meeting.agenda, record(id).agenda);
    let numbered = Resolution { id: meeting.resolutions[0].id, ..record(id).resolutions[0].clone() };
    assert!(numbered.id.is_some());
    assert_eq!(meeting.resolutions, [numbered]);
    let nameless = MeetingRecordRequest { agenda: vec![AgendaItem::default()], ..record(id) };
    assert_eq!(fields(save_record(&mut file.desk("meeting_record_save"), nameless)), ["agenda.0.title"]);
    let empty = MeetingRecordRequest { resolutions: vec![Resolution::default()], ..record(id) };
    assert_eq!(fields(save_record(&mut file.desk("meeting_record_save"), empty)), ["resolutions.0.text"]);
}

#[test]
fn only_a_meeting_of_which_nothing_was_recorded_can_be_deleted() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 1);
    let planned = save(&mut file, MeetingRequest { observers: vec!["某".into()], ..plan(MeetingKind::General, TODAY) });
    let written = save(&mut file, plan(MeetingKind::General, TODAY));
    save_record(&mut file.desk("meeting_record_save"), record(written)).unwrap();
    let was_held = held(&mut file, &ids, 1);
    let mut delete = |id| delete(&mut file.desk("meeting_delete"), id);
    delete(planned).unwrap();
    assert_eq!(code(delete(planned)), "no_such_meeting");
    assert_eq!(code(delete(written)), "meeting_recorded");
    assert_eq!(code(delete(was_held)), "meeting_recorded");
}

#[test]
fn a_meeting_that_was_called_off_stays_with_its_reason_and_takes_no_more_entries() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 1);
    let id = save(&mut file, plan(MeetingKind::General, TODAY));
    let request = |id, reason: &str| MeetingCancelRequest { id, reason: reason.into() };
    let cancel = |file: &mut TestFile, request| cancel(&mut file.desk("meeting_cancel"), request);
    assert_eq!(fields(cancel(&mut file, request(id, " "))), ["reason"]);
    let meeting = cancel(&mut file, request(id, "台风")).unwrap().value;
    assert_eq!((meeting.state, meeting.cancel_reason.as_deref()), (MeetingState::Cancelled, Some("台风")));

    let again = MeetingRequest { id: Some(id), ..plan(MeetingKind::General, TODAY) };
    assert_eq!(code(super::save(&mut file.desk("meeting_save"), again)), "meeting_cancelled");
    assert_eq!(code(attend(&mut file, id, vec![])), "meeting_cancelled");
    assert_eq!(code(save_record(&mut file.desk("meeting_record_save"), record(id))), "meeting_cancelled");
    assert_eq!(code(delete(&mut file.desk("meeting_delete"), id)), "meeting_recorded");
    let was_held = held(&mut file, &ids, 1);
    assert_eq!(code(cancel(&mut file, request(was_held, "台风"))), "meeting_held");
}

#[test]
fn the_list_is_narrowed_by_day_kind_and_words() {
    let mut file = TestFile::on(TODAY);
    let general = save(&mut file, plan(MeetingKind::General, "2026-10-31"));
    let theme_day = MeetingRequest {
        kinds: vec![MeetingKind::ThemeDay, MeetingKind::Lecture],
        place: "烈士陵园".into(),
        ..plan(MeetingKind::ThemeDay, "2026-11-01")
    };
    let theme_day = save(&mut file, theme_day);
    save_record(&mut file.desk("meeting_record_save"), record(general)).unwrap();
    let mut list = |query| {
        let rows = list(&mut file.desk("meeting_list"), query).unwrap();
        rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    let all = MeetingQuery::default;
    assert_eq!(list(all()), [theme_day, general]);
    assert_eq!(list(MeetingQuery { from: "2026-11-01".parse().ok(), ..all() }), [theme_day]);
    assert_eq!(list(MeetingQuery { to: "2026-10-31".parse().ok(), ..all() }), [general]);
    assert_eq!(list(MeetingQuery { kind: Some(MeetingKind::Lecture), ..all() }), [theme_day]);
    assert_eq!(list(MeetingQuery { search: "陵园".into(), ..all() }), [theme_day]);
    assert_eq!(list(MeetingQuery { search: "第二段".into(), ..all() }), [general]);
    assert_eq!(list(MeetingQuery { search: "%".into(), ..all() }), []);
}

#[test]
fn every_change_can_be_taken_back() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 8);
    let mut states = Vec::new();
    let id = save(&mut file, plan(MeetingKind::General, TODAY));
    let mut note = |file: &mut TestFile| states.push(get(file, id));
    note(&mut file);
    save_record(&mut file.desk("meeting_record_save"), record(id)).unwrap();
    note(&mut file);
    attend(&mut file, id, ids.iter().map(|id| entry(*id, AttendanceStatus::Present)).collect()).unwrap();
    note(&mut file);
    save_vote(&mut file.desk("vote_save"), VoteRequest { votes_for: 8, ..vote(id, MotionKind::Election) }).unwrap();
    let moved = MeetingRequest {
        id: Some(id),
        kinds: vec![MeetingKind::ThemeDay, MeetingKind::General],
        observers: vec!["某".into()],
        ..plan(MeetingKind::General, "2026-11-20")
    };
    note(&mut file);
    super::save(&mut file.desk("meeting_save"), moved).unwrap();

    while let Some(before) = states.pop() {
        file.undo();
        assert_eq!(get(&mut file, id), before);
    }
}

#[test]
fn a_meeting_made_or_deleted_can_be_taken_back_and_brought_back() {
    let mut file = TestFile::on(TODAY);
    let request = MeetingRequest { observers: vec!["某".into()], ..plan(MeetingKind::General, TODAY) };
    let id = save(&mut file, request);
    let before = get(&mut file, id);
    delete(&mut file.desk("meeting_delete"), id).unwrap();
    let is_there = |file: &mut TestFile| super::get(&mut file.desk("meeting_get"), id).is_ok();
    assert!(!is_there(&mut file));
    file.undo();
    assert_eq!(get(&mut file, id), before);
    file.undo();
    assert!(!is_there(&mut file));
    file.redo();
    assert_eq!(get(&mut file, id), before);
    file.redo();
    assert!(!is_there(&mut file));
}

#[test]
fn the_sign_in_sheet_lists_everyone_expected_and_then_the_guests() {
    let mut file = TestFile::on(TODAY);
    members(&mut file, 1);
    file.add_member("预备", |m| m.kind = MemberKind::Probationary);
    file.add_member("老党员", |m| m.attendance_not_required = true);
    let request = MeetingRequest {
        kinds: vec![MeetingKind::ThemeDay, MeetingKind::Lecture],
        observers: vec!["入党申请人甲".into()],
        ..plan(MeetingKind::ThemeDay, "2026-11-25")
    };
    let id = save(&mut file, request);
    let sheet = file.desk("paper_preview").read(|reader| sign_in_sheet_of(reader, id)).unwrap();
    assert_eq!(sheet.kinds, "主题党日、党课");
    let rows: Vec<_> =
        sheet.rows.iter().map(|row| (row.name.as_str(), row.kind.as_str(), row.remark.as_str())).collect();
    let mut expected = vec![
        ("党员000", "正式", ""),
        ("预备", "预备", ""),
        ("老党员", "正式", "不作硬性要求"),
        ("入党申请人甲", "列席", ""),
    ];
    expected[..3].sort_by_key(|row| row.0);
    assert_eq!(rows, expected);
}

#[rstest]
#[case::pinyin(AttendanceOrder::Pinyin, &["丁一", "李四", "王二", "张三", "客人"], &[])]
#[case::strokes(AttendanceOrder::Strokes, &["丁一", "王二", "李四", "张三", "客人"], &[])]
#[case::group(
    AttendanceOrder::Group,
    &["李四", "张三", "丁一", "王二", "客人"],
    &["第一党小组", "第一党小组", "第二党小组", "未编入党小组", "列席"]
)]
fn the_list_on_the_screen_and_the_sign_in_sheet_stand_in_one_order(
    #[case] attendance_order: AttendanceOrder,
    #[case] names: &[&str],
    #[case] headings: &[&str],
) {
    let mut file = TestFile::on(TODAY);
    for (name, group) in [("丁一", "第二党小组"), ("王二", ""), ("张三", "第一党小组"), ("李四", "第一党小组")]
    {
        file.add_member(name, |m| m.party_group = group.into());
    }
    let mut request = plan(MeetingKind::General, TODAY);
    request.observers = vec!["客人".into()];
    let id = save(&mut file, request);
    let settings = crate::settings::Settings { attendance_order, ..Default::default() };
    crate::settings::save(&mut file.desk("settings_save"), settings).unwrap();
    for _ in ["live", "frozen"] {
        let meeting = get(&mut file, id);
        let on_screen: Vec<_> = meeting.attendance.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(on_screen, names[..4]);
        let sheet = file.desk("paper_preview").read(|reader| sign_in_sheet_of(reader, id)).unwrap();
        assert_eq!(sheet.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), names);
        let groups: Vec<_> = sheet.rows.iter().map(|row| row.group.as_str()).filter(|name| !name.is_empty()).collect();
        assert_eq!(groups, headings);
        let first = meeting.attendance[0].member;
        attend(&mut file, id, vec![entry(first, AttendanceStatus::Present)]).unwrap();
    }
}

#[test]
fn minutes_say_what_was_entered_and_nothing_else() {
    let mut file = TestFile::on(TODAY);
    file.name_branch("示例协会党支部", true);
    let ids = members(&mut file, 4);
    let id = save(&mut file, plan(MeetingKind::General, TODAY));
    let minutes = |file: &mut TestFile| file.desk("paper_preview").read(|reader| own_minutes_of(reader, id));
    assert_eq!(code(minutes(&mut file)), "meeting_not_held");

    let reason = Some("出差".to_owned());
    let on_leave = AttendanceEntry { reason, ..entry(ids[2], AttendanceStatus::OnLeave) };
    let entries = vec![
        entry(ids[0], AttendanceStatus::Present),
        entry(ids[1], AttendanceStatus::Present),
        on_leave,
        entry(ids[3], AttendanceStatus::Absent),
    ];
    attend(&mut file, id, entries).unwrap();
    let empty = minutes(&mut file).unwrap();
    assert_eq!((empty.agenda, empty.votes, empty.resolutions), (vec![], vec![], vec![]));

    save_record(&mut file.desk("meeting_record_save"), record(id)).unwrap();
    save_vote(&mut file.desk("vote_save"), VoteRequest { votes_for: 2, ..vote(id, MotionKind::Ordinary) }).unwrap();
    insta::assert_json_snapshot!(minutes(&mut file).unwrap());
}

#[test]
fn what_shows_only_in_the_details_is_said_on_the_meetings_page() {
    let mut file = TestFile::on(TODAY);
    let officer = file.add_member("书记甲", |m| m.offices = Office::Secretary.into());
    let head = MeetingRequest { chair: "书记甲".into(), ..plan(MeetingKind::Committee, TODAY) };
    let id = save(&mut file, head);
    let rules = |meeting: MeetingView| meeting.findings.into_iter().map(|f| f.rule.0).collect::<Vec<_>>();
    assert_eq!(rules(get(&mut file, id)), ["B06"], "no committee, no committee meeting");
    file.name_branch("示例协会党支部", true);
    assert_eq!(rules(get(&mut file, id)), [""; 0]);
    save_record(&mut file.desk("meeting_record_save"), record(id)).unwrap();
    attend(&mut file, id, vec![entry(officer, AttendanceStatus::OnLeave)]).unwrap();
    assert_eq!(
        rules(get(&mut file, id)),
        ["B11", "B13", "E11"],
        "nobody came, the chair neither, and the leave has no reason"
    );
}

#[test]
fn a_quarter_lists_its_meetings_by_time_without_those_called_off() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 2);
    save(&mut file, plan(MeetingKind::Lecture, "2026-12-01"));
    held(&mut file, &ids, 1);
    let off = save(&mut file, plan(MeetingKind::Lecture, "2026-11-01"));
    cancel(&mut file.desk("meeting_cancel"), MeetingCancelRequest { id: off, reason: "台风".into() }).unwrap();
    save(&mut file, plan(MeetingKind::Lecture, "2026-09-30"));
    let quarter = "2026Q4".parse().unwrap();
    let meetings = file.desk("report_build").read(|reader| quarter_meetings(reader, quarter)).unwrap();
    let seen: Vec<_> =
        meetings.iter().map(|m| (m.on.to_string(), m.kinds.as_str(), m.held, m.expected, m.present)).collect();
    assert_eq!(
        seen,
        [("2026-11-23".to_owned(), "支部党员大会", true, 2, 1), ("2026-12-01".to_owned(), "党课", false, 0, 0),]
    );
    let desk = file.desk("report_build");
    let kinds = desk.read(|reader| quarter_kinds(reader, desk.rules, quarter)).unwrap();
    let lecture = kinds.iter().find(|line| line.kind == MeetingKind::Lecture).unwrap();
    assert_eq!((lecture.required, lecture.planned, lecture.held), (1, 1, 0));
}

#[test]
fn the_findings_of_a_quarter_name_what_is_missing_and_what_is_odd() {
    let mut file = TestFile::on(TODAY);
    file.name_branch("示例协会党支部", false);
    file.add_member("甲", |m| m.party_group = "第一党小组".into());
    let id = save(&mut file, plan(MeetingKind::ThemeDay, "2026-11-12"));
    let desk = file.desk("report_build");
    let quarter = "2026Q4".parse().unwrap();
    let found = desk.read(|reader| quarter_findings(reader, desk.rules, quarter, desk.today())).unwrap();
    let messages: Vec<_> = found.iter().map(|finding| finding.message.as_str()).collect();
    assert!(messages.contains(&"11月党小组会（第一党小组）还未召开"));
    assert!(messages.contains(&"10月主题党日没有开展"));
    assert!(!messages.iter().any(|message| message.contains("支部委员会")));
    let last = found.last().unwrap();
    assert_eq!(last.message, "11月12日“主题党日”时间已过，还没有登记到会");
    assert_eq!(last.subject.id, Some(id.0));
}

#[test]
fn three_meetings_missed_in_a_row_are_noticed_and_each_event_counts_once() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 3);
    file.add_member("老党员", |m| m.attendance_not_required = true);
    use AttendanceStatus::{Absent, OnLeave, Present};
    for (day, statuses) in [
        ("2026-11-01", [Present, Present, Absent]),
        ("2026-11-02", [OnLeave, Present, Absent]),
        ("2026-11-03", [Absent, Absent, Present]),
        ("2026-11-04", [OnLeave, Absent, Absent]),
        ("2027-01-01", [Present, Present, Present]),
    ] {
        let kinds = vec![MeetingKind::ThemeDay, MeetingKind::Lecture];
        let id = save(&mut file, MeetingRequest { kinds, ..plan(MeetingKind::ThemeDay, day) });
        if day < TODAY {
            attend(&mut file, id, ids.iter().zip(statuses).map(|(id, status)| entry(*id, status)).collect()).unwrap();
        }
    }
    let (from, to) = ("2026-10-01".parse().unwrap(), "2026-12-31".parse().unwrap());
    let lines = file
        .desk("report_build")
        .read(|reader| {
            let members = crate::roster::members_on(reader, to)?;
            attendance_by_member(reader, &members, from, to)
        })
        .unwrap();
    let line = |name: &str| {
        let line = lines.iter().find(|line| line.name == name).unwrap();
        (line.expected, line.present, line.on_leave, line.absent, line.missed_three)
    };
    assert_eq!(line("党员000"), (4, 1, 2, 1, true));
    assert_eq!(line("党员001"), (4, 2, 0, 2, false));
    assert_eq!(line("党员002"), (4, 1, 0, 3, false));
    assert_eq!(line("老党员"), (0, 0, 0, 0, false));
}

#[test]
fn three_in_a_row_do_not_end_at_the_edge_of_a_quarter_or_of_a_period() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 2);
    use AttendanceStatus::{Absent, OnLeave, Present};
    for (day, kind, statuses) in [
        ("2026-08-20", MeetingKind::ThemeDay, [Absent, Present]),
        ("2026-09-20", MeetingKind::General, [OnLeave, Absent]),
        ("2026-10-20", MeetingKind::ThemeDay, [Absent, Absent]),
    ] {
        let id = save(&mut file, plan(kind, day));
        attend(&mut file, id, ids.iter().zip(statuses).map(|(id, status)| entry(*id, status)).collect()).unwrap();
    }
    let missed = |file: &mut TestFile, from: &str, to: &str| -> Vec<bool> {
        let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
        let lines = file.desk("report_build").read(|reader| {
            let members = crate::roster::members_on(reader, to)?;
            attendance_by_member(reader, &members, from, to)
        });
        lines.unwrap().iter().map(|line| line.missed_three).collect()
    };
    assert_eq!(missed(&mut file, "2026-10-01", "2026-12-31"), [true, false], "two of them lie in the last quarter");
    assert_eq!(missed(&mut file, "2026-11-01", "2026-11-30"), [true, false], "no meeting since has ended it");
    assert_eq!(missed(&mut file, "2026-07-01", "2026-09-30"), [false, false], "of that day there were two");
    let came = save(&mut file, plan(MeetingKind::General, "2026-10-25"));
    attend(&mut file, came, ids.iter().map(|id| entry(*id, Present)).collect()).unwrap();
    assert_eq!(missed(&mut file, "2026-10-01", "2026-12-31"), [true, false], "coming afterwards does not undo it");
    assert_eq!(missed(&mut file, "2026-11-01", "2026-11-30"), [false, false], "it was over before");
    clear_attendance(&mut file.desk("attendance_clear"), came).unwrap();
    let of_one = MemberMeetingsRequest { member: ids[0], from: "2026-10-01".parse().ok(), to: None };
    assert!(of_member(&mut file.desk("member_meetings"), of_one).unwrap().attendance.missed_three);
    let query = AttendanceRangeQuery {
        from: "2026-10-01".parse().unwrap(),
        to: "2026-12-31".parse().unwrap(),
        kind: Some(MeetingKind::ThemeDay),
    };
    let range = attendance_range(&mut file.desk("attendance_range"), query).unwrap();
    assert!(range.rows[0].attendance.missed_three, "whatever kind is looked at");
}

#[test]
fn a_vote_that_does_not_fit_its_meeting_is_refused_at_its_field_and_a_meeting_keeps_the_kind_of_its_votes() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 4);
    let with_kinds = |file: &mut TestFile, kinds: &[MeetingKind]| {
        let request = MeetingRequest { kinds: kinds.to_vec(), ..plan(MeetingKind::ThemeDay, TODAY) };
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
    let by_hands = VoteRequest { ballot: BallotKind::Hands, ..vote(both, MotionKind::Admission) };
    assert_eq!(fields(save_vote(&mut file.desk("vote_save"), by_hands)), ["ballot"]);
    let two =
        VoteRequest { subject: "接收甲某、乙某为预备党员".into(), ..vote(both, MotionKind::Admission) };
    assert_eq!(fields(save_vote(&mut file.desk("vote_save"), two)), ["subject"]);
    save_vote(&mut file.desk("vote_save"), vote(both, MotionKind::Admission)).unwrap();
    let alone = MeetingRequest { id: Some(both), ..plan(MeetingKind::ThemeDay, TODAY) };
    assert_eq!(fields(super::save(&mut file.desk("meeting_save"), alone)), ["kinds"]);
}

#[test]
fn what_the_subject_says_counts_and_not_what_the_form_begins_with() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 4);
    let day = save(&mut file, plan(MeetingKind::ThemeDay, TODAY));
    attend(&mut file, day, ids.iter().map(|id| entry(*id, AttendanceStatus::Present)).collect()).unwrap();
    let general = held(&mut file, &ids, 4);
    let by_hands = |meeting, subject: &str| VoteRequest {
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
    let election = VoteRequest { ballot: BallotKind::Hands, ..vote(general, MotionKind::Election) };
    assert_eq!(fields(save_vote(&mut file.desk("vote_save"), election)), ["ballot"]);
    // Two names of the roster one after the other are two people.
    let names = ["李四", "王五"].map(|name| file.add_member(name, |_| ()));
    assert!(names.len() == 2);
    let two =
        VoteRequest { subject: "接收李四王五为预备党员".into(), ..vote(general, MotionKind::Admission) };
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

#[test]
fn whose_membership_is_suspended_is_expected_nowhere() {
    let mut file = TestFile::on(TODAY);
    let mut ids = members(&mut file, 2);
    file.add_member("停止党籍", |m| m.standing = crate::roster::Standing::Suspended);
    for kind in [MeetingKind::General, MeetingKind::ThemeDay] {
        let id = save(&mut file, plan(kind, TODAY));
        let expected: Vec<_> = get(&mut file, id).attendance.into_iter().map(|row| row.member).collect();
        assert_eq!(expected, ids);
    }
    // From the day on which it was suspended.
    let late = file.add_member("赵某", |_| ());
    ids.push(late);
    let fact =
        serde_json::json!({ "members": [late], "aspect": "standing", "value": "suspended", "since": "2026-11-10" });
    crate::roster::save_facts(&mut file.desk("member_facts_save"), serde_json::from_value(fact).unwrap()).unwrap();
    for (day, expected) in [("2026-11-09", 3), ("2026-11-10", 2)] {
        let id = save(&mut file, plan(MeetingKind::General, day));
        assert_eq!(get(&mut file, id).tally.voting_expected, expected, "{day}");
    }
}

/// Which months of 2026 a rule asks for, seen from October.
fn asked_months(file: &mut TestFile, rule: &str) -> Vec<u32> {
    let desk = file.desk("report_build");
    let quarters = ["2026Q1", "2026Q2", "2026Q3"].map(|quarter| quarter.parse().unwrap());
    let found = quarters
        .into_iter()
        .flat_map(|quarter| desk.read(|reader| quarter_findings(reader, desk.rules, quarter, desk.today())).unwrap());
    found
        .filter(|finding| finding.rule.0 == rule)
        .map(|finding| chrono::Datelike::month(&finding.due.unwrap()))
        .collect()
}

#[test]
fn what_was_owed_stays_owed_when_the_committee_or_the_group_is_gone() {
    let mut file = TestFile::on("2026-01-05");
    file.name_branch("示例协会支部", false);
    file.add_member("甲", |m| m.party_group = "第一党小组".into());
    file.on_day("2026-10-08");
    let switch = |file: &mut TestFile, has_committee, since: &str| {
        let branch = crate::branch::BranchRequest {
            name: "示例协会支部".into(),
            has_committee,
            changed_since: since.parse().ok(),
            ..Default::default()
        };
        crate::branch::save(&mut file.desk("branch_save"), branch).unwrap();
    };
    assert_eq!(asked_months(&mut file, "B11"), [0_u32; 0]);
    switch(&mut file, true, "2026-05-10");
    assert_eq!(asked_months(&mut file, "B11"), [6, 7, 8, 9], "from the month after it was set up");
    switch(&mut file, false, "2026-09-15");
    assert_eq!(asked_months(&mut file, "B11"), [6, 7, 8], "what was late before is late");
    assert_eq!(asked_months(&mut file, "B12").len(), 9);
    let group = crate::branch::BranchGroupRequest { name: "第一党小组".into(), ..Default::default() };
    let made = crate::branch::save_group(&mut file.desk("branch_group_save"), group.clone()).unwrap().value;
    let dissolved =
        crate::branch::BranchGroupRequest { id: made.groups[0].group.id, until: "2026-09-10".parse().ok(), ..group };
    crate::branch::save_group(&mut file.desk("branch_group_save"), dissolved).unwrap();
    assert_eq!(asked_months(&mut file, "B12"), [1, 2, 3, 4, 5, 6, 7, 8], "July and August are still owed");
}

#[test]
fn a_paper_of_the_past_names_the_superior_of_its_day() {
    let mut file = TestFile::on("2026-08-20");
    let branch = |superior: &str, since: &str| crate::branch::BranchRequest {
        name: "示例协会支部".into(),
        superior: superior.into(),
        changed_since: since.parse().ok(),
        ..Default::default()
    };
    crate::branch::save(&mut file.desk("branch_save"), branch("示例街道党工委", "")).unwrap();
    let ids = members(&mut file, 3);
    let meeting = save(&mut file, plan(MeetingKind::General, "2026-08-20"));
    attend(&mut file, meeting, ids.iter().map(|id| entry(*id, AttendanceStatus::Present)).collect()).unwrap();
    file.on_day(TODAY);
    crate::branch::save(&mut file.desk("branch_save"), branch("示例行业党委", "2026-10-01")).unwrap();
    let today = TODAY.parse().unwrap();
    let (form, third, fourth, year) = file
        .vault
        .read(|reader| {
            let minutes = own_minutes_of(reader, meeting)?;
            Ok::<_, MeetingError>((
                record_form_of(reader, meeting, minutes, 0)?,
                plan_and_actual_of(reader, "2026Q3".parse().unwrap(), today)?,
                plan_sheet_of(reader, "2026Q4".parse().unwrap(), false, today)?,
                plan_sheet_of(reader, "2026Q3".parse().unwrap(), true, today)?,
            ))
        })
        .unwrap();
    assert_eq!((form.superior.as_str(), third.superior.as_str()), ("示例街道党工委", "示例街道党工委"));
    assert_eq!((fourth.superior.as_str(), year.superior.as_str()), ("示例行业党委", "示例行业党委"));
}

#[test]
fn a_group_whose_only_member_is_suspended_owes_nothing_from_then_on() {
    let mut file = TestFile::on("2026-01-05");
    file.name_branch("示例协会支部", false);
    let member = file.add_member("甲", |m| m.party_group = "第一党小组".into());
    file.on_day("2026-10-08");
    let fact =
        serde_json::json!({ "members": [member], "aspect": "standing", "value": "suspended", "since": "2026-05-10" });
    crate::roster::save_facts(&mut file.desk("member_facts_save"), serde_json::from_value(fact).unwrap()).unwrap();
    assert_eq!(asked_months(&mut file, "B12"), [1, 2, 3, 4]);
}

/// Nothing is missing of a month in which it may not have been there.
#[test]
fn a_month_alone_asks_for_what_comes_after_it() {
    let mut file = TestFile::on("2026-01-05");
    file.name_branch("示例协会支部", false);
    file.add_member("甲", |m| m.party_group = "第一党小组".into());
    file.on_day("2026-10-08");
    let branch = crate::branch::BranchRequest {
        name: "示例协会支部".into(),
        has_committee: true,
        changed_since: "2026-05".parse().ok(),
        ..Default::default()
    };
    crate::branch::save(&mut file.desk("branch_save"), branch).unwrap();
    assert_eq!(asked_months(&mut file, "B11"), [6, 7, 8, 9]);
    let group = crate::branch::BranchGroupRequest {
        name: "第一党小组".into(),
        since: "2026-06".parse().ok(),
        ..Default::default()
    };
    crate::branch::save_group(&mut file.desk("branch_group_save"), group).unwrap();
    assert_eq!(asked_months(&mut file, "B12"), [7, 8, 9]);
}

#[test]
fn marks_of_direction_are_no_part_of_a_meeting() {
    let mut file = TestFile::on(TODAY);
    let odd = "张\u{202E}三".to_owned();
    let request = MeetingRequest {
        title: odd.clone(),
        place: odd.clone(),
        chair: odd.clone(),
        recorder: odd.clone(),
        observers: vec![odd],
        ..plan(MeetingKind::ThemeDay, TODAY)
    };
    let id = save(&mut file, request);
    let head = get(&mut file, id).head;
    for text in [head.title, head.place, head.chair, head.recorder].iter().chain(&head.observers) {
        assert_eq!(text, "张三");
    }
}
