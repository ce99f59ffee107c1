//! Papers for people who go on writing in them: the same data as the PDF's template, on the page of GB/T 9704-2012, with
//! the faces as Word and WPS call them.

mod minutes;
mod notice;
mod page;
mod resolution;

use std::any::Any;
use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use zhibu_core::outside::{Document, Made, WordError};

use crate::layout::has_face;
use crate::text::Proof;
use page::Page;

/// A .docx of a document that has one.
pub(super) fn write(document: &dyn Document, at: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, WordError> {
    let none = BTreeSet::new();
    let mut page = Page::new(Proof::new(&has_face, &none));
    let paper: &dyn Any = document;
    if let Some(minutes) = paper.downcast_ref() {
        minutes::write(&mut page, minutes);
    } else if let Some(notice) = paper.downcast_ref() {
        notice::write(&mut page, notice);
    } else if let Some(resolution) = paper.downcast_ref() {
        resolution::write(&mut page, resolution);
    } else {
        return Err(WordError::PdfOnly);
    }
    page.finish(at).map_err(|error| WordError::Failed(error.to_string()))
}
