//! The plan of a year, and who lacks what of it, walked through the handlers.

use serde_json::{Value, json};

use super::*;
use crate::problem::Problem;
use crate::roster::{self, ExitWay, Office};
use crate::study::{
    StudyError, StudyPlan, StudyTopicId, StudyYearRequest, copy_plan, delete_topic, plan, save, save_topic,
};
use crate::testing::TestFile;

const TODAY: &str = "2026-11-23";

fn topic(file: &mut TestFile, more: Value) -> Result<StudyPlan, StudyError> {
    let mut topic = json!({ "id": null, "year": 2026, "month": 3, "title": "党章", "hours": 4 });
    topic.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let topic = serde_json::from_value(topic).unwrap();
    Ok(save_topic(&mut file.desk("study_topic_save"), topic)?.value)
}

fn learnt(file: &mut TestFile, topic: StudyTopicId, on: &str, participants: &[MemberId]) {
    let session = json!({ "id": null, "title": "集中学习", "held_on": on, "hours": 4, "topic": topic,
        "participants": participants });
    save(&mut file.desk("study_save"), serde_json::from_value(session).unwrap()).unwrap();
}

fn of_2026(file: &mut TestFile) -> StudyLacks {
    lacks(&mut file.desk("study_lacks"), StudyYearRequest { year: 2026 }).unwrap()
}

#[test]
fn a_plan_is_told_by_month_with_what_of_it_was_learnt() {
    let mut file = TestFile::on(TODAY);
    let member = file.add_member("甲", |_| ());
    topic(&mut file, json!({ "month": 12, "title": "年终" })).unwrap();
    let planned = topic(&mut file, json!({})).unwrap();
    let titles: Vec<_> = planned.topics.iter().map(|row| (row.topic.title.as_str(), row.is_late)).collect();
    assert_eq!((titles, planned.hours), (vec![("党章", true), ("年终", false)], Hours::whole(8)));

    let id = planned.topics[0].topic.id.unwrap();
    learnt(&mut file, id, "2026-11-20", &[member]);
    let planned = plan(&mut file.desk("study_plan"), StudyYearRequest { year: 2026 }).unwrap();
    assert_eq!((planned.topics[0].is_late, planned.topics[0].sessions.len()), (false, 1));
    let refused = Problem::from(delete_topic(&mut file.desk("study_topic_delete"), id).unwrap_err());
    assert_eq!(refused.code, "topic_learnt");

    let copied = copy_plan(&mut file.desk("study_plan_copy"), StudyYearRequest { year: 2027 }).unwrap().value;
    assert_eq!((copied.topics.len(), copied.topics[0].sessions.len()), (2, 0));
    let again =
        Problem::from(copy_plan(&mut file.desk("study_plan_copy"), StudyYearRequest { year: 2027 }).unwrap_err());
    assert_eq!(again.code, "study_plan_begun");
    let nothing =
        Problem::from(copy_plan(&mut file.desk("study_plan_copy"), StudyYearRequest { year: 2020 }).unwrap_err());
    assert_eq!(nothing.code, "no_such_plan");
    let emptied = delete_topic(&mut file.desk("study_topic_delete"), copied.topics[0].topic.id.unwrap()).unwrap();
    assert_eq!(emptied.value.topics.len(), 1);
}

#[test]
fn a_topic_that_cannot_be_is_refused_at_its_field() {
    let mut file = TestFile::on(TODAY);
    for (more, field) in [
        (json!({ "title": " " }), "title"),
        (json!({ "month": 13 }), "month"),
        (json!({ "hours": 0 }), "hours"),
        (json!({ "hours": 201 }), "hours"),
        (json!({ "year": 26 }), "year"),
    ] {
        assert_eq!(Problem::from(topic(&mut file, more).unwrap_err()).fields[0].field, field);
    }
}

#[test]
fn each_is_told_what_is_lacking_and_until_when() {
    let mut file = TestFile::on(TODAY);
    let came = file.add_member("甲", |_| ());
    let away = file.add_member("乙", |_| ());
    let new = file.add_member("丙", |member| member.entered_on = "2026-10-08".parse().ok());
    let gone = file.add_member("丁", |_| ());
    let free = file.add_member("戊", |member| member.attendance_not_required = true);
    let leave = json!({ "id": gone, "on": "2026-07-01", "how": ExitWay::MovedOut, "reason": "" });
    roster::leave(&mut file.desk("member_leave"), serde_json::from_value(leave).unwrap()).unwrap();
    let id = topic(&mut file, json!({})).unwrap().topics[0].topic.id.unwrap();
    learnt(&mut file, id, "2026-03-20", &[came]);

    let lacks = of_2026(&mut file);
    let line = |member| lacks.members.iter().find(|line| line.member == member).unwrap();
    let told = |member| {
        let line = line(member);
        (line.lacking, line.due.to_string(), line.topics.len())
    };
    assert_eq!(told(came), (Hours::whole(28), "2026-12-31".to_owned(), 0));
    assert_eq!(told(away), (Hours::whole(32), "2026-12-31".to_owned(), 1));
    assert_eq!(told(new), (Hours::whole(8), "2026-12-31".to_owned(), 0), "not here in March");
    assert_eq!(told(gone), (Hours::whole(16), "2026-07-01".to_owned(), 1));
    assert_eq!((line(gone).left, line(free).required, line(free).topics.len()), (true, None, 0));
    assert_eq!((lacks.topics[0].had, lacks.topics[0].members.clone()), (1, vec![gone, away]));
}

#[test]
fn a_new_secretary_is_asked_for_the_first_course_and_others_for_that_of_the_year() {
    let mut file = TestFile::on(TODAY);
    let new = file.add_member_since("甲", "2026-05-04", |member| member.offices = Office::Secretary.into());
    let old = file.add_member_since("乙", "2020-05-04", |member| member.offices = Office::Organization.into());
    let plain = file.add_member("丙", |_| ());
    let course = json!({ "id": null, "title": "任职培训", "kind": "course", "held_on": "2026-06-01", "hours": 24,
        "last_on": "2026-06-03", "intensive": true, "participants": [new] });
    let session = save(&mut file.desk("study_save"), serde_json::from_value(course).unwrap()).unwrap();
    let certificate = json!({ "session": session.value.session.id, "member": new, "number": "证1" });
    let certificate = serde_json::from_value(certificate).unwrap();
    crate::study::save_certificate(&mut file.desk("study_certificate_save"), certificate).unwrap();
    let lacks = of_2026(&mut file);
    let course = |member| lacks.members.iter().find(|line| line.member == member).unwrap().course.clone();
    let day = |day: &str| day.parse::<NaiveDate>().unwrap();
    let taken = |is_first, due, taken_on, certificate: &str| {
        Some(StudyCourse { is_first, due, taken_on, certificate: certificate.to_owned() })
    };
    assert_eq!(course(new), taken(true, day("2026-11-04"), Some(day("2026-06-01")), "证1"));
    assert_eq!(course(old), taken(false, day("2026-12-31"), None, ""));
    assert_eq!(course(plain), None);
}
