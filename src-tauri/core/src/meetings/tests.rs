//! Promises about a meeting as a whole: planned, copied, listed, called off, deleted.

use rstest::rstest;

use crate::meetings::papers::plan_sheet_of;
use crate::meetings::testing::{TODAY, attend, code, entry, fields, get, held, members, plan, record, save, vote};
use crate::meetings::*;
use crate::testing::TestFile;

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
    let request = MeetingHead {
        kinds: vec![MeetingKind::ThemeDay, MeetingKind::Group, MeetingKind::Lecture],
        title: "  学习“二十大”精神 <b>𬭎</b> ".into(),
        started_at: "2026-11-20T14:05:00".parse().ok(),
        ended_at: "2026-11-20T16:00:00".parse().ok(),
        party_group: Some("第一党小组".into()),
        observers: vec!["王某某".into(), "张某某".into()],
        ..plan(MeetingKind::ThemeDay, "2026-11-20")
    };
    let id = save(&mut file, request.clone());
    assert_eq!(get(&mut file, id).head, MeetingHead { id: Some(id), ..request });
}

#[rstest]
#[case::no_kind("kinds", |m: &mut MeetingHead| m.kinds.clear())]
#[case::twice_the_same_kind("kinds", |m: &mut MeetingHead| m.kinds.push(MeetingKind::General))]
#[case::group_without_group("party_group", |m: &mut MeetingHead| m.kinds = vec![MeetingKind::Group])]
#[case::group_of_no_group_meeting("party_group", |m: &mut MeetingHead| m.party_group = Some("第一党小组".into()))]
#[case::starts_tomorrow("started_at", |m: &mut MeetingHead| m.started_at = "2026-11-24T00:00:00".parse().ok())]
#[case::ends_unstarted("started_at", |m: &mut MeetingHead| m.ended_at = "2026-11-23T15:00:00".parse().ok())]
#[case::ends_as_it_starts("ended_at", |m: &mut MeetingHead| {
    m.started_at = "2026-11-23T15:00:00".parse().ok();
    m.ended_at = m.started_at;
})]
#[case::nameless_observer("observers.0", |m: &mut MeetingHead| m.observers = vec![" ".into()])]
fn a_head_that_cannot_be_is_refused_at_its_field(#[case] field: &str, #[case] change: fn(&mut MeetingHead)) {
    let mut file = TestFile::on(TODAY);
    let mut request = plan(MeetingKind::General, TODAY);
    change(&mut request);
    assert_eq!(fields(crate::meetings::save(&mut file.desk("meeting_save"), request)), [field]);
    assert_eq!(list(&mut file.desk("meeting_list"), MeetingQuery::default()).unwrap(), []);
}

#[test]
fn only_a_meeting_of_which_nothing_was_recorded_can_be_deleted() {
    let mut file = TestFile::on(TODAY);
    let ids = members(&mut file, 1);
    let planned = save(&mut file, MeetingHead { observers: vec!["某".into()], ..plan(MeetingKind::General, TODAY) });
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

    let again = MeetingHead { id: Some(id), ..plan(MeetingKind::General, TODAY) };
    assert_eq!(code(crate::meetings::save(&mut file.desk("meeting_save"), again)), "meeting_cancelled");
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
    let theme_day = MeetingHead {
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
    save_vote(&mut file.desk("vote_save"), Vote { votes_for: 8, ..vote(id, MotionKind::Election) }).unwrap();
    let moved = MeetingHead {
        id: Some(id),
        kinds: vec![MeetingKind::ThemeDay, MeetingKind::General],
        observers: vec!["某".into()],
        ..plan(MeetingKind::General, "2026-11-20")
    };
    note(&mut file);
    crate::meetings::save(&mut file.desk("meeting_save"), moved).unwrap();

    while let Some(before) = states.pop() {
        file.undo();
        assert_eq!(get(&mut file, id), before);
    }
}

#[test]
fn a_meeting_made_or_deleted_can_be_taken_back_and_brought_back() {
    let mut file = TestFile::on(TODAY);
    let request = MeetingHead { observers: vec!["某".into()], ..plan(MeetingKind::General, TODAY) };
    let id = save(&mut file, request);
    let before = get(&mut file, id);
    delete(&mut file.desk("meeting_delete"), id).unwrap();
    let is_there = |file: &mut TestFile| crate::meetings::get(&mut file.desk("meeting_get"), id).is_ok();
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
fn a_paper_of_the_past_names_the_superior_of_its_day() {
    let mut file = TestFile::on("2026-08-20");
    let branch = |superior: &str, since: &str| crate::branch::BranchRequest {
        record: crate::branch::Branch {
            name: "示例协会支部".into(), superior: superior.into(), ..Default::default()
        },
        changed: crate::values::Changed { since: since.parse().ok(), ..Default::default() },
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
    assert_eq!(form.superior, "示例街道党工委");
    for (sheet, superior) in [(third, "示例街道党工委"), (fourth, "示例行业党委"), (year, "示例行业党委")]
    {
        assert!(sheet.to_string().contains(&format!("上级党组织：{superior}")), "{sheet}");
    }
}

#[test]
fn marks_of_direction_are_no_part_of_a_meeting() {
    let mut file = TestFile::on(TODAY);
    let odd = "张\u{202E}三".to_owned();
    let request = MeetingHead {
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
