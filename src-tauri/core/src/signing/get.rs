//! Looking at the branch's certificate.

use super::{EnrolmentSheet, SigningError, SigningView, store};
use crate::desk::{Desk, Nothing};
use crate::{branch, roster};

/// The branch's certificate and whom it trusts.
///
/// # Errors
/// [`SigningError`].
pub fn get(desk: &mut Desk<'_>, _: Nothing) -> Result<SigningView, SigningError> {
    view(desk)
}

pub(super) fn view(desk: &mut Desk<'_>) -> Result<SigningView, SigningError> {
    let identity = store::identity(desk)?;
    Ok(SigningView { own: desk.outside.seal.certificate(&identity.certificate)?, trusted: desk.read(store::trusted)? })
}

/// The sheet on which the superior enrols the branch's certificate.
///
/// # Errors
/// [`SigningError`].
pub fn enrolment_sheet(desk: &mut Desk<'_>) -> Result<EnrolmentSheet, SigningError> {
    let own = view(desk)?.own;
    let (branch, secretary) = desk.read(|reader| -> Result<_, SigningError> {
        Ok((branch::stored(reader)?, roster::secretary_on(reader, desk.today())?))
    })?;
    let group = |part: &[u8]| String::from_utf8_lossy(part).into_owned();
    Ok(EnrolmentSheet {
        branch: own.subject,
        superior: branch.superior,
        unit: branch.unit,
        secretary: secretary.unwrap_or_default(),
        qr: format!("zhibu-cert:{}", own.fingerprint),
        fingerprint_groups: own.fingerprint.as_bytes().chunks(4).map(group).collect(),
        valid_from: own.valid_from.date_naive().to_string(),
        valid_to: own.valid_to.date_naive().to_string(),
        printed_on: desk.today().to_string(),
    })
}
