//! One member's appraisals.

use super::{AppraisalError, AppraisalId, AppraisalQuery, MemberAppraisal, get, store, wording};
use crate::desk::Desk;
use crate::meetings;
use crate::roster::{self, MemberId};
use crate::vault::Reader;

/// The appraisals in which a member took part, newest year first.
///
/// # Errors
/// [`AppraisalError::NoSuchMember`].
pub fn of_member(desk: &mut Desk<'_>, id: MemberId) -> Result<Vec<MemberAppraisal>, AppraisalError> {
    desk.read(|reader| {
        roster::member(reader, id)?.ok_or(AppraisalError::NoSuchMember)?;
        years_of(reader, id)
    })
}

/// Likewise, for other rooms.
///
/// # Errors
/// [`AppraisalError::Vault`].
pub fn years_of(reader: &Reader<'_>, id: MemberId) -> Result<Vec<MemberAppraisal>, AppraisalError> {
    let mut years = Vec::new();
    for stored in store::all(reader, AppraisalQuery::default())? {
        let meeting = meetings::stored(reader, stored.appraisal.meeting)?;
        let known = get::of(reader, stored, meeting)?;
        let is_void = known.is_void();
        let appraisal = known.stored.appraisal;
        let Some(person) = known.people.into_iter().find(|person| person.member == id) else { continue };
        years.push(MemberAppraisal {
            appraisal: appraisal.id.unwrap_or(AppraisalId(0)),
            year: appraisal.year,
            result: wording::result(person.kind, person.verdict.grade).to_owned(),
            kind: person.kind,
            own_done: person.own.done,
            counts: person.counts.filter(|_| !is_void),
            grade: person.verdict.grade.filter(|_| person.kind == roster::MemberKind::Full),
            reason: person.verdict.reason,
        });
    }
    Ok(years)
}
