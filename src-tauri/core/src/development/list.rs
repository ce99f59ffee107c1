//! The board.

use super::view::Viewer;
use super::{DevelopmentError, DevelopmentFile, DevelopmentQuery, DevelopmentRow, store};
use crate::desk::Desk;
use crate::roster;

/// The files of the board, in the order in which they were opened.
///
/// # Errors
/// [`DevelopmentError::Vault`].
pub fn list(desk: &mut Desk<'_>, query: DevelopmentQuery) -> Result<Vec<DevelopmentRow>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| {
        let files = store::all_files(reader)?;
        let viewer = Viewer::new(reader, rules, today, &files)?;
        let shown = |file: &&DevelopmentFile| {
            (query.include_closed || file.is_open()) && is_found(&file.person.name, &query.search)
        };
        Ok(files.iter().filter(shown).map(|file| viewer.row(file)).collect())
    })
}

/// Whether a name, its pinyin or its initials contain the search; `limou`, `lmm` and `某某` all find 李某某.
/// Files are few, so nothing is stored for searching.
fn is_found(name: &str, search: &str) -> bool {
    roster::found_in(name, search).is_some()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::is_found;

    #[rstest]
    #[case("", true)]
    #[case("某某", true)]
    #[case("LMM", true)]
    #[case("li mou", true)]
    #[case("zhang", false)]
    fn a_file_is_found_by_name_pinyin_or_initials(#[case] search: &str, #[case] found: bool) {
        assert_eq!(is_found("李某某", search), found);
    }

    #[test]
    fn a_rare_character_is_found_as_itself() {
        assert!(is_found("王𬭎", "𬭎"));
        assert!(is_found("买买提·吐尔逊", "·吐"));
    }
}
