//! Plans several meetings at once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Desk;
use crate::meetings::{MeetingError, MeetingHead, MeetingPlan, plan, save, store};
use crate::problem::Invalid;
use crate::values::Quarter;
use crate::vault::Done;

/// Plans several meetings at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanSaveRequest {
    /// The quarter whose plan is answered; the meetings may lie in any.
    pub quarter: Quarter,
    /// New meetings, in order.
    pub meetings: Vec<MeetingHead>,
}

/// Plans several meetings at once, as one change.
///
/// # Errors
/// [`MeetingError::Invalid`] names the fields as `meetings.2.planned_at`; nothing is stored then.
pub fn save_plan(desk: &mut Desk<'_>, request: PlanSaveRequest) -> Result<Done<MeetingPlan>, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    let mut invalid = Invalid::default();
    let mut heads = Vec::new();
    for (index, meeting) in request.meetings.into_iter().enumerate() {
        let head = save::completed(MeetingHead { id: None, ..meeting });
        for problem in save::check(&head, today).0 {
            invalid.add(format!("meetings.{index}.{}", problem.field), problem.message);
        }
        heads.push(head);
    }
    invalid.into_result()?;
    desk.transact(format!("列入组织生活计划 {} 次", heads.len()), |tx| {
        for head in &heads {
            store::save_head(tx, head)?;
        }
        Ok(plan::of_quarter(tx, rules, request.quarter, today)?)
    })
}
