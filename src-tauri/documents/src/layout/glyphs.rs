//! Whether every character can be seen.

use std::collections::BTreeSet;

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

/// The glyph every font draws for what it lacks: an empty box.
const NOTDEF: u16 = 0;

/// Characters on `pages` that no font can show, each once, in code point order (trap 9).
///
/// Characters for private use count as missing even where a font has one: every font means something else by them.
pub(super) fn missing(pages: &PagedDocument) -> Vec<char> {
    let mut missing = BTreeSet::new();
    for page in pages.pages() {
        collect(&page.frame, &mut missing);
    }
    missing.into_iter().collect()
}

fn collect(frame: &Frame, missing: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, missing),
            FrameItem::Text(text) => {
                missing.extend(text.text.chars().filter(|c| is_private(*c)));
                let boxes = text.glyphs.iter().filter(|glyph| glyph.id == NOTDEF);
                missing.extend(boxes.filter_map(|glyph| text.text.get(glyph.range())).flat_map(str::chars));
            }
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}
