//! The promises of this room's commands.

use chrono::NaiveDate;

use serde_json::json;

use super::*;
use crate::problem::Explain;
use crate::rules::RuleId;
use crate::testing::TestFile;
use crate::values::IdNumber;

const TODAY: &str = "2026-11-23";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn person(name: &str) -> DevelopmentPerson {
    serde_json::from_value(json!({ "name": name })).unwrap()
}

fn open(test: &mut TestFile, request: DevelopmentPerson) -> DevelopmentFileId {
    save(&mut test.desk("development_save"), request).unwrap().value.person.id.unwrap()
}

fn tick(test: &mut TestFile, file: DevelopmentFileId, step: u32, on: &str) -> DevelopmentFileView {
    enter(test, file, Entry::new(EntryKind::of_step(step).unwrap(), day(on))).unwrap()
}

/// Enters something, however unlikely it is.
fn enter(test: &mut TestFile, file: DevelopmentFileId, entry: Entry) -> Result<DevelopmentFileView, DevelopmentError> {
    let request = EntriesRequest { file, entries: vec![entry], insist: true, roster: false };
    Ok(save_entries(&mut test.desk("development_entries_save"), request)?.value)
}

/// The same without insisting.
fn suggest(
    test: &mut TestFile,
    file: DevelopmentFileId,
    entry: Entry,
) -> Result<DevelopmentFileView, DevelopmentError> {
    let request = EntriesRequest { file, entries: vec![entry], insist: false, roster: false };
    Ok(save_entries(&mut test.desk("development_entries_save"), request)?.value)
}

fn paper(
    test: &mut TestFile,
    file: DevelopmentFileId,
    record: serde_json::Value,
) -> Result<DevelopmentFileView, DevelopmentError> {
    let materials = vec![serde_json::from_value(record).unwrap()];
    Ok(save_materials(&mut test.desk("development_materials_save"), MaterialsRequest { file, materials })?.value)
}

fn closed(on: &str, how: CloseWay, reason: &str) -> Option<DevelopmentClosed> {
    Some(DevelopmentClosed { on: day(on), how, reason: reason.to_owned() })
}

fn names(test: &mut TestFile, query: DevelopmentQuery) -> Vec<String> {
    list(&mut test.desk("development_list"), query).unwrap().into_iter().map(|row| row.name).collect()
}

fn fields<T: std::fmt::Debug>(result: Result<T, DevelopmentError>) -> Vec<String> {
    result.unwrap_err().fields().into_iter().map(|field| field.field).collect()
}

#[test]
fn a_new_file_comes_back_as_it_was_entered_with_step_one_ticked() {
    let mut test = TestFile::on(TODAY);
    let request: DevelopmentPerson = serde_json::from_value(json!({
        "name": " 王𬭎 ", "id_number": "440300199003076617", "sex": "male", "ethnicity": "汉族", "birth": "1990-03",
        "education": "大学本科", "unit_and_post": "示例协会 干事", "mobile": "13800000000",
        "details": { "native_place": " 示例市 ", "awards": "" }, "note": "备注", "applied_on": "2026-11-05"
    }))
    .unwrap();
    let id = open(&mut test, request.clone());
    let view = get(&mut test.desk("development_get"), id).unwrap();
    let details = Values([(EntryField::NativePlace, "示例市".to_owned())].into());
    let stored = DevelopmentPerson { id: Some(id), name: "王𬭎".to_owned(), details, ..request };
    assert_eq!(view.person, stored);
    assert_eq!((view.stage, view.last_step), (DevelopmentStage::Applicant, 1));
    assert_eq!(view.steps[0].entries[0].on, day("2026-11-05"));
    assert_eq!(view.steps[1].due, Some(day("2026-12-05")));
    assert_eq!((view.steps[0].state, view.steps[1].state), (StepState::Done, StepState::Current));
    assert_eq!(view.steps[2].state, StepState::Coming);
}

#[test]
fn correcting_the_person_keeps_the_ticks_and_their_notes() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, DevelopmentPerson { applied_on: Some(day("2026-01-05")), ..person("李某某") });
    let known = get(&mut test.desk("development_get"), id).unwrap().steps[0].entries[0].clone();
    enter(&mut test, id, Entry { note: "手写".to_owned(), ..known }).unwrap();
    tick(&mut test, id, 2, "2026-01-20");

    let applied_on = Some(day("2026-01-06"));
    let corrected = DevelopmentPerson { id: Some(id), applied_on, ..person("李某") };
    let view = save(&mut test.desk("development_save"), corrected).unwrap().value;
    assert_eq!((view.person.name.as_str(), view.person.applied_on), ("李某", applied_on));
    assert_eq!((view.last_step, view.steps[0].entries[0].note.as_str()), (2, "手写"));

    let untouched = DevelopmentPerson { id: Some(id), applied_on: None, ..person("李某") };
    let view = save(&mut test.desk("development_save"), untouched).unwrap().value;
    assert_eq!(view.person.applied_on, applied_on);
}

#[test]
fn history_is_entered_in_any_order_however_late() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, person("李某某"));
    tick(&mut test, id, 7, "2015-08-01");
    tick(&mut test, id, 3, "2016-01-01");
    let view = tick(&mut test, id, 1, "2014-12-31");
    assert_eq!((view.stage, view.last_step), (DevelopmentStage::Candidate, 7));
    assert_eq!(view.steps[1].state, StepState::Skipped);
    assert!(view.audit.errors > 0);
}

#[test]
fn an_entry_can_be_corrected_and_taken_away() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, person("李某某"));
    let view = tick(&mut test, id, 1, "2026-01-05");
    let entry = Entry { on: day("2026-01-06"), ..view.steps[0].entries[0].clone() };
    let entry_id = entry.id.unwrap();
    let view = enter(&mut test, id, entry).unwrap();
    assert_eq!(view.steps[0].entries.len(), 1);
    assert_eq!(view.person.applied_on, Some(day("2026-01-06")));
    let view = delete_entry(&mut test.desk("development_entry_delete"), entry_id).unwrap().value;
    assert_eq!((view.last_step, view.person.applied_on), (0, None));
    let gone = delete_entry(&mut test.desk("development_entry_delete"), entry_id);
    assert!(matches!(gone, Err(DevelopmentError::NoSuchEntry)));
}

#[test]
fn only_what_happens_again_has_several_entries_and_these_stand_by_day() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, person("李某某"));
    let reviews = ["2026-01-05", "2026-07-05", "2025-07-05"].map(|on| Entry::new(EntryKind::Review, day(on)));
    let request = EntriesRequest { file: id, entries: reviews.into(), insist: true, roster: false };
    let done = save_entries(&mut test.desk("development_entries_save"), request).unwrap();
    let days: Vec<_> = done.value.steps[5].entries.iter().map(|entry| entry.on.to_string()).collect();
    assert_eq!(days, ["2025-07-05", "2026-01-05", "2026-07-05"]);

    tick(&mut test, id, 7, "2026-10-06");
    assert_eq!(
        fields(enter(&mut test, id, Entry::new(EntryKind::CandidateMeeting, day("2026-10-07")))),
        ["entries.0.kind"]
    );
    let twice = [1, 2].map(|_| Entry::new(EntryKind::Talk, day("2026-10-07")));
    let request = EntriesRequest { file: id, entries: twice.into(), insist: true, roster: false };
    assert_eq!(fields(save_entries(&mut test.desk("development_entries_save"), request)), ["entries.1.kind"]);
}

#[test]
fn values_are_refused_at_their_field_and_kept_as_they_look() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, person("李某某"));
    let training = |values: serde_json::Value| {
        let entry = json!({ "id": null, "kind": "training", "on": "2026-01-05", "values": values });
        serde_json::from_value::<Entry>(entry).unwrap()
    };
    let wrong = json!({ "days": "三天", "ends_on": "2026-01-04", "held": "zoom", "place": "会议室" });
    let refused = ["values.ends_on", "values.days", "values.held", "values.place"];
    let mut found = fields(enter(&mut test, id, training(wrong)));
    found.sort();
    let mut wanted = refused.map(|field| format!("entries.0.{field}"));
    wanted.sort();
    assert_eq!(found, wanted);
    let view = enter(&mut test, id, training(json!({ "days": " 3 ", "organizer": "" }))).unwrap();
    let values = &view.steps[10].entries[0].values;
    assert_eq!((values.count(EntryField::Days), values.0.len()), (Some(3), 1));
}

#[test]
fn what_can_hardly_have_been_so_is_said_and_kept_when_the_secretary_insists() {
    let mut test = TestFile::on(TODAY);
    let request = DevelopmentPerson { birth: "2008-06-01".parse().ok(), ..person("李某某") };
    let id = open(&mut test, request);
    let early = Entry::new(EntryKind::Application, day("2026-05-31"));
    let refused = suggest(&mut test, id, early.clone()).unwrap_err();
    assert_eq!((refused.code(), refused.fields()[0].field.as_str()), ("development_unlikely", "entries.0.on"));
    assert_eq!(get(&mut test.desk("development_get"), id).unwrap().last_step, 0);
    enter(&mut test, id, early).unwrap();
    let talk = Entry::new(EntryKind::Talk, day("2026-05-30"));
    assert_eq!(fields(suggest(&mut test, id, talk.clone())), ["entries.0.on", "entries.0.on"]);
    enter(&mut test, id, talk).unwrap();
    let found = audit(&mut test.desk("development_audit"), AuditRequest { file: Some(id) }).unwrap();
    let ids: Vec<_> = found.files[0].findings.iter().map(|finding| finding.id.as_str()).collect();
    assert!(ids.contains(&"KA04") && ids.contains(&"KA06"), "{ids:?}");
}

#[test]
fn every_thought_report_is_kept() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, person("李某某"));
    let mut report = |record: serde_json::Value| paper(&mut test, id, record);
    let say = |id: Option<i64>, dated: &str| json!({ "id": id, "code": "2-5", "state": "present", "dated": dated });
    report(say(None, "2026-07-01")).unwrap();
    let view = report(say(None, "2026-04-01")).unwrap();
    let days = |view: &DevelopmentFileView| {
        let material = view.steps[5].materials.iter().find(|material| material.code == "2-5").cloned().unwrap();
        material.records.iter().map(|paper| (paper.id.unwrap().0, paper.dated.unwrap().to_string())).collect::<Vec<_>>()
    };
    let both = days(&view);
    assert_eq!(both.iter().map(|(_, day)| day.as_str()).collect::<Vec<_>>(), ["2026-04-01", "2026-07-01"]);
    let view = report(say(Some(both[1].0), "2026-06-30")).unwrap();
    assert_eq!(days(&view)[1].1, "2026-06-30");
    let view = delete_material(&mut test.desk("development_material_delete"), MaterialId(both[0].0)).unwrap().value;
    assert_eq!(days(&view).len(), 1);
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_stored() {
    let mut test = TestFile::on(TODAY);
    let future = Some(day("2026-11-24"));
    let nobody = DevelopmentPerson { applied_on: future, ..person("  ") };
    assert_eq!(fields(save(&mut test.desk("development_save"), nobody)), ["name", "applied_on"]);
    assert_eq!(names(&mut test, DevelopmentQuery::default()), Vec::<String>::new());

    let id = open(&mut test, person("李某某"));
    let tomorrow = Entry::new(EntryKind::Application, day("2026-11-24"));
    assert_eq!(fields(enter(&mut test, id, tomorrow)), ["entries.0.on"]);
    let unknown = json!({ "id": null, "code": "9-9", "state": "present", "dated": "2026-11-24", "pages": 0 });
    let refused = ["materials.0.code", "materials.0.dated", "materials.0.pages"];
    assert_eq!(fields(paper(&mut test, id, unknown)), refused);
    let silent = DevelopmentCloseRequest { id, closed: closed("2026-11-24", CloseWay::Other, " ") };
    assert_eq!(fields(close(&mut test.desk("development_close"), silent)), ["closed.reason", "closed.on"]);
    let later = IntentionRequest { file: id, step: 26, on: None };
    assert_eq!(fields(save_intention(&mut test.desk("development_intention_save"), later)), ["step"]);
}

#[test]
fn a_file_that_is_not_there_is_said_to_be_not_there() {
    let mut test = TestFile::on(TODAY);
    let id = DevelopmentFileId(99);
    let applied_on = Some(day(TODAY));
    let person = DevelopmentPerson { id: Some(id), applied_on, ..person("李某某") };
    let closing = DevelopmentCloseRequest { id, closed: None };
    let guide =
        serde_json::from_value(json!({ "file": id, "guide": { "id": null, "role": "mentor", "name": "赵某" } }));
    let answers = [
        get(&mut test.desk("development_get"), id).err(),
        save(&mut test.desk("development_save"), person).err(),
        enter(&mut test, id, Entry::new(EntryKind::Application, day(TODAY))).err(),
        paper(&mut test, id, json!({ "id": null, "code": "1-1", "state": "present" })).err(),
        save_guide(&mut test.desk("development_guide_save"), guide.unwrap()).err(),
        to_roster(&mut test.desk("development_to_roster"), id).err(),
        close(&mut test.desk("development_close"), closing).err(),
    ];
    for answer in answers {
        assert!(matches!(answer, Some(DevelopmentError::NotFound)), "{answer:?}");
    }
}

#[test]
fn two_people_may_share_a_name_but_not_an_identity_number() {
    let mut test = TestFile::on(TODAY);
    let id_number = person_number();
    let first = open(&mut test, DevelopmentPerson { id_number: id_number.clone(), ..person("李某某") });
    open(&mut test, person("李某某"));
    let twin = DevelopmentPerson { id_number: id_number.clone(), ..person("李某某") };
    assert_eq!(fields(save(&mut test.desk("development_save"), twin.clone())), ["id_number"]);
    let itself = DevelopmentPerson { id: Some(first), ..twin.clone() };
    save(&mut test.desk("development_save"), itself).unwrap();
    let closing = DevelopmentCloseRequest { id: first, closed: closed(TODAY, CloseWay::MovedAway, "调离") };
    close(&mut test.desk("development_close"), closing).unwrap();
    open(&mut test, twin);
}

fn person_number() -> Option<IdNumber> {
    Some(IdNumber::try_from("440300199003076617".to_owned()).unwrap())
}

#[test]
fn a_closed_file_leaves_the_board_and_can_be_opened_again() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, person("李某某"));
    let closing = DevelopmentCloseRequest { id, closed: closed(TODAY, CloseWay::Withdrawn, "本人撤回申请") };
    let view = close(&mut test.desk("development_close"), closing).unwrap().value;
    assert_eq!(view.closed.map(|closed| closed.reason).as_deref(), Some("本人撤回申请"));
    assert_eq!(names(&mut test, DevelopmentQuery::default()), Vec::<String>::new());
    assert_eq!(names(&mut test, DevelopmentQuery { include_closed: true, ..Default::default() }), ["李某某"]);
    let again = DevelopmentCloseRequest { id, closed: None };
    assert_eq!(close(&mut test.desk("development_close"), again).unwrap().value.closed, None);
    assert_eq!(names(&mut test, DevelopmentQuery::default()), ["李某某"]);
}

#[test]
fn the_board_says_what_comes_next_and_what_is_most_pressing() {
    let mut test = TestFile::on(TODAY);
    open(&mut test, DevelopmentPerson { applied_on: Some(day("2026-10-01")), ..person("李某某") });
    open(&mut test, person("王某某"));
    assert_eq!(names(&mut test, DevelopmentQuery { search: "wmm".to_owned(), ..Default::default() }), ["王某某"]);
    let rows = list(&mut test.desk("development_list"), DevelopmentQuery::default()).unwrap();
    assert_eq!((rows[0].next_step.as_str(), rows[0].completeness), ("党组织派人谈话", 0));
    assert_eq!(rows[0].finding.as_ref().map(|finding| finding.rule.unwrap()), Some(RuleId::D02));
    assert_eq!((rows[1].next_step.as_str(), rows[1].completeness), ("递交入党申请书", 100));
    assert_eq!(rows[1].finding, None);
}

#[test]
fn a_material_is_overdue_from_its_step_until_it_is_there() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, person("李某某"));
    let overdue = |view: &DevelopmentFileView| view.steps[0].materials[0].overdue;
    assert!(!overdue(&get(&mut test.desk("development_get"), id).unwrap()));
    let view = tick(&mut test, id, 1, "2026-11-05");
    assert!(overdue(&view));
    assert_eq!((view.materials_present, view.materials_required), (0, 2));

    let application = json!({ "id": null, "code": "1-1", "state": "present", "dated": "2026-11-05", "pages": 4,
        "is_copy": false, "is_signed": true, "kept_at": "铁皮柜二层", "note": "原件" });
    let view = paper(&mut test, id, application).unwrap();
    assert!(!overdue(&view));
    assert_eq!((view.materials_present, view.materials_required), (1, 2));
    assert_eq!(view.steps[0].materials[0].records[0].dated, Some(day("2026-11-05")));
}

#[test]
fn every_material_is_shown_once() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, person("李某某"));
    let view = get(&mut test.desk("development_get"), id).unwrap();
    let of_steps = view.steps.iter().flat_map(|step| &step.materials);
    let codes: Vec<_> = of_steps.chain(&view.stage_materials).map(|material| &material.code).collect();
    assert_eq!(codes.len(), catalogue::materials().len());
    assert_eq!(codes.iter().collect::<std::collections::BTreeSet<_>>().len(), codes.len());
}

#[rstest::rstest]
#[case::with(Some(true), "支委会")]
#[case::without(Some(false), "支部大会")]
#[case::before_the_branch_is_entered(None, "支委会")]
fn without_a_committee_the_general_meeting_acts(#[case] has_committee: Option<bool>, #[case] actor: &str) {
    let mut test = TestFile::on(TODAY);
    if let Some(has_committee) = has_committee {
        test.name_branch("示例支部", has_committee);
    }
    let id = open(&mut test, person("李某某"));
    assert_eq!(get(&mut test.desk("development_get"), id).unwrap().steps[2].actor, actor);
}

#[test]
fn other_rooms_read_only_the_files_that_are_open() {
    let mut test = TestFile::on(TODAY);
    let archived = open(&mut test, person("李某某"));
    tick(&mut test, archived, 25, "2026-01-05");
    let left = open(&mut test, person("赵某某"));
    let closing = DevelopmentCloseRequest { id: left, closed: closed(TODAY, CloseWay::MovedAway, "调离") };
    close(&mut test.desk("development_close"), closing).unwrap();
    let running = open(&mut test, person("王某某"));
    tick(&mut test, running, 24, "2026-01-05");
    let files = test.desk("home_overview").read(open_files).unwrap();
    assert_eq!(files.iter().map(|file| file.id).collect::<Vec<_>>(), [running]);
}

#[test]
fn who_may_not_be_a_mentor_or_a_sponsor_is_said_and_kept_when_the_secretary_insists() {
    let mut test = TestFile::on(TODAY);
    let full = test.add_member("赵正", |_| ());
    let suspended = test.add_member("钱停", |member| member.standing = crate::roster::Standing::Suspended);
    let watched = test.add_member("孙察", |member| member.vote_suspended = true);
    let probationary = test.add_member("李预", |member| member.kind = crate::roster::MemberKind::Probationary);
    let id = open(&mut test, person("王某"));
    let mut appoint = |role: &str, member: Option<crate::roster::MemberId>, name: &str, insist: bool| {
        let guide = json!({ "id": null, "role": role, "member": member, "name": name, "since": TODAY });
        let request = serde_json::from_value(json!({ "file": id, "guide": guide, "insist": insist })).unwrap();
        save_guide(&mut test.desk("development_guide_save"), request)
    };
    let view = appoint("mentor", Some(full), "", false).unwrap().value;
    assert_eq!((view.guides[0].guide.name.as_str(), &view.guides[0].unfit), ("赵正", &None));
    appoint("mentor", None, "外支部的人", false).unwrap();
    for (role, member) in [
        ("mentor", suspended),
        ("mentor", probationary),
        ("sponsor", watched),
        ("sponsor", probationary),
        ("mentor", full),
    ] {
        let refused = appoint(role, Some(member), "", false).unwrap_err();
        assert_eq!((refused.code(), refused.fields()[0].field.as_str()), ("development_unlikely", "guide.name"));
    }
    assert_eq!(appoint("sponsor", None, "王某", false).unwrap_err().code(), "development_unlikely");
    assert_eq!(fields(appoint("sponsor", None, " ", false)), ["guide.name"]);
    let view = appoint("sponsor", Some(watched), "", true).unwrap().value;
    assert!(view.guides[2].unfit.as_deref().unwrap_or_default().contains("停止了表决权"), "{:?}", view.guides[2]);
}

/// Everything up to the superior's approval, which is entered into the roster by the same change.
fn approved(test: &mut TestFile) -> (DevelopmentFileId, DevelopmentFileView) {
    let id = open(test, DevelopmentPerson { applied_on: Some(day("2024-01-08")), ..person("李某某") });
    for (step, on) in [(3, "2024-03-01"), (7, "2025-03-03"), (10, "2025-04-01"), (13, "2025-05-06"), (15, "2025-05-20")]
    {
        tick(test, id, step, on);
    }
    let approval = Entry::new(EntryKind::Approval, day("2025-06-10"));
    let request = EntriesRequest { file: id, entries: vec![approval], insist: false, roster: true };
    (id, save_entries(&mut test.desk("development_entries_save"), request).unwrap().value)
}

#[test]
fn admission_extension_and_conversion_reach_the_roster_by_the_same_change_and_one_undo_takes_it_back() {
    let mut test = TestFile::on(TODAY);
    test.name_branch("示例支部", true);
    let (id, view) = approved(&mut test);
    let in_roster = |test: &mut TestFile| {
        let everyone = test.desk("x").read(crate::roster::everyone).unwrap();
        everyone
            .iter()
            .map(|member| (member.record.kind, member.record.joined.map(|day| day.to_string())))
            .collect::<Vec<_>>()
    };
    let joined = Some("2025-05-20".to_owned());
    assert_eq!(in_roster(&mut test), [(crate::roster::MemberKind::Probationary, joined.clone())]);
    assert!(view.member.is_some() && view.roster_act.is_none());

    // An extension, entered later by the button.
    let extended = json!({ "id": null, "kind": "conversion", "on": "2026-05-20",
        "values": { "conversion_outcome": "extended", "months": "6" } });
    enter(&mut test, id, serde_json::from_value(extended).unwrap()).unwrap();
    let view = enter(&mut test, id, Entry::new(EntryKind::ConversionApproval, day("2026-06-10"))).unwrap();
    assert_eq!(view.roster_act, Some(RosterAct::Extend { months: 6 }));
    let view = to_roster(&mut test.desk("development_to_roster"), id).unwrap().value;
    assert_eq!((view.roster_act, view.stage), (None, DevelopmentStage::Probationary));
    assert!(matches!(to_roster(&mut test.desk("x"), id), Err(DevelopmentError::NothingForRoster)));

    // Converted after the extension: from the day after its end, whenever the meeting was.
    enter(&mut test, id, Entry::new(EntryKind::Conversion, day("2026-11-20"))).unwrap();
    let approval = Entry::new(EntryKind::ConversionApproval, day("2026-11-22"));
    let request = EntriesRequest { file: id, entries: vec![approval], insist: false, roster: true };
    let view = save_entries(&mut test.desk("development_entries_save"), request).unwrap().value;
    assert_eq!((view.stage, view.roster_act), (DevelopmentStage::Converted, None));
    let member = test.desk("x").read(crate::roster::everyone).unwrap()[0].clone();
    assert_eq!(member.record.converted.unwrap().to_string(), "2026-11-20");
    assert_eq!(in_roster(&mut test), [(crate::roster::MemberKind::Full, joined)]);
}

#[test]
fn a_revocation_ends_the_membership() {
    let mut test = TestFile::on(TODAY);
    test.name_branch("示例支部", true);
    let (id, _) = approved(&mut test);
    let revoked =
        json!({ "id": null, "kind": "conversion", "on": "2026-05-21", "values": { "conversion_outcome": "revoked" } });
    enter(&mut test, id, serde_json::from_value(revoked).unwrap()).unwrap();
    let view = enter(&mut test, id, Entry::new(EntryKind::ConversionApproval, day("2026-06-10"))).unwrap();
    assert_eq!(view.roster_act, Some(RosterAct::Revoke { on: day("2026-05-21") }));
    to_roster(&mut test.desk("development_to_roster"), id).unwrap();
    let member = test.desk("x").read(crate::roster::everyone).unwrap()[0].clone();
    assert_eq!(member.left.as_ref().map(|left| left.how), Some(crate::roster::ExitWay::Revoked));
}

#[test]
fn where_the_law_changed_is_said_at_the_first_step_under_the_new_text() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, DevelopmentPerson { applied_on: Some(day("2025-01-06")), ..person("李某某") });
    tick(&mut test, id, 3, "2025-03-03");
    let view = get(&mut test.desk("development_get"), id).unwrap();
    let changed: Vec<_> = view.steps.iter().filter(|step| step.law_change.is_some()).map(|step| step.step).collect();
    assert_eq!(changed, [4]);
    assert!(view.steps[3].law_change.as_deref().unwrap().contains("2026年修订"), "{:?}", view.steps[3].law_change);
    assert_eq!(
        (view.steps[0].article.as_str(), view.steps[14].article.as_str()),
        ("2014年细则第六条", "2026年修订的细则第二十条")
    );
    // A file that is wholly under one text says nothing.
    let new = open(&mut test, DevelopmentPerson { applied_on: Some(day("2026-06-01")), ..person("王某某") });
    assert!(get(&mut test.desk("development_get"), new).unwrap().steps.iter().all(|step| step.law_change.is_none()));
}

#[test]
fn statutory_intended_and_actual_days_are_three_things() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, DevelopmentPerson { applied_on: Some(day("2026-11-02")), ..person("李某某") });
    let request = IntentionRequest { file: id, step: 2, on: Some(day("2026-11-30")) };
    let view = save_intention(&mut test.desk("development_intention_save"), request).unwrap().value;
    let talk = &view.steps[1];
    assert_eq!((talk.due, talk.intended, talk.entries.len()), (Some(day("2026-12-02")), Some(day("2026-11-30")), 0));
    assert!(talk.planned.is_some() && view.steps[24].planned.is_some());
    assert!(view.caveat.contains("2027年"), "{}", view.caveat);
    let back = IntentionRequest { file: id, step: 2, on: None };
    let view = save_intention(&mut test.desk("development_intention_save"), back).unwrap().value;
    assert_eq!(view.steps[1].intended, None);
}

#[test]
fn who_acted_at_a_step_is_told_by_its_day() {
    let mut test = TestFile::on("2026-01-05");
    test.name_branch("示例支部", true);
    test.on_day(TODAY);
    let branch = crate::branch::Branch { name: "示例支部".into(), has_committee: false, ..Default::default() };
    let changed = crate::values::Changed { since: "2026-06-01".parse().ok(), ..Default::default() };
    let request = crate::branch::BranchRequest { record: branch, changed };
    crate::branch::save(&mut test.desk("branch_save"), request).unwrap();
    let id = open(&mut test, person("李某某"));
    let actor = |view: &DevelopmentFileView| view.steps[2].actor.clone();
    let view = tick(&mut test, id, 3, "2026-05-31");
    assert_eq!(actor(&view), "支委会");
    let moved = Entry { on: day("2026-06-01"), ..view.steps[2].entries[0].clone() };
    assert_eq!(actor(&enter(&mut test, id, moved).unwrap()), "支部大会");
}

#[test]
fn an_entry_names_a_meeting_of_its_day_and_a_vote_of_that_meeting_and_neither_can_then_be_deleted() {
    use crate::meetings::{MeetingKind, VoteRef, delete_vote};
    let mut test = TestFile::on(TODAY);
    test.name_branch("示例支部", true);
    for name in ["赵正", "钱介", "孙三"] {
        test.add_member(name, |_| ());
    }
    let meeting = test.add_meeting(&[MeetingKind::General], "2026-09-10");
    test.attend(meeting, &[]);
    let votes = |motion: &str, test: &mut TestFile| {
        let vote = json!({ "meeting": meeting, "id": null, "subject": if motion == "admission" { "接收李某某为预备党员" } else { "计划" },
            "motion": motion, "ballot": "secret", "votes_for": 3, "votes_against": 0, "abstained": 0 });
        let view =
            crate::meetings::save_vote(&mut test.desk("vote_save"), serde_json::from_value(vote).unwrap()).unwrap();
        view.value.votes.last().unwrap().vote.id.unwrap()
    };
    let (ordinary, admission) = (votes("ordinary", &mut test), votes("admission", &mut test));
    let id = open(&mut test, person("李某某"));
    let entry = |on: &str, meeting: i64, vote: i64| {
        let entry = json!({ "id": null, "kind": "admission", "on": on, "meeting": meeting, "vote": vote });
        serde_json::from_value::<Entry>(entry).unwrap()
    };
    assert_eq!(fields(enter(&mut test, id, entry("2026-09-11", meeting.0, admission))), ["entries.0.on"]);
    assert_eq!(fields(enter(&mut test, id, entry("2026-09-10", 99, admission))), ["entries.0.meeting"]);
    assert_eq!(fields(enter(&mut test, id, entry("2026-09-10", meeting.0, ordinary))), ["entries.0.vote"]);
    enter(&mut test, id, entry("2026-09-10", meeting.0, admission)).unwrap();
    let refused = delete_vote(&mut test.desk("vote_delete"), VoteRef { meeting, id: admission }).unwrap_err();
    assert_eq!(refused.code(), "meeting_in_development");
    delete_vote(&mut test.desk("vote_delete"), VoteRef { meeting, id: ordinary }).unwrap();

    let planned = test.add_meeting(&[MeetingKind::Committee], "2026-11-20");
    let decided = json!({ "id": null, "kind": "committee_review", "on": "2026-11-20", "meeting": planned });
    enter(&mut test, id, serde_json::from_value(decided).unwrap()).unwrap();
    let refused = crate::meetings::delete(&mut test.desk("meeting_delete"), planned).unwrap_err();
    assert_eq!(refused.code(), "meeting_in_development");
}

#[test]
fn a_member_who_is_merged_stays_mentor_and_stays_whom_the_file_is_about() {
    let mut test = TestFile::on(TODAY);
    let (keep, drop) = (test.add_member("赵正", |_| ()), test.add_member("赵 正正", |_| ()));
    let id = open(&mut test, person("李某某"));
    let guide = json!({ "id": null, "role": "mentor", "member": drop, "since": "2026-01-05" });
    let request = serde_json::from_value(json!({ "file": id, "guide": guide })).unwrap();
    save_guide(&mut test.desk("development_guide_save"), request).unwrap();
    let merge = serde_json::from_value(json!({ "keep": keep, "drop": drop })).unwrap();
    crate::roster::merge(&mut test.desk("member_merge"), merge).unwrap();
    let view = get(&mut test.desk("development_get"), id).unwrap();
    assert_eq!((view.guides[0].guide.member, view.guides[0].guide.name.as_str()), (Some(keep), "赵正"));
}
