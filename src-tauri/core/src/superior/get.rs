//! A quarter: who has reported, and what it comes to.

use super::columns::summed;
use super::{SuperiorError, SuperiorQuarter, SuperiorQuarterRequest, store};
use crate::desk::Desk;
use crate::values::Quarter;
use crate::vault::VaultError;

/// A quarter of the branches below.
///
/// # Errors
/// [`SuperiorError::Vault`].
pub fn quarter(desk: &mut Desk<'_>, request: SuperiorQuarterRequest) -> Result<SuperiorQuarter, SuperiorError> {
    let last = Quarter::of(desk.today()).previous();
    Ok(desk.read(|reader| {
        let quarters = store::quarters(reader)?;
        let quarter = request.quarter.or(quarters.first().copied()).unwrap_or(last);
        let rows = store::rows(reader, quarter)?;
        let refusals = store::refusals(reader)?;
        Ok::<_, VaultError>(SuperiorQuarter { quarter, quarters, columns: summed(&rows), rows, refusals })
    })?)
}
