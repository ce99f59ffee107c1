//! The branches below the committee, and their certificates.

use std::collections::BTreeMap;

use super::{
    SuperiorBranch, SuperiorBranchId, SuperiorBranchView, SuperiorEnrolRequest, SuperiorEnrolment, SuperiorError, store,
};
use crate::desk::{Desk, Nothing};
use crate::problem::Invalid;
use crate::signing::{self, TrustedSigner, plain_fingerprint};
use crate::typed;
use crate::vault::{Done, Reader, VaultError};

/// Passes the desk of a superior's file.
pub(super) fn check_kind(desk: &Desk<'_>) -> Result<(), SuperiorError> {
    if desk.vault.is_superior()? { Ok(()) } else { Err(SuperiorError::NotSuperior) }
}

/// All branches by name, each with its certificates.
///
/// # Errors
/// [`SuperiorError::Vault`].
pub fn branches(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<SuperiorBranchView>, SuperiorError> {
    Ok(desk.read(list)?)
}

fn list(reader: &Reader<'_>) -> Result<Vec<SuperiorBranchView>, VaultError> {
    let mut certificates: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for TrustedSigner { name, fingerprint } in signing::trusted(reader)? {
        certificates.entry(name).or_default().push(fingerprint);
    }
    let mut branches = store::branches(reader)?;
    for view in &mut branches {
        view.certificates = certificates.remove(&view.branch.name).unwrap_or_default();
    }
    Ok(branches)
}

/// Adds or changes a branch. Under a new name its certificates go along.
///
/// # Errors
/// [`SuperiorError::Invalid`], [`SuperiorError::NoSuchBranch`], [`SuperiorError::NotSuperior`].
pub fn save(desk: &mut Desk<'_>, branch: SuperiorBranch) -> Result<Done<Vec<SuperiorBranchView>>, SuperiorError> {
    check_kind(desk)?;
    let branch = SuperiorBranch {
        name: typed::line(&branch.name),
        contact: typed::line(&branch.contact),
        phone: typed::line(&branch.phone),
        note: typed::line(&branch.note),
        ..branch
    };
    desk.transact(format!("登记下级支部 {}", branch.name), |tx| {
        let mut invalid = Invalid::default();
        if branch.name.is_empty() {
            invalid.add("name", "请填写支部全称");
        }
        if store::named(tx, &branch.name)?.is_some_and(|other| Some(other) != branch.id) {
            invalid.add("name", "已经有这个名称的支部");
        }
        if branch.since.zip(branch.until).is_some_and(|(since, until)| until < since) {
            invalid.add("until", "不能早于开始报送的季度");
        }
        invalid.into_result()?;
        if let Some(id) = branch.id {
            signing::rename_trusted(tx, &store::branch(tx, id)?.name, &branch.name)?;
        }
        store::put_branch(tx, &branch)?;
        Ok(list(tx)?)
    })
}

/// Takes out a branch that never reported, and its certificates with it.
///
/// # Errors
/// [`SuperiorError::HasReports`], [`SuperiorError::NoSuchBranch`].
pub fn delete(desk: &mut Desk<'_>, id: SuperiorBranchId) -> Result<Done<Vec<SuperiorBranchView>>, SuperiorError> {
    desk.transact("删除下级支部", |tx| {
        let branch = store::branch(tx, id)?;
        if store::has_reports(tx, id)? {
            return Err(SuperiorError::HasReports(branch.name));
        }
        signing::distrust_named(tx, &branch.name)?;
        store::delete_branch(tx, id)?;
        Ok(list(tx)?)
    })
}

/// Trusts certificates from enrolment sheets, all or none. A branch that is not in the list yet is added to it.
///
/// # Errors
/// [`SuperiorError::Invalid`] at the entries at fault.
pub fn enrol(
    desk: &mut Desk<'_>,
    request: SuperiorEnrolRequest,
) -> Result<Done<Vec<SuperiorBranchView>>, SuperiorError> {
    check_kind(desk)?;
    let label = match request.entries.as_slice() {
        [only] => format!("登记证书 {}", typed::line(&only.name)),
        several => format!("登记 {} 张证书", several.len()),
    };
    desk.transact(label, |tx| {
        let trusted: BTreeMap<_, _> =
            signing::trusted(tx)?.into_iter().map(|signer| (signer.fingerprint, signer.name)).collect();
        let mut invalid = Invalid::default();
        for (at, entry) in request.entries.iter().enumerate() {
            match checked(entry, &trusted) {
                Ok(signer) => {
                    if store::named(tx, &signer.name)?.is_none() {
                        store::put_branch(tx, &SuperiorBranch::new(&signer.name))?;
                    }
                    signing::put_trusted(tx, &signer)?;
                }
                Err((field, sentence)) => invalid.add(format!("entries.{at}.{field}"), sentence),
            }
        }
        invalid.into_result()?;
        Ok(list(tx)?)
    })
}

impl SuperiorBranch {
    /// A branch of which only the name is known.
    pub(super) fn new(name: &str) -> Self {
        Self {
            id: None,
            name: name.to_owned(),
            contact: String::new(),
            phone: String::new(),
            since: None,
            until: None,
            note: String::new(),
        }
    }
}

/// What is to be trusted, or the field that cannot be accepted and why.
fn checked(
    entry: &SuperiorEnrolment,
    trusted: &BTreeMap<String, String>,
) -> Result<TrustedSigner, (&'static str, String)> {
    let name = typed::line(&entry.name);
    if name.is_empty() {
        return Err(("name", "请填写这是哪个支部的证书".to_owned()));
    }
    let wrong = "证书指纹应为 64 位数字和字母 A–F，请对照备案表再输入一次";
    let fingerprint = plain_fingerprint(&entry.fingerprint).ok_or_else(|| ("fingerprint", wrong.to_owned()))?;
    match trusted.get(&fingerprint).filter(|other| **other != name) {
        Some(other) => Err(("fingerprint", format!("这张证书已经登记给“{other}”"))),
        None => Ok(TrustedSigner { fingerprint, name }),
    }
}
