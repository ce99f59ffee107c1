//! Letters and running forms for people who go on writing in them: the same blocks as on the PDF's pages, on the page of
//! GB/T 9704-2012, with the faces as Word and WPS call them.

mod page;

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};
use zhibu_core::outside::{Block, Made, WordError, Writing};

use crate::layout::has_face;
use crate::text::Proof;
use page::Page;

/// A .docx of a letter or form. Photos are left out: they are an annex of the PDF.
pub(super) fn write(writing: &Writing, at: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, WordError> {
    let none = BTreeSet::new();
    let mut page = Page::new(Proof::new(&has_face, &none));
    for block in &writing.blocks {
        add(&mut page, block);
    }
    page.finish(at).map_err(|error| WordError::Failed(error.to_string()))
}

/// As `templates/parts/blocks.typ` has it.
fn add(page: &mut Page<'_>, block: &Block) {
    match block {
        Block::Title { lines } => page.title(lines),
        Block::Addressee { text } => page.flush(text),
        Block::Text { text } => page.text(text),
        Block::Words { text } => page.text_or_lines(text),
        Block::Head { text } => page.head(text),
        Block::HeadWith { text, line } => page.head_with(text, line),
        Block::Subhead { text } => page.subhead(text),
        Block::Entries { entries } => entries.iter().for_each(|entry| page.entry(entry)),
        Block::Facts { facts } => page.facts(facts),
        Block::Table { columns, rows, foot, .. } => {
            page.table(columns, rows);
            page.text(foot);
        }
        Block::Boxed { head, text } => {
            page.flush_head(head);
            page.text(text);
        }
        Block::Hands { rows } => page.hands(rows),
        Block::Opinion { of, role } => page.opinion(of, role),
        Block::Signed { by, role, on } => page.signature(by, role.as_deref(), *on),
        Block::Enclosure { name } => {
            page.space();
            page.text(&format!("附件：{name}"));
        }
        Block::Annex { title } => page.annex(title),
        Block::NewPage {} => page.new_page(),
        Block::Scan { .. } | Block::Photos { .. } => {}
    }
}
