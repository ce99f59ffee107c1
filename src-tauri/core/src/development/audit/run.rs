//! Examines one file, or all.

use super::checks::CHECKS;
use super::engine::{count, examine};
use super::{AuditCheckView, AuditNumber, AuditRequest, AuditView, AuditedFile, Known, data};
use crate::desk::{Desk, Nothing};
use crate::development::{DevelopmentError, DevelopmentFile, store};
use crate::settings;
use crate::vault::VaultError;

/// Examines one file, or all: what the checks find, with what was compared and what to do.
///
/// # Errors
/// [`DevelopmentError::NotFound`].
pub fn audit(desk: &mut Desk<'_>, request: AuditRequest) -> Result<AuditView, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| {
        let files = store::all_files(reader)?;
        let known = Known::of(reader, rules, today, &files)?;
        let is_asked = |file: &&DevelopmentFile| request.file.is_none_or(|id| file.id == id);
        let examined = |file: &DevelopmentFile| {
            let findings = examine(file, &known);
            AuditedFile {
                file: file.id,
                person: file.person.name.clone(),
                stage: file.stage(rules, today),
                count: count(&findings),
                findings,
            }
        };
        let files: Vec<_> = files.iter().filter(is_asked).map(examined).collect();
        if request.file.is_some() && files.is_empty() {
            return Err(DevelopmentError::NotFound);
        }
        Ok(AuditView {
            on: today,
            count: count(files.iter().flat_map(|file| &file.findings)),
            branch: Vec::new(),
            files,
        })
    })
}

/// Every check: who asks for it, whether it can be answered, and how it is set here.
///
/// # Errors
/// [`VaultError`].
pub fn checks(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<AuditCheckView>, VaultError> {
    let local = desk.read(settings::stored)?.development;
    let view = |check: &data::CheckData| AuditCheckView {
        id: check.id.clone(),
        name: check.name.clone(),
        scope: check.scope,
        source: check.source.clone(),
        answered: CHECKS.iter().flat_map(|group| group.iter()).any(|(id, _)| *id == check.id),
        off: local.checks_off.contains(&check.id),
        number: check.usual.map(|usual| AuditNumber { usual, set: local.numbers.get(&check.id).copied() }),
    };
    Ok(data::all().iter().map(view).collect())
}
