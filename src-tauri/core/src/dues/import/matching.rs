//! Whose dues the payments of a statement are and for which months, one after the other as they came in. Pure: what the
//! records say is handed in.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};

use super::DuesImportRow;
use super::months::{Fit, Owed, Paid, fit};
use super::people::{People, Whose};
use super::rows::Income;
use crate::dues::DuesPart;
use crate::roster::MemberId;
use crate::values::{Fen, Month};

/// Years before today whose dues are told.
pub(super) const YEARS_BACK: u32 = 3;

/// What the records say.
pub(super) struct Records<'a> {
    pub(super) people: People,
    /// What somebody owes, month by month.
    pub(super) dues: &'a dyn Fn(MemberId) -> Vec<Owed>,
    /// Numbers of transactions that were entered.
    pub(super) numbers: BTreeSet<String>,
    /// What was paid by whom on which day, and whether the number of its transaction is known.
    pub(super) entered: BTreeMap<(MemberId, NaiveDate, Fen), bool>,
    pub(super) today: NaiveDate,
}

/// The rows of a statement, told apart. Each list in the order of the sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Matches {
    pub(super) matched: Vec<DuesImportRow>,
    pub(super) doubtful: Vec<DuesImportRow>,
    pub(super) ignored: u32,
    pub(super) known: u32,
}

/// Tells the rows apart. They are looked at in the order of their days, whatever the statement's, so that whoever paid twice
/// paid for the earlier month first.
pub(super) fn matches(mut incomes: Vec<Income>, records: Records<'_>) -> Matches {
    incomes.sort_by_key(|income| (income.paid_on, income.row));
    let mut matching = Matching { records, owed: BTreeMap::new(), seen: BTreeMap::new(), found: Matches::default() };
    for income in incomes {
        matching.add(income);
    }
    let mut found = matching.found;
    found.matched.sort_by_key(|row| row.row);
    found.doubtful.sort_by_key(|row| row.row);
    found
}

struct Matching<'a> {
    records: Records<'a>,
    /// What is owed after the payments that were looked at.
    owed: BTreeMap<MemberId, Vec<Owed>>,
    /// The rows of the transactions that were looked at.
    seen: BTreeMap<String, u32>,
    found: Matches,
}

impl Matching<'_> {
    fn add(&mut self, income: Income) {
        if self.records.numbers.contains(&income.transaction) {
            self.found.known += 1;
            return;
        }
        let whose = self.records.people.whose(&income.party, &income.note);
        if whose.is_none() && !mentions_dues(&income.party) && !mentions_dues(&income.note) {
            self.found.ignored += 1;
            return;
        }
        let whose = whose.unwrap_or_else(|| {
            let doubt = if income.party.is_empty() {
                "看不出是谁交的，请选择党员".to_owned()
            } else {
                format!("“{}”不在名册里，请选择是哪名党员", income.party)
            };
            Whose { person: None, doubt }
        });
        let row = self.row(income, whose);
        if row.doubt.is_empty() { self.found.matched.push(row) } else { self.found.doubtful.push(row) }
    }

    /// The row with whose it is, for which months, and all that is doubtful about it.
    fn row(&mut self, income: Income, whose: Whose) -> DuesImportRow {
        let mut doubts = income.doubts.clone();
        doubts.push(whose.doubt);
        let hindrance = self.hindrance(&income, whose.person.as_ref().map(|person| person.id));
        let (member, name) = whose.person.map(|person| (person.id, person.name)).unzip();
        let name = name.unwrap_or_default();
        let mut months = Vec::new();
        match (hindrance, member) {
            (Some(doubt), _) => doubts.push(doubt),
            (None, Some(member)) => {
                let Fit { months: fitting, doubt } = self.fit(member, &name, &income);
                self.pay(member, &income, &fitting);
                months = fitting;
                doubts.push(doubt);
            }
            (None, None) => {}
        }
        doubts.retain(|doubt| !doubt.is_empty());
        let Income { row, paid_on, party, note, amount, transaction, .. } = income;
        let doubt = doubts.join("；");
        DuesImportRow { row, paid_on, party, note, amount, transaction, member, name, months, doubt }
    }

    /// Why no months are proposed at all.
    fn hindrance(&mut self, income: &Income, member: Option<MemberId>) -> Option<String> {
        let Income { row, paid_on, amount, transaction, .. } = income;
        if !transaction.is_empty()
            && let Some(first) = self.seen.get(transaction)
        {
            return Some(format!("交易单号与第 {first} 行相同，像是同一笔"));
        }
        self.seen.insert(transaction.clone(), *row);
        let today = self.records.today;
        if *paid_on > today {
            return Some("日期比今天晚，请核对".to_owned());
        }
        if *paid_on < today - Months::new(12 * YEARS_BACK) {
            return Some(format!("是{YEARS_BACK}年以前交的，请核对是哪个月的"));
        }
        let has_number = *self.records.entered.get(&(member?, *paid_on, *amount))?;
        let is_another = has_number && !transaction.is_empty();
        (!is_another).then(|| "同一天已有一笔金额相同的交款，请核对是不是同一笔".to_owned())
    }

    fn fit(&mut self, member: MemberId, name: &str, income: &Income) -> Fit {
        let owed = self.owed.entry(member).or_insert_with(|| (self.records.dues)(member));
        fit(owed, &Paid { name, on: income.paid_on, amount: income.amount, note: &income.note })
    }

    /// Takes the months for paid, so that the person's next payment is for the months after them.
    fn pay(&mut self, member: MemberId, income: &Income, months: &[DuesPart]) {
        let owed = self.owed.get_mut(&member).into_iter().flatten();
        for owed in owed {
            if let Some(part) = months.iter().find(|part| part.month == owed.month) {
                owed.lacking = owed.lacking.less(part.amount);
            }
        }
        let payment = (member, income.paid_on, income.amount);
        let has_number = !income.transaction.is_empty();
        self.records.entered.entry(payment).and_modify(|all| *all &= has_number).or_insert(has_number);
    }
}

/// The months whose dues are told.
pub(super) fn range(today: NaiveDate) -> (Month, Month) {
    let present = Month::of(today);
    (present.earlier(12 * (YEARS_BACK + 1)), present.later(12))
}

/// Whether a text speaks of dues; what a bank takes for its services is something else.
fn mentions_dues(text: &str) -> bool {
    let text = text.replace("手续费", "").replace("服务费", "");
    ["党费", "党员", "费"].iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::people::Person;
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn income(row: u32, on: &str, party: &str, note: &str, yuan: u32, number: &str) -> Income {
        Income {
            row,
            paid_on: day(on),
            party: party.to_owned(),
            note: note.to_owned(),
            amount: Fen::yuan(yuan),
            transaction: number.to_owned(),
            doubts: Vec::new(),
        }
    }

    /// 方晓岚 and 卓文斌 owe 20 yuan a month from January 2026 on; of number 77 and of 5 March 方晓岚's 20 yuan are entered.
    fn told(incomes: Vec<Income>) -> Matches {
        let everyone = [(1, "方晓岚"), (2, "卓文斌")];
        let everyone = everyone.map(|(id, name)| Person { id: MemberId(id), name: name.to_owned() });
        let months = || "2026-01".parse::<Month>().unwrap().through("2027-03".parse().unwrap());
        let owed = |month: Month| Owed { month, owed: Fen::yuan(20), lacking: Fen::yuan(20), due: month.last_day() };
        let dues = |_| months().map(owed).collect::<Vec<_>>();
        let records = Records {
            people: People::new(&everyone, &BTreeMap::new(), |_| true),
            dues: &dues,
            numbers: BTreeSet::from(["77".to_owned()]),
            entered: BTreeMap::from([((MemberId(1), day("2026-03-05"), Fen::yuan(20)), false)]),
            today: day("2026-11-23"),
        };
        matches(incomes, records)
    }

    fn brief(rows: &[DuesImportRow]) -> Vec<String> {
        let months = |row: &DuesImportRow| row.months.iter().map(|part| part.month.to_string()).collect::<Vec<_>>();
        rows.iter().map(|row| format!("{} {} {}", row.row, row.name, months(row).join(" "))).collect()
    }

    #[test]
    fn payments_are_for_one_month_after_the_other_whatever_the_order_of_the_sheet() {
        let found = told(vec![
            income(2, "2026-03-08", "方晓岚", "", 20, "3"),
            income(3, "2026-02-05", "方晓岚", "", 20, "2"),
            income(4, "2026-01-05", "方晓岚", "", 20, "1"),
            income(5, "2026-01-05", "卓文斌", "", 60, "4"),
        ]);
        assert_eq!(
            brief(&found.matched),
            ["2 方晓岚 2026-03", "3 方晓岚 2026-02", "4 方晓岚 2026-01", "5 卓文斌 2026-01 2026-02 2026-03"]
        );
        assert!(found.doubtful.is_empty());
    }

    #[rstest]
    #[case::known(income(2, "2026-01-05", "方晓岚", "", 20, "77"), (0, 0, 0, 1))]
    #[case::known_of_a_stranger(income(2, "2026-01-05", "某人", "", 20, "77"), (0, 0, 0, 1))]
    #[case::sure(income(2, "2026-01-05", "方晓岚", "", 20, "1"), (1, 0, 0, 0))]
    #[case::of_somebody_known(income(2, "2026-01-05", "方晓岚", "饭钱", 33, "1"), (0, 1, 0, 0))]
    #[case::nothing_to_do_with_dues(income(2, "2026-01-05", "某人", "饭钱", 20, "1"), (0, 0, 1, 0))]
    #[case::what_a_bank_takes(income(2, "2026-01-05", "某人", "退手续费", 20, "1"), (0, 0, 1, 0))]
    #[case::dues_of_a_stranger(income(2, "2026-01-05", "某人", "交党费", 20, "1"), (0, 1, 0, 0))]
    #[case::a_party_called_dues(income(2, "2026-01-05", "某支部党员", "", 20, "1"), (0, 1, 0, 0))]
    fn a_row_is_sure_doubtful_known_or_something_else(
        #[case] income: Income,
        #[case] counts: (usize, usize, u32, u32),
    ) {
        let found = told(vec![income]);
        assert_eq!((found.matched.len(), found.doubtful.len(), found.ignored, found.known), counts);
    }

    #[rstest]
    #[case::typed_in_already("2026-03-05", "1", "同一天已有一笔金额相同的交款")]
    #[case::typed_in_already_without_a_number("2026-03-05", "", "同一天已有一笔金额相同的交款")]
    #[case::in_the_future("2026-11-24", "1", "比今天晚")]
    #[case::long_ago("2023-11-22", "1", "3年以前")]
    fn what_may_be_a_slip_proposes_no_months(#[case] on: &str, #[case] number: &str, #[case] said: &str) {
        let found = told(vec![income(2, on, "方晓岚", "", 20, number)]);
        assert_eq!(brief(&found.doubtful), ["2 方晓岚 "]);
        assert!(found.doubtful[0].doubt.contains(said), "{found:?}");
    }

    #[test]
    fn the_same_number_or_without_one_the_same_payment_counts_once() {
        let twice = told(vec![
            income(2, "2026-01-05", "卓文斌", "", 20, "1"),
            income(3, "2026-01-05", "卓文斌", "", 20, "1"),
            income(4, "2026-02-05", "卓文斌", "", 20, ""),
            income(5, "2026-02-05", "卓文斌", "", 20, ""),
        ]);
        assert_eq!(brief(&twice.matched), ["2 卓文斌 2026-01", "4 卓文斌 2026-02"]);
        assert_eq!(brief(&twice.doubtful), ["3 卓文斌 ", "5 卓文斌 "]);
        assert!(twice.doubtful[0].doubt.contains("与第 2 行相同"));
        let other_numbers =
            told(vec![income(2, "2026-01-05", "卓文斌", "", 20, "1"), income(3, "2026-01-05", "卓文斌", "", 20, "2")]);
        assert_eq!(other_numbers.matched.len(), 2);
    }

    #[test]
    fn all_that_is_doubtful_is_said_in_one_sentence_and_the_next_payment_is_for_the_next_month() {
        let mut first = income(2, "2026-01-05", "方晓岚", "卓文斌党费", 20, "1");
        first.doubts.push("这是红包，不一定是党费".to_owned());
        let found = told(vec![first, income(3, "2026-02-05", "卓文斌", "", 20, "2")]);
        let doubt = &found.doubtful[0].doubt;
        assert!(doubt.starts_with("这是红包，不一定是党费；方晓岚付款，备注写的是卓文斌：党费由本人交纳"), "{doubt}");
        assert_eq!(brief(&found.doubtful), ["2 卓文斌 2026-01"]);
        assert_eq!(brief(&found.matched), ["3 卓文斌 2026-02"]);
    }
}
