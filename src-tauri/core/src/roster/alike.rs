//! Who may be the same person.

use super::{AlikeRequest, Member, MemberRow, RosterError, store};
use crate::desk::Desk;
use crate::values::PartialDate;
use crate::vault::{Reader, VaultError};

/// Members, present and former, who may be the person with this name and date of birth.
///
/// # Errors
/// [`RosterError::Vault`].
pub fn alike(desk: &mut Desk<'_>, request: AlikeRequest) -> Result<Vec<MemberRow>, RosterError> {
    let today = desk.today();
    let name = super::names::normal_name(&request.name);
    let members = desk.read(|reader| of_name(reader, &name, request.birth))?;
    let others = members.iter().filter(|member| Some(member.id) != request.except);
    Ok(others.map(|member| member.row(today)).collect())
}

/// Who has this name, and a date of birth that can be the same day; one that is not known can be any.
pub(super) fn of_name(reader: &Reader<'_>, name: &str, birth: Option<PartialDate>) -> Result<Vec<Member>, VaultError> {
    let mut members = store::named(reader, name)?;
    members.retain(|member| match (birth, member.record.birth) {
        (Some(one), Some(other)) => one.earliest() <= other.latest() && other.earliest() <= one.latest(),
        _ => true,
    });
    Ok(members)
}
