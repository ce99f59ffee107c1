//! The rules by which a file is taken or refused, what is summed, and what stands on the papers.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, FixedOffset};
use rstest::rstest;
use serde_json::json;

use super::columns::{COLUMNS, figures, summed};
use super::export::table;
use super::judge::{Found, acceptable};
use super::*;
use crate::meetings::MeetingKind;
use crate::outside::Writing;
use crate::paper::Papers;
use crate::problem::{Explain, Problem};
use crate::reports::{self, QuarterlyReport, VerifyView};
use crate::signing::{self, TrustedSigner};
use crate::testing::TestFile;
use crate::values::{Period, Quarter};

const TODAY: &str = "2026-10-08";

fn quarter(text: &str) -> Quarter {
    text.parse().unwrap()
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn moment(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

/// A branch's report of a period with records behind it.
fn report() -> QuarterlyReport {
    let mut file = TestFile::on(TODAY);
    file.name_branch("第一支部", true);
    let members = ["张三", "李四", "王五"].map(|name| file.add_member(name, |_| ()));
    let meeting = file.add_meeting(&[MeetingKind::General], "2026-09-10");
    file.attend(meeting, &members[..1]);
    let today = TODAY.parse().unwrap();
    file.vault.read(|reader| reports::build(reader, &file.rules, period("2026Q3"), today)).unwrap()
}

/// A superior's file.
fn committee() -> TestFile {
    let mut file = TestFile::on(TODAY);
    file.name_branch("示例街道党委", true);
    file.vault.mark_superior().unwrap();
    file
}

/// What the check says of a sound report of a trusted branch.
fn sound() -> VerifyView {
    VerifyView {
        file: "a.pdf".to_owned(),
        valid: true,
        trusted: true,
        signer: Some("第一支部".to_owned()),
        fingerprint: Some("AB".repeat(32)),
        signed_at: Some(moment("2026-10-03T09:00:00+08:00")),
        covers_whole_file: true,
        sentence: "签名有效".to_owned(),
        known_as: Some("第一支部".to_owned()),
        remarks: Vec::new(),
        fault: None,
        facts: Vec::new(),
        receipt: None,
        unread: None,
        report: Some(report()),
    }
}

#[rstest]
#[case::sound(|_: &mut VerifyView| (), "taken")]
#[case::damaged(|view: &mut VerifyView| view.fault = Some("truncated".to_owned()), "truncated")]
#[case::of_a_later_program(|view: &mut VerifyView| (view.report, view.unread) = (None, Some("newer_format".to_owned())), "newer_format")]
#[case::no_report(|view: &mut VerifyView| (view.report, view.unread) = (None, Some("not_a_report".to_owned())), "not_a_report")]
#[case::a_known_name_with_another_key(|view: &mut VerifyView| (view.trusted, view.known_as) = (false, None), "other_key")]
#[case::nobody_known(|view: &mut VerifyView| (view.trusted, view.known_as, view.signer) = (false, None, Some("他".to_owned())), "unknown_signer")]
#[case::renewed_too_late(|view: &mut VerifyView| view.trusted = false, "renewed_late")]
#[case::of_another_branch(|view: &mut VerifyView| view.known_as = Some("第二支部".to_owned()), "wrong_branch")]
#[case::signed_tomorrow(|view: &mut VerifyView| view.signed_at = Some(moment("2026-10-09T09:00:00+08:00")), "from_the_future")]
#[case::of_a_quarter_to_come(|view: &mut VerifyView| view.report.as_mut().unwrap().quarter = quarter("2027Q1"), "from_the_future")]
#[case::of_another_quarter(|view: &mut VerifyView| view.report.as_mut().unwrap().quarter = quarter("2026Q2"), "wrong_quarter")]
fn a_report_is_taken_or_refused_for_what_speaks_most_against_it(
    #[case] change: fn(&mut VerifyView),
    #[case] expected: &str,
) {
    let mut view = sound();
    change(&mut view);
    let names = HashSet::from(["第一支部".to_owned()]);
    let judged = acceptable(&view, &names, Some(period("2026Q3")), moment("2026-10-08T09:00:00+08:00"));
    assert_eq!(judged.map_or_else(|(code, _)| code, |_| "taken".to_owned()), expected);
}

#[test]
fn every_column_is_found_in_a_report() {
    let found = figures(&report());
    for column in COLUMNS {
        assert!(found.contains_key(column.key), "{} is nowhere", column.key);
    }
    assert_eq!((found["members"], found["meetings_held"]), (3, 1));
    assert_eq!((found["attendance_expected"], found["attendance_present"]), (3, 2));
}

#[test]
fn a_report_without_a_section_has_none_of_its_figures_and_spoils_no_sum() {
    let mut lacking = report();
    lacking.sections.remove("dues");
    lacking.sections.get_mut("members").unwrap().fields.insert("end".to_owned(), json!("很多"));
    let row = |number, figures| SuperiorRow {
        branch: SuperiorBranchId(number),
        name: format!("第{number}支部"),
        contact: String::new(),
        phone: String::new(),
        report: Some(SuperiorReport {
            id: SuperiorReportId(number),
            version: 1,
            signed_at: moment("2026-10-03T09:00:00+08:00"),
            received_on: TODAY.parse().unwrap(),
            receipted_on: None,
            remark: String::new(),
            figures,
        }),
    };
    let huge = BTreeMap::from([("members".to_owned(), i64::MAX), ("dues_paid".to_owned(), 123_456)]);
    let rows = [row(1, figures(&lacking)), row(2, figures(&report())), row(3, huge)];
    let sums = summed(&rows);
    let of = |key: &str| sums.iter().find(|column| column.key == key).map(|column| (column.sum, column.count)).unwrap();
    assert_eq!(of("members"), (i64::MAX, 2));
    assert_eq!(of("dues_paid"), (123_456, 2));

    let sheet = table(period("2026Q3"), &rows);
    let paid = sheet.header.iter().position(|title| title == "实交党费（元）").unwrap();
    assert_eq!(sheet.rows.iter().map(|row| row[paid].as_str()).collect::<Vec<_>>(), ["", "0.00", "1234.56", "1234.56"]);
}

fn branch(id: Option<SuperiorBranchId>, name: &str) -> SuperiorBranch {
    SuperiorBranch { id, ..SuperiorBranch::new(name) }
}

#[test]
fn a_branch_keeps_its_certificates_under_a_new_name_and_loses_them_when_it_goes() {
    let mut file = committee();
    let entry =
        SuperiorEnrolment { name: "第一支部".to_owned(), fingerprint: format!("zhibu-cert:{}", "ab".repeat(32)) };
    let enrolled = enrol(&mut file.desk("superior_enrol"), SuperiorEnrolRequest { entries: vec![entry.clone()] });
    let view = enrolled.unwrap().value.remove(0);
    assert_eq!((view.branch.name.as_str(), view.certificates), ("第一支部", vec!["AB".repeat(32)]));

    let other = SuperiorEnrolment { name: "第二支部".to_owned(), ..entry };
    let refused = enrol(&mut file.desk("superior_enrol"), SuperiorEnrolRequest { entries: vec![other] }).unwrap_err();
    assert_eq!(Problem::from(refused).fields[0].field, "entries.0.fingerprint");

    let renamed = save(&mut file.desk("superior_branch_save"), branch(view.branch.id, "新名支部")).unwrap().value;
    assert_eq!(renamed[0].certificates, ["AB".repeat(32)]);
    assert_eq!(delete(&mut file.desk("superior_branch_delete"), view.branch.id.unwrap()).unwrap().value, []);
    assert_eq!(file.vault.read(signing::trusted).unwrap(), Vec::<TrustedSigner>::new());
}

#[test]
fn what_cannot_be_is_refused_at_its_field() {
    let mut file = committee();
    save(&mut file.desk("superior_branch_save"), branch(None, "第一支部")).unwrap();
    for (record, field) in [
        (branch(None, " "), "name"),
        (branch(None, "第一支部"), "name"),
        (
            SuperiorBranch { since: Some(quarter("2026Q3")), until: Some(quarter("2026Q2")), ..branch(None, "二") },
            "until",
        ),
    ] {
        let refused = Problem::from(save(&mut file.desk("superior_branch_save"), record).unwrap_err());
        assert_eq!(refused.fields[0].field, field);
    }
}

fn take(file: &mut TestFile, name: &str, version: u32) {
    let found = Found {
        file: "a.pdf".to_owned(),
        branch: name.to_owned(),
        fingerprint: "AB".repeat(32),
        period: period("2026Q3"),
        version,
        signed_at: moment("2026-10-03T09:00:00+08:00"),
        sha256: String::new(),
        figures: BTreeMap::from([("members".to_owned(), i64::from(version))]),
        remark: String::new(),
        bytes: format!("{name} {version}").into_bytes(),
    };
    let today = TODAY.parse().unwrap();
    let keep = |tx: &crate::vault::Tx<'_>| {
        let branch = store::named(tx, name)?.unwrap();
        store::add_report(tx, branch, &found, today)
    };
    file.desk("superior_collect").transact("收取", keep).unwrap();
}

#[test]
fn of_each_branch_the_newest_version_counts_and_who_is_not_expected_is_not_missing() {
    let mut file = committee();
    for (name, until) in [("甲", None), ("乙", None), ("丙", Some(quarter("2026Q2"))), ("丁", Some(quarter("2026Q2")))]
    {
        let branch = SuperiorBranch { until, ..branch(None, name) };
        save(&mut file.desk("superior_branch_save"), branch).unwrap();
    }
    for (name, version) in [("甲", 2), ("甲", 1), ("丙", 5)] {
        take(&mut file, name, version);
    }
    let view = super::period(&mut file.desk("superior_period"), SuperiorPeriodRequest::default()).unwrap();
    assert_eq!((view.period, view.periods.len()), (period("2026Q3"), 1));
    let mut told: Vec<_> =
        view.rows.iter().map(|row| (row.name.as_str(), row.report.as_ref().map(|report| report.version))).collect();
    told.sort_unstable();
    assert_eq!(told, [("丙", Some(5)), ("乙", None), ("甲", Some(2))]);
    assert_eq!(view.columns.iter().find(|column| column.key == "members").unwrap().sum, 7);
    let id = view.rows.iter().find(|row| row.name == "甲").unwrap().branch;
    assert_eq!(delete(&mut file.desk("superior_branch_delete"), id).unwrap_err().code(), "has_reports");

    let drawn = |file: &mut TestFile, paper: SuperiorPaper| -> Result<Writing, SuperiorError> {
        Ok(paper.draw(&file.door("paper_preview"))?.document.writing().unwrap().clone())
    };
    let period = period("2026Q3");
    let letters = drawn(&mut file, SuperiorPaper::Reminder { period, branch: None }).unwrap().to_string();
    assert!(letters.contains("乙：") && !letters.contains("甲：") && letters.contains("示例街道党委"), "{letters}");
    assert!(letters.contains("截至2026年10月8日，还没有收到你支部2026年第三季度的工作报告"), "{letters}");
    let list = drawn(&mut file, SuperiorPaper::MissingList { period }).unwrap();
    assert_eq!(list.rows(), [["1", "乙", "", ""]]);
    take(&mut file, "乙", 1);
    let nobody = drawn(&mut file, SuperiorPaper::Reminder { period, branch: None });
    assert_eq!(nobody.unwrap_err().code(), "nobody_missing");
}
