//! Text as people type it.

/// Full-width letters, digits and signs (`Ａ`, `１`, `．`) as their ordinary forms, and the full-width space as a space.
pub(crate) fn half_width(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let narrow = |c: char| match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(narrow).collect()
}
