//! A year of dues: bases, what was paid month by month, what was handed up, came back and was spent.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};
use zhibu_core::problem::Problem;

use super::Sample;

/// Monthly incomes in yuan, in turn.
const INCOMES: [u32; 7] = [9_800, 7_600, 6_200, 12_500, 4_800, 8_350, 5_400];

/// Who still owes the last months: the place in the roster.
const IN_ARREARS: usize = 6;
/// Whose dues are waived for a time.
const WAIVED: usize = 8;

impl Sample<'_> {
    /// Everybody's dues from the beginning of the year to the last month that is over.
    pub(super) fn dues(&self) -> Result<(), Problem> {
        let year = self.last_quarter().first_day().year();
        self.call("dues_bases_save", json!({ "bases": self.bases(year) }))?;
        let months = (year..=self.today.year()).flat_map(|year| (1..=12).map(move |month| (year, month)));
        let is_over = |day: &NaiveDate| *day < self.today;
        let ends = months.filter_map(|(year, month)| NaiveDate::from_ymd_opt(year, month, 25)).filter(is_over);
        for day in ends {
            self.collect(day)?;
        }
        self.book(year)
    }

    fn bases(&self, year: i32) -> Vec<Value> {
        let january = format!("{year}-01");
        let base = |(place, member): (usize, &i64)| {
            let mut base = json!({ "id": null, "member": member, "from": january, "note": "" });
            match place {
                WAIVED => {
                    base["kind"] = "waived".into();
                    base["to"] = format!("{year}-12").into();
                    base["branch_agreed_on"] = format!("{year}-01-08").into();
                    base["superior_agreed_on"] = format!("{year}-01-15").into();
                    base["note"] = "长期患病，生活困难".into();
                }
                _ if place % 9 == 4 => {
                    base["kind"] = "retired".into();
                    base["base"] = 450_000.into();
                }
                _ => {
                    base["kind"] = "salary".into();
                    base["base"] = (INCOMES[place % INCOMES.len()] * 100).into();
                }
            }
            base
        };
        self.members.iter().enumerate().map(base).collect()
    }

    /// What everybody owes of a month, but for who does not pay these days.
    fn collect(&self, day: NaiveDate) -> Result<(), Problem> {
        let year = self.call("dues_year", json!({ "year": day.year() }))?;
        let recent = (self.today - day).num_days() < 100;
        let late = self.members.get(IN_ARREARS);
        let month = day.month0() as usize;
        let entry = |row: &Value| {
            let cell = &row["cells"][month];
            let pays =
                cell["owed"].as_u64() > cell["paid"].as_u64() && !(recent && row["member"].as_i64().as_ref() == late);
            pays.then(|| json!({ "member": row["member"], "month": format!("{}", day.format("%Y-%m")), "amount": cell["owed"] }))
        };
        let entries: Vec<_> = year["rows"].as_array().into_iter().flatten().filter_map(entry).collect();
        if entries.is_empty() {
            return Ok(());
        }
        self.call("dues_pay", json!({ "entries": entries, "paid_on": day, "way": "wechat" })).map(drop)
    }

    /// Each quarter that is over goes up; a part comes back, and some of it was spent as the general meeting decided.
    fn book(&self, year: i32) -> Result<(), Problem> {
        let paid = self.call("dues_year", json!({ "year": year }))?;
        for quarter in 0..4 {
            let Some(on) = NaiveDate::from_ymd_opt(year, quarter * 3 + 3, 28).filter(|on| *on < self.today) else {
                break;
            };
            let amount = paid["quarters"][quarter as usize]["paid"].clone();
            let months = [1, 3].map(|month| format!("{year}-{:02}", quarter * 3 + month));
            self.call(
                "dues_entry_save",
                json!({ "id": null, "on": on, "kind": "handed_up", "amount": amount, "from": months[0], "to": months[1],
                    "party": "示例街道社会组织党委", "voucher": format!("{year}-{}", quarter + 1), "note": "" }),
            )?;
        }
        let Some(back) = NaiveDate::from_ymd_opt(year, 5, 20).filter(|on| *on < self.today) else { return Ok(()) };
        self.call(
            "dues_entry_save",
            json!({ "id": null, "on": back, "kind": "returned", "amount": 120_000, "party": "示例街道社会组织党委",
                "note": "按比例返还上一年党费" }),
        )?;
        let Some(spent) = NaiveDate::from_ymd_opt(year, 9, 18).filter(|on| *on < self.today) else { return Ok(()) };
        self.call(
            "dues_entry_save",
            json!({ "id": null, "on": spent, "kind": "spent", "amount": 36_800, "spent_for": "materials",
                "party": "示例书店", "voucher": "0918", "note": "购买学习读本 23 册" }),
        )?;
        let ledger = self.call("dues_ledger", json!({ "year": year }))?;
        let bought = ledger["entries"].as_array().into_iter().flatten().find(|entry| entry["kind"] == "spent");
        bought.map_or(Ok(()), |entry| self.keep(json!({ "dues_entry": entry["id"] }), "书店小票.png"))
    }
}
