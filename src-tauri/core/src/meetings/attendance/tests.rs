//! Promises about who is expected and who came.

use rstest::rstest;

use crate::meetings::papers::sign_in_sheet_of;
use crate::meetings::testing::{TODAY, attend, code, entry, fields, get, held, members, plan, save, vote};
use crate::meetings::*;
use crate::roster::{MemberId, MemberKind, Office};
use crate::settings::AttendanceOrder;
use crate::testing::TestFile;

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
    let group = MeetingHead { party_group: Some("第一党小组".into()), ..plan(MeetingKind::Group, TODAY) };
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
    let request = |kind, day| MeetingHead { id: Some(id), ..plan(kind, day) };
    let mut save = |request| crate::meetings::save(&mut file.desk("meeting_save"), request);
    assert_eq!(fields(save(request(MeetingKind::Committee, TODAY))), ["kinds"]);
    assert_eq!(fields(save(request(MeetingKind::General, "2026-11-24"))), ["planned_at"]);
    save(request(MeetingKind::ThemeDay, "2026-11-20")).unwrap();
}

#[test]
fn the_sign_in_sheet_lists_everyone_expected_and_then_the_guests() {
    let mut file = TestFile::on(TODAY);
    members(&mut file, 1);
    file.add_member("预备", |m| m.kind = MemberKind::Probationary);
    file.add_member("老党员", |m| m.attendance_not_required = true);
    let request = MeetingHead {
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

#[test]
fn someone_late_was_present_and_nobody_away_can_be_late() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 3);
    let id = save(&mut file, plan(MeetingKind::General, TODAY));
    let late = |member, status| AttendanceEntry { late: true, ..entry(member, status) };
    let meeting = attend(&mut file, id, vec![late(ids[0], AttendanceStatus::Present)]).unwrap();
    assert_eq!((meeting.tally.present, meeting.tally.late), (1, 1));
    assert_eq!(
        file.vault.read(|reader| store::rows(reader, &MeetingQuery::default())).unwrap()[0].tally,
        Some(meeting.tally)
    );
    let away = attend(&mut file, id, vec![late(ids[1], AttendanceStatus::Absent)]);
    assert_eq!(fields(away), ["entries.0.late"]);
}

#[test]
fn whoever_is_excluded_with_both_papers_leaves_the_voting_members_expected() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 5);
    let id = save(&mut file, plan(MeetingKind::General, TODAY));
    let exclusion = Exclusion {
        ground: ExclusionGround::Bedridden,
        consent: "某党工委复〔2026〕3号".into(),
        decision: "2026年11月2日".into(),
    };
    let excluded =
        |exclusion| AttendanceEntry { exclusion: Some(exclusion), ..entry(ids[4], AttendanceStatus::OnLeave) };
    let meeting = attend(&mut file, id, vec![excluded(exclusion.clone())]).unwrap();
    assert_eq!((meeting.tally.expected, meeting.tally.voting_expected), (5, 4));
    assert_eq!(meeting.attendance[4].exclusion, Some(exclusion.clone()));
    assert_eq!(
        file.vault.read(|reader| store::rows(reader, &MeetingQuery::default())).unwrap()[0].tally,
        Some(meeting.tally)
    );

    let half = Exclusion { decision: " ".into(), ..exclusion.clone() };
    assert_eq!(fields(attend(&mut file, id, vec![excluded(half)])), ["entries.0.exclusion.decision"]);
    let came = AttendanceEntry { exclusion: Some(exclusion), ..entry(ids[4], AttendanceStatus::Present) };
    assert_eq!(fields(attend(&mut file, id, vec![came])), ["entries.0.exclusion"]);
}

#[test]
fn where_the_roster_was_wrong_the_list_can_be_drawn_anew() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 2);
    let id = save(&mut file, plan(MeetingKind::General, TODAY));
    let came = |member| entry(member, AttendanceStatus::Present);
    attend(&mut file, id, vec![came(ids[0]), came(ids[1])]).unwrap();
    assert_eq!(get(&mut file, id).drift, None);

    file.add_member("后来补录", |m| m.entered_on = "2020-01-01".parse().ok());
    let leave = crate::roster::MemberLeaveRequest {
        id: ids[1],
        on: "2026-11-01".parse().unwrap(),
        how: crate::roster::ExitWay::MovedOut,
        reason: "漏记转出".into(),
    };
    crate::roster::leave(&mut file.desk("member_leave"), leave).unwrap();
    let drift = get(&mut file, id).drift.unwrap();
    assert_eq!((drift.missing, drift.surplus), (vec!["后来补录".to_owned()], vec!["党员001".to_owned()]));

    redraw_attendance(&mut file.desk("attendance_redraw"), id).unwrap();
    let meeting = get(&mut file, id);
    let stands: Vec<_> = meeting.attendance.iter().map(|row| (row.name.as_str(), row.status)).collect();
    let mut expected = vec![("党员000", Some(AttendanceStatus::Present)), ("后来补录", None)];
    expected.sort_by_key(|row| row.0 != stands[0].0);
    assert_eq!((stands, meeting.drift), (expected, None));
}

#[test]
fn attendance_entered_at_the_wrong_meeting_is_taken_out_unless_something_counts_by_it() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 3);
    let id = held(&mut file, &ids, 3);
    let vote = vote(id, MotionKind::Ordinary);
    let voted = save_vote(&mut file.desk("vote_save"), Vote { votes_for: 3, ..vote }).unwrap();
    let refused = clear_attendance(&mut file.desk("attendance_clear"), id);
    assert_eq!(code(refused), "meeting_rests_on_attendance");
    let vote = VoteRef { meeting: id, id: voted.value.votes[0].vote.id.unwrap() };
    delete_vote(&mut file.desk("vote_delete"), vote).unwrap();
    let meeting = clear_attendance(&mut file.desk("attendance_clear"), id).unwrap().value;
    assert_eq!((meeting.state, meeting.frozen), (MeetingState::Planned, false));
}
