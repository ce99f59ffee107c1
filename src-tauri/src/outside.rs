//! Puts the core and the documents together.

use std::error::Error;
use std::sync::Arc;

use zhibu_core::outside::{Clock, Outside, SystemClock};

use crate::desktop::ShellDesktop;

/// What the core borrows.
pub(crate) fn outside(desktop: Arc<ShellDesktop>) -> Result<Outside, Box<dyn Error>> {
    let missing = Arc::new(stub::Missing);
    Ok(Outside { typeset: missing.clone(), seal: missing.clone(), office: missing, desktop, clock: clock()? })
}

/// The machine's clock; in debug builds `ZHIBU_TODAY=2026-11-23` makes it stand still.
fn clock() -> Result<Arc<dyn Clock>, Box<dyn Error>> {
    #[cfg(debug_assertions)]
    if let Ok(today) = std::env::var("ZHIBU_TODAY") {
        return Ok(Arc::new(zhibu_core::outside::FixedClock::on(today.parse()?)));
    }
    Ok(Arc::new(SystemClock))
}

/// Stands in until `zhibu-documents` offers the real ones.
mod stub {
    use chrono::{DateTime, FixedOffset};
    use zhibu_core::outside::{
        Attachment, CertificateView, Document, Grid, Identity, Office, Seal, SealError, SheetError, Table, Typeset,
        TypesetError, Verdict,
    };

    pub(super) struct Missing;

    const SORRY: &str = "这项功能还没有接上";

    impl Typeset for Missing {
        fn svg_pages(&self, _: &Document) -> Result<Vec<String>, TypesetError> {
            Err(TypesetError::Failed(SORRY.into()))
        }
        fn pdf(&self, _: &Document, _: &[Attachment], _: DateTime<FixedOffset>) -> Result<Vec<u8>, TypesetError> {
            Err(TypesetError::Failed(SORRY.into()))
        }
    }

    impl Seal for Missing {
        fn new_identity(&self, _: &str, _: DateTime<FixedOffset>, _: u32) -> Result<Identity, SealError> {
            Err(SealError::Failed(SORRY.into()))
        }
        fn certificate(&self, _: &[u8]) -> Result<CertificateView, SealError> {
            Err(SealError::NotACertificate)
        }
        fn sign(&self, _: &[u8], _: &Identity, _: &str, _: DateTime<FixedOffset>) -> Result<Vec<u8>, SealError> {
            Err(SealError::Failed(SORRY.into()))
        }
        fn verify(&self, _: &[u8], _: &[String]) -> Verdict {
            Verdict {
                valid: false,
                trusted: false,
                fault: Some(("missing".into(), SORRY.into())),
                certificate: None,
                signed_at: None,
                covers_whole_file: false,
                attachments: Vec::new(),
            }
        }
    }

    impl Office for Missing {
        fn read(&self, _: &[u8], _: Option<&str>) -> Result<Grid, SheetError> {
            Err(SheetError::Failed(SORRY.into()))
        }
        fn write(&self, _: &Table) -> Result<Vec<u8>, SheetError> {
            Err(SheetError::Failed(SORRY.into()))
        }
    }
}
