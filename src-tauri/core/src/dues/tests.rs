//! The promises of the room, walked through its handlers.

use std::sync::Arc;

use rstest::rstest;

use super::*;
use crate::attachments::{self, AttachmentAddRequest, AttachmentKind, AttachmentOwner};
use crate::meetings::MeetingKind;
use crate::outside::FileToken;
use crate::problem::Problem;
use crate::roster::{self, MemberId, MemberKind};
use crate::settings::{self, DuesRounding, Settings};
use crate::testing::{Folder, TestFile};
use crate::values::{Fen, Month};

const TODAY: &str = "2026-11-23";

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn salary(member: MemberId, from: &str, yuan: u32) -> DuesBase {
    DuesBase {
        id: None,
        member,
        kind: DuesKind::Salary,
        from: month(from),
        to: None,
        base: Some(Fen::yuan(yuan)),
        monthly: None,
        branch_agreed_on: None,
        superior_agreed_on: None,
        note: String::new(),
    }
}

fn set(file: &mut TestFile, base: DuesBase) -> Result<(), Problem> {
    let request = DuesBasesRequest { bases: vec![base] };
    Ok(save_bases(&mut file.desk("dues_bases_save"), request).map(drop)?)
}

fn typed(file: &mut TestFile, member: MemberId, on: &str, amount: u64, note: &str) -> Result<(), Problem> {
    let entry = DuesPayEntry { member, month: month(on), amount: Fen::new(amount), note: Some(note.to_owned()) };
    let request = DuesPayRequest { entries: vec![entry], paid_on: TODAY.parse().unwrap(), way: DuesWay::Cash };
    Ok(pay(&mut file.desk("dues_pay"), request).map(drop)?)
}

fn year_of(file: &mut TestFile, year: i32) -> DuesYear {
    let request = DuesYearRequest { year, search: String::new(), lacking: false, page: 0 };
    super::year(&mut file.desk("dues_year"), request).unwrap()
}

/// The states of a member's months as a string: a letter each.
fn states(file: &mut TestFile, member: MemberId) -> String {
    let year = year_of(file, 2026);
    let row = year.rows.iter().find(|row| row.member == member);
    let letter = |cell: &DuesCell| match cell.state {
        DuesState::Outside => '-',
        DuesState::Unset => '?',
        DuesState::Waived => '0',
        DuesState::Open => 'o',
        DuesState::Lacking => 'L',
        DuesState::Settled => 's',
        DuesState::More => '+',
    };
    row.map(|row| row.cells.iter().map(letter).collect()).unwrap_or_default()
}

fn fields(problem: &Problem) -> Vec<&str> {
    problem.fields.iter().map(|field| field.field.as_str()).collect()
}

/// A payment for some months, the same amount each.
fn payment(member: MemberId, months: &[&str], amount: u64) -> DuesPayment {
    let part = |on: &&str| DuesPart { month: month(on), amount: Fen::new(amount) };
    DuesPayment {
        id: None,
        member,
        paid_on: TODAY.parse().unwrap(),
        way: DuesWay::Wechat,
        payer: String::new(),
        received_by: String::new(),
        receipt: String::new(),
        transaction: String::new(),
        note: String::new(),
        months: months.iter().map(part).collect(),
    }
}

#[test]
fn months_are_owed_from_the_base_on_and_lacking_when_they_are_over() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    assert_eq!(states(&mut file, id), "????????????");
    set(&mut file, salary(id, "2026-03", 6000)).unwrap();
    assert_eq!(states(&mut file, id), "??LLLLLLLLoo");
    typed(&mut file, id, "2026-03", 9000, "").unwrap();
    typed(&mut file, id, "2026-11", 9000, "").unwrap();
    assert_eq!(states(&mut file, id), "??sLLLLLLLso");
    let row = year_of(&mut file, 2026).rows.remove(0);
    assert_eq!((row.owed, row.paid), (Fen::yuan(900), Fen::yuan(180)));
    assert_eq!((row.lacking, row.lacking_months), (Fen::yuan(630), 7));
    // The last day of a month is still in time.
    file.on_day("2026-11-30");
    assert_eq!(&states(&mut file, id)[10..], "so");
    file.on_day("2027-01-01");
    assert_eq!(&states(&mut file, id)[10..], "sL");
}

#[test]
fn the_sum_of_the_months_is_that_of_the_quarters_and_of_the_year() {
    let mut file = TestFile::on(TODAY);
    for (name, yuan) in [("甲", 2999), ("乙", 5001), ("丙", 12_345)] {
        let id = file.add_member(name, |_| ());
        set(&mut file, salary(id, "2026-01", yuan)).unwrap();
        for number in 1..=u32::from(name == "甲") + 4 {
            let owed = year_of(&mut file, 2026).rows.iter().find(|row| row.member == id).unwrap().cells[0].owed;
            typed(&mut file, id, &format!("2026-{number:02}"), owed.fen(), "").unwrap();
        }
    }
    let year = year_of(&mut file, 2026);
    for (sum, parts) in [(year.whole, &year.months), (year.whole, &year.quarters)] {
        assert_eq!(sum.owed, parts.iter().map(|part| part.owed).sum());
        assert_eq!(sum.paid, parts.iter().map(|part| part.paid).sum());
    }
    assert_eq!(year.whole.paid, year.rows.iter().map(|row| row.paid).sum());
    assert_eq!((year.months[4].owing, year.months[4].settled), (3, 1));
}

#[test]
fn a_corrected_base_alters_the_months_from_its_own_on() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    set(&mut file, salary(id, "2026-01", 3000)).unwrap();
    let before = year_of(&mut file, 2026).rows[0].cells.clone();
    set(&mut file, salary(id, "2026-07", 8000)).unwrap();
    let after = year_of(&mut file, 2026).rows[0].cells.clone();
    assert_eq!(before[..6], after[..6]);
    assert!(after[6..].iter().all(|cell| cell.owed == Fen::yuan(120)));
}

#[test]
fn a_relief_ends_and_what_was_so_before_holds_again() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    set(&mut file, salary(id, "2026-01", 3000)).unwrap();
    let relief = DuesBase {
        kind: DuesKind::Waived,
        base: None,
        to: Some(month("2026-06")),
        note: "重病住院".into(),
        ..salary(id, "2026-04", 0)
    };
    set(&mut file, relief).unwrap();
    assert_eq!(states(&mut file, id), "LLL000LLLLoo");
}

/// F06, and from the first whole month for those who come otherwise; until the month of leaving.
#[rstest]
#[case::admitted("2026-05-20", "", "", "----LLLLLLoo")]
#[case::moved_in("", "2026-05-20", "", "-----LLLLLoo")]
#[case::on_the_first("", "2026-05-01", "", "----LLLLLLoo")]
#[case::left("", "", "2026-08-15", "LLLLLLLL----")]
fn dues_are_owed_here_while_a_member_is_here(
    #[case] joined: &str,
    #[case] entered: &str,
    #[case] left: &str,
    #[case] expected: &str,
) {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |record| {
        record.entered_on = entered.parse().ok();
        if !joined.is_empty() {
            record.kind = MemberKind::Probationary;
            record.joined = joined.parse().ok();
            record.entered_on = joined.parse().ok();
        }
    });
    if !left.is_empty() {
        let leave = serde_json::json!({ "id": id, "on": left, "how": "other", "reason": "" });
        roster::leave(&mut file.desk("member_leave"), serde_json::from_value(leave).unwrap()).unwrap();
    }
    set(&mut file, salary(id, "2026-01", 3000)).unwrap();
    assert_eq!(states(&mut file, id), expected);
}

#[test]
fn whose_membership_is_suspended_owes_nothing() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    set(&mut file, salary(id, "2026-01", 3000)).unwrap();
    let fact =
        serde_json::json!({ "members": [id], "aspect": "standing", "value": "suspended", "since": "2026-09-01" });
    roster::save_facts(&mut file.desk("member_facts_save"), serde_json::from_value(fact).unwrap()).unwrap();
    assert_eq!(states(&mut file, id), "LLLLLLLL----");
}

#[rstest]
#[case(DuesRounding::Fen, 1333)]
#[case(DuesRounding::Jiao, 1330)]
#[case(DuesRounding::Yuan, 1300)]
fn what_is_owed_is_rounded_as_the_superior_has_it(#[case] rounding: DuesRounding, #[case] fen: u64) {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    let base = DuesBase { base: Some(Fen::new(266_600)), ..salary(id, "2026-01", 0) };
    set(&mut file, base).unwrap();
    let mut kept = Settings::default();
    kept.dues.rounding = rounding;
    kept.dues.rounding_from = Some(month("2026-02"));
    settings::save(&mut file.desk("settings_save"), kept).unwrap();
    let owed: Vec<_> = year_of(&mut file, 2026).rows[0].cells.iter().map(|cell| cell.owed.fen()).collect();
    assert_eq!((owed[0], owed[1]), (1333, fen));
    let asked = serde_json::json!({ "kind": "salary", "base_fen": 266_600, "on": "2026-02-01" });
    let rate = rate(&mut file.desk("dues_rate"), serde_json::from_value(asked).unwrap()).unwrap();
    assert_eq!(rate.fen.fen(), fen, "what is shown beside a base is what is owed");
}

#[test]
fn where_dues_are_paid_by_the_quarter_a_month_is_due_at_its_end() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    set(&mut file, salary(id, "2026-01", 3000)).unwrap();
    let mut kept = Settings::default();
    kept.dues.quarterly = true;
    settings::save(&mut file.desk("settings_save"), kept).unwrap();
    assert_eq!(states(&mut file, id), "LLLLLLLLLooo");
}

#[rstest]
#[case::no_base("base", |b: &mut DuesBase| b.base = None)]
#[case::absurd("base", |b: &mut DuesBase| b.base = Some(Fen::yuan(1_000_001)))]
#[case::stranger("member", |b: &mut DuesBase| b.member = MemberId(99))]
#[case::an_end("to", |b: &mut DuesBase| b.to = Some(b.from))]
#[case::relief_without_end("to", |b: &mut DuesBase| { b.kind = DuesKind::Waived; b.note = "困难".into(); })]
#[case::relief_without_reason("note", |b: &mut DuesBase| { b.kind = DuesKind::Waived; b.to = Some(b.from); })]
#[case::farmer("monthly", |b: &mut DuesBase| { b.kind = DuesKind::Farmer; b.monthly = Some(Fen::new(101)); })]
#[case::farmer_too_little("monthly", |b: &mut DuesBase| { b.kind = DuesKind::Farmer; b.monthly = Some(Fen::new(19)); })]
#[case::reduced("monthly", |b: &mut DuesBase| { b.kind = DuesKind::Reduced; b.to = Some(b.from); b.note = "困难".into(); })]
fn a_base_that_cannot_be_is_refused_at_its_field(#[case] field: &str, #[case] change: fn(&mut DuesBase)) {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    let mut base = salary(id, "2026-01", 3000);
    change(&mut base);
    let problem = set(&mut file, base).unwrap_err();
    assert_eq!(fields(&problem), [format!("bases.0.{field}")]);
    assert_eq!(member(&mut file.desk("dues_member"), id).unwrap().bases, []);
}

#[test]
fn from_one_month_on_there_is_one_base() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    set(&mut file, salary(id, "2026-01", 3000)).unwrap();
    assert_eq!(fields(&set(&mut file, salary(id, "2026-01", 4000)).unwrap_err()), ["bases.0.from"]);
    let known = member(&mut file.desk("dues_member"), id).unwrap().bases.remove(0);
    set(&mut file, DuesBase { base: Some(Fen::yuan(4000)), ..known }).unwrap();
    assert_eq!(year_of(&mut file, 2026).rows[0].cells[0].owed, Fen::yuan(40));
}

#[test]
fn what_differs_from_what_is_owed_needs_a_reason() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    set(&mut file, salary(id, "2026-01", 3000)).unwrap();
    assert_eq!(fields(&typed(&mut file, id, "2026-01", 1000, "").unwrap_err()), ["entries.0.note"]);
    typed(&mut file, id, "2026-01", 1000, "月底补齐").unwrap();
    assert_eq!(&states(&mut file, id)[..2], "LL");
    typed(&mut file, id, "2026-01", 5000, "多交的算自愿").unwrap();
    assert_eq!(&states(&mut file, id)[..2], "+L");
    typed(&mut file, id, "2026-01", 0, "").unwrap();
    assert_eq!(member(&mut file.desk("dues_member"), id).unwrap().payments, []);
}

#[rstest]
#[case::before_the_party("2026-01", "entries.0.month")]
#[case::after_leaving("2026-10", "entries.0.month")]
fn nobody_pays_here_before_membership_or_after_leaving(#[case] on: &str, #[case] field: &str) {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |record| record.entered_on = "2026-03-10".parse().ok());
    let leave = serde_json::json!({ "id": id, "on": "2026-08-15", "how": "other", "reason": "" });
    roster::leave(&mut file.desk("member_leave"), serde_json::from_value(leave).unwrap()).unwrap();
    assert_eq!(fields(&typed(&mut file, id, on, 1500, "").unwrap_err()), [field]);
    typed(&mut file, id, "2026-03", 1500, "").unwrap();
    typed(&mut file, id, "2026-08", 1500, "").unwrap();
}

#[test]
fn a_correction_changes_its_own_month_of_a_payment_for_several() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    set(&mut file, salary(id, "2026-01", 3000)).unwrap();
    let months = ["2026-01", "2026-02", "2026-03"];
    save_payment(&mut file.desk("dues_payment_save"), payment(id, &months, 1500)).unwrap();
    assert_eq!(&states(&mut file, id)[..4], "sssL");
    typed(&mut file, id, "2026-02", 500, "少收了").unwrap();
    assert_eq!(&states(&mut file, id)[..4], "sLsL");
    let kept = member(&mut file.desk("dues_member"), id).unwrap();
    assert_eq!(kept.payments.len(), 1);
    assert_eq!(kept.paid_to, Some(month("2026-01")));
}

#[rstest]
#[case::tomorrow("paid_on", |p: &mut DuesPayment| p.paid_on = "2026-11-24".parse().unwrap())]
#[case::no_month("months", |p: &mut DuesPayment| p.months.clear())]
#[case::twice("months", |p: &mut DuesPayment| p.months.push(p.months[0]))]
#[case::nothing("months.0.amount", |p: &mut DuesPayment| p.months[0].amount = Fen::default())]
#[case::absurd("months.0.amount", |p: &mut DuesPayment| p.months[0].amount = Fen::yuan(1_000_001))]
#[case::far_ahead("months.0.month", |p: &mut DuesPayment| p.months[0].month = month("2027-12"))]
#[case::somebody_else("note", |p: &mut DuesPayment| p.payer = "李四".into())]
#[case::stranger("member", |p: &mut DuesPayment| p.member = MemberId(99))]
fn a_payment_that_cannot_be_is_refused_at_its_field(#[case] field: &str, #[case] change: fn(&mut DuesPayment)) {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    let mut wrong = payment(id, &["2026-01"], 1500);
    change(&mut wrong);
    let refused = save_payment(&mut file.desk("dues_payment_save"), wrong);
    let problem = Problem::from(refused.map(drop).unwrap_err());
    let found = fields(&problem);
    assert!(found.contains(&field), "{found:?}");
    assert_eq!(member(&mut file.desk("dues_member"), id).unwrap().payments, []);
}

#[test]
fn a_transaction_is_entered_once() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    let one = DuesPayment { transaction: "4200001".into(), ..payment(id, &["2026-01"], 1500) };
    let kept = save_payment(&mut file.desk("dues_payment_save"), one.clone()).unwrap().value;
    let again = save_payment(
        &mut file.desk("dues_payment_save"),
        DuesPayment { months: payment(id, &["2026-02"], 1).months, ..one.clone() },
    );
    assert_eq!(fields(&Problem::from(again.map(drop).unwrap_err())), ["transaction"]);
    // It may be corrected, but not in the grid, which does not show it.
    save_payment(&mut file.desk("dues_payment_save"), DuesPayment { id: Some(kept), receipt: "001".into(), ..one })
        .unwrap();
    assert_eq!(fields(&typed(&mut file, id, "2026-01", 2000, "改").unwrap_err()), ["entries.0.amount"]);
    delete_payment(&mut file.desk("dues_payment_delete"), kept).unwrap();
    assert_eq!(states(&mut file, id), "????????????");
}

fn entry(kind: DuesEntryKind, on: &str, yuan: u32) -> DuesEntry {
    DuesEntry {
        id: None,
        on: on.parse().unwrap(),
        kind,
        amount: Fen::yuan(yuan),
        from: Some(month("2026-01")),
        to: Some(month("2026-03")),
        spent_for: (kind == DuesEntryKind::Spent).then_some(DuesUse::Materials),
        meeting: None,
        party: "示例街道党委".into(),
        voucher: String::new(),
        note: "党员学习资料".into(),
    }
}

fn book(file: &mut TestFile, entry: DuesEntry) -> Result<(), Problem> {
    Ok(save_entry(&mut file.desk("dues_entry_save"), entry).map(drop)?)
}

#[test]
fn what_comes_in_and_goes_out_adds_up() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    book(&mut file, entry(DuesEntryKind::Opening, "2025-12-31", 50)).unwrap();
    let paid = DuesPayment { paid_on: "2026-04-01".parse().unwrap(), ..payment(id, &["2026-01", "2026-02"], 1500) };
    save_payment(&mut file.desk("dues_payment_save"), paid).unwrap();
    book(&mut file, entry(DuesEntryKind::HandedUp, "2026-04-05", 30)).unwrap();
    book(&mut file, entry(DuesEntryKind::Returned, "2026-05-05", 10)).unwrap();
    book(&mut file, entry(DuesEntryKind::Spent, "2026-06-05", 45)).unwrap();
    let year = ledger(&mut file.desk("dues_ledger"), DuesLedgerRequest { year: 2026 }).unwrap();
    assert_eq!((year.before, year.paid_in, year.balance), (5000, Fen::yuan(30), 1500));
    assert_eq!((year.handed_up, year.returned, year.spent), (Fen::yuan(30), Fen::yuan(10), Fen::yuan(45)));
    assert_eq!(year.entries.iter().map(|row| row.balance).collect::<Vec<_>>(), [1500, 6000, 5000]);
    assert_eq!(year.uses, [DuesUseSum { spent_for: DuesUse::Materials, amount: Fen::yuan(45) }]);
    // More than is there cannot go out.
    let problem = book(&mut file, entry(DuesEntryKind::Spent, "2026-07-05", 16)).unwrap_err();
    assert_eq!(fields(&problem), ["amount"]);
}

#[rstest]
#[case::no_use("spent_for", |e: &mut DuesEntry| e.spent_for = None)]
#[case::not_said_what("note", |e: &mut DuesEntry| e.note.clear())]
#[case::nothing("amount", |e: &mut DuesEntry| e.amount = Fen::default())]
#[case::tomorrow("on", |e: &mut DuesEntry| e.on = "2026-11-24".parse().unwrap())]
#[case::no_meeting("meeting", |e: &mut DuesEntry| e.meeting = Some(crate::values::MeetingId(99)))]
#[case::up_without_months("from", |e: &mut DuesEntry| { e.kind = DuesEntryKind::HandedUp; e.from = None; })]
#[case::up_to_nobody("party", |e: &mut DuesEntry| { e.kind = DuesEntryKind::HandedUp; e.party.clear(); })]
fn a_line_that_cannot_be_is_refused_at_its_field(#[case] field: &str, #[case] change: fn(&mut DuesEntry)) {
    let mut file = TestFile::on(TODAY);
    book(&mut file, entry(DuesEntryKind::Opening, "2026-01-01", 100)).unwrap();
    let mut wrong = entry(DuesEntryKind::Spent, "2026-06-05", 45);
    change(&mut wrong);
    assert_eq!(fields(&book(&mut file, wrong).unwrap_err()), [field]);
}

#[test]
fn a_meeting_that_decided_upon_spending_is_kept() {
    let mut file = TestFile::on(TODAY);
    file.add_member("张三", |_| ());
    let meeting = file.add_meeting(&[MeetingKind::General], "2026-06-01");
    book(&mut file, entry(DuesEntryKind::Opening, "2026-01-01", 100)).unwrap();
    let too_late = DuesEntry { meeting: Some(meeting), ..entry(DuesEntryKind::Spent, "2026-05-05", 45) };
    assert_eq!(fields(&book(&mut file, too_late).unwrap_err()), ["meeting"]);
    book(&mut file, DuesEntry { meeting: Some(meeting), ..entry(DuesEntryKind::Spent, "2026-06-05", 45) }).unwrap();
    let year = ledger(&mut file.desk("dues_ledger"), DuesLedgerRequest { year: 2026 }).unwrap();
    assert!(year.entries[0].meeting_title.starts_with("2026年6月1日"), "{}", year.entries[0].meeting_title);
    let refused = crate::meetings::delete(&mut file.desk("meeting_delete"), meeting).unwrap_err();
    assert_eq!(Problem::from(refused).code, "meeting_in_dues");
}

/// What the room says on a day, by rule.
fn said(file: &mut TestFile, day: &str) -> Vec<(String, String)> {
    let found = file.watched(watch, day, &[]);
    found.into_iter().map(|one| (one.rule.map(|rule| rule.to_string()).unwrap_or_default(), one.message)).collect()
}

#[test]
fn a_branch_that_keeps_no_dues_here_hears_nothing() {
    let mut file = TestFile::on(TODAY);
    file.add_member("张三", |_| ());
    assert_eq!(said(&mut file, TODAY), []);
}

#[test]
fn who_has_no_base_and_who_has_an_old_one_is_said() {
    let mut file = TestFile::on("2026-01-10");
    let [one, _] = ["张三", "李四"].map(|name| file.add_member(name, |_| ()));
    set(&mut file, salary(one, "2025-12", 3000)).unwrap();
    let sentences = said(&mut file, "2026-01-10");
    let has = |rule: &str, text: &str| sentences.iter().any(|(by, said)| by == rule && said.contains(text));
    assert!(has("F08", "李四还没有核定过党费基数"), "{sentences:?}");
    assert!(has("F08", "有 1 名党员还沿用以前的党费基数"), "{sentences:?}");
}

#[test]
fn arrears_are_said_and_half_a_year_of_nothing_is_another_matter() {
    let mut file = TestFile::on("2026-03-01");
    let id = file.add_member("张三", |_| ());
    set(&mut file, salary(id, "2026-01", 3000)).unwrap();
    let of = |file: &mut TestFile, day: &str| {
        file.on_day(day);
        said(file, day).into_iter().filter(|(rule, _)| rule == "F10" || rule == "E11").collect::<Vec<_>>()
    };
    let owes = |text: &str| vec![("F10".to_owned(), text.to_owned())];
    assert_eq!(of(&mut file, "2026-01-31"), owes("2026年1月的党费还有 1 名党员没有交"));
    assert_eq!(of(&mut file, "2026-02-01"), owes("张三欠交 1 个月党费 15.00 元（从2026年1月起）"));
    assert_eq!(of(&mut file, "2026-06-02"), owes("张三欠交 5 个月党费 75.00 元（从2026年1月起）"));
    let half_a_year = of(&mut file, "2026-07-01");
    assert_eq!(half_a_year[0].0, "E11");
    assert!(half_a_year[0].1.contains("连续 6 个月"), "{half_a_year:?}");
    // One payment stops that clock; what is older than half a year stays to be said.
    typed_on(&mut file, id, "2026-07", "2026-07-15");
    let after = of(&mut file, "2026-09-01");
    assert_eq!(after, owes("张三欠交 7 个月党费 105.00 元（从2026年1月起），补交党费一般不超过 6 个月"));
}

fn typed_on(file: &mut TestFile, member: MemberId, on: &str, day: &str) {
    let entry = DuesPayEntry { member, month: month(on), amount: Fen::new(1500), note: None };
    file.on_day(day);
    let request = DuesPayRequest { entries: vec![entry], paid_on: day.parse().unwrap(), way: DuesWay::Cash };
    pay(&mut file.desk("dues_pay"), request).unwrap();
}

#[test]
fn a_relief_without_its_approvals_and_one_that_ends_are_said() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    let relief = DuesBase {
        kind: DuesKind::Waived,
        base: None,
        to: Some(month("2026-12")),
        branch_agreed_on: "2026-01-05".parse().ok(),
        note: "重病".into(),
        ..salary(id, "2026-01", 0)
    };
    set(&mut file, relief).unwrap();
    let sentences: Vec<_> = said(&mut file, TODAY).into_iter().map(|(_, said)| said).collect();
    assert_eq!(sentences, ["张三免交党费还没有登记上级批准的日期", "张三免交党费到2026年12月为止，以后怎么交请研究"]);
}

#[test]
fn a_large_payment_goes_up_with_a_receipt() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    set(&mut file, salary(id, "2026-11", 100_000)).unwrap();
    let large = |amount| payment(id, &["2026-11"], amount);
    let below = save_payment(&mut file.desk("dues_payment_save"), large(99_999)).unwrap().value;
    assert!(!said(&mut file, TODAY).iter().any(|(rule, _)| rule == "F09"));
    delete_payment(&mut file.desk("dues_payment_delete"), below).unwrap();
    let kept = save_payment(&mut file.desk("dues_payment_save"), large(100_000)).unwrap().value;
    assert!(said(&mut file, TODAY).iter().any(|(rule, text)| rule == "F09" && text.contains("1000.00 元")));
    let with_receipt = DuesPayment { id: Some(kept), receipt: "0001".into(), ..large(100_000) };
    save_payment(&mut file.desk("dues_payment_save"), with_receipt).unwrap();
    assert!(!said(&mut file, TODAY).iter().any(|(rule, _)| rule == "F09"));
}

#[test]
fn a_picture_of_the_receipt_is_as_good_as_its_number_and_goes_with_the_payment() {
    let mut file = TestFile::on(TODAY);
    file.outside.desktop = Arc::new(Folder::with("收据.pdf", b"%PDF-1.7"));
    let id = file.add_member("张三", |_| ());
    set(&mut file, salary(id, "2026-11", 100_000)).unwrap();
    let large = save_payment(&mut file.desk("dues_payment_save"), payment(id, &["2026-11"], 100_000)).unwrap().value;
    let owner = AttachmentOwner::DuesPayment(large);
    let request = AttachmentAddRequest {
        owner,
        kind: AttachmentKind::File,
        files: vec![FileToken("收据.pdf".to_owned())],
        keep_originals: false,
    };
    attachments::add(&mut file.desk("attachment_add"), request).unwrap();
    assert!(!said(&mut file, TODAY).iter().any(|(rule, _)| rule == "F09"));
    delete_payment(&mut file.desk("dues_payment_delete"), large).unwrap();
    assert_eq!(attachments::list(&mut file.desk("attachment_list"), owner).unwrap(), []);
}

#[test]
fn a_month_has_its_note_which_changes_alone_and_the_year_tells_what_is_lacking() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    set(&mut file, salary(id, "2026-09", 3000)).unwrap();
    typed(&mut file, id, "2026-09", 1500, "妻子代交").unwrap();
    let cell = |file: &mut TestFile| year_of(file, 2026).rows[0].cells[8].clone();
    assert_eq!(cell(&mut file).note, "妻子代交");
    typed_on(&mut file, id, "2026-09", TODAY);
    assert_eq!(cell(&mut file).note, "妻子代交", "an amount that stays keeps its note");
    typed(&mut file, id, "2026-09", 1500, "").unwrap();
    assert_eq!(cell(&mut file).note, "");
    assert_eq!(year_of(&mut file, 2026).lacking, Fen::new(1500), "October alone is over and not paid");
}

#[test]
fn a_relief_that_ended_with_the_year_is_told_in_the_next() {
    let mut file = TestFile::on("2026-12-31");
    let id = file.add_member("张三", |_| ());
    let relief = DuesBase {
        kind: DuesKind::Waived,
        base: None,
        to: Some(month("2026-12")),
        note: "重病".into(),
        ..salary(id, "2026-01", 0)
    };
    set(&mut file, relief.clone()).unwrap();
    let ended = |file: &mut TestFile, year| year_of(file, year).rows[0].ended.clone().and_then(|base| base.to);
    assert_eq!(ended(&mut file, 2026), None);
    assert_eq!(ended(&mut file, 2027), Some(month("2026-12")));
    set(&mut file, DuesBase { from: month("2027-01"), to: Some(month("2027-12")), ..relief }).unwrap();
    assert_eq!(ended(&mut file, 2027), None);
}

#[test]
fn a_year_is_published_once_and_that_is_asked_for() {
    let mut file = TestFile::on("2027-02-01");
    let id = file.add_member("张三", |_| ());
    set(&mut file, salary(id, "2026-01", 3000)).unwrap();
    typed_on(&mut file, id, "2026-05", "2026-05-05");
    file.on_day("2027-02-01");
    let asked = |file: &mut TestFile| said(file, "2027-02-01").iter().any(|(rule, _)| rule == "F13");
    assert!(asked(&mut file));
    let publication = DuesPublication {
        year: 2026,
        published_on: "2027-01-30".parse().unwrap(),
        place: "支部公布栏".into(),
        note: String::new(),
    };
    publish(&mut file.desk("dues_publish"), publication.clone()).unwrap();
    assert!(!asked(&mut file));
    let early = DuesPublication { published_on: "2025-12-30".parse().unwrap(), ..publication };
    let problem = Problem::from(publish(&mut file.desk("dues_publish"), early).map(drop).unwrap_err());
    assert_eq!(fields(&problem), ["published_on"]);
    unpublish(&mut file.desk("dues_unpublish"), DuesLedgerRequest { year: 2026 }).unwrap();
    assert!(asked(&mut file));
}

#[test]
fn a_name_learnt_wrongly_is_forgotten() {
    let mut file = TestFile::on(TODAY);
    let id = file.add_member("张三", |_| ());
    let aliases = vec![DuesAlias { alias: "晨光".into(), member: id }];
    let request = DuesImportRequest { payments: vec![payment(id, &["2026-01"], 1500)], aliases };
    let taken = import(&mut file.desk("dues_import"), request.clone()).unwrap().value;
    assert_eq!((taken.payments, taken.amount), (1, Fen::new(1500)));
    assert_eq!(member(&mut file.desk("dues_member"), id).unwrap().aliases, ["晨光"]);
    forget_alias(&mut file.desk("dues_alias_forget"), "晨光".into()).unwrap();
    assert_eq!(member(&mut file.desk("dues_member"), id).unwrap().aliases, [""; 0]);
    assert!(forget_alias(&mut file.desk("dues_alias_forget"), "晨光".into()).is_err());
}
