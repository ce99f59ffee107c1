//! Handing our certificate out, and reading those that others hand in.

use super::{CertificateExportRequest, CertificateFile, CertificatesRequest, SigningError, store};
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

/// What certificate files say; nothing is trusted by this.
///
/// # Errors
/// [`SigningError::File`].
pub fn read_certificates(
    desk: &mut Desk<'_>,
    request: CertificatesRequest,
) -> Result<Vec<CertificateFile>, SigningError> {
    let read = |token| -> Result<CertificateFile, SigningError> {
        let (file, bytes) = files::read(desk.outside.desktop.as_ref(), token)?;
        Ok(CertificateFile { file, certificate: desk.outside.seal.certificate(&bytes).ok() })
    };
    request.files.iter().map(read).collect()
}
