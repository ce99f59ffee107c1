//! What a library keeps, finds and gives away.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use serde_json::json;

use super::*;
use crate::attachments::{self, AttachmentAddRequest, AttachmentOwner};
use crate::outside::{FileToken, Made, Office, Sheet, SheetError, Table, WordError, Writing};
use crate::paper::Papers;
use crate::problem::Problem;
use crate::roster::MemberId;
use crate::study::{self, StudySessionId};
use crate::testing::{Folder, TestFile};

/// Reads what begins with `text:`.
struct Reads;

impl Office for Reads {
    fn read(&self, _: &[u8]) -> Result<Vec<Sheet>, SheetError> {
        Err(SheetError::NotASheet)
    }

    fn write(&self, table: &Table) -> Result<Vec<u8>, SheetError> {
        Ok(table.rows.iter().map(|row| row.join("|")).collect::<Vec<_>>().join("\n").into_bytes())
    }

    fn archive(&self, _: std::fs::File) -> Box<dyn crate::outside::Archive> {
        unreachable!("nothing is packed here")
    }
    fn text(&self, bytes: &[u8]) -> Option<String> {
        Some(std::str::from_utf8(bytes).ok()?.strip_prefix("text:")?.to_owned())
    }

    fn word(&self, _: &Writing, _: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, WordError> {
        Err(WordError::Failed(String::new()))
    }

    fn blank(&self, _: &[u8]) -> Result<Vec<crate::outside::BlankSheet>, crate::outside::BlankError> {
        Err(crate::outside::BlankError::OtherFormat)
    }

    fn fill(&self, _: &[u8], _: &[crate::outside::SheetFilling]) -> Result<Vec<u8>, crate::outside::BlankError> {
        Err(crate::outside::BlankError::OtherFormat)
    }
}

/// A library of two: a system with a file, and a speech.
struct Shelved {
    file: TestFile,
    folder: std::path::PathBuf,
    system: LibraryDocumentId,
    speech: LibraryDocumentId,
    member: MemberId,
}

fn shelved() -> Shelved {
    let mut file = TestFile::on("2026-11-23");
    file.name_branch("示例支部", true);
    let folder = Folder::with("制度.docx", "text:每月集中学习一次，由党小组长考勤。".as_bytes());
    let path = folder.0.path().to_owned();
    file.outside.desktop = Arc::new(folder);
    file.outside.office = Arc::new(Reads);
    let system = saved(&mut file, "regulation", "集中学习制度", "2026-03-01");
    let speech = saved(&mut file, "speech", "在示例大会上的讲话", "2026-05-01");
    let request = AttachmentAddRequest {
        owner: AttachmentOwner::Document(system),
        kind: Default::default(),
        files: vec![FileToken("制度.docx".into())],
        keep_originals: false,
    };
    attachments::add(&mut file.desk("attachment_add"), request).unwrap();
    let member = file.add_member("张三", |_| ());
    Shelved { file, folder: path, system, speech, member }
}

fn saved(file: &mut TestFile, kind: &str, title: &str, on: &str) -> LibraryDocumentId {
    let document = json!({ "id": null, "kind": kind, "title": title, "issuer": "示例街道党委", "issued_on": on });
    let document = serde_json::from_value(document).unwrap();
    save(&mut file.desk("library_save"), document).unwrap().value.document.id.unwrap()
}

fn learnt(file: &mut TestFile, member: MemberId, documents: &[LibraryDocumentId]) -> StudySessionId {
    let session = json!({ "id": null, "title": "学制度", "held_on": "2026-11-20", "hours": 2, "participants": [member],
        "documents": documents });
    let session = serde_json::from_value(session).unwrap();
    study::save(&mut file.desk("study_save"), session).unwrap().value.session.id.unwrap()
}

fn looked_for(file: &mut TestFile, search: &str) -> Vec<(String, String)> {
    let query = LibraryQuery { search: search.into(), kind: None };
    let rows = list(&mut file.desk("library_list"), query).unwrap().rows;
    rows.into_iter().map(|row| (row.title, row.hit.map(|hit| hit.place).unwrap_or_default())).collect()
}

#[test]
fn what_is_written_in_a_file_is_found_until_the_file_goes() {
    let Shelved { mut file, system, .. } = shelved();
    let told = || vec![("集中学习制度".to_owned(), "文件“制度.docx”".to_owned())];
    assert_eq!(looked_for(&mut file, "党小组长考勤"), told());
    let files = attachments::list(&mut file.desk("attachment_list"), AttachmentOwner::Document(system)).unwrap();
    let text = attachments::text(&mut file.desk("attachment_text"), files[0].id).unwrap().text;
    assert_eq!(text, "每月集中学习一次，由党小组长考勤。");
    attachments::delete(&mut file.desk("attachment_delete"), files[0].id).unwrap();
    assert_eq!(looked_for(&mut file, "党小组长考勤"), []);
    file.undo();
    file.vault.sweep().unwrap();
    assert_eq!(looked_for(&mut file, "党小组长考勤"), told());
}

#[test]
fn documents_are_found_by_their_title_first_and_counted_by_kind() {
    let Shelved { mut file, .. } = shelved();
    saved(&mut file, "other", "关于加强集中学习的意见", "2026-10-01");
    let titles: Vec<_> = looked_for(&mut file, "jzxx").into_iter().map(|(title, _)| title).collect();
    assert_eq!(titles, ["集中学习制度", "关于加强集中学习的意见"]);
    let query = LibraryQuery { search: "示例".into(), kind: Some(LibraryKind::Speech) };
    let found = list(&mut file.desk("library_list"), query).unwrap();
    let counts: Vec<_> = found.kinds.iter().map(|one| (one.kind, one.count)).collect();
    assert_eq!(counts, [(LibraryKind::Speech, 1), (LibraryKind::Regulation, 1), (LibraryKind::Other, 1)]);
    assert_eq!((found.rows.len(), found.total), (1, 3));
}

#[test]
fn what_a_session_uses_is_not_deleted_and_it_is_said_where() {
    let Shelved { mut file, system, speech, member, .. } = shelved();
    let session = learnt(&mut file, member, &[speech, system]);
    let view = get(&mut file.desk("library_get"), system).unwrap();
    assert_eq!(view.uses[0].place, LibraryPlace::Session(session));
    let refused = Problem::from(delete(&mut file.desk("library_delete"), system).unwrap_err());
    assert_eq!(refused.code, "document_in_use");
    assert!(refused.message.contains("2026年11月20日学习“学制度”"), "{}", refused.message);
    study::delete(&mut file.desk("study_delete"), session).unwrap();
    delete(&mut file.desk("library_delete"), system).unwrap();
    let gone = attachments::list(&mut file.desk("attachment_list"), AttachmentOwner::Document(system)).unwrap();
    assert_eq!(gone, [], "its files go with it");
    file.undo();
    file.undo();
    assert_eq!(get(&mut file.desk("library_get"), system).unwrap().uses.len(), 1);
}

#[test]
fn a_session_keeps_its_documents_in_order_and_refuses_one_that_is_gone() {
    let Shelved { mut file, system, speech, member, .. } = shelved();
    let id = learnt(&mut file, member, &[speech, system]);
    let session = study::get(&mut file.desk("study_get"), id).unwrap().row.session;
    assert_eq!(session.documents, [speech, system]);
    let changed = study::StudySession { documents: vec![system, LibraryDocumentId(99)], ..session.clone() };
    let refused = Problem::from(study::save(&mut file.desk("study_save"), changed).unwrap_err());
    assert_eq!(refused.fields[0].field, "documents");
    let changed = study::StudySession { documents: vec![system], ..session };
    let row = study::save(&mut file.desk("study_save"), changed).unwrap().value;
    assert_eq!(row.session.documents, [system]);
    let at = uses_at(&mut file.desk("library_uses"), LibraryPlace::Session(id)).unwrap();
    assert_eq!(at.iter().map(|row| row.sessions).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_meeting_says_what_it_speaks_of() {
    let Shelved { mut file, system, .. } = shelved();
    let meeting = file.add_meeting(&[crate::meetings::MeetingKind::General], "2026-11-20");
    let say = |file: &mut TestFile, place| {
        let request = LibraryUsesRequest { place, documents: vec![system] };
        save_uses(&mut file.desk("library_uses_save"), request).map(drop).map_err(Problem::from)
    };
    say(&mut file, LibraryPlace::Meeting(meeting)).unwrap();
    let gone = say(&mut file, LibraryPlace::Meeting(crate::values::MeetingId(99))).unwrap_err();
    assert_eq!(gone.code, "no_such_place");
    assert_eq!(get(&mut file.desk("library_get"), system).unwrap().uses[0].on, "2026-11-20".parse().unwrap());
}

#[test]
fn the_list_goes_out_on_paper_and_as_a_sheet() {
    let Shelved { mut file, folder, system, member, .. } = shelved();
    learnt(&mut file, member, &[system]);
    let drawn = LibraryPaper::LibraryCatalogue {}.draw(&file.door("paper_preview")).unwrap();
    let writing = drawn.document.writing().unwrap();
    assert_eq!(writing.rows()[0], ["1", "在示例大会上的讲话", "", "示例街道党委", "2026年5月1日", ""]);
    assert_eq!(writing.rows()[1], ["1", "集中学习制度", "", "示例街道党委", "2026年3月1日", "1 次"]);
    export(&file.door("library_export"), LibraryExportRequest { file: FileToken("目录".into()) }).unwrap();
    let sheet = std::fs::read_to_string(folder.join("目录")).unwrap();
    assert!(
        sheet.contains("制度|集中学习制度|示例街道党委||2026年3月1日||制度.docx|2026年11月20日学习“学制度”"),
        "{sheet}"
    );
}

#[test]
fn a_document_needs_a_title_and_no_day_to_come() {
    let mut file = TestFile::on("2026-11-23");
    let document = json!({ "id": null, "title": " ", "issued_on": "2026-11-24" });
    let refused = save(&mut file.desk("library_save"), serde_json::from_value(document).unwrap()).unwrap_err();
    let fields: Vec<_> = Problem::from(refused).fields.into_iter().map(|one| one.field).collect();
    assert_eq!(fields, ["title", "issued_on"]);
}
