//! Reads one transfer.

use super::{TransferError, TransferGetRequest, TransferView, view};
use crate::desk::Desk;

/// One transfer, whole.
///
/// # Errors
/// [`TransferError::NotFound`].
pub fn get(desk: &mut Desk<'_>, request: TransferGetRequest) -> Result<TransferView, TransferError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| view::stored(reader, request.id, request.reveal, rules, today))
}
