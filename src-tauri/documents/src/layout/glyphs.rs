//! Whether every character can be seen.

use std::collections::BTreeSet;

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::text::clusters;

/// The glyph every font draws for what it lacks: an empty box.
const NOTDEF: u16 = 0;

/// Texts on `pages` that no font could shape: a character with its marks as a rule (trap 9).
pub(super) fn missing(pages: &PagedDocument) -> BTreeSet<String> {
    let mut missing = BTreeSet::new();
    for page in pages.pages() {
        collect(&page.frame, &mut missing);
    }
    missing
}

fn collect(frame: &Frame, missing: &mut BTreeSet<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, missing),
            FrameItem::Text(text) => {
                let boxes = text.glyphs.iter().filter(|glyph| glyph.id == NOTDEF);
                missing.extend(boxes.map(|glyph| cluster_at(&text.text, glyph.range()).to_owned()));
            }
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

/// The character with all its marks at `range` of `text`: a glyph may stand for a part of it, and that part alone has a
/// shape.
fn cluster_at(text: &str, range: std::ops::Range<usize>) -> &str {
    let mut start = 0;
    for cluster in clusters(text) {
        let end = start + cluster.len();
        if range.start < end {
            return cluster;
        }
        start = end;
    }
    text.get(range).unwrap_or_default()
}
