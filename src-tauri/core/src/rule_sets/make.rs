//! Making a rule set: the texts of the one in use, to be edited, and the signature under what became of them.

use super::{RuleSetError, RuleSetSignRequest, RuleSetTexts, store};
use crate::desk::{Desk, Nothing};
use crate::files::{self, Saved};
use crate::problem::Invalid;
use crate::rules::{RuleBook, RuleSet, RuleSetHead};
use crate::{branch, signing, typed};

/// The texts of the set in use.
///
/// # Errors
/// [`RuleSetError`].
pub fn export(desk: &mut Desk<'_>, _: Nothing) -> Result<RuleSetTexts, RuleSetError> {
    let set = if desk.rules.head().number == RuleBook::shipped()?.head().number {
        RuleSet::built_in()?
    } else {
        let kept = desk.read(store::kept)?.ok_or(RuleSetError::NothingAdopted)?;
        let bytes = desk.read(|reader| reader.bytes(&kept.sha256))?;
        RuleSet::read(&desk.outside.seal.disclose(&bytes)?.content)?
    };
    Ok(RuleSetTexts { head: set.head, texts: set.files })
}

/// Signs a set with the branch's certificate and saves it. What could not be taken over is not signed.
///
/// # Errors
/// [`RuleSetError::Invalid`], [`RuleSetError::Fault`], [`RuleSetError::Signing`] …; no file is written.
pub fn sign(desk: &mut Desk<'_>, request: RuleSetSignRequest) -> Result<Saved, RuleSetError> {
    let RuleSetSignRequest { name, number, holds_from, changes, texts, file } = request;
    let (name, changes) = (typed::line(&name), typed::line(&changes));
    let mut invalid = Invalid::default();
    if number <= desk.rules.head().number {
        invalid.add("number", format!("编号要大于现在用的规程的编号 {}", desk.rules.head().number));
    }
    for (field, text, said) in [("name", &name, "请填写规程的名称"), ("changes", &changes, "请写明这次改了什么")]
    {
        if text.is_empty() {
            invalid.add(field, said);
        }
    }
    invalid.into_result()?;
    let identity = signing::ready(desk)?;
    let (issuer, renewals) = desk
        .read(|reader| -> Result<_, RuleSetError> { Ok((branch::stored(reader)?.name, signing::renewals(reader)?)) })?;
    let label = format!("签发{name}（第 {number} 号）");
    let head = RuleSetHead { name, number, made_on: desk.today(), holds_from, issuer, changes };
    let set = RuleSet { head, files: texts, renewals };
    set.check()?;
    RuleBook::of(&set)?.completed(&RuleBook::shipped()?)?;
    let signed = desk.outside.seal.enclose(&set.write()?, &identity)?;
    let saved = files::write(desk.outside, &file, &signed)?;
    desk.note(label)?;
    Ok(saved)
}
