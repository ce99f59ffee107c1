//! The papers of a file, drawn up from what was entered.

/// Whether the program can draw up a paper.
pub(super) fn has_form(_code: &str) -> bool {
    false
}
