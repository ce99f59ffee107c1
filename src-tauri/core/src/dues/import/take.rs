//! Takes payments over from a statement.

use super::{DuesImportOutcome, DuesImportRequest};
use crate::desk::Desk;
use crate::dues::{DuesError, payment, store};
use crate::problem::Invalid;
use crate::values::Fen;
use crate::vault::Done;

/// Takes payments over; all of them or none. A transaction that was entered meanwhile is refused.
///
/// # Errors
/// [`DuesError::Invalid`] with the payments at fault, as `payments.2.months.0.month`.
pub fn take(desk: &mut Desk<'_>, request: DuesImportRequest) -> Result<Done<DuesImportOutcome>, DuesError> {
    let today = desk.today();
    desk.transact(format!("从账单读入党费 {} 笔", request.payments.len()), |tx| {
        let mut invalid = Invalid::default();
        if request.payments.is_empty() {
            invalid.add("payments", "没有选中要读入的交款");
        }
        let mut amount = Fen::default();
        for (place, payment) in request.payments.iter().enumerate() {
            match payment::check(tx, payment, today) {
                Ok(()) => {
                    store::save_payment(tx, payment)?;
                    amount += crate::dues::ledger::total(payment);
                }
                Err(DuesError::Invalid(found)) => {
                    for problem in found.0 {
                        invalid.add(format!("payments.{place}.{}", problem.field), problem.message);
                    }
                }
                Err(other) => return Err(other),
            }
        }
        invalid.into_result()?;
        for alias in &request.aliases {
            store::save_alias(tx, alias)?;
        }
        let payments = u32::try_from(request.payments.len()).unwrap_or(u32::MAX);
        Ok(DuesImportOutcome { payments, amount })
    })
}

/// Forgets under which name somebody pays, when it was learnt wrongly.
///
/// # Errors
/// [`DuesError::NotFound`].
pub fn forget_alias(desk: &mut Desk<'_>, alias: String) -> Result<Done<()>, DuesError> {
    let found = |is_there| if is_there { Ok(()) } else { Err(DuesError::NotFound) };
    desk.transact("忘记一个付款昵称", |tx| found(store::delete_alias(tx, alias.trim())?))
}
