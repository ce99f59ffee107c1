//! Records 民主测评, and says beforehand what is wrong with its numbers.

use super::get::{self, Known};
use super::rules::{self, Fault};
use super::{AppraisalError, AppraisalTallyRequest, AppraisalTallyView, AppraisalView, store};
use crate::desk::Desk;
use crate::problem::{FieldProblem, Invalid};
use crate::vault::Done;

/// What a tally comes to as it is being entered; stores nothing.
///
/// # Errors
/// [`AppraisalError::NoSuchAppraisal`]; what is wrong with a number stands in the reply.
pub fn judge_tally(desk: &mut Desk<'_>, request: AppraisalTallyRequest) -> Result<AppraisalTallyView, AppraisalError> {
    let known = desk.read(|reader| get::known(reader, request.appraisal))?;
    let (Invalid(problems), remarks) = notes(&request, &known);
    Ok(AppraisalTallyView { is_void: rules::is_void(request.handed_out, request.collected), problems, remarks })
}

/// Records a tally, whole. More collected than handed out is kept as it was, and void.
///
/// # Errors
/// [`AppraisalError::Invalid`] with the fields at fault; [`AppraisalError::NoSuchAppraisal`].
pub fn save_tally(desk: &mut Desk<'_>, request: AppraisalTallyRequest) -> Result<Done<AppraisalView>, AppraisalError> {
    let (rules, today) = (desk.rules, desk.today());
    let id = request.appraisal;
    desk.transact("登记民主测评", |tx| {
        let known = get::known(tx, id)?;
        notes(&request, &known).0.into_result()?;
        let entries = known.entries(|entry| {
            entry.counts = request.lines.iter().find(|counts| counts.member == entry.member).copied();
        });
        store::save_entries(tx, id, &entries)?;
        store::save_ballots(tx, id, request.handed_out, request.collected)?;
        get::view(tx, id, rules, today)
    })
}

/// What cannot be, and what is odd, field by field.
fn notes(request: &AppraisalTallyRequest, known: &Known) -> (Invalid, Vec<FieldProblem>) {
    let members = request.lines.iter().map(|counts| counts.member);
    let mut invalid = known.check_graded("lines", members.clone());
    let name = |member| known.people.iter().find(|person| person.member == member).map(|person| person.name.clone());
    let names: Vec<String> = members.map(|member| name(member).unwrap_or_default()).collect();
    let (problems, remarks): (Vec<Fault>, Vec<Fault>) =
        rules::faults(request, known.present()).into_iter().partition(|fault| fault.refuses());
    let said = |fault: Fault| rules::problem(fault, &names);
    invalid.0.extend(problems.into_iter().map(said));
    (invalid, remarks.into_iter().map(said).collect())
}
