//! The promises of the room, walked through its handlers.

use rstest::rstest;

use super::*;
use crate::problem::Problem;
use crate::roster::MemberId;
use crate::roster::{MemberKind, Office};
use crate::testing::TestFile;
use crate::values::Hours;

const TODAY: &str = "2026-11-23";

fn session(held_on: &str, hours: Hours, participants: &[MemberId]) -> StudySession {
    StudySession {
        id: None,
        title: "学习党章".into(),
        held_on: held_on.parse().unwrap(),
        hours,
        place: "二楼会议室".into(),
        lecturer: "张三".into(),
        content: " 第一段\n第二段 ".into(),
        participants: participants.to_vec(),
        ..StudySession::default()
    }
}

fn saved(file: &mut TestFile, request: StudySession) -> StudySessionRow {
    save(&mut file.desk("study_save"), request).unwrap().value
}

fn year_2026(file: &mut TestFile) -> StudyYear {
    year(&mut file.desk("study_year"), StudyYearRequest { year: 2026 }).unwrap()
}

#[test]
fn a_session_comes_back_as_it_was_entered() {
    let mut file = TestFile::on(TODAY);
    let ids = [file.add_member("甲", |_| ()), file.add_member("乙", |_| ())];
    let request = session("2026-11-20", Hours::from_tenths(25), &ids);
    let row = saved(&mut file, request.clone());
    let alone = |session, count| StudySessionRow { session, count, made_up: vec![], certificates: vec![] };
    assert_eq!(row, alone(StudySession { id: row.session.id, ..request }, 2));
    let id = row.session.id.unwrap();
    assert_eq!(get(&mut file.desk("study_get"), id).unwrap().row, row);

    let changed = StudySession { participants: vec![ids[1]], intensive: true, ..row.session };
    assert_eq!(saved(&mut file, changed.clone()), alone(changed, 1));
    assert_eq!(year_2026(&mut file).sessions.len(), 1);
}

#[rstest]
#[case::no_title("title", |s: &mut StudySession| s.title = " ".into())]
#[case::tomorrow("held_on", |s: &mut StudySession| s.held_on = "2026-11-24".parse().unwrap())]
#[case::no_hours("hours", |s: &mut StudySession| s.hours = Hours::whole(0))]
#[case::more_than_a_day("hours", |s: &mut StudySession| s.hours = Hours::from_tenths(241))]
#[case::nobody("participants", |s: &mut StudySession| s.participants.clear())]
#[case::stranger("participants", |s: &mut StudySession| s.participants.push(MemberId(99)))]
#[case::twice("participants", |s: &mut StudySession| s.participants.push(s.participants[0]))]
fn a_session_that_cannot_be_is_refused_at_its_field(#[case] field: &str, #[case] change: fn(&mut StudySession)) {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("甲", |_| ());
    let mut request = session(TODAY, Hours::whole(24), &[id]);
    change(&mut request);
    let problem = Problem::from(save(&mut file.desk("study_save"), request).unwrap_err());
    assert_eq!(problem.fields.iter().map(|field| field.field.as_str()).collect::<Vec<_>>(), [field]);
    assert_eq!(year_2026(&mut file).sessions, []);
}

#[test]
fn who_was_not_a_member_on_the_day_took_no_part() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("甲", |m| m.entered_on = "2026-07-01".parse().ok());
    let problem =
        save(&mut file.desk("study_save"), session("2026-06-30", Hours::whole(2), &[id])).map_err(Problem::from);
    assert_eq!(problem.unwrap_err().fields[0].field, "participants");
    saved(&mut file, session("2026-07-01", Hours::whole(2), &[id]));
}

#[test]
fn a_year_adds_up_each_members_hours_against_what_it_asks() {
    let mut file = TestFile::on(TODAY);
    let plain = file.add_member("甲", |_| ());
    let secretary = file.add_member("乙", |m| m.offices = Office::Secretary.into());
    let new = file.add_member("丙", |m| {
        m.kind = MemberKind::Probationary;
        m.joined = "2026-10-08".parse().ok();
        m.entered_on = "2026-10-08".parse().ok();
    });
    let old = file.add_member("丁", |m| m.attendance_not_required = true);
    saved(&mut file, session("2025-12-31", Hours::whole(20), &[plain]));
    saved(&mut file, session("2026-01-01", Hours::whole(24), &[plain, secretary, old]));
    let course = session("2026-11-01", Hours::from_tenths(85), &[plain, secretary, new]);
    saved(&mut file, StudySession { intensive: true, ..course });

    let year = year_2026(&mut file);
    let line = |id| {
        let line = year.members.iter().find(|line| line.member == id).unwrap();
        (line.hours, line.required, line.intensive)
    };
    assert_eq!(line(plain), (Hours::from_tenths(325), Some(Hours::whole(32)), true));
    assert_eq!(line(secretary), (Hours::from_tenths(325), Some(Hours::whole(56)), true));
    assert_eq!(line(new), (Hours::from_tenths(85), Some(Hours::whole(8)), true));
    assert_eq!(line(old), (Hours::whole(24), None, false));
    assert_eq!(year.reached, 2, "who is not required neither reaches nor misses");
    assert_eq!(year.average, Hours::from_tenths(245), "73.5 hours over three");
    let days: Vec<_> = year.sessions.iter().map(|row| row.session.held_on.to_string()).collect();
    assert_eq!(days, ["2026-11-01", "2026-01-01"], "newest first");
}

#[test]
fn a_period_adds_up_to_its_own_hours() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("甲", |_| ());
    for day in ["2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01"] {
        saved(&mut file, session(day, Hours::whole(2), &[id]));
    }
    let (from, to) = ("2026-07-01".parse().unwrap(), "2026-09-30".parse().unwrap());
    let desk = file.desk("report_build");
    assert_eq!(desk.read(|reader| hours_by_member(reader, from, to, to)).unwrap(), [(id, Hours::whole(4))].into());
    assert_eq!(desk.read(|reader| sessions_in(reader, from, to)).unwrap().len(), 2);
}

#[test]
fn a_year_without_members_or_sessions_is_empty() {
    let mut file = TestFile::on(TODAY);
    let empty = StudyYear { year: 2026, sessions: vec![], members: vec![], average: Hours::default(), reached: 0 };
    assert_eq!(year_2026(&mut file), empty);
    let problem = Problem::from(year(&mut file.desk("study_year"), StudyYearRequest { year: 26 }).unwrap_err());
    assert_eq!(problem.fields[0].field, "year");
}

#[test]
fn a_deleted_session_takes_its_hours_along_and_undo_brings_them_back() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("甲", |_| ());
    let session = saved(&mut file, session(TODAY, Hours::whole(2), &[id])).session.id.unwrap();
    let before = year_2026(&mut file);
    delete(&mut file.desk("study_delete"), session).unwrap();
    assert_eq!(year_2026(&mut file).members[0].hours, Hours::whole(0));
    let gone = Problem::from(delete(&mut file.desk("study_delete"), session).unwrap_err());
    assert_eq!(gone.code, "no_such_session");
    file.undo();
    assert_eq!(year_2026(&mut file), before);
}
