//! Promises about what is written about a meeting: speakers, examinations, agendas.

use crate::meetings::papers::{notice_of, plan_sheet_of};
use crate::meetings::testing::{TODAY, attend, code, entry, fields, get, held, members, plan, record, save, vote};
use crate::meetings::*;
use crate::outside::Block;
use crate::roster::{MemberId, Office};
use crate::rules::RuleId;
use crate::testing::TestFile;

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
    save_vote(&mut file.desk("vote_save"), Vote { votes_for: 2, ..vote(id, MotionKind::Ordinary) }).unwrap();
    insta::assert_json_snapshot!(minutes(&mut file).unwrap());
}

#[test]
fn what_shows_only_in_the_details_is_said_on_the_meetings_page() {
    let mut file = TestFile::on(TODAY);
    let officer = file.add_member("书记甲", |m| m.offices = Office::Secretary.into());
    let head = MeetingHead { chair: "书记甲".into(), ..plan(MeetingKind::Committee, TODAY) };
    let id = save(&mut file, head);
    let rules = |meeting: MeetingView| meeting.findings.into_iter().map(|f| f.rule.unwrap()).collect::<Vec<_>>();
    assert_eq!(rules(get(&mut file, id)), [RuleId::B06], "no committee, no committee meeting");
    file.name_branch("示例协会党支部", true);
    assert_eq!(rules(get(&mut file, id)), []);
    save_record(&mut file.desk("meeting_record_save"), record(id)).unwrap();
    attend(&mut file, id, vec![entry(officer, AttendanceStatus::OnLeave)]).unwrap();
    assert_eq!(
        rules(get(&mut file, id)),
        [RuleId::B11, RuleId::B13, RuleId::E11],
        "nobody came, the chair neither, and the leave has no reason"
    );
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
fn whoever_chairs_without_an_office_is_named() {
    let mut file = TestFile::on(TODAY);
    file.add_member("张三", |record| record.offices = Office::Secretary.into());
    let rules = |file: &mut TestFile, id| {
        get(file, id).findings.into_iter().map(|found| found.rule.unwrap()).collect::<Vec<_>>()
    };
    let fine = save(&mut file, plan(MeetingKind::General, TODAY));
    assert!(!rules(&mut file, fine).contains(&RuleId::B13));
    for fine in ["支部书记", "张三（书记）", "书记 张三"] {
        let head = MeetingHead { chair: fine.into(), ..plan(MeetingKind::General, TODAY) };
        let id = save(&mut file, head);
        assert!(!rules(&mut file, id).contains(&RuleId::B13), "{fine}");
    }
    let odd = MeetingHead { chair: "王某".into(), ..plan(MeetingKind::General, TODAY) };
    let odd = save(&mut file, odd);
    assert!(rules(&mut file, odd).contains(&RuleId::B13));
}

#[test]
fn an_item_without_its_title_goes_on_no_notice_and_into_no_copy() {
    let mut file = TestFile::on(TODAY);
    let id = save(&mut file, plan(MeetingKind::General, "2026-11-30"));
    let item = |title: &str| AgendaItem { title: title.into(), content: "甲".into(), ..AgendaItem::default() };
    let request = MeetingRecordRequest { id, agenda: vec![item("议事"), item("")], resolutions: Vec::new() };
    save_record(&mut file.desk("meeting_record_save"), request).unwrap();
    let notice = file.desk("paper_preview").read(|reader| notice_of(reader, id, TODAY.parse().unwrap())).unwrap();
    assert!(notice.blocks.contains(&Block::HeadWith { text: "议程".into(), line: "议事".into() }), "{notice}");
    let request = MeetingCopyRequest { id, planned_at: "2026-12-02T14:30:00".parse().unwrap() };
    let copied = copy(&mut file.desk("meeting_copy"), request).unwrap().value;
    assert_eq!(copied.agenda.len(), 1);
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
        let said = |text| sheet.to_string().contains(text);
        (
            sheet.rows().len(),
            said("2026年第四季度"),
            said("合计：主题党日 1 次。"),
            said("合计：支部党员大会 1 次，主题党日 1 次。"),
        )
    };
    assert_eq!(sheet(&mut file, false), (1, true, true, false));
    assert_eq!(sheet(&mut file, true), (2, false, false, true));
}

#[test]
fn votes_that_leave_somebody_out_are_noticed() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 5);
    let id = held(&mut file, &ids, 5);
    let request = Vote { votes_for: 3, votes_against: 0, abstained: 1, ..vote(id, MotionKind::Ordinary) };
    save_vote(&mut file.desk("vote_save"), request).unwrap();
    let said = get(&mut file, id).findings;
    assert!(said.iter().any(|one| one.message.contains("有 1 名没有计入")), "{said:?}");
}

#[test]
fn a_group_meeting_without_a_title_is_told_apart_by_its_group() {
    let mut file = TestFile::on(TODAY);
    let group = MeetingHead { party_group: Some("第一党小组".into()), ..plan(MeetingKind::Group, TODAY) };
    let id = save(&mut file, group);
    assert_eq!(get(&mut file, id).head.title, "第一党小组会");
}
