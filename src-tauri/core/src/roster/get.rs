//! One member.

use super::rules::long_absence_of;
use super::{MemberGetRequest, MemberView, RosterError, store};
use crate::desk::Desk;
use crate::rules::RuleId;

/// One member, present or former.
///
/// # Errors
/// [`RosterError::NotFound`].
pub fn get(desk: &mut Desk<'_>, request: MemberGetRequest) -> Result<MemberView, RosterError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| {
        let member = store::member(reader, request.id)?.ok_or(RosterError::NotFound)?;
        let mut view = member.view(request.reveal, rules, today);
        if store::leaving(reader)?.contains(&member.id) {
            view.findings.retain(|finding| finding.rule != Some(RuleId::E07));
        }
        view.findings.extend(long_absence_of(reader, rules, &member, today)?);
        Ok(view)
    })
}
