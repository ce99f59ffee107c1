//! Looking at the branch's certificate.

use super::model::QR;
use super::{EnrolmentSheet, ReplacedCertificate, SigningError, SigningView, rules, store};
use crate::desk::{Desk, Nothing};
use crate::outside::SealError;
use crate::{branch, roster};

/// The branch's certificate and whom it trusts.
///
/// # Errors
/// [`SigningError`].
pub fn get(desk: &mut Desk<'_>, _: Nothing) -> Result<SigningView, SigningError> {
    view(desk)
}

pub(super) fn view(desk: &mut Desk<'_>) -> Result<SigningView, SigningError> {
    store::identity(desk)?;
    let (seal, now) = (desk.outside.seal.as_ref(), desk.outside.clock.now());
    let (mut certificates, branch, trusted) = desk.read(|reader| -> Result<_, SigningError> {
        Ok((store::own_certificates(reader, seal)?, branch::stored(reader)?.name, store::trusted(reader)?))
    })?;
    let own = certificates.pop().ok_or(SealError::NotACertificate)?;
    certificates.reverse();
    let state = rules::state(&own, &branch, rules::months_ahead(desk.rules, now), now);
    Ok(SigningView { state, note: rules::note(&own, &branch, state), own, replaced: certificates, trusted })
}

/// The sheet on which the superior enrols the branch's certificate.
///
/// # Errors
/// [`SigningError`].
pub(super) fn enrolment_sheet(desk: &mut Desk<'_>) -> Result<EnrolmentSheet, SigningError> {
    let SigningView { own, replaced, .. } = view(desk)?;
    let (branch, secretary) = desk.read(|reader| -> Result<_, SigningError> {
        Ok((branch::stored(reader)?, roster::secretary_on(reader, desk.today())?))
    })?;
    let group = |part: &[u8]| String::from_utf8_lossy(part).into_owned();
    Ok(EnrolmentSheet {
        branch: own.subject,
        superior: branch.superior,
        unit: branch.unit,
        secretary: secretary.unwrap_or_default(),
        qr: format!("{QR}{}", own.fingerprint),
        fingerprint_groups: own.fingerprint.as_bytes().chunks(4).map(group).collect(),
        replaces: replaced.first().map(|old| ReplacedCertificate {
            fingerprint_groups: old.fingerprint.as_bytes().chunks(4).map(group).collect(),
            valid_to: old.valid_to.date_naive().to_string(),
        }),
        valid_from: own.valid_from.date_naive().to_string(),
        valid_to: own.valid_to.date_naive().to_string(),
        printed_on: desk.today().to_string(),
    })
}
