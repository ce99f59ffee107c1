//! Paper and files out of plain models, and back: implements the traits of [`zhibu_core::outside`].
//!
//! Architecture invariant: pure functions on models and bytes. No database, no window, no network, and no file but
//! the fonts.

pub mod layout;
pub mod office;
pub mod picture;
pub mod signature;
mod text;

use std::path::PathBuf;
use std::sync::Arc;

use zhibu_core::outside::{Desktop, FileToken, FileUse, Outside, PrintedBy, SystemClock};

/// Everything the core borrows that is documents, with the machine's clock and no desktop: a front end puts its own
/// desktop in, a test its own clock. The program that runs also draws scanned pages, in a process of its own: it calls
/// [`picture::drawing_asked`] before anything else.
pub fn outside() -> Outside {
    let drawer = std::env::current_exe().unwrap_or_default();
    Outside {
        typeset: Arc::new(layout::Typesetter::new()),
        seal: Arc::new(signature::PdfSeal),
        office: Arc::new(office::OfficeFiles),
        picture: Arc::new(picture::Pictures::drawn_by(drawer)),
        desktop: Arc::new(NoDesktop),
        clock: Arc::new(SystemClock),
    }
}

struct NoDesktop;

impl Desktop for NoDesktop {
    fn path(&self, _: &FileToken, _: FileUse) -> Option<PathBuf> {
        None
    }

    fn print(&self, _: &str, _: &[u8]) -> Result<PrintedBy, String> {
        Err("没有可用的打印".to_owned())
    }
}
