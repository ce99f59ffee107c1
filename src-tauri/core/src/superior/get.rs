//! A quarter or a longer period: who has reported, and what it comes to.

use super::columns::summed;
use super::{SuperiorError, SuperiorPeriod, SuperiorPeriodRequest, store};
use crate::desk::Desk;
use crate::values::Quarter;
use crate::vault::VaultError;

/// A period of the branches below.
///
/// # Errors
/// [`SuperiorError::Vault`].
pub fn period(desk: &mut Desk<'_>, request: SuperiorPeriodRequest) -> Result<SuperiorPeriod, SuperiorError> {
    let last = Quarter::of(desk.today()).previous().into();
    Ok(desk.read(|reader| {
        let periods = store::periods(reader)?;
        let period = request.period.or(periods.first().copied()).unwrap_or(last);
        let rows = store::rows(reader, period)?;
        let refusals = store::refusals(reader)?;
        Ok::<_, VaultError>(SuperiorPeriod { period, periods, columns: summed(&rows), rows, refusals })
    })?)
}
