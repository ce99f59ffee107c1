//! Ticks a step, corrects it, or takes the tick away.

use chrono::NaiveDate;

use super::{DevelopmentError, DevelopmentFileView, StepKind, StepRequest, catalogue, store, view};
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
    desk.transact(format!("{verb}发展党员第{}步", request.step), |tx| {
        store::file(tx, request.file)?;
        store::save_step(tx, &request)?;
        view::file_view(tx, rules, today, request.file)
    })
}

fn check(request: &StepRequest, today: NaiveDate) -> Result<(), Invalid> {
    let mut invalid = Invalid::default();
    let step = catalogue::steps().iter().find(|step| step.step == request.step);
    match step.map(|step| step.kind) {
        None => invalid.add("step", format!("没有第{}步", request.step)),
        Some(_) if request.entry == 0 => invalid.add("entry", "次数从 1 开始"),
        Some(StepKind::Periodic) => {}
        Some(_) if request.entry > 1 => invalid.add("entry", "这一步只登记一次"),
        Some(_) => {}
    }
    if request.done_on.is_some_and(|day| day > today) {
        invalid.add("done_on", "日期不能晚于今天");
    }
    invalid.into_result()
}
