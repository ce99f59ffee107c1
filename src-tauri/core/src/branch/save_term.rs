//! Adds or changes a term.

use chrono::NaiveDate;

use super::save::refuse_future;
use super::{BranchError, BranchTerm, BranchView, get, rules, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::rules::RuleBook;
use crate::typed;
use crate::values::date_title;
use crate::vault::{Done, Tx};

/// Adds or changes a term; without a number of years it gets those of the rule (B07).
///
/// # Errors
/// [`BranchError::Invalid`] with the fields at fault; [`BranchError::NotFound`].
pub fn save_term(desk: &mut Desk<'_>, request: BranchTerm) -> Result<Done<BranchView>, BranchError> {
    let today = desk.today();
    let years = request.years.or_else(|| rules::term_years(desk.rules, request.elected_on));
    let term =
        BranchTerm { years, approval: typed::line(&request.approval), note: typed::lines(&request.note), ..request };
    let verb = if term.id.is_none() { "登记" } else { "修改" };
    let done = desk.transact(format!("{verb}第{}届", term.number), |tx| {
        let terms = store::terms(tx)?;
        if term.id.is_some() && terms.iter().all(|other| other.id != term.id) {
            return Err(BranchError::NotFound);
        }
        check(&term, &terms, today).into_result()?;
        Ok(store::put_term(tx, &term)?)
    })?;
    get::done(desk, done)
}

/// The term that begins with an election; the one before it ends on the same day.
///
/// # Errors
/// [`BranchError::Invalid`] where it does not fit into the row of terms.
pub(crate) fn begin_term(
    tx: &Tx<'_>,
    number: u32,
    elected_on: NaiveDate,
    rules: &RuleBook,
    today: NaiveDate,
) -> Result<(), BranchError> {
    let terms = store::terms(tx)?;
    let term = BranchTerm {
        id: None,
        number,
        elected_on,
        years: rules::term_years(rules, elected_on),
        postponed_to: None,
        ended_on: None,
        approval: String::new(),
        note: String::new(),
    };
    check(&term, &terms, today).into_result()?;
    if let Some(before) = rules::running(&terms, elected_on) {
        store::put_term(tx, &BranchTerm { ended_on: Some(elected_on), ..before.clone() })?;
    }
    Ok(store::put_term(tx, &term)?)
}

fn check(term: &BranchTerm, terms: &[BranchTerm], today: NaiveDate) -> Invalid {
    let mut invalid = Invalid::default();
    refuse_future(&mut invalid, "elected_on", Some(term.elected_on), today);
    refuse_future(&mut invalid, "ended_on", term.ended_on, today);
    if term.number == 0 {
        invalid.add("number", "请填写第几届");
    }
    if !term.years.is_some_and(|years| (1..=5).contains(&years)) {
        invalid.add("years", "任期请填 1 至 5 年");
    }
    if term.ended_on.is_some_and(|ended| ended < term.elected_on) {
        invalid.add("ended_on", "结束日期早于选举日期，请核对");
    }
    let ordinary_end = rules::due_on(&BranchTerm { postponed_to: None, ..term.clone() });
    if term.postponed_to.is_some_and(|postponed| postponed <= ordinary_end) {
        invalid.add(
            "postponed_to",
            format!("延期应晚于任期届满的{ordinary_end}", ordinary_end = date_title(ordinary_end)),
        );
    }
    for other in terms.iter().filter(|other| other.id != term.id) {
        let (number, elected_on) = (other.number, other.elected_on);
        if number == term.number {
            invalid.add("number", format!("第{number}届已经登记过了"));
        } else if (number < term.number) != (elected_on < term.elected_on) {
            invalid.add(
                "elected_on",
                format!("与第{number}届（{elected_on}选举）的先后不合，请核对", elected_on = date_title(elected_on)),
            );
        }
    }
    invalid
}
