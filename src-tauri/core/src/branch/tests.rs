//! The promises of the room, walked through its handlers.

use rstest::rstest;
use serde_json::{Value, json};

use super::*;
use crate::desk::Nothing;
use crate::problem::Problem;
use crate::roster::MemberId;
use crate::roster::Office;
use crate::roster::{self, FactsRequest, MemberKind, MemberLeaveRequest, MemberRecord};
use crate::testing::TestFile;
use crate::values::{Changed, PartialDate, Room};
use crate::vault::Done;

const TODAY: &str = "2026-11-23";

fn file() -> TestFile {
    let mut file = TestFile::on(TODAY);
    file.name_branch("示例协会支部", false);
    file
}

fn view(file: &mut TestFile) -> BranchView {
    get(&mut file.desk("branch_get"), Nothing {}).unwrap()
}

fn unit(name: &str) -> BranchUnit {
    BranchUnit { name: name.into(), ..BranchUnit::default() }
}

fn group(name: &str) -> BranchGroup {
    BranchGroup { name: name.into(), ..BranchGroup::default() }
}

fn term(number: u32, elected_on: &str) -> BranchTerm {
    serde_json::from_value(json!({ "number": number, "elected_on": elected_on })).unwrap()
}

/// The fields that were refused.
fn refused<T: std::fmt::Debug>(outcome: Result<T, BranchError>) -> Vec<String> {
    let problem = Problem::from(outcome.unwrap_err());
    problem.fields.into_iter().map(|field| field.field).collect()
}

fn in_group(name: &str) -> impl FnOnce(&mut MemberRecord) {
    move |record| record.party_group = name.to_owned()
}

#[test]
fn a_request_of_a_first_run_is_enough() {
    let request = json!({ "name": "示例支部", "superior": "示例街道党工委", "unit": " 示例协会 ", "phone": "0755",
        "kind": "ordinary", "has_committee": true });
    let mut file = TestFile::on(TODAY);
    let request: Branch = serde_json::from_value(request).unwrap();
    let view = save(&mut file.desk("branch_save"), request.into()).unwrap().value;
    assert_eq!((view.branch.unit.as_str(), view.units.len()), ("示例协会", 1));
    assert_eq!(view.units[0].unit.name, "示例协会");
}

#[test]
fn the_unit_on_papers_is_the_first_unit() {
    let mut file = file();
    for name in ["示例协会", "示例商会"] {
        save_unit(&mut file.desk("branch_unit_save"), unit(name)).unwrap();
    }
    let mut branch = view(&mut file).branch;
    assert_eq!(branch.unit, "示例协会");

    branch.unit = "示例行业协会".into();
    let renamed = save(&mut file.desk("branch_save"), branch.clone().into()).unwrap().value;
    let names: Vec<_> = renamed.units.iter().map(|unit| unit.unit.name.as_str()).collect();
    assert_eq!(names, ["示例行业协会", "示例商会"]);

    branch.unit.clear();
    assert_eq!(save(&mut file.desk("branch_save"), branch.clone().into()).unwrap().value.units.len(), 2);
    branch.unit = "示例商会".into();
    assert_eq!(refused(save(&mut file.desk("branch_save"), branch.into())), ["unit"]);
}

#[test]
fn what_was_entered_comes_back() {
    let mut file = file();
    let branch: Branch = serde_json::from_value(json!({ "name": "示例协会联合党支部", "code": "440300123456",
        "kind": "joint", "superior": "示例街道党工委", "founded_on": "2016-05", "approval": "示工委〔2016〕8号",
        "phone": "0755-1", "address": "示例路 1 号", "has_committee": true, "note": "一\n二" }))
    .unwrap();
    save(&mut file.desk("branch_save"), branch.clone().into()).unwrap();
    let unit: BranchUnit = serde_json::from_value(json!({ "name": "示例协会", "kind": "foundation",
        "credit_code": "91350100m000100y43", "registered_on": "2010", "legal_representative": "甲", "employees": 12,
        "association_members": 230, "in_charter": true, "in_charter_on": "2019-06-01", "note": "" }))
    .unwrap();
    save_unit(&mut file.desk("branch_unit_save"), unit.clone()).unwrap();
    let helper: BranchHelper = serde_json::from_value(json!({ "role": "organizer", "name": "乙",
        "phone": "13800000000", "unit": "示例街道", "since": "2024-03", "until": null, "note": "" }))
    .unwrap();
    save_helper(&mut file.desk("branch_helper_save"), helper.clone()).unwrap();
    let room: BranchRoom = serde_json::from_value(json!({ "name": "党员活动室", "address": "示例路 1 号 3 楼",
        "square_metres": 60, "note": "可坐 40 人" }))
    .unwrap();
    save_room(&mut file.desk("branch_room_save"), room.clone()).unwrap();

    let view = view(&mut file);
    assert_eq!(view.branch, Branch { unit: "示例协会".into(), ..branch });
    let stored = &view.units[0].unit;
    assert_eq!(stored, &BranchUnit { id: stored.id, credit_code: "91350100M000100Y43".into(), ..unit });
    assert_eq!(view.helpers, [BranchHelper { id: view.helpers[0].id, ..helper }]);
    assert_eq!(view.rooms, [BranchRoom { id: view.rooms[0].id, ..room }]);
}

#[test]
fn a_group_shows_its_leader_and_its_members() {
    let mut file = file();
    let leader = file.add_member("甲", in_group("第一党小组"));
    file.add_member("乙", in_group("第一党小组"));
    file.add_member("丙", in_group("第二党小组"));
    let request = BranchGroup { leader: Some(leader), ..group("第一党小组") };
    let view = save_group(&mut file.desk("branch_group_save"), request).unwrap().value;
    let groups: Vec<_> = view
        .groups
        .iter()
        .map(|group| (group.group.name.as_str(), group.leader_name.as_deref(), group.members, group.group.id.is_some()))
        .collect();
    // The second one is named in the roster only.
    assert_eq!(groups, [("第一党小组", Some("甲"), 2, true), ("第二党小组", None, 1, false)]);
    assert_eq!(view.party_groups, ["第一党小组", "第二党小组"]);
}

#[test]
fn a_group_under_another_name_keeps_its_members() {
    let mut file = file();
    file.add_member("甲", in_group("一组"));
    let id = save_group(&mut file.desk("branch_group_save"), group("一组")).unwrap().value.groups[0].group.id;
    let request = BranchGroup { id, ..group("第一党小组") };
    let done = save_group(&mut file.desk("branch_group_save"), request).unwrap();
    let groups: Vec<_> = done.value.groups.iter().map(|group| (group.group.name.as_str(), group.members)).collect();
    assert_eq!(groups, [("第一党小组", 1)]);
}

#[test]
fn a_group_with_members_is_not_deleted_and_says_who_they_are() {
    let mut file = file();
    let member = file.add_member("甲", in_group("一组"));
    let id = save_group(&mut file.desk("branch_group_save"), group("一组")).unwrap().value.groups[0].group.id.unwrap();
    let refusal = delete_group(&mut file.desk("branch_group_delete"), id).unwrap_err();
    assert!(refusal.to_string().contains("甲"), "{refusal}");

    let left = MemberLeaveRequest {
        id: member,
        on: TODAY.parse().unwrap(),
        how: roster::ExitWay::MovedOut,
        reason: String::new(),
    };
    roster::leave(&mut file.desk("member_leave"), left).unwrap();
    assert!(delete_group(&mut file.desk("branch_group_delete"), id).unwrap().value.groups.is_empty());
    assert!(matches!(delete_group(&mut file.desk("branch_group_delete"), id), Err(BranchError::NotFound)));
}

#[test]
fn a_unit_under_another_name_keeps_its_members() {
    let mut file = file();
    file.add_member("甲", |record| record.unit = "示例商会".into());
    let id = save_unit(&mut file.desk("branch_unit_save"), unit("示例商会")).unwrap().value.units[0].unit.id;
    let request = BranchUnit { id, ..unit("示例市商会") };
    let done = save_unit(&mut file.desk("branch_unit_save"), request).unwrap();
    assert_eq!(done.changes, [Room::Branch, Room::Roster]);
    let units: Vec<_> = done.value.units.iter().map(|unit| (unit.unit.name.as_str(), unit.members)).collect();
    assert_eq!(units, [("示例市商会", 1)]);
    let refusal = delete_unit(&mut file.desk("branch_unit_delete"), id.unwrap()).unwrap_err();
    assert!(refusal.to_string().contains("甲"), "{refusal}");
}

#[test]
fn who_was_secretary_from_when_until_when_follows_from_the_members() {
    let mut file = file();
    let (first, second) = (file.add_member("甲", |_| ()), file.add_member("乙", |_| ()));
    let mut set = |member, value: &str, since: &str| {
        let request = json!({ "members": [member], "aspect": "office", "value": value, "since": since });
        let request: FactsRequest = serde_json::from_value(request).unwrap();
        roster::save_facts(&mut file.desk("member_facts_save"), request).unwrap();
    };
    set(first, "secretary", "2019-05");
    set(first, "", "2023-06-01");
    set(second, "organization", "2020-05-01");
    set(second, "secretary", "2023-06-01");

    let view = view(&mut file);
    let date = |date: Option<PartialDate>| date.unwrap().to_string();
    let seats: Vec<_> = view.committee.iter().map(|seat| (seat.name.as_str(), seat.office, date(seat.since))).collect();
    assert_eq!(seats, [("乙", Office::Secretary, "2023-06-01".to_owned())]);
    let former: Vec<_> = view
        .former_offices
        .iter()
        .map(|held| (held.name.as_str(), held.office, date(held.since), date(held.until)))
        .collect();
    let expected = [
        ("甲", Office::Secretary, "2019-05".to_owned(), "2023-06-01".to_owned()),
        ("乙", Office::Organization, "2020-05-01".to_owned(), "2023-06-01".to_owned()),
    ];
    assert_eq!(former, expected);
}

fn hand_over_of(from: MemberId, to: MemberId, on: &str) -> OfficeHandOverRequest {
    let (on, why) = (on.parse().unwrap(), " 上级任命 ".to_owned());
    OfficeHandOverRequest { office: Office::Secretary, from, to: Some(to), on, why, keeps_others: false }
}

/// A secretary since 2024, somebody else, and an organizer since 2025.
fn secretary_and_others(file: &mut TestFile) -> [MemberId; 3] {
    let holds = |office: Office| move |record: &mut MemberRecord| record.offices = office.into();
    let first = file.add_member_since("甲", "2024-06-01", holds(Office::Secretary));
    let second = file.add_member("乙", |_| ());
    [first, second, file.add_member_since("丙", "2025-03-01", holds(Office::Organization))]
}

#[test]
fn a_change_of_secretary_is_one_step_and_no_day_is_without_one() {
    let mut file = file();
    let [first, second, _] = secretary_and_others(&mut file);
    let request = hand_over_of(first, second, "2026-11-10");
    let done = hand_over(&mut file.desk("branch_office_hand_over"), request).unwrap();
    assert_eq!(done.undo.as_deref(), Some("换任书记：乙接替甲"));
    assert_eq!(done.value.secretary.as_deref(), Some("乙"));
    let held = done.value.former_offices.iter().find(|held| held.office == Office::Secretary).unwrap();
    assert_eq!((held.name.as_str(), held.until.unwrap().to_string().as_str()), ("甲", "2026-11-10"));

    for (day, name) in [("2026-11-09", "甲"), ("2026-11-10", "乙"), (TODAY, "乙")] {
        let day = day.parse().unwrap();
        let secretary = file.vault.read(|reader| roster::secretary_on(reader, day)).unwrap();
        assert_eq!(secretary.as_deref(), Some(name));
        let found = file.watched(watch, &day.to_string(), &[]);
        assert!(
            found.iter().all(|finding| !finding.message.contains("书记空缺") && !finding.message.contains("名书记"))
        );
    }
    let facts = roster::get(&mut file.desk("member_get"), roster::MemberGetRequest { id: second, reveal: false });
    assert!(facts.unwrap().timeline.iter().any(|entry| entry.why == "上级任命"), "the basis is on record");

    file.undo();
    let back = view(&mut file);
    assert_eq!((back.secretary.as_deref(), back.former_offices.len()), (Some("甲"), 0));
}

#[test]
fn who_had_another_office_gives_it_up_for_the_new_one() {
    let mut file = file();
    let [first, _, third] = secretary_and_others(&mut file);
    let request = hand_over_of(first, third, "2026-11-10");
    let view = hand_over(&mut file.desk("branch_office_hand_over"), request).unwrap().value;
    let seats: Vec<_> = view.committee.iter().map(|seat| (seat.name.as_str(), seat.office)).collect();
    assert_eq!(seats, [("丙", Office::Secretary)]);
}

#[test]
fn of_two_offices_one_is_handed_over_and_the_other_stays() {
    let mut file = file();
    let both = |record: &mut MemberRecord| {
        record.offices = [Office::DeputySecretary, Office::Organization].into_iter().collect();
    };
    let first = file.add_member_since("甲", "2024-06-01", both);
    let second = file.add_member_since("乙", "2024-06-01", |record| record.offices = Office::Publicity.into());
    let seats = |view: &BranchView| {
        view.committee.iter().map(|seat| (seat.name.clone(), seat.office.title())).collect::<Vec<_>>()
    };
    let row = |name: &str, office| (name.to_owned(), office);
    assert_eq!(seats(&view(&mut file)), [row("甲", "副书记"), row("甲", "组织委员"), row("乙", "宣传委员")]);

    let request = OfficeHandOverRequest {
        office: Office::Organization,
        keeps_others: true,
        ..hand_over_of(first, second, "2026-11-10")
    };
    let after = hand_over(&mut file.desk("branch_office_hand_over"), request).unwrap().value;
    assert_eq!(seats(&after), [row("甲", "副书记"), row("乙", "组织委员"), row("乙", "宣传委员")]);
    let since: Vec<_> = after.committee.iter().map(|seat| seat.since.unwrap().to_string()).collect();
    assert_eq!(since, ["2024-06-01", "2026-11-10", "2024-06-01"], "what stays goes on");
    let held: Vec<_> = after.former_offices.iter().map(|held| (held.office, held.until.unwrap().to_string())).collect();
    assert_eq!(held, [(Office::Organization, "2026-11-10".to_owned())]);
}

#[rstest]
#[case::tomorrow("on", |r: &mut OfficeHandOverRequest| r.on = "2026-11-24".parse().unwrap())]
#[case::before_the_office_began("on", |r: &mut OfficeHandOverRequest| r.on = "2024-06-01".parse().unwrap())]
#[case::to_nobody("to", |r: &mut OfficeHandOverRequest| r.to = None)]
#[case::to_the_same("to", |r: &mut OfficeHandOverRequest| r.to = Some(r.from))]
#[case::without_a_basis("why", |r: &mut OfficeHandOverRequest| r.why = " ".into())]
#[case::an_office_not_held("on", |r: &mut OfficeHandOverRequest| r.office = Office::Publicity)]
fn a_hand_over_that_cannot_be_is_refused_at_its_field(
    #[case] field: &str,
    #[case] change: impl FnOnce(&mut OfficeHandOverRequest),
) {
    let mut file = file();
    let [first, second, _] = secretary_and_others(&mut file);
    let mut request = hand_over_of(first, second, "2026-11-10");
    change(&mut request);
    assert_eq!(refused(hand_over(&mut file.desk("branch_office_hand_over"), request)), [field]);
    assert_eq!(view(&mut file).secretary.as_deref(), Some("甲"));
}

#[test]
fn a_hand_over_does_not_go_behind_a_later_change_or_to_who_is_gone() {
    let mut file = file();
    let [first, second, third] = secretary_and_others(&mut file);
    let early = hand_over_of(first, third, "2025-01-01");
    assert_eq!(refused(hand_over(&mut file.desk("branch_office_hand_over"), early)), ["on"]);
    let left = json!({ "id": second, "on": "2026-11-01", "how": "moved_out", "reason": "" });
    roster::leave(&mut file.desk("member_leave"), serde_json::from_value(left).unwrap()).unwrap();
    let gone = hand_over_of(first, second, "2026-11-10");
    assert_eq!(refused(hand_over(&mut file.desk("branch_office_hand_over"), gone)), ["to"]);
    let newcomer = file.add_member("丁", |record| record.kind = MemberKind::Probationary);
    let ineligible = hand_over_of(first, newcomer, "2026-11-10");
    assert_eq!(refused(hand_over(&mut file.desk("branch_office_hand_over"), ineligible)), ["to"]);
}

#[test]
fn an_office_ends_when_its_holder_leaves() {
    let mut file = file();
    let member = file.add_member_since("甲", "2020-01-01", |record| record.offices = Office::Secretary.into());
    let left = json!({ "id": member, "on": "2026-11-01", "how": "moved_out", "reason": "" });
    roster::leave(&mut file.desk("member_leave"), serde_json::from_value(left).unwrap()).unwrap();
    let view = view(&mut file);
    assert!(view.committee.is_empty());
    assert_eq!(view.former_offices[0].until.unwrap().to_string(), "2026-11-01");
}

#[test]
fn a_term_lasts_as_long_as_the_rule_says() {
    let mut file = file();
    let view = save_term(&mut file.desk("branch_term_save"), term(3, "2024-02-29")).unwrap().value;
    let stored = &view.terms[0];
    assert_eq!((stored.term.years, stored.due_on.to_string().as_str()), (Some(3), "2027-02-28"));
    assert!(stored.running);
}

#[rstest]
#[case::ends_before_it_starts("ended_on", json!({ "ended_on": "2023-08-31" }))]
#[case::elected_tomorrow("elected_on", json!({ "elected_on": "2026-11-24" }))]
#[case::over_tomorrow("ended_on", json!({ "ended_on": "2026-11-24" }))]
#[case::no_number("number", json!({ "number": 0 }))]
#[case::no_years("years", json!({ "years": 0 }))]
#[case::number_taken("number", json!({ "number": 2 }))]
#[case::before_the_one_before_it("elected_on", json!({ "elected_on": "2020-09-01" }))]
#[case::postponed_to_an_earlier_day("postponed_to", json!({ "postponed_to": "2026-09-01" }))]
fn a_term_that_cannot_be_is_refused_at_its_field(#[case] field: &str, #[case] change: Value) {
    let mut file = file();
    save_term(&mut file.desk("branch_term_save"), term(2, "2020-09-01")).unwrap();
    let mut request = json!({ "number": 3, "elected_on": "2023-09-01" });
    for (name, value) in change.as_object().unwrap() {
        request[name] = value.clone();
    }
    let request = serde_json::from_value(request).unwrap();
    assert!(refused(save_term(&mut file.desk("branch_term_save"), request)).contains(&field.to_owned()));
    assert_eq!(view(&mut file).terms.len(), 1);
}

#[rstest]
#[case::unit(|file: &mut TestFile| {
    save_unit(&mut file.desk("branch_unit_save"), unit("同名")).unwrap();
    save_unit(&mut file.desk("branch_unit_save"), unit(" 同名"))
})]
#[case::group(|file: &mut TestFile| {
    save_group(&mut file.desk("branch_group_save"), group("同名")).unwrap();
    save_group(&mut file.desk("branch_group_save"), group("同名"))
})]
#[case::room(|file: &mut TestFile| {
    let room = BranchRoom { name: "同名".into(), ..BranchRoom::default() };
    save_room(&mut file.desk("branch_room_save"), room.clone()).unwrap();
    save_room(&mut file.desk("branch_room_save"), room)
})]
fn two_of_one_name_are_refused(#[case] twice: impl Fn(&mut TestFile) -> Result<Done<BranchView>, BranchError>) {
    assert_eq!(refused(twice(&mut file())), ["name"]);
}

#[rstest]
#[case::unit_without_a_name("name", |file: &mut TestFile| save_unit(&mut file.desk("branch_unit_save"), unit(" ")))]
#[case::miscopied_code("credit_code", |file: &mut TestFile| {
    save_unit(&mut file.desk("branch_unit_save"), BranchUnit { credit_code: "91350100M000100Y34".into(), ..unit("甲") })
})]
#[case::leader_from_elsewhere("leader", |file: &mut TestFile| {
    save_group(&mut file.desk("branch_group_save"), BranchGroup { leader: Some(MemberId(99)), ..group("甲") })
})]
#[case::helper_until_before_since("until", |file: &mut TestFile| {
    let helper = json!({ "role": "liaison", "name": "甲", "since": "2024-03", "until": "2024-02" });
    save_helper(&mut file.desk("branch_helper_save"), serde_json::from_value(helper).unwrap())
})]
#[case::founded_tomorrow("founded_on", |file: &mut TestFile| {
    let branch = json!({ "record": { "name": "甲", "founded_on": "2026-12" } });
    save(&mut file.desk("branch_save"), serde_json::from_value(branch).unwrap())
})]
fn what_cannot_be_is_refused_at_its_field(
    #[case] field: &str,
    #[case] change: impl Fn(&mut TestFile) -> Result<Done<BranchView>, BranchError>,
) {
    assert_eq!(refused(change(&mut file())), [field]);
}

#[test]
fn where_there_is_one_unit_everybody_belongs_to_it() {
    let mut file = TestFile::on("2026-11-23");
    file.name_branch("示例支部", false);
    file.add_member("甲", |_| ());
    file.add_member("乙", |member| member.unit = "示例协会".into());
    let unit = BranchUnit { name: "示例协会".into(), ..BranchUnit::default() };
    save_unit(&mut file.desk("branch_unit_save"), unit).unwrap();
    let view = get(&mut file.desk("branch_get"), Nothing {}).unwrap();
    assert_eq!(view.units[0].members, 2);
}

fn with_committee(file: &mut TestFile, has_committee: bool, since: &str) -> Result<BranchView, BranchError> {
    let record = Branch { has_committee, ..view(file).branch };
    let changed = Changed { since: since.parse().ok(), why: "党员满七人".into() };
    save(&mut file.desk("branch_save"), BranchRequest { record, changed }).map(|done| done.value)
}

fn stored_on(file: &TestFile, day: &str) -> Branch {
    file.vault.read(|reader| super::stored_on(reader, day.parse().unwrap())).unwrap()
}

#[test]
fn what_changes_about_the_branch_holds_from_its_day_on_and_says_who_entered_it() {
    let mut file = TestFile::on("2026-01-05");
    file.name_branch("示例协会支部", false);
    file.on_day(TODAY);
    let settings = crate::settings::Settings { operator: "王书记".into(), ..Default::default() };
    crate::settings::save(&mut file.desk("settings_save"), settings).unwrap();
    let after = with_committee(&mut file, true, "2026-05-10").unwrap();
    let newest = &after.history.iter().find(|fact| fact.fact.aspect == BranchAspect::Committee).unwrap();
    assert_eq!((newest.title.as_str(), newest.fact.why.as_str()), ("设支部委员会", "党员满七人"));
    assert_eq!((newest.fact.recorded_by.as_str(), newest.fact.recorded_on), ("王书记", TODAY.parse().ok()));
    for (day, has_committee) in [("2026-05-09", false), ("2026-05-10", true), (TODAY, true)] {
        assert_eq!(stored_on(&file, day).has_committee, has_committee, "{day}");
    }
    assert_eq!(refused(with_committee(&mut file, false, "2026-05-09")), ["changed_since"], "before the last change");
    assert_eq!(refused(with_committee(&mut file, false, "2026-11-24")), ["changed_since"], "to come");
    // Without a day it is from today on.
    let gone = with_committee(&mut file, false, "").unwrap();
    assert!(!gone.branch.has_committee && stored_on(&file, "2026-11-22").has_committee);
}

#[test]
fn kind_and_superior_of_the_past_stay_as_they_were() {
    let mut file = TestFile::on("2026-01-05");
    let branch = Branch { superior: "示例街道党工委".into(), ..Branch::default() };
    let branch = Branch { name: "示例协会支部".into(), ..branch };
    save(&mut file.desk("branch_save"), branch.clone().into()).unwrap();
    file.on_day(TODAY);
    let moved = Branch { superior: "示例市社会组织党委".into(), kind: BranchKind::Joint, ..branch };
    let changed = Changed { since: "2026-07".parse().ok(), ..Changed::default() };
    save(&mut file.desk("branch_save"), BranchRequest { record: moved, changed }).unwrap();
    let then = stored_on(&file, "2026-06-30");
    assert_eq!((then.superior.as_str(), then.kind), ("示例街道党工委", BranchKind::Ordinary));
    let now = stored_on(&file, "2026-07-01");
    assert_eq!((now.superior.as_str(), now.kind), ("示例市社会组织党委", BranchKind::Joint));
}

#[test]
fn what_is_on_record_about_the_past_is_corrected_and_taken_out() {
    let mut file = TestFile::on("2026-01-05");
    file.name_branch("示例协会支部", false);
    file.on_day(TODAY);
    with_committee(&mut file, true, "2026-05-10").unwrap();
    let fact = |file: &mut TestFile| {
        let history = view(file).history;
        history.into_iter().find(|fact| fact.fact.aspect == BranchAspect::Committee).unwrap().fact
    };
    let entered = fact(&mut file);
    let request = |id, since: &str| BranchFactRequest {
        id,
        aspect: BranchAspect::Committee,
        value: "yes".into(),
        since: since.parse().ok(),
        why: "补".into(),
    };
    let save = |file: &mut TestFile, request| save_fact(&mut file.desk("branch_fact_save"), request);
    save(&mut file, request(Some(entered.id), "2026-06-01")).unwrap();
    assert!(!stored_on(&file, "2026-05-20").has_committee && stored_on(&file, "2026-06-01").has_committee);
    assert_eq!(refused(save(&mut file, request(None, "2026-06-01"))), ["since"], "two on one day");
    assert_eq!(refused(save(&mut file, request(None, ""))), ["since"], "there is a beginning already");
    assert_eq!(refused(save(&mut file, request(None, "2026-12-01"))), ["since"], "to come");
    let odd = BranchFactRequest { value: "no".into(), ..request(None, "2026-02-01") };
    assert_eq!(refused(save(&mut file, odd)), ["value"]);
    // A time with a committee that was forgotten.
    save(&mut file, request(None, "2025-03-01")).unwrap();
    let ended = BranchFactRequest { value: String::new(), ..request(None, "2025-09-01") };
    save(&mut file, ended).unwrap();
    let days = ["2025-02-28", "2025-03-01", "2025-09-01", "2026-06-01"];
    assert_eq!(days.map(|day| stored_on(&file, day).has_committee), [false, true, false, true]);
    let newest = fact(&mut file).id;
    delete_fact(&mut file.desk("branch_fact_delete"), newest).unwrap();
    assert!(!stored_on(&file, TODAY).has_committee);
    assert!(matches!(delete_fact(&mut file.desk("branch_fact_delete"), newest), Err(BranchError::NotFound)));
}

#[test]
fn a_group_that_is_dissolved_has_no_members_from_that_day_on() {
    let mut file = file();
    let member = file.add_member("甲", in_group("一组"));
    let made = save_group(&mut file.desk("branch_group_save"), group("一组")).unwrap().value;
    let id = made.groups[0].group.id;
    let dissolved = BranchGroup { id, until: "2026-09-10".parse().ok(), ..group("一组") };
    let after = save_group(&mut file.desk("branch_group_save"), dissolved).unwrap().value;
    assert_eq!((after.groups[0].members, after.party_groups.len()), (0, 0));
    for (day, name) in [("2026-09-09", "一组"), ("2026-09-10", "")] {
        let members = file.vault.read(|reader| roster::members_on(reader, day.parse().unwrap())).unwrap();
        assert_eq!(members.iter().find(|one| one.id == member).unwrap().record.party_group, name, "{day}");
    }
}

#[test]
fn a_group_ends_after_it_began_and_not_before_its_last_member_came() {
    let mut file = file();
    let made = save_group(&mut file.desk("branch_group_save"), group("一组")).unwrap().value;
    let id = made.groups[0].group.id;
    let with = |since: &str, until: &str| BranchGroup {
        id,
        since: since.parse().ok(),
        until: until.parse().ok(),
        ..group("一组")
    };
    let mut save = |request| save_group(&mut file.desk("branch_group_save"), request);
    assert_eq!(refused(save(with("2026-05-01", "2026-05-01"))), ["until"]);
    assert_eq!(refused(save(with("2026-12-01", ""))), ["since"]);
    let member = file.add_member("甲", |_| ());
    let fact = json!({ "members": [member], "aspect": "party_group", "value": "一组", "since": "2026-10-01" });
    let fact: FactsRequest = serde_json::from_value(fact).unwrap();
    roster::save_facts(&mut file.desk("member_facts_save"), fact).unwrap();
    assert_eq!(refused(save_group(&mut file.desk("branch_group_save"), with("", "2026-09-10"))), ["until"]);
}

#[test]
fn whose_membership_is_suspended_leads_no_group_and_takes_no_seat() {
    let mut file = file();
    let suspended = file.add_member("停某", |m| m.standing = roster::Standing::Suspended);
    let led = BranchGroup { leader: Some(suspended), ..group("一组") };
    assert_eq!(refused(save_group(&mut file.desk("branch_group_save"), led)), ["leader"]);
}

#[test]
fn a_group_that_was_dissolved_can_be_set_up_again_under_its_name() {
    let mut file = file();
    let member = file.add_member("甲", in_group("一组"));
    let made = save_group(&mut file.desk("branch_group_save"), group("一组")).unwrap().value;
    assert_eq!(refused(save_group(&mut file.desk("branch_group_save"), group("一组"))), ["name"], "there is one");
    let former = BranchGroup { id: made.groups[0].group.id, until: "2026-03-10".parse().ok(), ..group("一组") };
    save_group(&mut file.desk("branch_group_save"), former.clone()).unwrap();
    assert_eq!(refused(save_group(&mut file.desk("branch_group_save"), group("一组"))), ["since"], "from when on?");
    let again = |since: &str| BranchGroup { since: since.parse().ok(), ..group("一组") };
    assert_eq!(refused(save_group(&mut file.desk("branch_group_save"), again("2026-03-09"))), ["since"]);
    save_group(&mut file.desk("branch_group_save"), again("2026-06-01")).unwrap();
    let fact = json!({ "members": [member], "aspect": "party_group", "value": "一组", "since": "2026-06-01" });
    roster::save_facts(&mut file.desk("member_facts_save"), serde_json::from_value(fact).unwrap()).unwrap();
    // Correcting the former one does not touch those who are in the new one.
    save_group(&mut file.desk("branch_group_save"), BranchGroup { note: "旧".into(), ..former.clone() }).unwrap();
    let view = view(&mut file);
    let groups: Vec<_> = view.groups.iter().map(|group| (group.group.until.is_none(), group.members)).collect();
    assert_eq!(groups, [(true, 1), (false, 0)]);
    assert_eq!(view.party_groups, ["一组"]);
    let renamed = BranchGroup { name: "三组".into(), ..former };
    assert_eq!(refused(save_group(&mut file.desk("branch_group_save"), renamed)), ["name"], "whose are the members?");
}

#[test]
fn the_unit_of_the_branch_is_one_that_it_covers() {
    let mut file = file();
    let first = view(&mut file).units.first().map(|unit| unit.unit.clone());
    let unit = first.unwrap_or_else(|| BranchUnit { name: "示例协会".into(), ..Default::default() });
    let gone = BranchUnit { until: "2026-03-01".parse().ok(), ..unit.clone() };
    let after = save_unit(&mut file.desk("branch_unit_save"), gone).unwrap().value;
    assert_eq!(after.branch.unit, "", "the former one is none");
    assert_eq!(stored_on(&file, "2026-02-28").unit, unit.name);
    // Another one named with the branch is a new one, not the former under another name.
    let named = Branch { unit: "示例学会".into(), ..after.branch };
    let after = save(&mut file.desk("branch_save"), named.into()).unwrap().value;
    let names: Vec<_> = after.units.iter().map(|one| one.unit.name.as_str()).collect();
    assert_eq!(names, ["示例学会", unit.name.as_str()]);
}

#[test]
fn marks_of_direction_are_no_part_of_a_name() {
    let mut file = file();
    let odd =
        Branch { name: "示例\u{202E}支部 ".into(), address: "路\u{200B} 1 号".into(), ..Default::default() };
    let saved = save(&mut file.desk("branch_save"), odd.into()).unwrap().value.branch;
    assert_eq!((saved.name.as_str(), saved.address.as_str()), ("示例支部", "路 1 号"));
    let made = save_group(&mut file.desk("branch_group_save"), group("\u{202E}一组")).unwrap().value;
    assert!(made.groups.iter().any(|one| one.group.name == "一组"));
}
