//! From a resolution to its end.

use super::*;
use crate::meetings::MeetingId;
use crate::meetings::{self, MeetingHead, MeetingKind, MeetingRecordRequest, Resolution};
use crate::problem::Problem;
use crate::rules::Severity;
use crate::testing::TestFile;

const TODAY: &str = "2026-11-23";

/// A meeting of a day that resolved what the texts say; the first is somebody's until a day.
fn meeting(file: &mut TestFile, day: &str, due: &str, texts: &[&str]) -> MeetingId {
    let head = MeetingHead {
        kinds: vec![MeetingKind::General],
        planned_at: format!("{day}T14:00:00").parse().unwrap(),
        ..MeetingHead::default()
    };
    let id = meetings::save(&mut file.desk("meeting_save"), head).unwrap().value.head.id.unwrap();
    let resolution = |(at, text): (usize, &&str)| Resolution {
        text: (*text).to_owned(),
        responsible: (at == 0).then(|| "张三".to_owned()),
        due: if at == 0 { due.parse().ok() } else { None },
        ..Resolution::default()
    };
    let resolutions = texts.iter().enumerate().map(resolution).collect();
    let record = MeetingRecordRequest { id, agenda: Vec::new(), resolutions };
    meetings::save_record(&mut file.desk("meeting_record_save"), record).unwrap();
    id
}

fn tasks(file: &mut TestFile, query: TaskQuery) -> Vec<Task> {
    list(&mut file.desk("task_list"), query).unwrap()
}

fn note(file: &mut TestFile, task: &Task, on: &str, done: bool) -> Result<Task, Problem> {
    let request = TaskNoteRequest {
        resolution: task.resolution,
        noted_on: on.parse().unwrap(),
        meeting: None,
        text: "已联系".into(),
        done,
    };
    save_note(&mut file.desk("task_note_save"), request).map(|done| done.value).map_err(Problem::from)
}

#[test]
fn a_resolution_without_person_and_day_is_no_task() {
    let mut file = TestFile::on(TODAY);
    meeting(&mut file, "2026-11-02", "2026-11-20", &["购置书籍", "同意计划"]);
    let open = tasks(&mut file, TaskQuery::default());
    assert_eq!(open.iter().map(|task| task.text.as_str()).collect::<Vec<_>>(), ["购置书籍"]);
    assert!(open[0].late);
}

#[test]
fn a_task_is_open_until_a_note_closes_it() {
    let mut file = TestFile::on(TODAY);
    meeting(&mut file, "2026-11-02", "2026-11-20", &["购置书籍"]);
    let task = tasks(&mut file, TaskQuery::default()).remove(0);
    assert_eq!(note(&mut file, &task, "2026-11-10", false).unwrap().done_on, None);
    let closed = note(&mut file, &task, "2026-11-22", true).unwrap();
    assert_eq!((closed.done_on, closed.late, closed.notes.len()), ("2026-11-22".parse().ok(), false, 2));
    assert_eq!(tasks(&mut file, TaskQuery::default()), []);
    assert_eq!(tasks(&mut file, TaskQuery { closed: true, at: None }).len(), 1);
    delete_note(&mut file.desk("task_note_delete"), closed.notes[1].id).unwrap();
    assert_eq!(tasks(&mut file, TaskQuery::default()).len(), 1);
}

#[test]
fn a_note_lies_between_the_meeting_and_today() {
    let mut file = TestFile::on(TODAY);
    meeting(&mut file, "2026-11-02", "2026-11-20", &["购置书籍"]);
    let task = tasks(&mut file, TaskQuery::default()).remove(0);
    for day in ["2026-11-01", "2026-11-24"] {
        assert_eq!(note(&mut file, &task, day, false).unwrap_err().fields[0].field, "noted_on");
    }
}

#[test]
fn a_later_meeting_follows_up_what_was_open_then() {
    let mut file = TestFile::on(TODAY);
    let first = meeting(&mut file, "2026-10-10", "2026-10-31", &["购置书籍"]);
    let closed = tasks(&mut file, TaskQuery::default()).remove(0);
    note(&mut file, &closed, "2026-10-20", true).unwrap();
    meeting(&mut file, "2026-10-12", "2026-12-31", &["走访党员"]);
    let second = meeting(&mut file, "2026-11-02", "2026-12-31", &["换届"]);
    let at = |file: &mut TestFile, id| {
        let query = TaskQuery { closed: false, at: Some(id) };
        tasks(file, query).into_iter().map(|task| task.text).collect::<Vec<_>>()
    };
    assert_eq!(at(&mut file, second), ["走访党员"]);
    assert_eq!(at(&mut file, first), Vec::<String>::new());
}

#[test]
fn what_was_followed_up_cannot_vanish_from_the_record() {
    let mut file = TestFile::on(TODAY);
    let id = meeting(&mut file, "2026-11-02", "2026-11-20", &["购置书籍"]);
    let task = tasks(&mut file, TaskQuery::default()).remove(0);
    note(&mut file, &task, "2026-11-10", false).unwrap();
    let record = |resolutions| MeetingRecordRequest { id, agenda: Vec::new(), resolutions };
    let gone = meetings::save_record(&mut file.desk("meeting_record_save"), record(Vec::new()));
    assert_eq!(Problem::from(gone.unwrap_err()).code, "resolution_followed_up");
    let reworded = Resolution { id: Some(task.resolution), text: "购置学习书籍".into(), ..Resolution::default() };
    let kept = meetings::save_record(&mut file.desk("meeting_record_save"), record(vec![reworded])).unwrap().value;
    assert_eq!(kept.resolutions[0].id, Some(task.resolution));
}

#[test]
fn what_is_late_or_near_is_said_and_what_is_done_is_not() {
    let mut file = TestFile::on(TODAY);
    meeting(&mut file, "2026-11-02", "2026-11-20", &["购置书籍"]);
    meeting(&mut file, "2026-11-02", "2026-11-30", &["走访党员"]);
    meeting(&mut file, "2026-11-02", "2026-12-01", &["换届"]);
    let found = |file: &TestFile| file.watched(watch, TODAY, &[]);
    let said: Vec<_> = found(&file).into_iter().map(|found| (found.severity, found.due.unwrap().to_string())).collect();
    assert_eq!(said, [(Severity::Late, "2026-11-20".to_owned()), (Severity::Due, "2026-11-30".to_owned())]);
    let task = tasks(&mut file, TaskQuery::default()).remove(0);
    note(&mut file, &task, TODAY, true).unwrap();
    assert_eq!(found(&file).len(), 1);
}
