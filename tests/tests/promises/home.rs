//! The home page of the sample branch on eight days on which nothing more was entered: what a careful secretary would be
//! told, line by line.
//!
//! Each line was worked out from the records and `docs/DOMAIN.md` by hand before it was pinned. Why they are right:
//!
//! - D02 江一帆: applied on 2026-10-09, a month, no talk. D05 罗清川: last looked at on 2025-07-11, half a year. D05 沈知远: activist
//!   since 2026-05-07, half a year. D06: a year after that (罗清川 2025-12-23, 沈知远 2027-05-07). D11: no training entered.
//!   D31: three months after the last report, or after becoming an activist.
//! - D23 刘昇: admitted on 2026-02-13, so the year ends on 2027-02-12 and 13 February is the first day for the conversion (D32).
//! - E12 朱飞宇: the letter of 2026-08-15 was good for 90 days; nobody accepted it.
//! - F10 丁强秀: 5,400 yuan at 1.5 % are 81.00 a month, unpaid since August. The 42 others together owe 4,709.75 a month: 45
//!   people have a base, less one who moved out, one whose dues are waived, and 丁强秀. E11 after six months of nothing.
//! - F05 何䶮: the waiver ends with 2026. F08: those admitted in the year and five of faulty files have no base; from 2027 on
//!   the others have an old one. F13: last year's dues are published by the end of March.
//! - D29 刘昇: no development file is about this member.
//! - B09, B11, B12, B14, B18: none held in the month or quarter; 2 December was planned, and its three working days (B21)
//!   end on the 7th. B15, B16, B17: none in 2026. B07: elected on 2024-06-06 for three years.
//! - E01: all fifty have at most 25 hours of 32 (56 of those in office).
//! - A quarter stays open until its report is signed; only the third of 2026 is.

use std::fmt::Write;

use serde_json::{Value, json};
use zhibu_core::problem::Problem;
use zhibu_tests::Program;

const MADE_ON: &str = "2026-11-23";

const DAYS: [&str; 8] =
    [MADE_ON, "2026-11-30", "2026-12-07", "2026-12-31", "2027-01-04", "2027-02-15", "2027-03-31", "2027-07-01"];

/// A program in which the sample is made.
struct Making<'a>(&'a Program);

impl zhibu_sample::Program for Making<'_> {
    fn call(&self, command: &str, request: Value) -> Result<Value, Problem> {
        self.0.call(command, request)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> Result<String, Problem> {
        std::fs::write(self.0.path(name), bytes).unwrap();
        Ok(name.to_owned())
    }
}

#[test]
fn the_home_of_the_sample_branch_says_on_eight_days_what_was_worked_out_by_hand() {
    let program = Program::new(MADE_ON);
    zhibu_sample::make(&Making(&program), "支部.zhibu", MADE_ON.parse().unwrap()).unwrap();
    program.ok("vault_lock", json!({}));
    for day in DAYS {
        let program = program.on(day);
        program.ok("vault_unlock", json!({ "file": "支部.zhibu", "passphrase": zhibu_sample::PASSPHRASE }));
        insta::assert_snapshot!(day, told(&program.ok("home_overview", json!({}))));
        program.ok("vault_lock", json!({}));
    }
}

/// What the page says, a line each, group by group.
fn told(home: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let mut todo = home["todo"].as_array().unwrap().iter();
    let mut lines = String::new();
    for group in home["groups"].as_array().unwrap() {
        let count = group["count"].as_u64().unwrap();
        writeln!(lines, "== {} {count}", text(&group["when"])).unwrap();
        for finding in todo.by_ref().take(usize::try_from(count).unwrap()) {
            let [severity, rule, due, message] =
                ["severity", "rule", "due", "message"].map(|name| text(&finding[name]));
            writeln!(lines, "{severity} {rule} {due} {message}").unwrap();
        }
    }
    assert_eq!(todo.next(), None, "in no group");
    for state in home["states"].as_array().unwrap() {
        writeln!(lines, "{} {}", if state["is_good"] == true { "✓" } else { "✗" }, text(&state["said"])).unwrap();
    }
    lines
}
