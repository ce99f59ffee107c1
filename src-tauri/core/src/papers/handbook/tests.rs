use serde_json::json;

use super::*;
use crate::meetings::MeetingKind;
use crate::testing::TestFile;

fn branch() -> TestFile {
    let mut file = TestFile::on("2026-11-25");
    file.name_branch("示例党支部", true);
    let away = file.add_member("王小明", |_| ());
    file.add_member("李建国", |_| ());
    let meeting = file.add_meeting(&[MeetingKind::ThemeDay, MeetingKind::Lecture], "2026-03-05");
    file.attend(meeting, &[away]);
    let before = file.add_meeting(&[MeetingKind::ThemeDay], "2025-12-05");
    file.attend(before, &[]);
    file.add_meeting(&[MeetingKind::ThemeDay], "2026-12-20");
    file
}

fn bound(file: &mut TestFile, parts: Vec<HandbookChoice>) -> serde_json::Value {
    let drawn = volume(&file.door("paper_preview"), 2026, parts, false).unwrap();
    serde_json::from_slice(&drawn.document.data().unwrap()).unwrap()
}

fn names(book: &serde_json::Value) -> Vec<String> {
    book["parts"].as_array().unwrap().iter().map(|part| part["name"].as_str().unwrap().to_owned()).collect()
}

fn part<'a>(book: &'a serde_json::Value, name: &str) -> &'a serde_json::Value {
    book["parts"].as_array().unwrap().iter().find(|part| part["name"].as_str().unwrap().ends_with(name)).unwrap()
}

#[test]
fn a_handbook_has_its_twenty_one_parts_in_order_and_those_left_out_are_not_numbered() {
    let mut file = branch();
    let whole = names(&bound(&mut file, Vec::new()));
    assert_eq!(whole.len(), 21);
    assert_eq!((whole[0].as_str(), whole[20].as_str()), ("一、党支部基本情况", "二十一、换任与移交"));
    let choice = |part, name: &str, left_out| HandbookChoice { part, name: name.to_owned(), left_out };
    let chosen =
        vec![choice(HandbookPart::Roster, "", true), choice(HandbookPart::PlanAndSummary, "  本年计划和总结 ", false)];
    let some = names(&bound(&mut file, chosen));
    assert_eq!(some[..2], ["一、党支部基本情况", "二、本年计划和总结"]);
    assert_eq!(some.len(), 20);
}

#[test]
fn a_meeting_of_several_kinds_has_its_minutes_once_and_a_line_in_each_list() {
    let mut file = branch();
    let book = bound(&mut file, Vec::new());
    let rows = |name: &str| part(&book, name)["blocks"][1]["rows"].clone();
    let papers = |name: &str| part(&book, name)["papers"].as_array().unwrap().len();
    let line = |rows: serde_json::Value| (rows.as_array().unwrap().len(), rows[0][5].clone());
    assert_eq!(line(rows("主题党日")), (1, json!("没有填写")), "neither last year's nor one that is to come");
    assert_eq!(line(rows("党课")), (1, json!("见“主题党日”")));
    assert_eq!((papers("主题党日"), papers("党课")), (1, 0));
}

#[test]
fn what_has_no_record_says_so_and_the_view_counts_the_others() {
    let mut file = branch();
    let book = bound(&mut file, Vec::new());
    assert_eq!(part(&book, "谈心谈话")["blocks"], json!([{ "block": "text", "text": "本年度没有登记。" }]));
    let view = handbook(&file.door("handbook_get"), HandbookRequest { year: 2026 }).unwrap();
    let records = |wanted| view.parts.iter().find(|part| part.choice.part == wanted).unwrap().records;
    assert_eq!(
        (records(HandbookPart::Roster), records(HandbookPart::ThemeDay), records(HandbookPart::Talks)),
        (2, 1, 0)
    );
}

#[test]
fn the_roster_of_a_past_year_is_that_of_its_last_day() {
    let mut file = branch();
    file.add_member("赵后来", |member| member.joined = "2026-06-01".parse().ok());
    let drawn = volume(&file.door("paper_preview"), 2025, Vec::new(), false).unwrap();
    let book: serde_json::Value = serde_json::from_slice(&drawn.document.data().unwrap()).unwrap();
    let text = part(&book, "党员名册").to_string();
    assert!(text.contains("王小明") && !text.contains("赵后来"), "{text}");
}
