//! Which rules hold in the open file: those of the set that was taken over, as long as its number is higher than that of the
//! program's own.

use std::sync::Arc;

use chrono::NaiveDate;

use super::store::{self, Kept};
use crate::outside::{Outside, Seal};
use crate::rules::{RuleBook, RuleSet, RuleSetHead, SetFault};
use crate::vault::{Reader, Vault, VaultError};

/// The rules in use, and what was taken over.
#[derive(Clone)]
pub(super) struct InUse {
    pub(super) book: Arc<RuleBook>,
    pub(super) adopted: Option<Adopted>,
}

/// A set that was taken over, in use or not.
#[derive(Clone)]
pub(super) struct Adopted {
    /// `None` where it can no longer be read.
    pub(super) head: Option<RuleSetHead>,
    pub(super) signer: String,
    pub(super) on: NaiveDate,
    /// Why it is not in use.
    pub(super) passed_over: Option<String>,
}

/// The rules of the open file. Read once, and again only when another set was taken over. Where the file is damaged there, the
/// program's own: the check that tells of the damage goes through here too.
///
/// # Errors
/// [`VaultError`].
pub fn book(vault: &Vault, outside: &Outside, built_in: &Arc<RuleBook>) -> Result<Arc<RuleBook>, VaultError> {
    match vault.read(|reader| in_use(reader, outside.seal.as_ref(), built_in)) {
        Ok(in_use) => Ok(in_use.book.clone()),
        Err(VaultError::Damaged) => Ok(built_in.clone()),
        Err(error) => Err(error),
    }
}

pub(super) fn in_use(reader: &Reader<'_>, seal: &dyn Seal, built_in: &Arc<RuleBook>) -> Result<Arc<InUse>, VaultError> {
    let is_another = |change: &serde_json::Value| change["table"] == "rule_set";
    reader.kept_renewed(
        |reader| load(reader, seal, built_in),
        |known: &InUse, changes| Ok((!changes.iter().any(is_another)).then(|| known.clone())),
    )
}

fn load(reader: &Reader<'_>, seal: &dyn Seal, built_in: &Arc<RuleBook>) -> Result<InUse, VaultError> {
    let Some(Kept { sha256, signer, adopted_on }) = store::kept(reader)? else {
        return Ok(InUse { book: built_in.clone(), adopted: None });
    };
    let bytes = reader.bytes(&sha256)?;
    let (book, head, passed_over) = chosen(read(&bytes, seal, built_in), built_in);
    Ok(InUse { book, adopted: Some(Adopted { head, signer, on: adopted_on, passed_over }) })
}

/// The rules of the signed file, or why they cannot be used.
fn read(bytes: &[u8], seal: &dyn Seal, built_in: &RuleBook) -> Result<RuleBook, String> {
    let content = seal.disclose(bytes).map_err(|broken| broken.to_string())?.content;
    let book = || RuleBook::of(&RuleSet::read(&content)?)?.completed(built_in);
    book().map_err(|fault: SetFault| fault.to_string())
}

/// The rules that hold; what the set that was taken over says of itself, and why it is not in use.
fn chosen(
    adopted: Result<RuleBook, String>,
    built_in: &Arc<RuleBook>,
) -> (Arc<RuleBook>, Option<RuleSetHead>, Option<String>) {
    let own = built_in.head().number;
    match adopted {
        Ok(book) if book.head().number > own => {
            let head = book.head().clone();
            (Arc::new(book), Some(head), None)
        }
        Ok(book) => {
            let number = book.head().number;
            let newer =
                format!("以前采用的是第 {number} 号，升级后的程序自带第 {own} 号，不比它旧，所以现在用程序自带的");
            (built_in.clone(), Some(book.head().clone()), Some(newer))
        }
        Err(fault) => {
            let unfit = format!("以前采用的规程现在的程序用不了，所以现在用程序自带的：{fault}");
            (built_in.clone(), None, Some(unfit))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TestFile;
    use crate::vault::Tx;

    fn numbered(number: u32) -> RuleBook {
        let mut set = RuleSet::built_in().unwrap();
        set.head.number = number;
        RuleBook::of(&set).unwrap()
    }

    #[test]
    fn the_higher_number_is_in_use_and_what_is_passed_over_says_why() {
        let built_in = Arc::new(numbered(5));
        let (book, head, passed_over) = chosen(Ok(numbered(6)), &built_in);
        assert_eq!((book.head().number, head.unwrap().number, passed_over), (6, 6, None));
        for older in [4, 5] {
            let (book, head, passed_over) = chosen(Ok(numbered(older)), &built_in);
            assert_eq!((book.head().number, head.unwrap().number), (5, older));
            assert!(passed_over.unwrap().contains("程序自带第 5 号"));
        }
        let (book, head, passed_over) = chosen(Err("缺少 E01".to_owned()), &built_in);
        assert_eq!((book.head().number, head), (5, None));
        assert!(passed_over.unwrap().contains("缺少 E01"));
    }

    #[test]
    fn the_rules_are_read_again_only_when_another_set_was_taken_over() {
        let mut file = TestFile::on("2026-11-23");
        let built_in = Arc::new(RuleBook::shipped().unwrap());
        let seal = file.outside.seal.clone();
        let book = |file: &TestFile| {
            file.vault.read(|reader| in_use(reader, seal.as_ref(), &built_in)).unwrap().adopted.is_some()
        };
        assert!(!book(&file));
        file.name_branch("示例协会支部", false);
        assert!(!book(&file));
        let keep = |tx: &Tx<'_>| store::keep(tx, b"no set", "甲", "2026-11-23".parse().unwrap());
        file.desk("rule_set_adopt").transact("采用", keep).unwrap();
        assert!(book(&file), "it is noticed, and unfit");
        file.undo();
        assert!(!book(&file));
    }

    #[test]
    fn what_was_taken_over_outlives_the_sweep_and_goes_with_its_last_trace() {
        let mut file = TestFile::on("2026-11-23");
        let keep = |tx: &Tx<'_>| store::keep(tx, b"no set", "甲", "2026-11-23".parse().unwrap());
        file.desk("rule_set_adopt").transact("采用", keep).unwrap();
        let sha256 = file.vault.read(store::kept).unwrap().unwrap().sha256;
        file.vault.forget_undo().unwrap();
        file.vault.sweep().unwrap();
        let bytes = |file: &TestFile| file.vault.read(|reader| reader.bytes(&sha256)).is_ok();
        assert!(bytes(&file));
        file.desk("rule_set_restore").transact("恢复", store::remove).unwrap();
        file.vault.sweep().unwrap();
        assert!(bytes(&file), "it can still be taken back");
        file.vault.forget_undo().unwrap();
        file.vault.sweep().unwrap();
        assert!(!bytes(&file));
    }
}
