//! What was being written when the file was locked: offered again when it is opened.

use crate::desk::{Desk, Nothing};
use crate::problem::Invalid;
use crate::vault::{Draft, VaultError};

/// More than the forms of a page hold; a program gone wild must not fill the file.
const LARGEST: usize = 4_000_000;

/// Drafts that wait to be taken up again, the newest first.
///
/// # Errors
/// [`VaultError`].
pub fn list_drafts(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<Draft>, VaultError> {
    desk.vault.drafts()
}

/// Keeps these drafts in place of those kept before. No change of the records: nothing to log, nothing to take back.
///
/// # Errors
/// [`VaultError::Invalid`] above 4 MB.
pub fn keep_drafts(desk: &mut Desk<'_>, mut drafts: Vec<Draft>) -> Result<Nothing, VaultError> {
    if drafts.iter().map(|draft| draft.content.len()).sum::<usize>() > LARGEST {
        let mut invalid = Invalid::default();
        invalid.add("content", "没有保存的内容太多，放不下");
        invalid.into_result()?;
    }
    let now = desk.outside.clock.now().format("%Y-%m-%d %H:%M").to_string();
    for draft in &mut drafts {
        draft.kept_at.get_or_insert_with(|| now.clone());
    }
    desk.vault.keep_drafts(&drafts)?;
    Ok(Nothing {})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TestFile;
    use crate::vault::AuditQuery;

    fn draft(content: &str) -> Draft {
        let labels = vec!["谈心谈话".to_owned()];
        Draft { page: "/meetings/talks".to_owned(), labels, content: content.to_owned(), kept_at: None }
    }

    #[test]
    fn a_draft_is_kept_without_log_undo_or_part_in_the_records() {
        let mut file = TestFile::on("2026-11-23");
        let records = file.vault.dump().unwrap();
        keep_drafts(&mut file.desk("draft_keep"), vec![draft("{}")]).unwrap();
        let kept = list_drafts(&mut file.desk("draft_list"), Nothing {}).unwrap();
        assert_eq!(kept[0].content, "{}");
        assert!(kept[0].kept_at.as_deref().is_some_and(|at| at.starts_with("2026-11-23")), "{kept:?}");
        assert_eq!(file.vault.dump().unwrap(), records);
        assert_eq!(file.vault.log(&AuditQuery { limit: 9, ..AuditQuery::default() }).unwrap(), []);

        keep_drafts(&mut file.desk("draft_keep"), Vec::new()).unwrap();
        assert_eq!(list_drafts(&mut file.desk("draft_list"), Nothing {}).unwrap(), []);
    }

    #[test]
    fn drafts_do_not_fill_the_file() {
        let mut file = TestFile::on("2026-11-23");
        let large = draft(&"长".repeat(LARGEST));
        assert!(keep_drafts(&mut file.desk("draft_keep"), vec![large]).is_err());
    }
}
