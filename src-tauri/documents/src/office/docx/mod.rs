//! Papers for people who go on writing in them: the same data as the PDF's template, on the page of GB/T 9704-2012, with
//! the faces as Word and WPS call them.

mod minutes;
mod notice;
mod page;
mod resolution;

use chrono::{DateTime, FixedOffset};
use zhibu_core::outside::{Document, WordError};

use page::Page;

/// A .docx of a document that has one.
pub(super) fn write(document: &Document, at: DateTime<FixedOffset>) -> Result<Vec<u8>, WordError> {
    let mut page = Page::default();
    match document {
        Document::Minutes(minutes) => minutes::write(&mut page, minutes),
        Document::MeetingNotice(notice) => notice::write(&mut page, notice),
        Document::VoteResolution(resolution) => resolution::write(&mut page, resolution),
        _ => return Err(WordError::PdfOnly),
    }
    page.finish(at).map_err(|error| WordError::Failed(error.to_string()))
}
