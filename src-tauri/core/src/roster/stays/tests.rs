//! Promises of coming and leaving: what was entered wrong is corrected or taken out, and everything says by whom.

use chrono::NaiveDate;
use rstest::rstest;

use crate::problem::Problem;
use crate::roster::*;
use crate::testing::TestFile;
use crate::transfers;
use crate::values::{Changed, PartialDate};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// 张三 came on 2021-01-05, is secretary, left on 2024-03-01, came back on 2025-02-01 and died on 2026-10-10.
fn file() -> (TestFile, MemberId) {
    let mut file = TestFile::on("2026-11-25");
    let id = file.add_member("张三", |member| {
        (member.joined, member.converted) = (PartialDate::read("2019-08").ok(), PartialDate::read("2020-08").ok());
        (member.entered_on, member.entered_how) = (Some(day("2021-01-05")), EntryWay::MovedIn);
        member.offices = Office::Secretary.into();
    });
    leaves(&mut file, id, "2024-03-01", ExitWay::MovedOut);
    let back = MemberReturnRequest { id, on: day("2025-02-01"), how: EntryWay::MovedIn };
    return_member(&mut file.desk("member_return"), back).unwrap();
    leaves(&mut file, id, "2026-10-10", ExitWay::Deceased);
    (file, id)
}

fn leaves(file: &mut TestFile, id: MemberId, on: &str, how: ExitWay) {
    let request = MemberLeaveRequest { id, on: day(on), how, reason: "某处".to_owned() };
    leave(&mut file.desk("member_leave"), request).unwrap();
}

fn view(file: &mut TestFile, id: MemberId) -> MemberView {
    get(&mut file.desk("member_get"), MemberGetRequest { id, reveal: false }).unwrap()
}

/// What the timeline offers for the entry of that day.
fn offered(file: &mut TestFile, id: MemberId, on: &str) -> StayEventRequest {
    let on = Some(PartialDate::day(day(on)));
    let timeline = view(file, id).timeline;
    timeline.into_iter().filter(|entry| entry.on == on).find_map(|entry| entry.stay).unwrap()
}

fn here(file: &TestFile, days: &[&str]) -> Vec<usize> {
    days.iter().map(|on| file.vault.read(|reader| members_on(reader, day(on))).unwrap().len()).collect()
}

#[test]
fn a_death_booked_on_the_wrong_person_is_taken_out_as_one_step() {
    let (mut file, id) = file();
    let request = offered(&mut file, id, "2026-10-10");
    let done = delete_stay_event(&mut file.desk("member_stay_delete"), request.clone()).unwrap();
    assert_eq!((done.value.left, done.undo.as_deref()), (None, Some("删去张三离开支部的登记")));
    assert_eq!(here(&file, &["2026-10-09", "2026-10-10", "2026-11-25"]), [1, 1, 1]);
    let gone = delete_stay_event(&mut file.desk("member_stay_delete"), request).unwrap_err();
    assert!(matches!(gone, RosterError::NoSuchStay));
    file.undo();
    assert_eq!(view(&mut file, id).left.unwrap().how, ExitWay::Deceased);
}

#[test]
fn who_came_back_from_a_leaving_that_never_was_has_been_here_throughout_and_has_the_office() {
    let (mut file, id) = file();
    assert_eq!(view(&mut file, id).member.offices, Offices::default());
    let request = offered(&mut file, id, "2024-03-01");
    let view = delete_stay_event(&mut file.desk("member_stay_delete"), request).unwrap().value;
    assert_eq!(
        (view.left.map(|left| left.on), view.member.offices),
        (Some(day("2026-10-10")), Office::Secretary.into())
    );
    assert_eq!(here(&file, &["2021-01-04", "2024-06-01", "2025-02-01", "2026-10-10"]), [0, 1, 1, 0]);
}

#[test]
fn a_return_that_never_was_leaves_a_former_member_with_the_office_until_then() {
    let (mut file, id) = file();
    let request = offered(&mut file, id, "2025-02-01");
    let view = delete_stay_event(&mut file.desk("member_stay_delete"), request).unwrap().value;
    assert_eq!(view.left.map(|left| (left.on, left.how)), Some((day("2024-03-01"), ExitWay::MovedOut)));
    assert_eq!(view.member.offices, Office::Secretary.into());
    assert_eq!(here(&file, &["2024-02-29", "2025-06-01"]), [1, 0]);
}

#[test]
fn a_first_coming_that_is_not_known_counts_as_from_before_the_file() {
    let (mut file, id) = file();
    let request = offered(&mut file, id, "2021-01-05");
    delete_stay_event(&mut file.desk("member_stay_delete"), request).unwrap();
    assert_eq!(here(&file, &["2020-01-01", "2024-06-01"]), [1, 0]);
}

#[test]
fn a_wrong_day_way_or_reason_is_corrected_and_the_office_ends_with_it() {
    let (mut file, id) = file();
    let mut request = offered(&mut file, id, "2024-03-01");
    request.event = StayEvent::Left { on: day("2024-04-01"), how: ExitWay::Other, reason: " 转往外地 ".to_owned() };
    let done = save_stay_event(&mut file.desk("member_stay_save"), request.clone()).unwrap();
    assert_eq!(done.undo.as_deref(), Some("更正张三离开支部的登记"));
    assert_eq!(here(&file, &["2024-03-31", "2024-04-01"]), [1, 0]);
    let told: Vec<_> = done.value.timeline.iter().map(|entry| (entry.title.as_str(), entry.why.as_str())).collect();
    assert!(told.contains(&("离开本支部（其他）", "转往外地")), "{told:?}");
    let secretary = |file: &TestFile, on: &str| file.vault.read(|reader| secretary_on(reader, day(on))).unwrap();
    assert!(secretary(&file, "2024-03-31").is_some());
    assert_eq!(secretary(&file, "2025-03-01"), None);
    let again = save_stay_event(&mut file.desk("member_stay_save"), request).unwrap();
    assert_eq!(again.undo, None, "nothing changed");
}

#[rstest]
#[case::to_come("2026-10-10", "2026-11-26", "on")]
#[case::before_this_stay("2026-10-10", "2025-01-31", "on")]
#[case::after_the_return("2024-03-01", "2025-02-02", "on")]
#[case::before_the_leaving("2025-02-01", "2024-02-29", "on")]
#[case::after_its_leaving("2025-02-01", "2026-10-11", "on")]
#[case::before_joining("2021-01-05", "2019-07-31", "on")]
fn a_day_that_cannot_be_is_refused_and_nothing_is_changed(#[case] entry: &str, #[case] to: &str, #[case] field: &str) {
    let (mut file, id) = file();
    let before = view(&mut file, id).timeline;
    let mut request = offered(&mut file, id, entry);
    match &mut request.event {
        StayEvent::Entered { on, .. } | StayEvent::Left { on, .. } => *on = day(to),
    }
    let refused = save_stay_event(&mut file.desk("member_stay_save"), request).unwrap_err();
    assert_eq!(Problem::from(refused).fields[0].field, field);
    assert_eq!(view(&mut file, id).timeline, before);
}

#[test]
fn nobody_died_who_came_back() {
    let (mut file, id) = file();
    let mut request = offered(&mut file, id, "2024-03-01");
    request.event = StayEvent::Left { on: day("2024-03-01"), how: ExitWay::Deceased, reason: String::new() };
    let refused = save_stay_event(&mut file.desk("member_stay_save"), request).unwrap_err();
    assert_eq!(Problem::from(refused).fields[0].field, "how");
}

#[test]
fn a_leaving_by_transfer_is_corrected_at_the_transfer() {
    let (mut file, id) = file();
    let request = offered(&mut file, id, "2026-10-10");
    delete_stay_event(&mut file.desk("member_stay_delete"), request).unwrap();
    let letter = serde_json::json!({ "id": null, "member": id, "addressee": "中共某市委组织部",
        "to_organization": "某支部", "from_organization": "示例支部", "issued_on": "2026-10-01", "valid_days": 90,
        "dues_paid_to": null });
    let issued = transfers::save(&mut file.desk("transfer_save"), serde_json::from_value(letter).unwrap()).unwrap();
    let receipt = serde_json::json!({ "id": issued.value.row.id, "on": "2026-10-20" });
    transfers::receive(&mut file.desk("transfer_receive"), serde_json::from_value(receipt).unwrap()).unwrap();
    let timeline = view(&mut file, id).timeline;
    assert_eq!((timeline[0].transfer, &timeline[0].stay), (Some(issued.value.row.id), &None));
    let event = StayEvent::Left { on: day("2026-10-20"), how: ExitWay::MovedOut, reason: String::new() };
    let request = StayEventRequest { member: id, stay: 1, event, why: String::new() };
    let refused = save_stay_event(&mut file.desk("member_stay_save"), request).unwrap_err();
    assert!(matches!(refused, RosterError::CorrectedAtTransfer(_)), "{refused}");
}

#[test]
fn the_timeline_says_of_everything_when_and_by_whom_it_was_entered() {
    let mut file = TestFile::on("2026-11-25");
    file.add_member("王书记", |member| member.offices = Office::Secretary.into());
    let id = file.add_member("李四", |member| {
        member.joined = PartialDate::read("2019-08").ok();
        (member.entered_on, member.entered_how) = (Some(day("2021-01-05")), EntryWay::MovedIn);
    });
    leaves(&mut file, id, "2024-03-01", ExitWay::MovedOut);
    let back = MemberReturnRequest { id, on: day("2025-02-01"), how: EntryWay::MovedIn };
    return_member(&mut file.desk("member_return"), back).unwrap();
    let silent = |view: MemberView| {
        let silent = view
            .timeline
            .into_iter()
            .filter(|entry| entry.recorded_on != Some(day("2026-11-25")) || entry.recorded_by != "王书记");
        silent.map(|entry| entry.title).collect::<Vec<_>>()
    };
    assert_eq!(silent(view(&mut file, id)), [""; 0]);
    let record =
        MemberRecord { id: Some(id), converted: PartialDate::read("2020-08").ok(), ..view(&mut file, id).member };
    let view = save(&mut file.desk("member_save"), record.into()).unwrap().value;
    assert_eq!(silent(view), [""; 0]);
}

#[test]
fn what_holds_from_a_coming_on_moves_with_it() {
    let mut file = TestFile::on("2026-11-25");
    let id = file.add_member("张三", |member| {
        member.entered_on = Some(day("2026-03-01"));
        (member.party_group, member.vote_suspended) = ("第一党小组".into(), true);
    });
    let mut request = offered(&mut file, id, "2026-03-01");
    request.event = StayEvent::Entered { on: day("2026-02-01"), how: EntryWay::Original };
    request.why = "按介绍信更正".into();
    save_stay_event(&mut file.desk("member_stay_save"), request).unwrap();
    let timeline = view(&mut file, id).timeline;
    assert!(timeline.iter().any(|entry| entry.title.starts_with("进入本支部") && entry.why == "按介绍信更正"));
    let converted = Some(PartialDate::day(day("2026-11-20")));
    let known = view(&mut file, id).member;
    let joined = PartialDate::read("2020-01-01").ok();
    let changed = Changed { why: "补录".into(), ..Changed::default() };
    let request = MemberRequest { changed, ..MemberRecord { joined, converted, ..known }.into() };
    save(&mut file.desk("member_save"), request).unwrap();
    let timeline = view(&mut file, id).timeline;
    assert!(timeline.iter().any(|entry| entry.title == "转为正式党员" && entry.why == "补录"), "{timeline:?}");
    let february = |file: &TestFile| file.vault.read(|reader| members_on(reader, day("2026-02-10"))).unwrap().remove(0);
    let then = february(&file).record.clone();
    assert_eq!((then.party_group.as_str(), then.vote_suspended), ("第一党小组", true));

    let record = MemberRecord { entered_on: Some(day("2026-01-15")), ..view(&mut file, id).member };
    save(&mut file.desk("member_save"), record.into()).unwrap();
    let january = file.vault.read(|reader| members_on(reader, day("2026-01-20"))).unwrap().remove(0);
    assert_eq!(january.record.party_group, "第一党小组");
}

#[test]
fn a_secretary_of_two_offices_is_the_one_who_enters_things() {
    let mut file = TestFile::on("2026-11-25");
    file.add_member("李四", |member| member.offices = Offices::from(Office::Secretary).with(Office::Organization));
    let by = file.vault.read(operator).unwrap();
    assert_eq!(by, "李四");
}
