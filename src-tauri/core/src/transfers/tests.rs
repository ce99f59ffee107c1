//! The promises of the room, walked through its handlers.

use chrono::NaiveDate;

use rstest::rstest;

use super::papers::{introduction_letter_of, receipt_of};
use super::*;
use crate::desk::Nothing;
use crate::home;
use crate::problem::Problem;
use crate::roster::MemberId;
use crate::roster::MemberKind;
use crate::roster::Sex;
use crate::roster::{self, EntryWay, ExitWay, MemberGetRequest, MemberLeaveRequest, MemberRecord};
use crate::rules::RuleId;
use crate::rules::Severity;
use crate::testing::TestFile;
use crate::values::IdNumber;

const TODAY: &str = "2026-11-23";
const ID_NUMBER: &str = "440300199003105609";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn on_day(today: &str) -> TestFile {
    let mut file = TestFile::on(today);
    file.name_branch("示例协会党支部", true);
    file
}

/// The same records on another day.
fn wait_until(file: TestFile, today: &str) -> TestFile {
    let mut later = TestFile::on(today);
    later.vault = file.vault;
    later
}

fn someone(file: &mut TestFile) -> MemberId {
    file.add_member("张三", |record| {
        record.joined = "2010-07".parse().ok();
        record.converted = "2011-07".parse().ok();
        record.entered_on = Some(day("2020-01-01"));
        record.mobile = "13800001234".into();
    })
}

fn letter(file: &mut TestFile, member: MemberId) -> Letter {
    let request = TransferDraftRequest { member: Some(member), replaces: None };
    let draft = draft(&mut file.desk("transfer_draft"), request).unwrap().letter;
    Letter { addressee: "某区委组织部".into(), to_organization: "某某商会党支部".into(), ..draft }
}

fn issue(file: &mut TestFile, letter: Letter) -> TransferView {
    save(&mut file.desk("transfer_save"), letter).unwrap().value
}

fn issued(file: &mut TestFile, member: MemberId, on: &str, valid_days: u32) -> TransferView {
    let letter = Letter { number: String::new(), issued_on: day(on), valid_days, ..letter(file, member) };
    issue(file, letter)
}

fn receipt(file: &mut TestFile, id: TransferId, on: &str) -> Result<TransferView, TransferError> {
    let request = TransferDayRequest { id, on: day(on) };
    receive(&mut file.desk("transfer_receive"), request).map(|done| done.value)
}

fn sent_back(file: &mut TestFile, id: TransferId, on: &str) -> TransferView {
    let request = TransferReturnRequest { id, on: day(on), reason: "单位变更，不再转出".into() };
    return_letter(&mut file.desk("transfer_return"), request).unwrap().value
}

fn arrival(file: &mut TestFile) -> Arrival {
    let draft = draft(&mut file.desk("transfer_draft"), TransferDraftRequest::default()).unwrap().arrival;
    Arrival {
        name: "李 四".into(),
        id_number: ID_NUMBER.parse_id(),
        joined: "2012-07-01".parse().ok(),
        converted: "2013-07-01".parse().ok(),
        from_organization: "某街道社区党支部".into(),
        number: "街组 2026-118".into(),
        issued_on: day("2026-11-01"),
        received_on: day("2026-11-10"),
        ..draft
    }
}

fn arrived(file: &mut TestFile, arrival: Arrival) -> TransferView {
    save_arrival(&mut file.desk("transfer_in_save"), arrival).unwrap().value
}

fn accepted(
    file: &mut TestFile,
    id: TransferId,
    on: &str,
    member: Option<MemberId>,
) -> Result<TransferView, TransferError> {
    let request = TransferAcceptRequest { id, on: day(on), member };
    accept(&mut file.desk("transfer_in_accept"), request).map(|done| done.value)
}

trait ParseId {
    fn parse_id(&self) -> Option<IdNumber>;
}

impl ParseId for str {
    fn parse_id(&self) -> Option<IdNumber> {
        Some(IdNumber::parse(self).unwrap())
    }
}

fn fields<T: std::fmt::Debug>(result: Result<T, TransferError>) -> Vec<String> {
    Problem::from(result.unwrap_err()).fields.into_iter().map(|field| field.field).collect()
}

fn member_of(file: &mut TestFile, id: MemberId) -> roster::MemberView {
    roster::get(&mut file.desk("member_get"), MemberGetRequest { id, reveal: true }).unwrap()
}

fn members_on(file: &TestFile, on: &str) -> usize {
    file.vault.read(|reader| roster::members_on(reader, day(on))).unwrap().len()
}

fn todo(file: &mut TestFile) -> Vec<(RuleId, Severity)> {
    let view = home::overview(&mut file.desk("home_overview"), Nothing {}).unwrap();
    let ours = view.todo.into_iter().filter(|finding| finding.subject.room == crate::values::Room::Transfers);
    ours.map(|finding| (finding.rule.unwrap(), finding.severity)).collect()
}

#[test]
fn a_draft_knows_the_number_the_validity_and_the_branch() {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let draft = letter(&mut file, member);
    assert_eq!((draft.number.as_str(), draft.valid_days, draft.issued_on), ("2026-001", 90, day(TODAY)));
    assert_eq!(draft.from_organization, "示例协会党支部");

    let settings = crate::settings::Settings { letter_valid_days: Some(30), ..Default::default() };
    crate::settings::save(&mut file.desk("settings_save"), settings).unwrap();
    assert_eq!(letter(&mut file, member).valid_days, 30);
}

#[test]
fn issuing_a_letter_removes_nobody_and_the_receipt_does() {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let view = issued(&mut file, member, "2026-11-01", 30);
    assert_eq!((view.row.state, view.row.number.as_str()), (TransferState::Waiting, "2026-001"));
    assert_eq!(view.row.valid_to, day("2026-12-01"), "the day of issue does not count");
    assert_eq!(member_of(&mut file, member).left, None);
    assert_eq!(members_on(&file, TODAY), 1);

    let view = receipt(&mut file, view.row.id, "2026-11-20").unwrap();
    assert_eq!((view.row.state, view.row.ended_on), (TransferState::MovedOut, Some(day("2026-11-20"))));
    let left = member_of(&mut file, member).left.unwrap();
    assert_eq!((left.on, left.how), (day("2026-11-20"), ExitWay::MovedOut));
    assert_eq!(left.reason, "转往某某商会党支部（介绍信 2026-001）");
    assert_eq!((members_on(&file, "2026-11-19"), members_on(&file, "2026-11-20")), (1, 0));
    assert_eq!(todo(&mut file), []);
}

#[test]
fn the_receipt_and_the_leaving_are_taken_back_together() {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let id = issued(&mut file, member, "2026-11-01", 30).row.id;
    receipt(&mut file, id, "2026-11-20").unwrap();
    file.undo();
    assert_eq!(member_of(&mut file, member).left, None);
    let request = TransferGetRequest { id, reveal: false };
    assert_eq!(get(&mut file.desk("transfer_get"), request).unwrap().row.state, TransferState::Waiting);
}

#[test]
fn a_letter_that_nobody_accepted_makes_a_pocket_member_who_still_counts() {
    let mut file = on_day("2026-03-01");
    let member = someone(&mut file);
    let id = issued(&mut file, member, "2026-03-01", 30).row.id;
    assert_eq!(todo(&mut file), [], "it has time");

    let mut file = wait_until(file, "2026-03-16");
    assert_eq!(todo(&mut file), [(RuleId::E12, Severity::Due)]);
    let mut file = wait_until(file, "2026-03-31");
    assert_eq!(todo(&mut file), [(RuleId::E12, Severity::Due)], "the last day is a valid one");
    let mut file = wait_until(file, "2026-04-01");
    assert_eq!(todo(&mut file), [(RuleId::E12, Severity::Late)]);
    assert_eq!(members_on(&file, "2026-04-01"), 1);

    // Accepted after all.
    assert_eq!(receipt(&mut file, id, "2026-03-28").unwrap().row.state, TransferState::MovedOut);
    assert_eq!(todo(&mut file), []);
}

#[test]
fn a_letter_that_came_back_leaves_the_member_where_he_is() {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let id = issued(&mut file, member, "2026-11-01", 30).row.id;
    let view = sent_back(&mut file, id, "2026-11-15");
    assert_eq!((view.row.state, view.reason.as_str()), (TransferState::Returned, "单位变更，不再转出"));
    assert_eq!(member_of(&mut file, member).left, None);
    assert_eq!(fields(receipt(&mut file, id, "2026-11-16")), ["id"], "it came to its end");
    // And another letter may be issued.
    assert_eq!(issued(&mut file, member, "2026-11-16", 30).row.number, "2026-002");
}

#[test]
fn an_expired_letter_is_issued_again_in_its_place() {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let old = issued(&mut file, member, "2026-08-01", 30);
    assert_eq!(old.row.state, TransferState::Expired);
    let request = TransferDraftRequest { member: None, replaces: Some(old.row.id) };
    let again = draft(&mut file.desk("transfer_draft"), request).unwrap().letter;
    assert_eq!((again.member, again.number.as_str()), (Some(member), "2026-002"));
    assert_eq!(again.to_organization, "某某商会党支部");
    let new = issue(&mut file, again);
    assert_eq!(new.replaces.as_ref().map(|letter| letter.number.as_str()), Some("2026-001"));

    let request = TransferGetRequest { id: old.row.id, reveal: false };
    let old = get(&mut file.desk("transfer_get"), request).unwrap();
    assert_eq!((old.row.state, old.replaced_by.map(|letter| letter.id)), (TransferState::Replaced, Some(new.row.id)));
    assert_eq!(todo(&mut file), []);
    assert_eq!(fields(receipt(&mut file, old.row.id, TODAY)), ["id"], "the new letter gets the receipt");
    receipt(&mut file, new.row.id, TODAY).unwrap();
}

#[rstest]
#[case::nobody("member", |l: &mut Letter| l.member = None)]
#[case::to_nowhere("to_organization", |l: &mut Letter| l.to_organization = " ".into())]
#[case::to_nobody("addressee", |l: &mut Letter| l.addressee = String::new())]
#[case::tomorrow("issued_on", |l: &mut Letter| l.issued_on = day("2026-11-24"))]
#[case::before_joining("issued_on", |l: &mut Letter| l.issued_on = day("2009-01-01"))]
#[case::before_coming("issued_on", |l: &mut Letter| l.issued_on = day("2019-12-31"))]
#[case::never_valid("valid_days", |l: &mut Letter| l.valid_days = 0)]
#[case::dues_without_month("dues_paid_to", |l: &mut Letter| l.dues_paid_to = "2026".parse().ok())]
#[case::endless_number("number", |l: &mut Letter| l.number = "9".repeat(31))]
#[case::replaces_nothing("replaces", |l: &mut Letter| l.replaces = Some(TransferId(99)))]
fn a_letter_that_cannot_be_is_refused_at_its_field(#[case] field: &str, #[case] change: impl FnOnce(&mut Letter)) {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let mut letter = letter(&mut file, member);
    change(&mut letter);
    let refused = fields(save(&mut file.desk("transfer_save"), letter));
    assert!(refused.iter().any(|other| other == field), "{refused:?}");
    assert_eq!(list(&mut file.desk("transfer_list"), Nothing {}).unwrap(), []);
}

#[test]
fn a_member_has_one_letter_on_its_way_and_a_number_is_given_once() {
    let mut file = on_day(TODAY);
    let (member, other) = (someone(&mut file), file.add_member("王五", |_| ()));
    issued(&mut file, member, "2026-11-01", 30);
    let second = letter(&mut file, member);
    assert_eq!(fields(save(&mut file.desk("transfer_save"), second)), ["member"]);
    let same_number = Letter { number: "2026-001".into(), ..letter(&mut file, other) };
    assert_eq!(fields(save(&mut file.desk("transfer_save"), same_number)), ["number"]);
}

#[test]
fn who_has_left_gets_no_letter() {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let leave = MemberLeaveRequest { id: member, on: day("2026-11-20"), how: ExitWay::Withdrew, reason: String::new() };
    roster::leave(&mut file.desk("member_leave"), leave).unwrap();
    let letter = letter(&mut file, member);
    assert_eq!(fields(save(&mut file.desk("transfer_save"), letter)), ["member"]);
}

#[test]
fn who_left_without_the_receipt_is_said_and_the_receipt_can_follow() {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let id = issued(&mut file, member, "2026-08-01", 30).row.id;
    let leave =
        MemberLeaveRequest { id: member, on: day("2026-11-20"), how: ExitWay::MovedOut, reason: "调动".into() };
    roster::leave(&mut file.desk("member_leave"), leave).unwrap();
    assert_eq!(todo(&mut file), [(RuleId::E07, Severity::Due)], "no pocket member: the person is gone");
    receipt(&mut file, id, "2026-11-20").unwrap();
    assert_eq!(member_of(&mut file, member).left.unwrap().reason, "调动");
    assert_eq!(todo(&mut file), []);
}

#[rstest]
#[case::before_issue("2026-10-31")]
#[case::tomorrow("2026-11-24")]
fn a_receipt_that_cannot_be_is_refused_at_its_day(#[case] on: &str) {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let id = issued(&mut file, member, "2026-11-01", 30).row.id;
    assert_eq!(fields(receipt(&mut file, id, on)), ["on"]);
    assert_eq!(member_of(&mut file, member).left, None);
}

#[test]
fn a_letter_can_be_corrected_but_not_given_to_another() {
    let mut file = on_day(TODAY);
    let (member, other) = (someone(&mut file), file.add_member("王五", |_| ()));
    let id = issued(&mut file, member, "2026-11-01", 120).row.id;
    let request = TransferGetRequest { id, reveal: false };
    let view = get(&mut file.desk("transfer_get"), request).unwrap();
    let rules: Vec<_> = view.findings.iter().map(|finding| (finding.rule.unwrap(), finding.severity)).collect();
    assert_eq!(rules, [(RuleId::E12, Severity::Notice)], "more than 90 days are only warned of");
    let TransferContent::Out { letter } = view.content else { panic!("a letter") };
    let corrected = issue(&mut file, Letter { valid_days: 90, reason: " 工作调动 ".into(), ..letter.clone() });
    assert_eq!(corrected.findings, []);
    let TransferContent::Out { letter: stored } = corrected.content else { panic!("a letter") };
    assert_eq!((stored.reason.as_str(), stored.number.as_str()), ("工作调动", "2026-001"));

    let for_another = Letter { member: Some(other), ..letter.clone() };
    assert_eq!(fields(save(&mut file.desk("transfer_save"), for_another)), ["member"]);
    receipt(&mut file, id, "2026-11-05").unwrap();
    let too_late = Letter { issued_on: day("2026-11-06"), ..letter };
    assert_eq!(fields(save(&mut file.desk("transfer_save"), too_late)), ["issued_on"]);
}

#[test]
fn who_came_with_a_letter_is_a_member_from_the_day_of_acceptance() {
    let mut file = on_day(TODAY);
    let arrival = arrival(&mut file);
    let view = arrived(&mut file, arrival);
    assert_eq!((view.row.state, view.row.name.as_str()), (TransferState::Arrived, "李四"));
    assert_eq!(members_on(&file, TODAY), 0);
    assert_eq!(todo(&mut file), [(RuleId::E07, Severity::Due)]);

    let view = accepted(&mut file, view.row.id, "2026-11-15", None).unwrap();
    assert_eq!(view.row.state, TransferState::Accepted);
    let member = member_of(&mut file, view.row.member.unwrap()).member;
    assert_eq!((member.entered_on, member.entered_how), (Some(day("2026-11-15")), EntryWay::MovedIn));
    assert_eq!((member.name.as_str(), member.id_number), ("李四", ID_NUMBER.parse_id()));
    assert_eq!((members_on(&file, "2026-11-14"), members_on(&file, "2026-11-15")), (0, 1));
    let paper = file.vault.read(|reader| receipt_of(reader, view.row.id)).unwrap();
    assert_eq!((paper.addressee.as_str(), paper.accepted_on), ("某街道社区党支部", day("2026-11-15")));
}

#[test]
fn the_receipt_is_owed_for_a_month() {
    let mut file = on_day(TODAY);
    let arrival = arrival(&mut file);
    let id = arrived(&mut file, arrival).row.id;
    let sent = TransferDayRequest { id, on: day("2026-11-20") };
    assert!(matches!(reply(&mut file.desk("transfer_in_reply"), sent), Err(TransferError::NotAccepted)));
    accepted(&mut file, id, "2026-11-15", None).unwrap();
    assert_eq!(todo(&mut file), [(RuleId::E12, Severity::Due)]);
    let mut file = wait_until(file, "2026-12-16");
    assert_eq!(todo(&mut file), [(RuleId::E12, Severity::Late)]);
    let early = TransferDayRequest { id, on: day("2026-11-14") };
    assert_eq!(fields(reply(&mut file.desk("transfer_in_reply"), early)), ["on"]);
    let view = reply(&mut file.desk("transfer_in_reply"), sent).unwrap().value;
    assert_eq!((view.receipt_sent_on, todo(&mut file)), (Some(day("2026-11-20")), vec![]));
}

#[test]
fn a_former_member_comes_back_as_himself() {
    let mut file = on_day(TODAY);
    let member = file.add_member("李四", |record| {
        record.id_number = ID_NUMBER.parse_id();
        record.kind = MemberKind::Probationary;
        record.joined = "2012-07-01".parse().ok();
        record.address = "示例路一号".into();
    });
    let leave = MemberLeaveRequest { id: member, on: day("2013-01-01"), how: ExitWay::MovedOut, reason: String::new() };
    roster::leave(&mut file.desk("member_leave"), leave).unwrap();
    let arrival = Arrival { mobile: "13900005678".into(), ..arrival(&mut file) };
    let view = arrived(&mut file, arrival);
    let TransferContent::In { former, arrival, id_number_masked } = view.content else { panic!("an arrival") };
    assert_eq!(former.iter().map(|former| (former.id, former.same_id_number)).collect::<Vec<_>>(), [(member, true)]);
    assert_eq!((arrival.id_number, id_number_masked.as_deref()), (None, Some("440300********5609")));

    assert_eq!(fields(accepted(&mut file, view.row.id, "2026-11-15", None)), ["member"], "nobody is there twice");
    let view = accepted(&mut file, view.row.id, "2026-11-15", Some(member)).unwrap();
    assert_eq!(view.row.member, Some(member));
    let back = member_of(&mut file, member);
    assert_eq!(back.left, None);
    assert_eq!((back.member.kind, back.member.converted), (MemberKind::Full, "2013-07-01".parse().ok()));
    assert_eq!((back.member.mobile.as_str(), back.member.address.as_str()), ("13900005678", "示例路一号"));
    assert_eq!((members_on(&file, "2012-12-31"), members_on(&file, "2020-01-01"), members_on(&file, TODAY)), (1, 0, 1));
}

#[test]
fn somebody_elses_record_is_not_taken_for_the_newcomer() {
    let mut file = on_day(TODAY);
    let other = file.add_member("李四", |record| record.id_number = "110101199003072316".parse_id());
    let here = file.add_member("赵六", |_| ());
    let leave = MemberLeaveRequest { id: other, on: day("2020-01-01"), how: ExitWay::MovedOut, reason: String::new() };
    roster::leave(&mut file.desk("member_leave"), leave).unwrap();
    let arrival = arrival(&mut file);
    let id = arrived(&mut file, arrival).row.id;
    assert_eq!(fields(accepted(&mut file, id, "2026-11-15", Some(other))), ["member"]);
    assert!(accepted(&mut file, id, "2026-11-15", Some(here)).is_err());
    assert_eq!(members_on(&file, TODAY), 1);
}

#[rstest]
#[case::nobody("name", |a: &mut Arrival| a.name = " ".into())]
#[case::from_nowhere("from_organization", |a: &mut Arrival| a.from_organization = String::new())]
#[case::tomorrow("received_on", |a: &mut Arrival| a.received_on = day("2026-11-24"))]
#[case::before_it_was_written("received_on", |a: &mut Arrival| a.received_on = day("2026-10-31"))]
#[case::before_joining("issued_on", |a: &mut Arrival| a.joined = "2026-12".parse().ok())]
#[case::converted_too_soon("converted", |a: &mut Arrival| a.converted = "2011-07-01".parse().ok())]
#[case::never_valid("valid_days", |a: &mut Arrival| a.valid_days = 0)]
#[case::a_member_already("id_number", |a: &mut Arrival| a.id_number = "110101199003072316".parse_id())]
fn an_arrival_that_cannot_be_is_refused_at_its_field(#[case] field: &str, #[case] change: impl FnOnce(&mut Arrival)) {
    let mut file = on_day(TODAY);
    file.add_member("赵六", |record| record.id_number = "110101199003072316".parse_id());
    let mut arrival = arrival(&mut file);
    change(&mut arrival);
    let refused = fields(save_arrival(&mut file.desk("transfer_in_save"), arrival));
    assert!(refused.iter().any(|other| other == field), "{refused:?}");
}

#[test]
fn an_arrival_waits_once_and_can_be_sent_back() {
    let mut file = on_day(TODAY);
    let first = arrival(&mut file);
    let id = arrived(&mut file, first.clone()).row.id;
    assert_eq!(fields(save_arrival(&mut file.desk("transfer_in_save"), first.clone())), ["id_number"]);
    assert_eq!(fields(accepted(&mut file, id, "2026-11-09", None)), ["on"], "before it came in");
    assert_eq!(sent_back(&mut file, id, "2026-11-12").row.state, TransferState::SentBack);
    assert_eq!(fields(accepted(&mut file, id, "2026-11-15", None)), ["id"]);
    assert_eq!(todo(&mut file), []);
    arrived(&mut file, first);
}

#[test]
fn of_a_probationary_newcomer_the_two_rules_are_named() {
    let mut file = on_day(TODAY);
    let arrival = Arrival { kind: MemberKind::Probationary, converted: None, ..arrival(&mut file) };
    let view = arrived(&mut file, arrival);
    let rules: Vec<_> = view.findings.iter().map(|finding| finding.rule.unwrap()).collect();
    assert_eq!(rules, [RuleId::E07, RuleId::D28, RuleId::D07]);
}

#[test]
fn the_letter_says_what_was_so_on_its_day() {
    let mut file = on_day(TODAY);
    let member = file.add_member("张三", |record| {
        record.id_number = ID_NUMBER.parse_id();
        record.sex = Some(Sex::Male);
        record.ethnicity = "汉族".into();
        record.birth = "1990-03-10".parse().ok();
        record.joined = "2025-04-01".parse().ok();
        record.converted = "2026-04-01".parse().ok();
        record.mobile = "13800001234".into();
    });
    let letter = Letter {
        number: String::new(),
        issued_on: day("2026-03-09"),
        valid_days: 30,
        dues_paid_to: "2026-03".parse().ok(),
        ..letter(&mut file, member)
    };
    let view = issue(&mut file, letter);
    assert_eq!(view.blanks, [""; 0]);
    let paper = file.vault.read(|reader| introduction_letter_of(reader, view.row.id)).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&paper).unwrap());
    assert!(matches!(file.vault.read(|reader| receipt_of(reader, view.row.id)), Err(TransferError::NoSuchPaper)));
}

fn corrected(file: &mut TestFile, id: TransferId, what: TransferDay, on: &str) -> Result<TransferView, TransferError> {
    let request = TransferCorrectRequest { id, day: what, on: day(on) };
    correct(&mut file.desk("transfer_correct"), request).map(|done| done.value)
}

#[test]
fn a_wrong_day_of_the_receipt_is_corrected_and_the_leaving_moves_with_it() {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let id = issued(&mut file, member, "2026-11-01", 30).row.id;
    receipt(&mut file, id, "2026-11-02").unwrap();
    let view = corrected(&mut file, id, TransferDay::Ended, "2026-11-20").unwrap();
    assert_eq!(view.row.ended_on, Some(day("2026-11-20")));
    let left = member_of(&mut file, member).left.unwrap();
    assert_eq!((left.on, left.reason.as_str()), (day("2026-11-20"), "转往某某商会党支部（介绍信 2026-001）"));
    assert_eq!((members_on(&file, "2026-11-19"), members_on(&file, "2026-11-20")), (1, 0));
    file.undo();
    assert_eq!(member_of(&mut file, member).left.unwrap().on, day("2026-11-02"), "one step");
}

#[test]
fn a_stay_that_is_over_is_corrected_up_to_the_coming_back() {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    roster::save_facts(
        &mut file.desk("member_facts_save"),
        roster::FactsRequest {
            members: vec![member],
            aspect: roster::Aspect::Office,
            value: "organization".into(),
            detail: String::new(),
            since: None,
            why: String::new(),
        },
    )
    .unwrap();
    let id = issued(&mut file, member, "2026-03-01", 30).row.id;
    receipt(&mut file, id, "2026-03-10").unwrap();
    let back = roster::MemberReturnRequest { id: member, on: day("2026-06-01"), how: EntryWay::MovedIn };
    roster::return_member(&mut file.desk("member_return"), back).unwrap();
    assert_eq!(fields(corrected(&mut file, id, TransferDay::Ended, "2026-06-02")), ["on"]);
    corrected(&mut file, id, TransferDay::Ended, "2026-03-20").unwrap();
    assert_eq!((members_on(&file, "2026-03-19"), members_on(&file, "2026-03-20")), (1, 0));
    assert_eq!((members_on(&file, "2026-05-31"), members_on(&file, "2026-06-01")), (0, 1));
    let branch = crate::branch::get(&mut file.desk("branch_get"), Nothing {}).unwrap();
    let held: Vec<_> = branch.former_offices.iter().map(|held| held.until).collect();
    assert_eq!((branch.committee.len(), held), (0, vec!["2026-03-20".parse().ok()]), "the office ended with it");
}

#[rstest]
#[case::before_the_letter("2026-10-31")]
#[case::tomorrow("2026-11-24")]
fn a_receipt_is_not_moved_to_where_it_cannot_be(#[case] on: &str) {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let id = issued(&mut file, member, "2026-11-01", 30).row.id;
    assert_eq!(fields(corrected(&mut file, id, TransferDay::Ended, "2026-11-10")), ["day"], "there is none yet");
    receipt(&mut file, id, "2026-11-20").unwrap();
    assert_eq!(fields(corrected(&mut file, id, TransferDay::Ended, on)), ["on"]);
    assert_eq!(fields(corrected(&mut file, id, TransferDay::Issued, "2026-11-02")), ["day"], "the form has it");
    assert_eq!(member_of(&mut file, member).left.unwrap().on, day("2026-11-20"));
}

#[test]
fn the_day_of_a_returned_letter_stays_before_the_next_letter() {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let id = issued(&mut file, member, "2026-11-01", 30).row.id;
    sent_back(&mut file, id, "2026-11-10");
    issued(&mut file, member, "2026-11-12", 30);
    assert_eq!(fields(corrected(&mut file, id, TransferDay::Ended, "2026-11-13")), ["on"]);
    let view = corrected(&mut file, id, TransferDay::Ended, "2026-11-12").unwrap();
    assert_eq!((view.row.ended_on, member_of(&mut file, member).left), (Some(day("2026-11-12")), None));
}

#[test]
fn the_days_of_an_arrival_are_corrected_in_their_order_and_the_coming_moves_with_the_acceptance() {
    let mut file = on_day(TODAY);
    let arrival = arrival(&mut file);
    let id = arrived(&mut file, arrival).row.id;
    assert_eq!(fields(corrected(&mut file, id, TransferDay::Received, "2026-11-11")), ["day"], "the form has it");
    let member = accepted(&mut file, id, "2026-11-15", None).unwrap().row.member.unwrap();
    let sent = TransferDayRequest { id, on: day("2026-11-20") };
    reply(&mut file.desk("transfer_in_reply"), sent).unwrap();

    assert_eq!(fields(corrected(&mut file, id, TransferDay::Ended, "2026-11-09")), ["on"], "before the letter came");
    assert_eq!(fields(corrected(&mut file, id, TransferDay::Ended, "2026-11-21")), ["on"], "after its receipt");
    assert_eq!(fields(corrected(&mut file, id, TransferDay::Received, "2026-11-16")), ["on"], "after acceptance");
    assert_eq!(fields(corrected(&mut file, id, TransferDay::Issued, "2012-06-30")), ["on"], "before joining");

    let view = corrected(&mut file, id, TransferDay::Ended, "2026-11-12").unwrap();
    assert!(view.steps.iter().all(|step| step.day.is_some()), "each can be corrected");
    let record = member_of(&mut file, member).member;
    assert_eq!(record.entered_on, Some(day("2026-11-12")));
    let by_hand = MemberRecord { entered_on: Some(day("2026-11-13")), ..record };
    let refused = Problem::from(roster::save(&mut file.desk("member_save"), by_hand.into()).unwrap_err());
    assert_eq!(refused.fields[0].field, "entered_on", "what a transfer brought about is corrected there");
    assert_eq!((members_on(&file, "2026-11-11"), members_on(&file, "2026-11-12")), (0, 1));
    corrected(&mut file, id, TransferDay::ReceiptSent, "2026-11-22").unwrap();

    let letter = Letter { issued_on: day("2026-11-18"), ..letter(&mut file, member) };
    issue(&mut file, letter);
    assert_eq!(fields(corrected(&mut file, id, TransferDay::Ended, "2026-11-19")), ["on"], "a later letter");
}

#[test]
fn steps_name_days_as_people_write_them() {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let old = issued(&mut file, member, "2026-08-01", 30);
    assert_eq!(old.steps.last().unwrap().note, "已于2026年8月31日过期，组织关系仍在本支部");
    let request = TransferDraftRequest { member: None, replaces: Some(old.row.id) };
    let again = draft(&mut file.desk("transfer_draft"), request).unwrap().letter;
    issue(&mut file, again);
    let request = TransferGetRequest { id: old.row.id, reveal: false };
    let last = get(&mut file.desk("transfer_get"), request).unwrap().steps.pop().unwrap();
    let said = ("另开了新的介绍信", Some(day(TODAY)), "原信已于2026年8月31日过期");
    assert_eq!((last.title.as_str(), last.on, last.note.as_str()), said);
}

#[test]
fn a_receipt_for_the_wrong_letter_is_taken_back_and_the_member_is_here_as_before() {
    let mut file = on_day(TODAY);
    let member = someone(&mut file);
    let id = issued(&mut file, member, "2026-11-01", 90).row.id;
    let again = |file: &mut TestFile| reopen(&mut file.desk("transfer_reopen"), id).map(|done| done.value);
    assert_eq!(fields(again(&mut file)), ["id"], "it is open");
    receipt(&mut file, id, "2026-11-20").unwrap();
    let view = again(&mut file).unwrap();
    assert_eq!((view.row.ended_on, member_of(&mut file, member).left), (None, None));
    assert_eq!(members_on(&file, TODAY), 1);

    sent_back(&mut file, id, "2026-11-20");
    assert_eq!(again(&mut file).unwrap().row.ended_on, None);
    receipt(&mut file, id, "2026-11-20").unwrap();
    let back = roster::MemberReturnRequest { id: member, on: day("2026-11-22"), how: EntryWay::MovedIn };
    roster::return_member(&mut file.desk("member_return"), back).unwrap();
    assert_eq!(fields(again(&mut file)), ["id"], "who came back was away");

    let arrival = arrival(&mut file);
    let arrival = arrived(&mut file, arrival).row.id;
    accepted(&mut file, arrival, "2026-11-15", None).unwrap();
    assert_eq!(fields(reopen(&mut file.desk("transfer_reopen"), arrival)), ["id"], "somebody is in the roster by it");
}
