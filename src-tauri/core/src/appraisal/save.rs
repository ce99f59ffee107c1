//! Begins an appraisal or corrects its year and meeting.

use chrono::Datelike;

use super::get;
use super::{Appraisal, AppraisalError, AppraisalView, store, wording};
use crate::desk::Desk;
use crate::meetings::{self, Circle, MeetingKind, MeetingView};
use crate::problem::Invalid;
use crate::vault::{Done, Tx};

/// Begins an appraisal or corrects its year and meeting.
///
/// # Errors
/// [`AppraisalError::Invalid`] with the fields at fault; [`AppraisalError::NoSuchAppraisal`].
pub fn save(desk: &mut Desk<'_>, request: Appraisal) -> Result<Done<AppraisalView>, AppraisalError> {
    let (rules, today) = (desk.rules, desk.today());
    let verb = if request.id.is_some() { "修改" } else { "新建" };
    desk.transact(format!("{verb}{}", wording::title(request.year)), |tx| {
        if let Some(id) = request.id {
            store::one(tx, id)?.ok_or(AppraisalError::NoSuchAppraisal)?;
        }
        let meeting = meetings::stored(tx, request.meeting)?;
        check(tx, &request, &meeting)?.into_result()?;
        let id = store::save(tx, &request)?;
        get::view(tx, id, rules, today)
    })
}

fn check(tx: &Tx<'_>, request: &Appraisal, meeting: &MeetingView) -> Result<Invalid, AppraisalError> {
    let mut invalid = Invalid::default();
    let kinds = &meeting.head.kinds;
    if !kinds.contains(&MeetingKind::Appraisal) {
        invalid.add("meeting", "请选种类里有“民主评议党员”的会议");
    } else if meeting.head.circle() != Circle::Branch {
        invalid.add("meeting", "民主评议由全体党员参加，请把“民主评议党员”作为会议的第一个种类");
    }
    let held_in = meeting.head.day().year();
    if !(held_in - 1..=held_in).contains(&request.year) {
        invalid.add("year", format!("会议在 {held_in} 年，评议的是当年或者上一年"));
    } else if store::of_year(tx, request.year)?.is_some_and(|id| Some(id) != request.id) {
        invalid.add("year", format!("{}已经登记过", wording::title(request.year)));
    }
    Ok(invalid)
}
