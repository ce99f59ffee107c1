//! Makeups, certificates, kinds, days of several, and the meeting that hours come from.

use rstest::rstest;
use serde_json::{Value, json};

use super::*;
use crate::meetings::MeetingKind;
use crate::problem::Problem;
use crate::roster::MemberId;
use crate::testing::TestFile;
use crate::values::Hours;

const TODAY: &str = "2026-11-23";

fn saved(file: &mut TestFile, participants: &[MemberId], more: Value) -> Result<StudySessionId, Problem> {
    let mut request = json!({ "id": null, "title": "学习党章", "held_on": "2026-11-02", "hours": 4,
        "participants": participants });
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let saved = save(&mut file.desk("study_save"), serde_json::from_value(request).unwrap())?;
    Ok(saved.value.session.id.unwrap())
}

fn made_up(
    file: &mut TestFile,
    session: StudySessionId,
    member: MemberId,
    on: &str,
) -> Result<StudySessionView, Problem> {
    let makeup =
        json!({ "session": session, "member": member, "made_up_on": on, "material": "读原文", "proof": "笔记" });
    Ok(save_makeup(&mut file.desk("study_makeup_save"), serde_json::from_value(makeup).unwrap())?.value)
}

fn hours_of(file: &mut TestFile, member: MemberId, year: i32) -> Hours {
    let years = of_member(&mut file.desk("member_study"), member).unwrap().years;
    years.iter().find(|line| line.year == year).map(|line| line.hours).unwrap_or_default()
}

fn field(problem: Problem) -> String {
    problem.fields.first().unwrap().field.clone()
}

#[test]
fn who_was_absent_has_the_hours_once_it_is_made_up_and_undo_takes_them_back() {
    let mut file = TestFile::on(TODAY);
    let (came, away) = (file.add_member("甲", |_| ()), file.add_member("乙", |_| ()));
    file.add_member("丙", |member| member.attendance_not_required = true);
    let session = saved(&mut file, &[came], json!({})).unwrap();
    let names = |people: &[StudyPerson]| people.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&get(&mut file.desk("study_get"), session).unwrap().absent), ["乙"]);

    let view = made_up(&mut file, session, away, "2026-11-20").unwrap();
    assert_eq!((names(&view.present), names(&view.absent)), (vec!["甲".to_owned(), "乙".to_owned()], vec![]));
    assert_eq!(hours_of(&mut file, away, 2026), Hours::whole(4));
    let told = of_member(&mut file.desk("member_study"), away).unwrap().sessions;
    assert_eq!(told[0].made_up_on, "2026-11-20".parse().ok());
    file.undo();
    assert_eq!(hours_of(&mut file, away, 2026), Hours::default());
}

#[test]
fn a_makeup_of_the_next_year_counts_in_the_year_of_the_session_and_leaves_earlier_figures_alone() {
    let mut file = TestFile::on("2027-01-20");
    let (came, away) = (file.add_member("甲", |_| ()), file.add_member("乙", |_| ()));
    let session = saved(&mut file, &[came], json!({})).unwrap();
    made_up(&mut file, session, away, "2027-01-10").unwrap();
    assert_eq!((hours_of(&mut file, away, 2026), hours_of(&mut file, away, 2027)), (Hours::whole(4), Hours::default()));
    let year = year(&mut file.desk("study_year"), StudyYearRequest { year: 2026 }).unwrap();
    assert_eq!(year.members.iter().find(|line| line.member == away).unwrap().hours, Hours::whole(4));
    let (first, last) = ("2026-10-01".parse().unwrap(), "2026-12-31".parse().unwrap());
    let of_quarter = file.desk("report_get").read(|reader| hours_by_member(reader, first, last, last)).unwrap();
    assert_eq!(of_quarter, [(came, Hours::whole(4))].into(), "what a report says of its own day");
}

#[rstest]
#[case::came("member", 0, "2026-11-20")]
#[case::before_the_session("made_up_on", 1, "2026-11-01")]
#[case::tomorrow("made_up_on", 1, "2026-11-24")]
#[case::no_member_then("member", 2, "2026-11-20")]
fn a_makeup_that_cannot_be_is_refused_at_its_field(#[case] at: &str, #[case] who: usize, #[case] on: &str) {
    let mut file = TestFile::on(TODAY);
    let (came, away) = (file.add_member("甲", |_| ()), file.add_member("乙", |_| ()));
    let new = file.add_member("丙", |member| member.entered_on = "2026-11-10".parse().ok());
    let session = saved(&mut file, &[came], json!({})).unwrap();
    let problem = made_up(&mut file, session, [came, away, new][who], on).unwrap_err();
    assert_eq!(field(problem), at);
}

#[test]
fn who_is_entered_as_a_participant_afterwards_has_the_hours_once() {
    let mut file = TestFile::on(TODAY);
    let (came, away) = (file.add_member("甲", |_| ()), file.add_member("乙", |_| ()));
    let session = saved(&mut file, &[came], json!({})).unwrap();
    made_up(&mut file, session, away, "2026-11-20").unwrap();
    saved(&mut file, &[came, away], json!({ "id": session })).unwrap();
    assert_eq!(hours_of(&mut file, away, 2026), Hours::whole(4));
    let gone = Problem::from(
        delete_makeup(&mut file.desk("study_makeup_delete"), StudyPlace { session, member: away }).unwrap_err(),
    );
    assert_eq!(gone.code, "no_such_makeup");
}

#[rstest]
#[case::two_days(json!({ "last_on": "2026-11-03", "hours": 48 }), None)]
#[case::too_many_for_two_days(json!({ "last_on": "2026-11-03", "hours": 48.1 }), Some("hours"))]
#[case::too_many_for_a_day(json!({ "hours": 25 }), Some("hours"))]
#[case::ends_before(json!({ "last_on": "2026-11-01" }), Some("last_on"))]
#[case::ends_tomorrow(json!({ "last_on": "2026-11-24" }), Some("last_on"))]
#[case::over_new_year(json!({ "held_on": "2025-12-30", "last_on": "2026-01-02" }), Some("last_on"))]
#[case::no_such_topic(json!({ "topic": 9 }), Some("topic"))]
#[case::no_such_meeting(json!({ "meeting": 9 }), Some("meeting"))]
fn days_and_links_that_cannot_be_are_refused_at_their_field(#[case] more: Value, #[case] at: Option<&str>) {
    let mut file = TestFile::on(TODAY);
    let member = file.add_member("甲", |_| ());
    assert_eq!(saved(&mut file, &[member], more).err().map(field).as_deref(), at);
}

#[rstest]
#[case::negative(json!(-1))]
#[case::absurd(json!(1e9))]
fn amounts_that_are_none_are_refused_at_their_field(#[case] hours: Value) {
    let request = json!({ "id": null, "title": "学习", "held_on": TODAY, "hours": hours, "participants": [1] });
    let error = serde_path_to_error::deserialize::<_, StudySession>(request).unwrap_err();
    assert_eq!(
        (error.path().to_string().as_str(), error.inner().to_string().as_str()),
        ("hours", "学时应在 0 到 10000 之间")
    );
}

#[test]
fn the_hours_of_a_meeting_are_recorded_once_and_keep_it_from_being_deleted() {
    let mut file = TestFile::on(TODAY);
    let member = file.add_member("甲", |_| ());
    let meeting = file.add_meeting(&[MeetingKind::Lecture], "2026-11-02");
    let from_it = json!({ "meeting": meeting, "kind": "lecture" });
    let session = saved(&mut file, &[member], from_it.clone()).unwrap();
    assert_eq!(field(saved(&mut file, &[member], from_it).unwrap_err()), "meeting");
    saved(&mut file, &[member], json!({ "id": session, "meeting": meeting, "title": "改过的主题" })).unwrap();
    let refused = Problem::from(crate::meetings::delete(&mut file.desk("meeting_delete"), meeting).unwrap_err());
    assert_eq!(refused.code, "meeting_in_study");
    delete(&mut file.desk("study_delete"), session).unwrap();
    crate::meetings::delete(&mut file.desk("meeting_delete"), meeting).unwrap();
}

#[test]
fn hours_that_do_not_count_are_told_and_not_added() {
    let mut file = TestFile::on(TODAY);
    let member = file.add_member("甲", |_| ());
    saved(&mut file, &[member], json!({ "kind": "self_study", "uncounted": true })).unwrap();
    let study = of_member(&mut file.desk("member_study"), member).unwrap();
    assert_eq!((study.sessions.len(), study.years[0].hours), (1, Hours::default()));
}

#[test]
fn a_certificate_is_of_who_took_part_and_goes_with_the_participant() {
    let mut file = TestFile::on(TODAY);
    let (came, away) = (file.add_member("甲", |_| ()), file.add_member("乙", |_| ()));
    let session = saved(&mut file, &[came], json!({ "intensive": true })).unwrap();
    let mut certify = |member: MemberId, number: &str, on: &str| {
        let one =
            json!({ "session": session, "member": member, "number": number, "issuer": "区委党校", "issued_on": on });
        let desk = &mut file.desk("study_certificate_save");
        save_certificate(desk, serde_json::from_value(one).unwrap()).map_err(|error| field(Problem::from(error)))
    };
    assert_eq!(certify(away, "证〔2026〕1号", "2026-11-03").unwrap_err(), "member");
    assert_eq!(certify(came, " ", "2026-11-03").unwrap_err(), "number");
    assert_eq!(certify(came, "证〔2026〕1号", "2026-11-01").unwrap_err(), "issued_on");
    assert_eq!(certify(came, "证〔2026〕1号", "2026-11-03").unwrap().value.row.certificates[0].number, "证〔2026〕1号");
    saved(&mut file, &[away], json!({ "id": session })).unwrap();
    assert_eq!(get(&mut file.desk("study_get"), session).unwrap().row.certificates, []);
}
