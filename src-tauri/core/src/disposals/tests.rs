//! The promises of the room, walked through its handlers.

use rstest::rstest;

use super::*;
use crate::desk::Nothing;
use crate::problem::Problem;
use crate::roster::{self, MemberId};
use crate::rules::Severity;
use crate::testing::TestFile;

const TODAY: &str = "2026-11-23";

fn record(member: MemberId) -> DisposalRecord {
    let record = serde_json::json!({ "id": null, "member": member, "kind": "correction", "ground": "长期不参加组织生活",
        "begun_on": "2026-03-01", "talked_on": "2026-03-05", "filed_on": "2026-03-20", "decided_on": "2026-04-01" });
    serde_json::from_value(record).unwrap()
}

fn kept(file: &mut TestFile, record: DisposalRecord) -> Result<DisposalId, Problem> {
    Ok(save(&mut file.desk("disposal_save"), record)?.value)
}

fn said(file: &TestFile, day: &str) -> Vec<(String, Severity, String)> {
    let found = file.watched(watch, day, &[]);
    found.into_iter().map(|one| (one.rule.unwrap().to_string(), one.severity, one.message)).collect()
}

#[test]
fn a_disposal_comes_back_as_it_was_entered_and_changes_nobodys_standing() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    let before = roster::get(
        &mut file.desk("member_get"),
        serde_json::from_value(serde_json::json!({ "id": id, "reveal": false })).unwrap(),
    )
    .unwrap();
    let new = kept(&mut file, record(id)).unwrap();
    let found = list(&mut file.desk("disposal_list"), Nothing {}).unwrap();
    assert_eq!(found[0].record, DisposalRecord { id: Some(new), ..record(id) });
    assert_eq!((found[0].name.as_str(), found[0].usual_term), ("张三", "2026-10-01".parse().ok()));
    let after = roster::get(
        &mut file.desk("member_get"),
        serde_json::from_value(serde_json::json!({ "id": id, "reveal": false })).unwrap(),
    )
    .unwrap();
    assert_eq!(before.member, after.member);
    delete(&mut file.desk("disposal_delete"), new).unwrap();
    assert_eq!(list(&mut file.desk("disposal_list"), Nothing {}).unwrap(), []);
}

#[rstest]
#[case::stranger("member", |r: &mut DisposalRecord| r.member = MemberId(99))]
#[case::no_ground("ground", |r: &mut DisposalRecord| r.ground = " ".into())]
#[case::tomorrow("talked_on", |r: &mut DisposalRecord| r.talked_on = "2026-11-24".parse().ok())]
#[case::term_before_decision("term_to", |r: &mut DisposalRecord| r.term_to = "2026-04-01".parse().ok())]
#[case::term_of_another_kind("term_to", |r: &mut DisposalRecord| { r.kind = DisposalKind::StrikingOff; r.term_to = "2026-06-01".parse().ok(); })]
#[case::outcome_without_day("ended_on", |r: &mut DisposalRecord| r.outcome = Some(DisposalOutcome::Corrected))]
#[case::no_meeting("meeting", |r: &mut DisposalRecord| r.meeting = Some(crate::values::MeetingId(99)))]
fn what_cannot_be_is_refused_at_its_field(#[case] field: &str, #[case] change: fn(&mut DisposalRecord)) {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    let mut wrong = record(id);
    change(&mut wrong);
    let problem = kept(&mut file, wrong).unwrap_err();
    assert_eq!(problem.fields.iter().map(|field| field.field.as_str()).collect::<Vec<_>>(), [field]);
    assert_eq!(list(&mut file.desk("disposal_list"), Nothing {}).unwrap(), []);
}

/// E16
#[test]
fn nobody_is_disposed_of_twice_for_one_matter() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    kept(&mut file, record(id)).unwrap();
    let problem = kept(&mut file, record(id)).unwrap_err();
    assert_eq!(problem.fields[0].field, "ground");
    kept(&mut file, DisposalRecord { kind: DisposalKind::Persuasion, ..record(id) }).unwrap();
}

#[test]
fn what_is_to_be_filed_and_when_a_term_ends_is_said() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    let unfiled = DisposalRecord { filed_on: None, decided_on: None, ..record(id) };
    let new = kept(&mut file, unfiled).unwrap();
    assert_eq!(said(&file, "2026-03-02")[0].0, "E15");
    let decided = DisposalRecord { id: Some(new), ..record(id) };
    kept(&mut file, decided.clone()).unwrap();
    assert_eq!(said(&file, "2026-08-31"), []);
    let due = ("E10".to_owned(), Severity::Due, "张三限期改正到2026年10月1日为止，届时请讨论结果".to_owned());
    assert_eq!(said(&file, "2026-09-01"), std::slice::from_ref(&due));
    assert_eq!(said(&file, "2026-10-01"), [due]);
    assert_eq!(
        said(&file, "2026-10-02"),
        [("E10".to_owned(), Severity::Late, "张三限期改正已到期，还没有登记结果".to_owned())]
    );
    let long = DisposalRecord { term_to: "2027-04-02".parse().ok(), ..decided.clone() };
    kept(&mut file, long).unwrap();
    assert_eq!(said(&file, "2026-10-02")[0].2, "张三限期改正的期限到2027年4月2日，最长不超过一年");
    let ended =
        DisposalRecord { outcome: Some(DisposalOutcome::Corrected), ended_on: "2026-10-01".parse().ok(), ..decided };
    kept(&mut file, ended).unwrap();
    assert_eq!(said(&file, "2026-12-31"), []);
}

/// E14
#[test]
fn who_was_struck_off_is_barred_for_five_years() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    let leave = serde_json::json!({ "id": id, "on": "2026-05-20", "how": "struck_off", "reason": "" });
    roster::leave(&mut file.desk("member_leave"), serde_json::from_value(leave).unwrap()).unwrap();
    let on = |file: &TestFile, day: &str| {
        let day = day.parse().unwrap();
        file.vault
            .read(|reader| barred(reader, &file.rules, day))
            .unwrap()
            .into_iter()
            .map(|one| one.until)
            .collect::<Vec<_>>()
    };
    assert_eq!(on(&file, "2031-05-19"), ["2031-05-20".parse().unwrap()]);
    assert_eq!(on(&file, "2031-05-20"), []);
}
