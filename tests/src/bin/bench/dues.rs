//! Dues of fifty people for ten years, and of ten thousand for one.

use serde_json::{Value, json};
use zhibu_tests::Program;

use crate::clock::{line, median, milliseconds, warm};

/// Gives everybody a base from `year` on, and pays for every month up to August 2026, a month at a time.
pub(crate) fn keep(program: &Program, year: i32) {
    let everyone = program.ok("roster_list", json!({ "limit": 20_000 }))["rows"].take();
    let everyone: Vec<&Value> = everyone.as_array().unwrap().iter().map(|row| &row["id"]).collect();
    let base = |member: &&Value| json!({ "id": null, "member": member, "kind": "salary", "from": format!("{year}-01"), "base": 300_000 });
    let bases: Vec<Value> = everyone.iter().map(base).collect();
    program.ok("dues_bases_save", json!({ "bases": bases }));
    for month in (year..=2026).flat_map(|year| (1..=12).map(move |month| format!("{year}-{month:02}"))) {
        if month.as_str() > "2026-08" {
            break;
        }
        let paid = |member: &&Value| json!({ "member": member, "month": month, "amount": 1500 });
        let entries: Vec<Value> = everyone.iter().map(paid).collect();
        program.ok("dues_pay", json!({ "entries": entries, "paid_on": format!("{month}-20") }));
    }
}

/// What the secretary waits for with dues, each within `budget` milliseconds.
pub(crate) fn measure(program: &Program, budget: f64) {
    let year = json!({ "year": 2026 });
    line("党费一年的表", warm(10, || drop(program.ok("dues_year", year.clone()))), Some(budget));
    let member = program.ok("roster_list", json!({ "limit": 1 }))["rows"][0]["id"].take();
    let mut paid = 0;
    let mut pay = || {
        paid += 1;
        let entry = json!({ "member": member, "month": "2026-09", "amount": paid, "note": "分次交" });
        milliseconds(|| drop(program.ok("dues_pay", json!({ "entries": [entry], "paid_on": "2026-09-20" }))))
    };
    line("登记一个人一个月的党费", median(20, &mut pay), Some(100.0));
    let changed = median(5, || {
        pay();
        milliseconds(|| drop(program.ok("dues_year", year.clone())))
    });
    line("党费一年的表，刚登记过一笔", changed, Some(budget));
}
