//! Ticks a step, corrects it, or takes the tick away.

use chrono::NaiveDate;

use super::{DevelopmentError, DevelopmentFile, DevelopmentFileView, StepKind, StepRequest, catalogue, store, view};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::vault::Done;

/// Ticks a step, corrects it, or takes the tick away. Steps may come in any order and late (trap 3), only not in the
/// future.
///
/// # Errors
/// [`DevelopmentError::Invalid`] on an unknown step, a second entry of a step done once, or a day in the future;
/// [`DevelopmentError::NotFound`].
pub fn save_step(desk: &mut Desk<'_>, request: StepRequest) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    check(&request, today)?;
    let verb = if request.done_on.is_some() { "登记" } else { "取消" };
    let name = catalogue::step_name(request.step, true);
    desk.transact(format!("{verb}“{name}”"), |tx| {
        let file = store::file(tx, request.file)?;
        one_more_only_if_periodic(&file, &request)?;
        store::save_step(tx, &request)?;
        view::file_view(tx, rules, today, request.file)
    })
}

fn check(request: &StepRequest, today: NaiveDate) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    let step = catalogue::steps().iter().find(|step| step.step == request.step);
    match step.map(|step| step.kind) {
        None => invalid.add("step", format!("没有第{}步", request.step)),
        Some(_) if request.entry == Some(0) => invalid.add("entry", "找不到这一次登记"),
        Some(_) if request.entry.is_none() && request.done_on.is_none() => invalid.add("done_on", "请填写日期"),
        Some(StepKind::Periodic) => {}
        Some(_) if request.entry > Some(1) => invalid.add("entry", "这一步只登记一次"),
        Some(_) => {}
    }
    if request.done_on.is_some_and(|day| day > today) {
        invalid.add("done_on", "日期不能晚于今天");
    }
    invalid.into_result()
}

/// A step that is done once cannot be entered anew beside its entry: that would look like a correction and be none.
fn one_more_only_if_periodic(file: &DevelopmentFile, request: &StepRequest) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    let step = catalogue::steps().iter().find(|step| step.step == request.step);
    let once = step.is_some_and(|step| step.kind != StepKind::Periodic);
    if once && request.entry.is_none() && !file.entries(request.step).is_empty() {
        invalid.add("entry", "这一步已经登记过，请点“修改”");
    }
    invalid.into_result()
}
