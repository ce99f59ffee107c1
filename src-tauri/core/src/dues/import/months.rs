//! For which months a payment is: by its note, by its amount. Pure.

use chrono::NaiveDate;

use super::said;
use crate::dues::DuesPart;
use crate::values::{Fen, Month};

/// A payment is for so many months at most, unless its note says otherwise.
const MOST_MONTHS: usize = 6;

/// Months before a payment in which something may lack.
const LOOKED_BACK: u32 = 12;

/// A month for which somebody owes something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Owed {
    pub(super) month: Month,
    pub(super) owed: Fen,
    /// What was not paid of it yet.
    pub(super) lacking: Fen,
    /// The last day on which it is in time.
    pub(super) due: NaiveDate,
}

/// For which months a payment is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fit {
    /// All of the amount, or nothing.
    pub(super) months: Vec<DuesPart>,
    /// Why that is not certain; empty when it is.
    pub(super) doubt: String,
}

/// What is paid: by whom, when, how much, with which words.
pub(super) struct Paid<'a> {
    pub(super) name: &'a str,
    pub(super) on: NaiveDate,
    pub(super) amount: Fen,
    pub(super) note: &'a str,
}

/// Finds the months. What the note says goes first, as long as the amount agrees; then the months that were not paid yet, the
/// first of them first. Where a single month is paid while more than that one lack, only the payer knows which it is.
pub(super) fn fit(dues: &[Owed], paid: &Paid<'_>) -> Fit {
    let name = paid.name;
    let present = Month::of(paid.on);
    let open: Vec<Owed> = dues
        .iter()
        .filter(|owed| !owed.lacking.is_zero() && owed.month >= present.earlier(LOOKED_BACK))
        .copied()
        .collect();
    let Some(first) = open.first() else {
        return Fit::doubt(format!("{name}没有要交的党费：不在本支部，没有核定基数，或者已经交齐"));
    };
    let readings = said::months(paid.note, present);
    let said: Vec<Vec<Owed>> = readings.iter().map(|months| of_months(dues, months)).collect();
    if let Some(months) = said.iter().find(|months| lacking(months) == paid.amount) {
        return Fit::of(months);
    }
    let run = (1..=MOST_MONTHS.min(open.len())).map(|length| &open[..length]).find(|run| lacking(run) == paid.amount);
    let is_open = |months: &Vec<Owed>| !lacking(months).is_zero();
    let likely = said.iter().position(is_open).unwrap_or_default();
    if let (Some(months), Some(owed)) = (readings.get(likely), said.get(likely)) {
        return Fit { doubt: differs(paid, months, owed), ..run.map_or(Fit::doubt(String::new()), Fit::of) };
    }
    let is_late = first.due < paid.on && first.month < present;
    let this_month = open.iter().find(|owed| owed.month == present).filter(|owed| owed.lacking == paid.amount);
    match (run, this_month) {
        (Some([_]) | None, Some(now)) if is_late => {
            let months = run.map_or_else(|| vec![part(now)], |run| run.iter().map(part).collect());
            let doubt = format!("{name}从{}起欠交，这一笔是一个月的，请核对是哪个月", first.month.title());
            Fit { months, doubt }
        }
        (Some(run), _) => Fit::of(run),
        (None, _) => Fit::doubt(no_sum(paid, first, &open)),
    }
}

impl Fit {
    fn of(months: &[Owed]) -> Self {
        Self { months: months.iter().filter(|owed| !owed.lacking.is_zero()).map(part).collect(), doubt: String::new() }
    }

    fn doubt(doubt: String) -> Self {
        Self { months: Vec::new(), doubt }
    }
}

fn part(owed: &Owed) -> DuesPart {
    DuesPart { month: owed.month, amount: owed.lacking }
}

fn lacking(months: &[Owed]) -> Fen {
    months.iter().map(|owed| owed.lacking).sum()
}

fn of_months(dues: &[Owed], months: &[Month]) -> Vec<Owed> {
    dues.iter().filter(|owed| months.contains(&owed.month)).copied().collect()
}

/// What is said where the note names months and the amount is not theirs.
fn differs(paid: &Paid<'_>, months: &[Month], dues: &[Owed]) -> String {
    let Paid { name, amount, .. } = paid;
    let said = title(months);
    if dues.is_empty() {
        return format!("备注写的是{said}，{name}那时没有应交的党费");
    }
    match lacking(dues) {
        open if open.is_zero() => format!("备注写的是{said}，{name}已经交过了"),
        open => format!("备注写的是{said}，{name}还差{open}元，实付{amount}元"),
    }
}

/// What would be owed, where no months have the sum that was paid.
fn no_sum(paid: &Paid<'_>, first: &Owed, open: &[Owed]) -> String {
    let Paid { name, amount, .. } = paid;
    let present = Month::of(paid.on);
    let to_now: Vec<Owed> = open.iter().take_while(|owed| owed.month <= present).copied().collect();
    let (month, one) = (first.month.title(), first.lacking);
    if to_now.len() > 1 {
        format!("金额对不上：{name}{month}还差{one}元，到{}共{}元，实付{amount}元", present.title(), lacking(&to_now))
    } else {
        format!("金额对不上：{name}{month}还差{one}元，实付{amount}元")
    }
}

fn title(months: &[Month]) -> String {
    match months {
        [] => String::new(),
        [only] => only.title(),
        [first, .., last] => format!("{}至{}", first.title(), last.title()),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    /// 20 yuan a month in 2025, 30 afterwards, but nothing for April 2026; all is paid to a month.
    fn dues(paid_to: &str) -> Vec<Owed> {
        let of_month = |month: Month| {
            let owed = Fen::yuan(if month.year() == 2025 { 20 } else { 30 });
            let lacking = if month <= self::month(paid_to) { Fen::default() } else { owed };
            Owed { month, owed, lacking, due: month.last_day() }
        };
        let months = month("2025-01").through(month("2027-06")).filter(|month| *month != self::month("2026-04"));
        months.map(of_month).collect()
    }

    fn fitted(paid_to: &str, on: &str, yuan: &str, note: &str) -> (String, String) {
        let dues = dues(paid_to);
        let paid = Paid { name: "方晓岚", on: on.parse().unwrap(), amount: Fen::read(yuan).unwrap(), note };
        let Fit { months, doubt } = fit(&dues, &paid);
        assert!(months.is_empty() || months.iter().map(|part| part.amount).sum::<Fen>() == paid.amount);
        let months: Vec<_> = months.iter().map(|part| part.month.to_string()).collect();
        (months.join(" "), doubt)
    }

    #[rstest]
    #[case::this_month("2026-02", "2026-03-05", "30", "", "2026-03")]
    #[case::three_months("2025-12", "2026-03-05", "90", "", "2026-01 2026-02 2026-03")]
    #[case::a_month_that_is_not_owed_is_left_out("2026-02", "2026-05-05", "60", "", "2026-03 2026-05")]
    #[case::in_advance("2026-05", "2026-03-05", "30", "", "2026-06")]
    #[case::six_months("2025-12", "2026-03-05", "180", "", "2026-01 2026-02 2026-03 2026-05 2026-06 2026-07")]
    #[case::over_two_years("2025-11", "2026-01-05", "50", "", "2025-12 2026-01")]
    #[case::an_amount_tells_which("2025-11", "2026-01-05", "20", "", "2025-12")]
    #[case::the_note_says("2025-12", "2026-03-05", "30", "2月党费", "2026-02")]
    #[case::the_note_says_several("2025-12", "2026-05-05", "90", "1-3月", "2026-01 2026-02 2026-03")]
    #[case::a_quarter_in_which_not_all_is_owed("2026-03", "2026-05-05", "60", "二季度党费", "2026-05 2026-06")]
    #[case::more_than_six_when_it_is_said(
        "2025-12",
        "2026-03-05",
        "330",
        "2026年全年党费",
        "2026-01 2026-02 2026-03 2026-05 2026-06 2026-07 2026-08 2026-09 2026-10 2026-11 2026-12"
    )]
    #[case::last_years_december("2025-11", "2026-01-05", "20", "12月党费", "2025-12")]
    #[case::next_years_january("2026-12", "2026-12-25", "30", "1月党费", "2027-01")]
    fn the_months_are_certain(
        #[case] paid_to: &str,
        #[case] on: &str,
        #[case] yuan: &str,
        #[case] note: &str,
        #[case] months: &str,
    ) {
        assert_eq!(fitted(paid_to, on, yuan, note), (months.to_owned(), String::new()));
    }

    #[rstest]
    #[case::which_month("2025-12", "2026-03-05", "30", "", "2026-01", "从2026年1月起欠交，这一笔是一个月的")]
    #[case::only_the_last_lacks("2026-02", "2026-05-01", "30", "", "2026-03", "请核对是哪个月")]
    #[case::this_months_amount_alone("2025-11", "2026-01-05", "30", "", "2026-01", "从2025年12月起欠交")]
    #[case::seven_months("2025-12", "2026-03-05", "210", "", "", "到2026年3月共90.00元，实付210.00元")]
    #[case::no_sum("2026-02", "2026-03-05", "25", "党费", "", "方晓岚2026年3月还差30.00元，实付25.00元")]
    #[case::too_little_for_what_is_said(
        "2026-02",
        "2026-03-05",
        "20",
        "3月",
        "",
        "备注写的是2026年3月，方晓岚还差30.00元"
    )]
    #[case::said_and_paid(
        "2026-02",
        "2026-03-05",
        "30",
        "2026年2月",
        "2026-03",
        "备注写的是2026年2月，方晓岚已经交过了"
    )]
    #[case::said_and_not_owed("2026-03", "2026-05-05", "30", "2026年4月", "2026-05", "那时没有应交的党费")]
    #[case::nothing_is_owed("2027-06", "2026-03-05", "30", "", "", "没有要交的党费")]
    fn what_is_not_certain_is_said(
        #[case] paid_to: &str,
        #[case] on: &str,
        #[case] yuan: &str,
        #[case] note: &str,
        #[case] months: &str,
        #[case] said: &str,
    ) {
        let (proposed, doubt) = fitted(paid_to, on, yuan, note);
        assert_eq!(proposed, months, "{doubt}");
        assert!(doubt.contains(said), "{doubt}");
    }

    #[test]
    fn what_was_paid_of_a_month_counts() {
        let mut dues = dues("2026-02");
        let march = dues.iter_mut().find(|owed| owed.month == month("2026-03")).unwrap();
        march.lacking = Fen::yuan(10);
        let paid = Paid { name: "方晓岚", on: "2026-03-20".parse().unwrap(), amount: Fen::yuan(10), note: "" };
        let part = DuesPart { month: month("2026-03"), amount: Fen::yuan(10) };
        assert_eq!(fit(&dues, &paid), Fit { months: vec![part], doubt: String::new() });
    }

    #[test]
    fn by_the_quarter_nothing_is_late_within_it() {
        let mut dues = dues("2025-12");
        for owed in &mut dues {
            owed.due = owed.month.quarter().last_day();
        }
        let paid = Paid { name: "方晓岚", on: "2026-03-05".parse().unwrap(), amount: Fen::yuan(30), note: "" };
        assert_eq!(fit(&dues, &paid).doubt, "");
        assert_eq!(fit(&dues, &paid).months[0].month, month("2026-01"));
    }

    #[test]
    fn months_long_past_are_no_arrears_of_today() {
        let paid = Paid { name: "方晓岚", on: "2026-03-05".parse().unwrap(), amount: Fen::yuan(20), note: "" };
        assert_eq!(fit(&dues("2024-12"), &paid).months[0].month, month("2025-03"));
    }
}
