//! Promises about a member's record: saved, checked, read; its photo.

use rstest::rstest;
use rusqlite::named_params;

use super::testing::{date, day, file, names, refused, saved, zhang};
use super::*;
use crate::outside::FileToken;
use crate::problem::Problem;
use crate::testing::TestFile;
use crate::values::PartialDate;

#[test]
fn a_saved_member_is_read_back_whole() {
    let mut file = file();
    let mut request = zhang();
    request.sex = Some(Sex::Male);
    request.offices = Office::DeputySecretary.into();
    request.birth = date("1990-03");
    request.entered_on = Some(day("2021-01-05"));
    request.entered_how = EntryWay::MovedIn;
    let id = saved(&mut file, request.clone());
    let view = get(&mut file.desk("member_get"), MemberGetRequest { id, reveal: true }).unwrap();
    assert_eq!(view.member, MemberRecord { id: Some(id), ..request });
}

#[test]
fn an_id_number_is_hidden_unless_it_is_asked_for() {
    let mut file = file();
    let saved = save(&mut file.desk("member_save"), zhang().into()).unwrap().value;
    let id = saved.member.id.unwrap();
    let hidden = get(&mut file.desk("member_get"), MemberGetRequest { id, reveal: false }).unwrap();
    for view in [saved, hidden] {
        assert_eq!(view.member.id_number, None);
        assert_eq!(view.id_number_masked.as_deref(), Some("440300********5609"));
    }
}

#[test]
fn names_and_ethnic_groups_are_kept_in_one_form() {
    let mut file = file();
    let mut request = MemberRecord::new(" 阿卜杜拉 • 买买提 ", MemberKind::Probationary);
    request.ethnicity = "维吾尔".to_owned();
    let member = save(&mut file.desk("member_save"), request.into()).unwrap().value.member;
    assert_eq!((member.name.as_str(), member.ethnicity.as_str()), ("阿卜杜拉·买买提", "维吾尔族"));
}

#[test]
fn two_members_may_share_a_name_but_not_an_id_number() {
    let mut file = file();
    let id = saved(&mut file, zhang());
    let other = MemberRecord { id_number: None, ..zhang() };
    saved(&mut file, MemberRequest { confirmed_duplicate: true, ..other.into() });
    let other = MemberRecord { name: "李四".to_owned(), ..zhang() };
    let problems = refused(save(&mut file.desk("member_save"), other.into()));
    assert_eq!(problems, [("id_number".to_owned(), "这个身份证号已登记在“张三”名下".to_owned())]);
    saved(&mut file, MemberRecord { id: Some(id), ..zhang() });
}

/// Whoever was changed is read again, and nobody else; what is read so is what the file has.
#[test]
fn the_roster_at_hand_is_the_one_in_the_file_after_every_change() {
    let mut file = file();
    let agrees = |file: &mut TestFile, after: &str| {
        let at_hand = file.vault.read(everyone).unwrap();
        // A transaction keeps nothing at hand.
        let in_file = file.desk("member_get").transact("看", |tx| everyone(tx)).unwrap().value;
        assert_eq!(at_hand, in_file, "{after}");
        at_hand
    };
    let facts = |ids: &[MemberId], group: &str| FactsRequest {
        members: ids.to_vec(),
        aspect: Aspect::PartyGroup,
        value: group.to_owned(),
        detail: String::new(),
        since: date("2026-01-05"),
        why: String::new(),
    };
    let ids = ["甲", "乙", "丙"].map(|name| file.add_member(name, |_| ()));
    let before = agrees(&mut file, "adding");
    save_facts(&mut file.desk("member_facts_save"), facts(&ids[..2], "第一党小组")).unwrap();
    let after = agrees(&mut file, "two in a group");
    let same = before.iter().zip(&after).filter(|(one, other)| std::sync::Arc::ptr_eq(one, other)).count();
    assert_eq!(same, 1, "only those are read who were changed");
    save_facts(&mut file.desk("member_facts_save"), facts(&ids[..1], "第二党小组")).unwrap();
    agrees(&mut file, "a fact in place of another");
    file.undo();
    agrees(&mut file, "undo");
    let mut renamed = get(&mut file.desk("member_get"), MemberGetRequest { id: ids[2], reveal: true }).unwrap().member;
    renamed.name = "阿".to_owned();
    saved(&mut file, renamed);
    agrees(&mut file, "another name, another place in the order");
    let gone = MemberLeaveRequest { id: ids[0], on: day("2026-11-20"), how: ExitWay::MovedOut, reason: String::new() };
    leave(&mut file.desk("member_leave"), gone).unwrap();
    agrees(&mut file, "leaving");
    let back = MemberReturnRequest { id: ids[0], on: day("2026-11-21"), how: EntryWay::MovedIn };
    return_member(&mut file.desk("member_return"), back).unwrap();
    agrees(&mut file, "a stay more");
    file.add_meeting(&[crate::meetings::MeetingKind::General], "2026-11-23");
    agrees(&mut file, "what does not concern it");
    assert!(delete_fact_of(&mut file, ids[1]));
    agrees(&mut file, "a fact less");
}

/// Takes a member's only party group out again.
fn delete_fact_of(file: &mut TestFile, id: MemberId) -> bool {
    let member = file.vault.read(|reader| member(reader, id)).unwrap().unwrap();
    let fact = member.facts_of(Aspect::PartyGroup).next_back().unwrap().id;
    delete_fact(&mut file.desk("member_fact_delete"), fact).is_ok()
}

#[rstest]
#[case::birth_unknown(None, true)]
#[case::same_day(date("1990-03-10"), true)]
#[case::same_month(date("1990-03"), true)]
#[case::another_day(date("1990-03-11"), false)]
fn someone_of_the_same_name_and_birth_is_entered_only_when_it_was_confirmed(
    #[case] birth: Option<PartialDate>,
    #[case] asks: bool,
) {
    let mut file = file();
    let known = saved(&mut file, MemberRecord { birth: date("1990-03-10"), ..zhang() });
    let again = MemberRecord { birth, ..MemberRecord::new(" 张 三 ", MemberKind::Full) };
    let alike = AlikeRequest { name: again.name.clone(), birth, except: None };
    let alike = alike_ids(&mut file, alike);
    let answer = save(&mut file.desk("member_save"), again.clone().into());
    assert_eq!(answer.is_err(), asks);
    if asks {
        assert_eq!(alike, [known]);
        let problem = Problem::from(answer.unwrap_err());
        assert_eq!(problem.code, "possible_duplicate");
        assert_eq!(problem.message, "名册里已有同名且出生日期可能相同的张三（1990年3月10日出生），还没有添加");
        let confirmed = MemberRequest { confirmed_duplicate: true, ..again.into() };
        assert!(save(&mut file.desk("member_save"), confirmed).is_ok());
    } else {
        assert!(alike.is_empty());
    }
}

fn alike_ids(file: &mut TestFile, request: AlikeRequest) -> Vec<MemberId> {
    alike(&mut file.desk("member_alike"), request).unwrap().into_iter().map(|row| row.id).collect()
}

#[test]
fn a_member_who_is_changed_is_not_taken_for_a_second_one() {
    let mut file = file();
    let id = saved(&mut file, zhang());
    saved(&mut file, MemberRecord { id: Some(id), note: "改".to_owned(), ..zhang() });
    let own = AlikeRequest { name: "张三".to_owned(), birth: None, except: Some(id) };
    assert!(alike_ids(&mut file, own).is_empty());
}

#[test]
fn several_telephones_are_kept_one_a_line() {
    let mut file = file();
    let mut request = zhang();
    request.particulars.set(Particular::OtherPhones, " ０755-12345678；13900000001\n\n13900000002 ");
    let view = save(&mut file.desk("member_save"), request.into()).unwrap().value;
    let phones = view.member.particulars.get(Particular::OtherPhones).to_owned();
    assert_eq!(phones, "0755-12345678\n13900000001\n13900000002");
    assert_eq!(names(&mut file, RosterQuery { search: "0002".to_owned(), ..RosterQuery::default() }), ["张三"]);
}

#[rstest]
#[case::no_name("name", |member: &mut MemberRecord| member.name = "　".to_owned())]
#[case::birth_to_come("birth", |member: &mut MemberRecord| member.birth = date("2026-12"))]
#[case::joined_to_come("joined", |member: &mut MemberRecord| {
    member.joined = date("2026-11-24");
    (member.converted, member.kind) = (None, MemberKind::Probationary);
})]
#[case::entered_to_come("entered_on", |member: &mut MemberRecord| member.entered_on = Some(day("2026-11-24")))]
#[case::joined_before_birth("joined", |member: &mut MemberRecord| member.birth = date("2019-09"))]
#[case::entered_before_joined("entered_on", |member: &mut MemberRecord| member.entered_on = Some(day("2019-08-09")))]
#[case::converted_before_joined("converted", |member: &mut MemberRecord| member.converted = date("2019-08-01"))]
#[case::converted_without_joined("joined", |member: &mut MemberRecord| member.joined = None)]
#[case::converted_on_probation("converted", |member: &mut MemberRecord| member.kind = MemberKind::Probationary)]
fn a_record_that_cannot_be_is_refused_at_its_field(#[case] field: &str, #[case] spoil: fn(&mut MemberRecord)) {
    let mut file = file();
    let mut request = zhang();
    spoil(&mut request);
    let problems = refused(save(&mut file.desk("member_save"), request.into()));
    assert_eq!(problems.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), [field]);
    assert!(names(&mut file, RosterQuery::default()).is_empty());
}

#[test]
fn what_was_wrong_before_does_not_keep_anything_else_from_being_changed_and_is_named() {
    let mut file = file();
    let id = saved(&mut file, zhang());
    let spoil = "UPDATE member SET entered_on = '2010-03-01' WHERE id = ?1";
    file.desk("test").transact("test", |tx| tx.execute(spoil, [id.0])).unwrap();
    let wrong = MemberRecord { id: Some(id), entered_on: Some(day("2010-03-01")), ..zhang() };
    let phone = MemberRecord { mobile: "13900000002".to_owned(), ..wrong.clone() };
    let view = save(&mut file.desk("member_save"), phone.into()).unwrap().value;
    assert_eq!(view.member.mobile, "13900000002");
    let named: Vec<_> = view.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(named, ["张三的记录请核对：到本支部的日期（2010年3月1日）早于入党日期（2019年8月10日）"]);
    let still_wrong = MemberRecord { joined: date("2018-08-10"), ..wrong };
    assert_eq!(refused(save(&mut file.desk("member_save"), still_wrong.into()))[0].0, "entered_on");
    saved(&mut file, MemberRecord { id: Some(id), entered_on: Some(day("2019-08-10")), ..zhang() });
}

#[test]
fn a_member_who_does_not_exist_cannot_be_changed() {
    let request = MemberRecord { id: Some(MemberId(7)), ..zhang() };
    assert!(matches!(save(&mut file().desk("member_save"), request.into()), Err(RosterError::NotFound)));
}

#[test]
fn the_file_itself_refuses_a_second_holder_of_an_id_number() {
    let mut file = file();
    saved(&mut file, zhang());
    let id = saved(&mut file, MemberRecord::new("李四", MemberKind::Full));
    let twice = file.desk("test").transact("test", |tx| {
        let number = named_params! { ":number": "440300199003105609", ":id": id.0 };
        tx.execute("UPDATE member SET id_number = :number WHERE id = :id", number)
    });
    assert!(twice.is_err());
}

/// Finds the one file there is, and shrinks it by half.
struct Camera(std::path::PathBuf);

impl crate::outside::Desktop for Camera {
    fn path(&self, _: &FileToken, _: crate::outside::FileUse) -> Option<std::path::PathBuf> {
        Some(self.0.clone())
    }
    fn print(&self, _: &str, _: &[u8]) -> Result<crate::outside::PrintedBy, String> {
        Err("no printer".into())
    }
}

impl crate::outside::Picture for Camera {
    fn shrink(&self, bytes: &[u8], edge: u32) -> Result<Vec<u8>, crate::outside::PictureError> {
        assert_eq!(edge, 480);
        Ok(bytes[..bytes.len() / 2].to_vec())
    }

    fn pages(
        &self,
        _: &[u8],
        _: u32,
        _: &std::sync::atomic::AtomicBool,
    ) -> Result<Vec<Vec<u8>>, crate::outside::PictureError> {
        Err(crate::outside::PictureError::NotAPicture)
    }
}

#[test]
fn a_photo_is_kept_small_and_can_be_taken_out() {
    let mut file = file();
    let picture = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(picture.path(), b"abcdef").unwrap();
    let camera = std::sync::Arc::new(Camera(picture.path().to_owned()));
    (file.outside.desktop, file.outside.picture) = (camera.clone(), camera);
    let id = saved(&mut file, zhang());
    assert_eq!(photo(&mut file.desk("member_photo_get"), id).unwrap(), None);
    let request = MemberPhotoRequest { member: id, file: FileToken("x".into()) };
    let kept = save_photo(&mut file.desk("member_photo_save"), request).unwrap().value;
    assert_eq!(kept.url, "data:image/jpeg;base64,YWJj");
    assert_eq!(photo(&mut file.desk("member_photo_get"), id).unwrap(), Some(kept));
    delete_photo(&mut file.desk("member_photo_delete"), id).unwrap();
    assert_eq!(photo(&mut file.desk("member_photo_get"), id).unwrap(), None);
}

#[test]
fn the_log_of_a_member_has_what_touched_that_member_and_nothing_else() {
    let mut file = file();
    let id = saved(&mut file, MemberRecord { is_lost: true, lost_contact_since: date("2024-05"), ..zhang() });
    let other = saved(&mut file, MemberRecord::new("李四", MemberKind::Full));
    // A correction of a fact: the log has its key only.
    let corrected = MemberRecord { id: Some(id), is_lost: true, lost_contact_since: date("2024-03"), ..zhang() };
    saved(&mut file, corrected);
    let mut log = |member: MemberId| {
        let query = crate::vault::AuditQuery { before: None, limit: 10, member: Some(member.0) };
        let entries = crate::app::audit_list(&mut file.desk("audit_list"), query).unwrap();
        entries.into_iter().map(|entry| entry.label).collect::<Vec<_>>()
    };
    assert_eq!(log(id), ["修改党员 张三", "新增党员 张三"]);
    assert_eq!(log(other), ["新增党员 李四"]);
}
