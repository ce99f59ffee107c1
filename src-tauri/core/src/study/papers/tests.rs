//! What stands on the papers, and in the sheet of a year.

use std::sync::Arc;

use serde_json::json;

use super::*;
use crate::outside::Writing;
use crate::paper::Papers;
use crate::study::{ledger, save, save_certificate, save_makeup, save_topic};
use crate::testing::{Folder, TestFile};
use crate::{attachments, library};

/// A branch of three with a topic that two of them learnt: one was there and has a certificate, one made it up.
struct Learnt {
    file: TestFile,
    members: [MemberId; 3],
    topic: StudyTopicId,
    session: StudySessionId,
}

fn learnt() -> Learnt {
    let mut file = TestFile::on("2026-11-23");
    file.name_branch("示例支部", true);
    let members = ["张三", "李四", "王五"].map(|name| file.add_member(name, |_| ()));
    let topic = json!({ "id": null, "year": 2026, "month": 3, "title": "党章", "hours": 4, "material": "党章原文" });
    let plan = save_topic(&mut file.desk("study_topic_save"), serde_json::from_value(topic).unwrap()).unwrap().value;
    let topic = plan.topics[0].topic.id.unwrap();
    let session = json!({ "id": null, "title": "学党章", "kind": "course", "held_on": "2026-03-20",
        "last_on": "2026-03-21", "hours": 4, "topic": topic, "content": "逐章学习", "participants": [members[0]] });
    let session = save(&mut file.desk("study_save"), serde_json::from_value(session).unwrap()).unwrap().value;
    let session = session.session.id.unwrap();
    let makeup = json!({ "session": session, "member": members[1], "made_up_on": "2026-03-25", "material": "读原文",
        "proof": "笔记" });
    save_makeup(&mut file.desk("study_makeup_save"), serde_json::from_value(makeup).unwrap()).unwrap();
    let certificate = json!({ "session": session, "member": members[0], "number": "证1", "issuer": "党校" });
    let certificate = serde_json::from_value(certificate).unwrap();
    save_certificate(&mut file.desk("study_certificate_save"), certificate).unwrap();
    Learnt { file, members, topic, session }
}

fn drawn(file: &mut TestFile, paper: StudyPaper) -> (String, Writing) {
    let drawn = paper.draw(&file.door("paper_preview")).unwrap();
    (drawn.title, drawn.document.writing().unwrap().clone())
}

#[test]
fn the_plan_says_what_of_it_was_learnt() {
    let Learnt { mut file, .. } = learnt();
    let (title, plan) = drawn(&mut file, StudyPaper::StudyPlanSheet { year: 2026 });
    assert_eq!(title, "2026年度学习计划");
    assert_eq!(plan.rows(), [["3月", "党章", "集中学习", "4", "", "党章原文", "3月20日"]]);
    assert!(plan.to_string().contains("共 1 个专题，计划 4 学时。"), "{plan}");
}

#[test]
fn a_sign_in_sheet_has_a_place_for_each_before_and_after_it_is_held() {
    let Learnt { mut file, topic, session, .. } = learnt();
    let names = ["1", "李四", "", "2", "王五", ""];
    for paper in [StudyPaper::StudySignIn { session }, StudyPaper::StudyTopicSignIn { topic }] {
        let (_, sheet) = drawn(&mut file, paper);
        assert_eq!(sheet.rows(), [names, ["3", "张三", "", "", "", ""]]);
        assert!(sheet.to_string().contains("应到 3 人"), "{sheet}");
    }
}

#[test]
fn the_record_of_a_session_says_who_came_who_made_it_up_and_who_did_neither() {
    let Learnt { mut file, session, .. } = learnt();
    let (title, record) = drawn(&mut file, StudyPaper::StudyRecord { session });
    assert_eq!(title, "学习记录 2026-03-20 学党章");
    let told = record.to_string();
    for said in ["2026年3月20日至3月21日", "培训班", "逐章学习", "每人 4", "1 人", "没有参加也没有补学的人\n王五"]
    {
        assert!(told.contains(said), "{said} is not in {told}");
    }
    assert_eq!(record.rows(), [["李四", "2026年3月25日", "读原文", "笔记"], ["张三", "证1", "党校", ""]]);
}

#[test]
fn the_record_of_a_session_names_its_materials_and_how_many_files_prove_it() {
    let Learnt { mut file, members, topic, session } = learnt();
    file.outside.desktop = Arc::new(Folder::with("笔记.pdf", b"%PDF-1.7"));
    let document = json!({ "id": null, "title": "党章学习提纲", "number": "示例1号" });
    let saved = library::save(&mut file.desk("library_save"), serde_json::from_value(document).unwrap()).unwrap();
    let documents = vec![saved.value.document.id.unwrap()];
    for place in [library::LibraryPlace::Session(session), library::LibraryPlace::Topic(topic)] {
        let request = library::LibraryUsesRequest { place, documents: documents.clone() };
        library::save_uses(&mut file.desk("library_uses_save"), request).unwrap();
    }
    let owner = json!({ "makeup": { "session": session, "member": members[1] } });
    let proof = json!({ "owner": owner, "files": ["笔记.pdf"] });
    attachments::add(&mut file.desk("attachment_add"), serde_json::from_value(proof).unwrap()).unwrap();
    let (_, record) = drawn(&mut file, StudyPaper::StudyRecord { session });
    assert!(record.to_string().contains("学习材料\n《党章学习提纲》（示例1号）"), "{record}");
    assert_eq!(record.rows()[0], ["李四", "2026年3月25日", "读原文", "笔记（附 1 份）"]);
    let (_, plan) = drawn(&mut file, StudyPaper::StudyPlanSheet { year: 2026 });
    assert_eq!(plan.rows()[0][5], "党章原文\n《党章学习提纲》（示例1号）");
}

#[test]
fn the_ledger_of_a_year_is_the_same_on_paper_and_as_a_sheet() {
    let Learnt { mut file, .. } = learnt();
    let (_, sheet) = drawn(&mut file, StudyPaper::StudyLedger { year: 2026 });
    let rows = sheet.rows();
    assert_eq!(rows[0], ["1", "李四", "32", "4", "4", "28", "", "0"]);
    assert_eq!(rows[1], ["2", "王五", "32", "0", "0", "32", "", "1"]);
    assert_eq!(rows[3], ["3月20日", "学党章", "培训班", "4", "1", "1"]);
    let rules = crate::rules::RuleBook::shipped().unwrap();
    let today = "2026-11-23".parse().unwrap();
    let ledger = file.desk("study_export").read(|reader| ledger::ledger_of(reader, &rules, 2026, today)).unwrap();
    let table = ledger::table(&ledger);
    assert_eq!(table.header[8], "3月20日 学党章");
    assert_eq!(table.rows[0], ["李四", "32", "4", "4", "28", "2026年12月31日", "", "0", "已补 4"]);
    assert_eq!(table.rows[2][8], "4");
}

#[test]
fn the_record_of_a_person_tells_what_was_had_and_what_is_lacking() {
    let Learnt { mut file, members, .. } = learnt();
    let paper = |member| StudyPaper::StudyOfMember { member, year: 2026 };
    let (title, came) = drawn(&mut file, paper(members[0]));
    assert_eq!(title, "2026年度学习记录 张三");
    let rows = came.rows();
    assert_eq!(rows[0], ["3月20日", "学党章", "培训班", "4", "参加"]);
    assert_eq!(rows[1], ["学党章", "证1", "党校", ""]);
    assert_eq!(drawn(&mut file, paper(members[1])).1.rows(), [["3月20日", "学党章", "培训班", "4", "3月25日已补"]]);
    assert_eq!(drawn(&mut file, paper(members[2])).1.rows(), [["3月", "党章", "党章原文"]]);
    let before = StudyPaper::StudyOfMember { member: MemberId(99), year: 2026 };
    assert!(matches!(before.draw(&file.door("paper_preview")), Err(StudyError::NoSuchMember)));
}
