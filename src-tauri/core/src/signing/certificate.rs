//! Handing our certificate out.

use super::{CertificateExportRequest, SigningError, store};
use crate::desk::Desk;
use crate::files::{self, Saved};

/// Saves the branch's certificate as PEM. It holds no secret.
///
/// # Errors
/// [`SigningError::File`].
pub fn export_certificate(desk: &mut Desk<'_>, request: CertificateExportRequest) -> Result<Saved, SigningError> {
    let identity = store::identity(desk)?;
    let pem = desk.outside.seal.certificate_pem(&identity.certificate)?;
    Ok(files::write(desk.outside, &request.file, pem.as_bytes())?)
}
