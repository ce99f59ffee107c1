//! Pages out of documents: Typst as a library, PDF/A-3b for what leaves the house, SVG for the preview.
//!
//! The templates stand in `templates/*.typ`, one per kind of paper. A document enters as `/document.json` and is never
//! read as source, so nothing a user types can become markup or code.

mod glyphs;
mod qr;
mod world;

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_svg::SvgOptions;
use zhibu_core::outside::{Attachment, Document, Made, Typeset, TypesetError};

use world::Job;
pub(crate) use world::has_face;

use crate::text;

/// Where the signature mark stands on the last page of a quarterly report: left, bottom, right, top in PDF points from
/// the page's bottom left. `templates/quarterly_report.typ` keeps this place free of everything else.
pub const MARK_RECT: [f32; 4] = [76.0, 100.0, 306.0, 160.0];

/// How many jobs a memoized result may go unused before it is dropped; without this, memory grows with every job. Enough
/// to save what was just looked at; photos are kept unpacked, megabytes each.
const KEPT_JOBS: usize = 3;

/// How often a paper is laid out at most: again where a font lacks what it said it had.
const ROUNDS: usize = 3;

/// Makes pages. Costs nothing to create or share: fonts are scanned once per process, when the first page is made.
#[derive(Debug, Clone, Copy, Default)]
pub struct Typesetter;

impl Typesetter {
    /// A typesetter.
    pub const fn new() -> Self {
        Self
    }
}

impl Typeset for Typesetter {
    fn svg_pages(&self, document: &dyn Document) -> Result<Made<Vec<String>>, TypesetError> {
        typeset(document, &[], |pages| {
            Ok(pages.pages().iter().map(|page| typst_svg::svg(page, &SvgOptions::default())).collect())
        })
    }

    fn pdf(
        &self,
        document: &dyn Document,
        attachments: &[Attachment],
        at: DateTime<FixedOffset>,
    ) -> Result<Made<Vec<u8>>, TypesetError> {
        let standards =
            PdfStandards::new(&[PdfStandard::A_3b]).map_err(|e| TypesetError::Failed(e.message().to_string()))?;
        let options = PdfOptions {
            creator: Smart::Custom(Some("支部工作台".to_owned())),
            timestamp: timestamp(at),
            standards,
            tagged: document.is_tagged(),
            ..PdfOptions::default()
        };
        typeset(document, attachments, |pages| typst_pdf::pdf(pages, &options).map_err(|errors| failed(&errors)))
    }

    fn unprintable(&self, text: &str) -> Vec<char> {
        text::unprintable(text, &has_face)
    }
}

/// Lays `document` out, makes sure that every character can be seen, and hands the pages to `export`.
fn typeset<T>(
    document: &dyn Document,
    attachments: &[Attachment],
    export: impl FnOnce(&PagedDocument) -> Result<T, TypesetError>,
) -> Result<Made<T>, TypesetError> {
    let mut lost = BTreeSet::new();
    for _ in 0..ROUNDS {
        let job = Job::new(document, attachments, &lost)?;
        let Warned { output, warnings: _ } = typst::compile::<PagedDocument>(&job); // warns of each font not installed
        comemo::evict(KEPT_JOBS);
        let pages = output.map_err(|errors| failed(&errors))?;
        let missing = glyphs::missing(&pages);
        if missing.is_empty() {
            return Ok(Made { paper: export(&pages)?, gaps: job.gaps });
        }
        lost.extend(missing);
    }
    Err(TypesetError::MissingGlyphs(lost.iter().flat_map(|text| text.chars()).collect()))
}

/// The first complaint; the others follow from it as a rule.
fn failed(errors: &[SourceDiagnostic]) -> TypesetError {
    TypesetError::Failed(errors.first().map(|error| error.message.to_string()).unwrap_or_default())
}

/// `None` outside the years a PDF can write.
fn timestamp(at: DateTime<FixedOffset>) -> Option<Timestamp> {
    let part = |value: u32| u8::try_from(value).ok();
    let datetime = Datetime::from_ymd_hms(
        at.year(),
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )?;
    Timestamp::new_local(datetime, at.offset().local_minus_utc() / 60)
}
