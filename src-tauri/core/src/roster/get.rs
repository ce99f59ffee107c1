//! One member.

use super::{MemberGetRequest, MemberView, RosterError, store};
use crate::desk::Desk;

/// One member, present or former.
///
/// # Errors
/// [`RosterError::NotFound`].
pub fn get(desk: &mut Desk<'_>, request: MemberGetRequest) -> Result<MemberView, RosterError> {
    let member = desk.read(|reader| store::member(reader, request.id))?.ok_or(RosterError::NotFound)?;
    Ok(member.view(request.reveal, desk.rules, desk.today()))
}
