//! What is written about a meeting: speakers, lateness, exclusions, examinations, agendas, corrections.

use super::tests::{TODAY, attend, code, entry, fields, get, held, members, plan, record, save, vote};
use super::*;
use crate::testing::TestFile;

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
fn what_is_only_begun_is_kept_and_what_it_lacks_is_said() {
    let mut file = TestFile::on(TODAY);
    let id = save(&mut file, plan(MeetingKind::General, TODAY));
    let mut request = record(id);
    request.agenda[0].title = String::new();
    request.agenda[0].points = vec![
        Point { speaker: "张三".into(), content: String::new() },
        Point { speaker: String::new(), content: "同意".into() },
    ];
    save_record(&mut file.desk("meeting_record_save"), request.clone()).unwrap();
    let meeting = get(&mut file, id);
    assert_eq!(meeting.agenda, request.agenda);
    let said: Vec<_> = meeting.findings.iter().filter(|one| one.message.starts_with("议题 1")).collect();
    assert_eq!(said.len(), 3, "{said:?}");

    request.agenda[0].points.push(Point::default());
    let refused = save_record(&mut file.desk("meeting_record_save"), request);
    assert_eq!(fields(refused), ["agenda.0.points.2.speaker"]);
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
    let voted = save_vote(&mut file.desk("vote_save"), VoteRequest { votes_for: 3, ..vote }).unwrap();
    let refused = clear_attendance(&mut file.desk("attendance_clear"), id);
    assert_eq!(code(refused), "meeting_rests_on_attendance");
    let vote = VoteRef { meeting: id, id: voted.value.votes[0].vote.id.unwrap() };
    delete_vote(&mut file.desk("vote_delete"), vote).unwrap();
    let meeting = clear_attendance(&mut file.desk("attendance_clear"), id).unwrap().value;
    assert_eq!((meeting.state, meeting.frozen), (MeetingState::Planned, false));
}

#[test]
fn a_meeting_with_examinations_is_not_deleted() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 1);
    let id = save(&mut file, plan(MeetingKind::OrganizationalLife, "2026-12-25"));
    let examination = Examination { member: ids[0], problems: "学习不够".into(), promises: String::new() };
    let request = ExaminationRequest { meeting: id, examination };
    save_examination(&mut file.desk("examination_save"), request).unwrap();
    assert_eq!(code(delete(&mut file.desk("meeting_delete"), id)), "meeting_recorded");
}

#[test]
fn an_activity_written_down_is_a_record() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 1);
    let mut head = plan(MeetingKind::ThemeDay, TODAY);
    head.activity = "参观展览".into();
    let id = save(&mut file, head);
    attend(&mut file, id, vec![entry(ids[0], AttendanceStatus::Present)]).unwrap();
    let meeting = get(&mut file, id);
    assert!(meeting.findings.iter().all(|one| !one.message.contains("会议记录")), "{:?}", meeting.findings);
    assert!(list(&mut file.desk("meeting_list"), MeetingQuery::default()).unwrap()[0].has_record);
}

#[test]
fn a_copy_takes_the_pattern_and_nothing_that_happened() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 3);
    let id = held(&mut file, &ids, 3);
    save_record(&mut file.desk("meeting_record_save"), record(id)).unwrap();
    let request = MeetingCopyRequest { id, planned_at: "2026-12-23T14:00:00".parse().unwrap() };
    let meeting = copy(&mut file.desk("meeting_copy"), request).unwrap().value;
    assert_ne!(meeting.head.id, Some(id));
    assert_eq!(meeting.head.chair, get(&mut file, id).head.chair);
    let titles: Vec<_> = meeting.agenda.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["学习", "讨论"]);
    assert!(meeting.agenda.iter().all(|item| item.content.is_empty() && item.points.is_empty()));
    assert!(meeting.resolutions.is_empty() && !meeting.frozen && meeting.state == MeetingState::Planned);
}

#[test]
fn an_examination_belongs_to_a_member_who_was_expected_at_an_organizational_life_meeting() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 2);
    let life = save(&mut file, plan(MeetingKind::OrganizationalLife, TODAY));
    let general = save(&mut file, plan(MeetingKind::General, TODAY));
    let mut examine = |meeting, member, problems: &str| {
        let examination = Examination { member, problems: problems.into(), promises: String::new() };
        let request = ExaminationRequest { meeting, examination };
        save_examination(&mut file.desk("examination_save"), request).map(|done| done.value.examinations)
    };
    assert_eq!(examine(life, ids[0], "学习不够深入").unwrap().len(), 1);
    assert_eq!(examine(life, ids[0], "联系群众不够").unwrap()[0].problems, "联系群众不够");
    assert_eq!(examine(life, ids[0], " ").unwrap(), []);
    assert_eq!(fields(examine(general, ids[0], "甲")), ["meeting"]);
    assert_eq!(fields(examine(life, MemberId(99), "甲")), ["examination.member"]);
}

#[test]
fn an_agenda_is_kept_under_its_name_without_empty_lines() {
    let mut file = TestFile::on(TODAY);
    let mut keep = |name: &str, items: &[&str]| {
        let items = items.iter().map(|item| (*item).to_owned()).collect();
        save_template(&mut file.desk("meeting_template_save"), MeetingTemplate { name: name.into(), items })
            .map(|done| done.value)
    };
    assert_eq!(keep("月度支委会", &["学习", " ", "议事"]).unwrap()[0].items, ["学习", "议事"]);
    assert_eq!(keep("月度支委会", &["议事"]).unwrap().len(), 1);
    assert_eq!(fields(keep(" ", &[" "])), ["name", "items"]);
    let missing = delete_template(&mut file.desk("meeting_template_delete"), "没有".into());
    assert_eq!(code(missing), "no_such_template");
}

#[test]
fn a_meeting_that_was_signed_for_is_changed_only_with_a_reason() {
    let mut file = TestFile::on("2026-10-08");
    let ids = members(&mut file, 3);
    let id = save(&mut file, plan(MeetingKind::General, "2026-09-16"));
    let present = |file: &mut TestFile| attend(file, id, vec![entry(ids[0], AttendanceStatus::Present)]);
    present(&mut file).unwrap();
    file.sign_third_quarter(1);

    assert_eq!(code(present(&mut file)), "meeting_reported");
    assert_eq!(code(save_record(&mut file.desk("meeting_record_save"), record(id))), "meeting_reported");
    let head = get(&mut file, id).head;
    assert_eq!(code(super::save(&mut file.desk("meeting_save"), head)), "meeting_reported");

    let begin = |file: &mut TestFile, reason: &str| {
        let request = MeetingCorrectRequest { id, reason: reason.into() };
        correct(&mut file.desk("meeting_correct"), request).map(|done| done.value.reported.unwrap())
    };
    assert_eq!(fields(begin(&mut file, " ")), ["reason"]);
    let reported = begin(&mut file, "漏记一人到会").unwrap();
    assert_eq!((reported.version, reported.reason.as_deref()), (1, Some("漏记一人到会")));
    present(&mut file).unwrap();

    file.sign_third_quarter(2);
    assert_eq!(code(present(&mut file)), "meeting_reported", "the next version closes it again");
    let other = save(&mut file, plan(MeetingKind::General, "2026-10-07"));
    let needless = MeetingCorrectRequest { id: other, reason: "甲".into() };
    assert_eq!(code(correct(&mut file.desk("meeting_correct"), needless)), "meeting_not_reported");

    attend(&mut file, other, vec![entry(ids[0], AttendanceStatus::Present)]).unwrap();
    let mut moved = get(&mut file, other).head;
    moved.planned_at = "2026-09-25T14:00:00".parse().unwrap();
    assert_eq!(fields(super::save(&mut file.desk("meeting_save"), moved)), ["planned_at"]);
}

#[test]
fn whoever_chairs_without_an_office_is_named() {
    let mut file = TestFile::on(TODAY);
    file.add_member("张三", |record| record.offices = crate::roster::Office::Secretary.into());
    let rules =
        |file: &mut TestFile, id| get(file, id).findings.into_iter().map(|found| found.rule.0).collect::<Vec<_>>();
    let fine = save(&mut file, plan(MeetingKind::General, TODAY));
    assert!(!rules(&mut file, fine).contains(&"B13".to_owned()));
    for fine in ["支部书记", "张三（书记）", "书记 张三"] {
        let head = MeetingRequest { chair: fine.into(), ..plan(MeetingKind::General, TODAY) };
        let id = save(&mut file, head);
        assert!(!rules(&mut file, id).contains(&"B13".to_owned()), "{fine}");
    }
    let odd = MeetingRequest { chair: "王某".into(), ..plan(MeetingKind::General, TODAY) };
    let odd = save(&mut file, odd);
    assert!(rules(&mut file, odd).contains(&"B13".to_owned()));
}

#[test]
fn an_item_without_its_title_goes_on_no_notice_and_into_no_copy() {
    let mut file = TestFile::on(TODAY);
    let id = save(&mut file, plan(MeetingKind::General, "2026-11-30"));
    let item = |title: &str| AgendaItem { title: title.into(), content: "甲".into(), ..AgendaItem::default() };
    let request = MeetingRecordRequest { id, agenda: vec![item("议事"), item("")], resolutions: Vec::new() };
    save_record(&mut file.desk("meeting_record_save"), request).unwrap();
    let notice = file.desk("paper_preview").read(|reader| notice_of(reader, id, TODAY.parse().unwrap())).unwrap();
    let agenda = notice.sections.iter().find(|section| section.heading == "议程").unwrap();
    assert_eq!(agenda.paragraphs, ["议事"]);
    let request = MeetingCopyRequest { id, planned_at: "2026-12-02T14:30:00".parse().unwrap() };
    let copied = copy(&mut file.desk("meeting_copy"), request).unwrap().value;
    assert_eq!(copied.agenda.len(), 1);
}

#[test]
fn a_plan_of_what_will_be_done_can_be_deleted_but_not_in_a_quarter_that_was_signed_for() {
    let mut file = TestFile::on("2026-10-08");
    let mut head = plan(MeetingKind::ThemeDay, "2026-09-25");
    head.activity = "参观展览".into();
    let (one, other) = (save(&mut file, head.clone()), save(&mut file, head));
    delete(&mut file.desk("meeting_delete"), one).unwrap();
    file.sign_third_quarter(1);
    assert_eq!(code(delete(&mut file.desk("meeting_delete"), other)), "meeting_reported");
}

#[test]
fn the_plan_of_a_year_holds_that_of_its_quarters() {
    let mut file = TestFile::on(TODAY);
    save(&mut file, plan(MeetingKind::General, "2026-02-10"));
    save(&mut file, plan(MeetingKind::ThemeDay, "2026-12-10"));
    let sheet = |file: &mut TestFile, whole_year| {
        let quarter = "2026Q4".parse().unwrap();
        let on = TODAY.parse().unwrap();
        let sheet = file.desk("paper_preview").read(|reader| plan_sheet_of(reader, quarter, whole_year, on)).unwrap();
        (sheet.quarter, sheet.rows.len(), sheet.totals)
    };
    assert_eq!(sheet(&mut file, false), ("2026年第四季度".into(), 1, vec!["主题党日 1 次".into()]));
    let totals = vec!["支部党员大会 1 次".into(), "主题党日 1 次".into()];
    assert_eq!(sheet(&mut file, true), ("2026年".into(), 2, totals));
}

#[test]
fn votes_that_leave_somebody_out_are_noticed() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 5);
    let id = held(&mut file, &ids, 5);
    let request = VoteRequest { votes_for: 3, votes_against: 0, abstained: 1, ..vote(id, MotionKind::Ordinary) };
    save_vote(&mut file.desk("vote_save"), request).unwrap();
    let said = get(&mut file, id).findings;
    assert!(said.iter().any(|one| one.message.contains("有 1 名没有计入")), "{said:?}");
}

#[test]
fn a_group_meeting_without_a_title_is_told_apart_by_its_group() {
    let mut file = TestFile::on(TODAY);
    let group = MeetingRequest { party_group: Some("第一党小组".into()), ..plan(MeetingKind::Group, TODAY) };
    let id = save(&mut file, group);
    assert_eq!(get(&mut file, id).head.title, "第一党小组会");
}
