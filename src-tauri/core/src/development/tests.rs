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

fn tick(test: &mut TestFile, file: DevelopmentFileId, step: u32, done_on: &str) -> DevelopmentFileView {
    tick_entry(test, file, step, 1, done_on).unwrap()
}

fn tick_entry(
    test: &mut TestFile,
    file: DevelopmentFileId,
    step: u32,
    entry: u32,
    done_on: &str,
) -> Result<DevelopmentFileView, DevelopmentError> {
    let request = StepRequest { file, step, entry: Some(entry), done_on: Some(day(done_on)), note: String::new() };
    Ok(save_step(&mut test.desk("development_step_save"), request)?.value)
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
        "mentors": ["赵某某", " "], "sponsors": ["钱某某", "孙某某"], "note": "备注", "applied_on": "2026-11-05"
    }))
    .unwrap();
    let id = open(&mut test, request.clone());
    let view = get(&mut test.desk("development_get"), id).unwrap();
    let stored =
        DevelopmentPerson {
            id: Some(id), name: "王𬭎".to_owned(), mentors: vec!["赵某某".to_owned()], ..request
        };
    assert_eq!(view.person, stored);
    assert_eq!((view.stage, view.last_step), (DevelopmentStage::Applicant, 1));
    assert_eq!(view.steps[0].entries[0].done_on, day("2026-11-05"));
    assert_eq!(view.steps[1].due, Some(day("2026-12-05")));
    assert!(view.steps[1].current && !view.steps[0].current);
}

#[test]
fn correcting_the_person_keeps_the_ticks_and_their_notes() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, DevelopmentPerson { applied_on: Some(day("2026-01-05")), ..person("李某某") });
    let note =
        StepRequest { file: id, step: 1, entry: Some(1), done_on: Some(day("2026-01-05")), note: "手写".to_owned() };
    save_step(&mut test.desk("development_step_save"), note).unwrap();
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
    assert!(view.findings.iter().any(|finding| finding.rule == Some(RuleId::D33)));
}

#[test]
fn a_tick_can_be_corrected_and_taken_away() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, person("李某某"));
    tick(&mut test, id, 1, "2026-01-05");
    let view = tick(&mut test, id, 1, "2026-01-06");
    assert_eq!(view.steps[0].entries.len(), 1);
    assert_eq!(view.person.applied_on, Some(day("2026-01-06")));
    let away = StepRequest { file: id, step: 1, entry: Some(1), done_on: None, note: String::new() };
    let view = save_step(&mut test.desk("development_step_save"), away).unwrap().value;
    assert_eq!((view.last_step, view.person.applied_on), (0, None));
}

#[test]
fn only_periodic_steps_have_several_entries() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, person("李某某"));
    tick(&mut test, id, 6, "2026-01-05");
    let view = tick_entry(&mut test, id, 6, 2, "2026-07-05").unwrap();
    assert_eq!(view.steps[5].entries.iter().map(|entry| entry.entry).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(fields(tick_entry(&mut test, id, 7, 2, "2026-07-05")), ["entry"]);
    assert_eq!(fields(tick_entry(&mut test, id, 6, 0, "2026-07-05")), ["entry"]);
}

#[test]
fn a_periodic_step_keeps_every_entry_and_orders_them_by_day() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, person("李某某"));
    let more = |test: &mut TestFile, step: u32, done_on: &str| {
        let request = StepRequest { file: id, step, entry: None, done_on: Some(day(done_on)), note: String::new() };
        save_step(&mut test.desk("development_step_save"), request)
    };
    for done_on in ["2026-01-05", "2026-07-05", "2025-07-05"] {
        more(&mut test, 6, done_on).unwrap();
    }
    let away = StepRequest { file: id, step: 6, entry: Some(1), done_on: None, note: String::new() };
    save_step(&mut test.desk("development_step_save"), away).unwrap();
    let view = more(&mut test, 6, "2026-10-05").unwrap().value;
    let days: Vec<_> = view.steps[5].entries.iter().map(|entry| entry.done_on.to_string()).collect();
    assert_eq!(days, ["2025-07-05", "2026-07-05", "2026-10-05"]);

    more(&mut test, 7, "2026-10-06").unwrap();
    assert_eq!(fields(more(&mut test, 7, "2026-10-07")), ["entry"]);
}

#[test]
fn every_thought_report_is_kept_and_the_last_one_counts() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, person("李某某"));
    let mut paper = |replaces: Option<&str>, dated: Option<&str>| {
        let (code, note) = ("2-5".to_owned(), String::new());
        let request = PaperRequest { file: id, code, replaces: replaces.map(day), dated: dated.map(day), note };
        save_paper(&mut test.desk("development_paper_save"), request)
    };
    let reports = |view: &DevelopmentFileView| {
        let report = view.steps[5].materials.iter().find(|material| material.code == "2-5").cloned().unwrap();
        let days: Vec<_> = report.papers.iter().map(|paper| paper.dated.to_string()).collect();
        (report.state, report.dated.map(|day| day.to_string()), days)
    };
    paper(None, Some("2026-07-01")).unwrap();
    let view = paper(None, Some("2026-04-01")).unwrap().value;
    let both = vec!["2026-04-01".to_owned(), "2026-07-01".to_owned()];
    assert_eq!(reports(&view), (MaterialState::Present, Some("2026-07-01".to_owned()), both));
    assert_eq!(fields(paper(None, Some("2026-07-01"))), ["dated"]);
    assert_eq!(fields(paper(None, None)), ["dated"]);

    let view = paper(Some("2026-07-01"), Some("2026-06-30")).unwrap().value;
    assert_eq!(reports(&view).1.as_deref(), Some("2026-06-30"));
    paper(Some("2026-06-30"), None).unwrap();
    let view = paper(Some("2026-04-01"), None).unwrap().value;
    assert_eq!(reports(&view), (MaterialState::Missing, None, Vec::new()));
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_stored() {
    let mut test = TestFile::on(TODAY);
    let future = Some(day("2026-11-24"));
    let nobody = DevelopmentPerson { applied_on: future, ..person("  ") };
    assert_eq!(fields(save(&mut test.desk("development_save"), nobody)), ["name", "applied_on"]);
    assert_eq!(names(&mut test, DevelopmentQuery::default()), Vec::<String>::new());

    let id = open(&mut test, person("李某某"));
    assert_eq!(fields(tick_entry(&mut test, id, 1, 1, "2026-11-24")), ["done_on"]);
    assert_eq!(fields(tick_entry(&mut test, id, 26, 1, TODAY)), ["step"]);
    let unknown = MaterialRequest {
        file: id,
        code: "9-9".to_owned(),
        state: MaterialState::Present,
        dated: future,
        note: String::new(),
    };
    assert_eq!(fields(save_material(&mut test.desk("development_material_save"), unknown)), ["code", "dated"]);
    let silent = DevelopmentCloseRequest { id, on: future, reason: " ".to_owned() };
    assert_eq!(fields(close(&mut test.desk("development_close"), silent)), ["on", "reason"]);
}

#[test]
fn a_file_that_is_not_there_is_said_to_be_not_there() {
    let mut test = TestFile::on(TODAY);
    let id = DevelopmentFileId(99);
    let applied_on = Some(day(TODAY));
    let person = DevelopmentPerson { id: Some(id), applied_on, ..person("李某某") };
    let material = MaterialRequest {
        file: id,
        code: "1-1".to_owned(),
        state: MaterialState::Present,
        dated: None,
        note: String::new(),
    };
    let closing = DevelopmentCloseRequest { id, on: None, reason: String::new() };
    let answers = [
        get(&mut test.desk("development_get"), id).err(),
        save(&mut test.desk("development_save"), person).err(),
        tick_entry(&mut test, id, 1, 1, TODAY).err(),
        save_material(&mut test.desk("development_material_save"), material).err(),
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
    let closing = DevelopmentCloseRequest { id: first, on: Some(day(TODAY)), reason: "调离".to_owned() };
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
    let closing = DevelopmentCloseRequest { id, on: Some(day(TODAY)), reason: "本人撤回申请".to_owned() };
    let view = close(&mut test.desk("development_close"), closing).unwrap().value;
    assert_eq!(view.closed.map(|closed| closed.reason).as_deref(), Some("本人撤回申请"));
    assert_eq!(names(&mut test, DevelopmentQuery::default()), Vec::<String>::new());
    assert_eq!(names(&mut test, DevelopmentQuery { include_closed: true, ..Default::default() }), ["李某某"]);
    let again = DevelopmentCloseRequest { id, on: None, reason: String::new() };
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

    let application = MaterialRequest {
        file: id,
        code: "1-1".to_owned(),
        state: MaterialState::Present,
        dated: Some(day("2026-11-05")),
        note: "原件".to_owned(),
    };
    let view = save_material(&mut test.desk("development_material_save"), application).unwrap().value;
    assert!(!overdue(&view));
    assert_eq!((view.materials_present, view.materials_required), (1, 2));
    assert_eq!(view.steps[0].materials[0].dated, Some(day("2026-11-05")));
}

#[test]
fn every_material_is_shown_once() {
    let mut test = TestFile::on(TODAY);
    let id = open(&mut test, person("李某某"));
    let view = get(&mut test.desk("development_get"), id).unwrap();
    let of_steps = view.steps.iter().flat_map(|step| &step.materials);
    let codes: Vec<_> = of_steps.chain(&view.stage_materials).map(|material| &material.code).collect();
    assert_eq!(codes.len(), 50);
    assert_eq!(codes.iter().collect::<std::collections::BTreeSet<_>>().len(), 50);
}

#[rstest::rstest]
#[case::with(Some(true), "支委会")]
#[case::without(Some(false), "支部大会")]
#[case::before_the_branch_is_entered(None, "支委会")]
fn without_a_committee_the_general_meeting_acts(#[case] has_committee: Option<bool>, #[case] actor: &str) {
    let mut test = TestFile::on(TODAY);
    if let Some(has_committee) = has_committee {
        let insert = "INSERT INTO branch_fact (aspect, value, why, recorded_by)
            VALUES ('committee', iif(?1, 'yes', ''), '', '')";
        let stored: Result<_, crate::vault::VaultError> =
            test.desk("branch_save").transact("支部", |tx| tx.execute(insert, [has_committee]));
        stored.unwrap();
    }
    let id = open(&mut test, person("李某某"));
    assert_eq!(get(&mut test.desk("development_get"), id).unwrap().steps[2].actor, actor);
}

#[test]
fn other_rooms_read_only_the_files_that_are_open() {
    let mut test = TestFile::on(TODAY);
    let archived = open(&mut test, person("李某某"));
    tick(&mut test, archived, 25, "2026-01-05");
    let closed = open(&mut test, person("赵某某"));
    let closing = DevelopmentCloseRequest { id: closed, on: Some(day(TODAY)), reason: "调离".to_owned() };
    close(&mut test.desk("development_close"), closing).unwrap();
    let running = open(&mut test, person("王某某"));
    tick(&mut test, running, 24, "2026-01-05");
    let files = test.desk("home_overview").read(open_files).unwrap();
    assert_eq!(files.iter().map(|file| file.id).collect::<Vec<_>>(), [running]);
}

#[test]
fn mentors_and_sponsors_whom_the_roster_knows_must_be_full_members_with_their_rights() {
    let mut test = TestFile::on(TODAY);
    test.add_member("赵正", |_| ());
    test.add_member("钱停", |member| member.standing = crate::roster::Standing::Suspended);
    test.add_member("孙察", |member| member.vote_suspended = true);
    test.add_member("李预", |member| member.kind = crate::roster::MemberKind::Probationary);
    // Two of one name, one of them suspended: nothing can be said.
    test.add_member("周同", |_| ());
    test.add_member("周同", |member| member.standing = crate::roster::Standing::Suspended);
    let mut said = |mentors: [&str; 2], sponsors: [&str; 2]| {
        let request = json!({ "name": "王某", "mentors": mentors, "sponsors": sponsors });
        let id = open(&mut test, serde_json::from_value(request).unwrap());
        let findings = get(&mut test.desk("development_get"), id).unwrap().findings;
        findings.into_iter().map(|one| format!("{} {}", one.rule.unwrap(), one.message)).collect::<Vec<_>>()
    };
    assert_eq!(said(["赵正", "外人"], ["赵正", "周同"]), [""; 0]);
    let mentor = |unfit: &str| format!("D04 王某的培养联系人{unfit}，培养联系人应是正式党员，请核对或者更换");
    let sponsor =
        |unfit: &str| format!("D09 王某的入党介绍人{unfit}，入党介绍人应是有党员权利的正式党员，请核对或者更换");
    assert_eq!(
        said(["赵正", "钱停"], ["孙察", "赵正"]),
        [mentor("钱停已停止党籍"), sponsor("孙察当时停止了表决权（如受留党察看处分）")]
    );
    assert_eq!(said(["李预", "孙察"], ["赵正", "钱停"]), [mentor("李预当时是预备党员"), sponsor("钱停已停止党籍")]);
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
    assert_eq!(actor(&tick(&mut test, id, 3, "2026-05-31")), "支委会");
    assert_eq!(actor(&tick(&mut test, id, 3, "2026-06-01")), "支部大会");
}
