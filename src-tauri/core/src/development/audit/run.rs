//! Examines one file, or all.

use super::checks::UNANSWERED;
use super::engine::{count, examine};
use super::{AuditCheckView, AuditFinding, AuditNumber, AuditRequest, AuditView, AuditedFile, Known, across, engine};
use crate::desk::{Desk, Nothing};
use crate::development::{DevelopmentError, DevelopmentFile, store};
use crate::rules::CheckData;
use crate::settings;
use crate::values::PartialDate;
use crate::vault::VaultError;

/// Examines one file, or all: what the checks find, with what was compared and what to do.
///
/// # Errors
/// [`DevelopmentError::NotFound`].
pub fn audit(desk: &mut Desk<'_>, request: AuditRequest) -> Result<AuditView, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| {
        let all = store::all_files(reader)?;
        let known = Known::of(reader, rules, today, &all)?;
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
        let files: Vec<_> = all.iter().filter(is_asked).map(examined).collect();
        if request.file.is_some() && files.is_empty() {
            return Err(DevelopmentError::NotFound);
        }
        Ok(AuditView {
            on: today,
            count: count(files.iter().flat_map(|file| &file.findings)),
            branch: of_the_branch(&all, &known),
            files,
        })
    })
}

/// What concerns the branch and no single file (KX22).
pub(in crate::development) fn of_the_branch(files: &[DevelopmentFile], known: &Known<'_>) -> Vec<AuditFinding> {
    let years = known.number("KX22").unwrap_or(2);
    let is_so = across::nobody_for_years(files, known.today, years, known.founded_on.map(PartialDate::latest));
    let message = format!("支部 {years} 年里没有发展党员，也没有确定发展对象");
    engine::of_the_branch("KX22", known, is_so.then_some(message))
}

/// Every check: who asks for it, whether it can be answered, and how it is set here.
///
/// # Errors
/// [`VaultError`].
pub fn checks(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<AuditCheckView>, VaultError> {
    let local = desk.read(settings::stored)?.development;
    let view = |check: &CheckData| AuditCheckView {
        id: check.id.clone(),
        name: check.name.clone(),
        scope: check.scope,
        source: check.source.clone(),
        unanswered: UNANSWERED.iter().find(|(id, _)| *id == check.id).map(|(_, why)| (*why).to_owned()),
        off: engine::is_off(check, &local),
        number: check.usual.map(|usual| AuditNumber { usual, set: local.numbers.get(&check.id).copied() }),
    };
    Ok(desk.rules.checks().iter().map(view).collect())
}
