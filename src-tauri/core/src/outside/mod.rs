//! What the core needs from outside, as traits. `zhibu-documents` implements typesetting, seals, office files and
//! pictures; the shell and the CLI implement the desktop; tests bring their own clock.

mod blank;
mod clock;
mod desktop;
mod office;
mod picture;
mod seal;
mod typeset;
mod writing;

pub use blank::{BlankError, BlankSheet, Choices, MoreRows, SheetFilling, Written};
pub use clock::{Clock, FixedClock, SystemClock};
pub use desktop::{Desktop, FileToken, FileUse, Printed, PrintedBy};
pub use office::{Archive, Area, Cell, Grid, Office, Sheet, SheetError, Table, WordError};
pub use picture::{Picture, PictureError};
pub use seal::{Broken, CertificateView, Disclosed, Identity, Receipt, Renewal, Seal, SealError, Verdict};
pub(crate) use typeset::document;
pub use typeset::{Attachment, Document, Gap, Made, Photo, Typeset, TypesetError};
pub use writing::{Block, Captioned, Column, Fact, Page, Place, Writing};

use std::sync::Arc;

/// Everything the core borrows from outside.
#[derive(Clone)]
pub struct Outside {
    /// Makes pages.
    pub typeset: Arc<dyn Typeset>,
    /// Signs and verifies.
    pub seal: Arc<dyn Seal>,
    /// Reads and writes spreadsheets, writes Word documents.
    pub office: Arc<dyn Office>,
    /// Makes pictures fit to be kept or printed.
    pub picture: Arc<dyn Picture>,
    /// Knows paths and the printer.
    pub desktop: Arc<dyn Desktop>,
    /// Knows what time it is.
    pub clock: Arc<dyn Clock>,
}
