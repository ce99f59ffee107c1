//! What is kept of files, and what goes when it is no longer named.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::*;
use crate::meetings::{self, MeetingId};
use crate::meetings::{MeetingHead, MeetingKind};
use crate::outside::FileToken;
use crate::outside::{Picture, PictureError};
use crate::problem::Problem;
use crate::study;
use crate::testing::{Folder, TestFile};
use crate::values::DuesEntryId;

/// Halves whatever begins like a JPEG.
struct Halver;

impl Picture for Halver {
    fn shrink(&self, bytes: &[u8], _: u32) -> Result<Vec<u8>, PictureError> {
        if bytes.starts_with(&[0xFF, 0xD8]) {
            Ok(bytes[..bytes.len() / 2].to_vec())
        } else {
            Err(PictureError::NotAPicture)
        }
    }

    fn pages(&self, _: &[u8], _: u32, _: &AtomicBool) -> Result<Vec<Vec<u8>>, PictureError> {
        Err(PictureError::NotAPicture)
    }
}

const JPEG: &[u8] = &[0xFF, 0xD8, 1, 2, 3, 4, 5, 6];

/// A file with a meeting, and a folder with a photo and a letter.
fn file() -> (TestFile, MeetingId) {
    let mut file = TestFile::on("2026-11-23");
    let folder = Folder::with("photo.jpg", JPEG);
    std::fs::write(folder.0.path().join("letter.pdf"), b"%PDF-1.7").unwrap();
    file.outside.desktop = Arc::new(folder);
    file.outside.picture = Arc::new(Halver);
    let head = MeetingHead {
        kinds: vec![MeetingKind::General],
        planned_at: "2026-11-20T14:00:00".parse().unwrap(),
        ..MeetingHead::default()
    };
    let id = meetings::save(&mut file.desk("meeting_save"), head).unwrap().value.head.id.unwrap();
    (file, id)
}

fn add_files(
    file: &mut TestFile,
    meeting: MeetingId,
    kind: AttachmentKind,
    files: &[&str],
) -> Result<Vec<AttachmentRow>, Problem> {
    let files = files.iter().map(|file| FileToken((*file).to_owned())).collect();
    let owner = AttachmentOwner::Meeting(meeting);
    let request = AttachmentAddRequest { owner, kind, files, keep_originals: true };
    add(&mut file.desk("attachment_add"), request).map(|done| done.value).map_err(Problem::from)
}

fn kept(file: &TestFile) -> i64 {
    let count = |reader: &crate::vault::Reader<'_>| reader.one("SELECT count(*) FROM vault_blob", [], |row| row.get(0));
    file.vault.read(count).unwrap()
}

#[test]
fn a_photo_is_kept_small_with_its_original_and_other_files_as_they_are() {
    let (mut file, meeting) = file();
    let photo = add_files(&mut file, meeting, AttachmentKind::Photo, &["photo.jpg"]).unwrap().remove(0);
    assert_eq!((photo.bytes, photo.is_picture, photo.has_original), (4, true, true));
    let rows = add_files(&mut file, meeting, AttachmentKind::SignInScan, &["letter.pdf"]).unwrap();
    let scan = rows.into_iter().find(|row| row.kind == AttachmentKind::SignInScan).unwrap();
    assert_eq!((scan.bytes, scan.is_picture, scan.has_original), (8, false, false));
    let url = picture(&mut file.desk("attachment_picture"), photo.id).unwrap().url;
    assert!(url.starts_with("data:image/jpeg;base64,"));
    assert_eq!(file.vault.read(|reader| photos_of(reader, meeting)).unwrap(), [(String::new(), JPEG[..4].to_vec())]);
    let no_picture = picture(&mut file.desk("attachment_picture"), scan.id).unwrap_err();
    assert_eq!(Problem::from(no_picture).code, "nothing_to_show");
}

#[test]
fn one_file_that_is_no_photo_keeps_all_of_them_out_and_is_named() {
    let (mut file, meeting) = file();
    let refused = add_files(&mut file, meeting, AttachmentKind::Photo, &["photo.jpg", "letter.pdf"]).unwrap_err();
    assert!(refused.message.contains("letter.pdf"), "{}", refused.message);
    assert_eq!(
        (list(&mut file.desk("attachment_list"), AttachmentOwner::Meeting(meeting)).unwrap().len(), kept(&file)),
        (0, 0)
    );
}

#[test]
fn bytes_stay_while_a_record_or_an_undo_step_names_them() {
    let (mut file, meeting) = file();
    let photo = add_files(&mut file, meeting, AttachmentKind::Photo, &["photo.jpg"]).unwrap().remove(0);
    assert_eq!(kept(&file), 2);
    delete(&mut file.desk("attachment_delete"), photo.id).unwrap();
    file.vault.sweep().unwrap();
    assert_eq!(kept(&file), 2, "the deletion can be taken back");
    file.undo();
    assert!(picture(&mut file.desk("attachment_picture"), photo.id).is_ok());
    delete(&mut file.desk("attachment_delete"), photo.id).unwrap();
    file.vault.forget_undo().unwrap();
    file.vault.sweep().unwrap();
    assert_eq!(kept(&file), 0);
}

#[test]
fn photos_are_named_and_moved() {
    let (mut file, meeting) = file();
    add_files(&mut file, meeting, AttachmentKind::Photo, &["photo.jpg", "photo.jpg"]).unwrap();
    let rows = list(&mut file.desk("attachment_list"), AttachmentOwner::Meeting(meeting)).unwrap();
    let request = AttachmentSaveRequest { id: rows[1].id, caption: " 会场 ".into(), position: Some(0) };
    let moved = save(&mut file.desk("attachment_save"), request).unwrap().value;
    assert_eq!((moved[0].id, moved[0].caption.as_str()), (rows[1].id, "会场"));
}

/// A session that one member missed and made up, and for which the other has a certificate.
fn studied(file: &mut TestFile) -> (AttachmentOwner, AttachmentOwner) {
    let [member, other] = ["张三", "李四"].map(|name| file.add_member(name, |_| ()));
    let session = serde_json::json!({ "title": "培训", "held_on": "2026-11-10", "hours": 4, "participants": [other] });
    let session = study::save(&mut file.desk("study_save"), serde_json::from_value(session).unwrap()).unwrap();
    let session = session.value.session.id.unwrap();
    let makeup =
        serde_json::json!({ "session": session, "member": member, "made_up_on": "2026-11-12", "material": "读" });
    study::save_makeup(&mut file.desk("study_makeup_save"), serde_json::from_value(makeup).unwrap()).unwrap();
    let certificate = serde_json::json!({ "session": session, "member": other, "number": "证1" });
    let certificate = serde_json::from_value(certificate).unwrap();
    study::save_certificate(&mut file.desk("study_certificate_save"), certificate).unwrap();
    (AttachmentOwner::Makeup { session, member }, AttachmentOwner::Certificate { session, member: other })
}

fn kept_at(file: &mut TestFile, owner: AttachmentOwner) -> usize {
    list(&mut file.desk("attachment_list"), owner).unwrap().len()
}

fn add_to(file: &mut TestFile, owner: AttachmentOwner) -> Result<(), Problem> {
    let files = ["photo.jpg", "letter.pdf"].map(|file| FileToken(file.to_owned())).to_vec();
    let request = AttachmentAddRequest { owner, kind: AttachmentKind::File, files, keep_originals: false };
    add(&mut file.desk("attachment_add"), request).map(drop).map_err(Problem::from)
}

#[test]
fn files_go_with_the_record_they_are_kept_with_and_come_back_with_it() {
    let (mut file, _) = file();
    let (makeup, certificate) = studied(&mut file);
    for owner in [makeup, certificate] {
        add_to(&mut file, owner).unwrap();
        assert_eq!(kept_at(&mut file, owner), 2);
    }
    let AttachmentOwner::Makeup { session, member } = makeup else { panic!("no makeup") };
    study::delete_makeup(&mut file.desk("study_makeup_delete"), study::StudyPlace { session, member }).unwrap();
    assert_eq!((kept_at(&mut file, makeup), kept_at(&mut file, certificate)), (0, 2));
    study::delete(&mut file.desk("study_delete"), session).unwrap();
    assert_eq!(kept_at(&mut file, certificate), 0);
    file.undo();
    file.undo();
    assert_eq!((kept_at(&mut file, makeup), kept_at(&mut file, certificate)), (2, 2));
}

#[test]
fn files_of_a_merged_record_are_those_of_the_one_that_stays() {
    let (mut file, _) = file();
    let (makeup, _) = studied(&mut file);
    add_to(&mut file, makeup).unwrap();
    let AttachmentOwner::Makeup { session, member } = makeup else { panic!("no makeup") };
    let keep = file.add_member("张三", |_| ());
    let request = serde_json::from_value(serde_json::json!({ "keep": keep, "drop": member })).unwrap();
    crate::roster::merge(&mut file.desk("member_merge"), request).unwrap();
    assert_eq!(kept_at(&mut file, AttachmentOwner::Makeup { session, member: keep }), 2);
}

#[test]
fn nothing_is_kept_with_a_record_that_is_not_there() {
    let (mut file, _) = file();
    let refused = add_to(&mut file, AttachmentOwner::DuesEntry(DuesEntryId(9))).unwrap_err();
    assert_eq!((refused.code.as_str(), kept(&file)), ("no_such_owner", 0));
}
