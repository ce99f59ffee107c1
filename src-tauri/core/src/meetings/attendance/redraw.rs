//! Mends the frozen list of a held meeting: drawn anew from the roster, or taken out whole.

use std::collections::BTreeMap;

use super::expected::expected;
use crate::desk::Desk;
use crate::meetings::record::examination;
use crate::meetings::{
    AttendanceEntry, AttendanceRow, AttendanceStatus, MeetingError, MeetingId, MeetingState, MeetingView, correction,
    get, store,
};
use crate::problem::Invalid;
use crate::roster::MemberId;
use crate::vault::Done;

/// Draws the list of a held meeting anew from the roster of its day. Who stays on it stays as recorded; votes keep the
/// numbers they were taken with, and the findings name those that no longer fit.
///
/// # Errors
/// [`MeetingError::NotHeld`], [`MeetingError::Cancelled`], [`MeetingError::Reported`]; [`MeetingError::Invalid`] when
/// nobody would be left, or somebody would not whose 对照检查 is kept or whom an election or appraisal may name.
pub fn redraw_attendance(desk: &mut Desk<'_>, id: MeetingId) -> Result<Done<MeetingView>, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.transact("按名册更新应到名单", |tx| {
        let found = correction::open_head(tx, id)?;
        if found.state != MeetingState::Held {
            return Err(MeetingError::NotHeld);
        }
        let before = store::attendance(tx, id)?;
        let rows = expected(tx, &found.head)?;
        let mut invalid = Invalid::default();
        if rows.is_empty() {
            invalid.add("attendance", "按名册这次会议没有应到人员，请先核对党员名册、党小组和党内职务");
        }
        let examined = examination::of_meeting(tx, id)?;
        for row in before.iter().filter(|row| rows.iter().all(|new| new.member != row.member)) {
            if examined.iter().any(|one| one.member == row.member) {
                invalid.add("attendance", format!("{}写有对照检查，请先把它清空，再更新应到名单", row.name));
            }
        }
        let leaves = before.iter().any(|row| rows.iter().all(|new| new.member != row.member));
        let elsewhere = store::elsewhere(tx, id)?;
        if leaves && (elsewhere.election || elsewhere.appraisal) {
            invalid.add("attendance", "会上的选举或者民主评议里还有不再应到的人，请先核对或者删除它们，再更新应到名单");
        }
        invalid.into_result()?;
        store::delete_children(tx, id, &["meeting_attendance"])?;
        store::freeze(tx, id, &rows)?;
        let mut before: BTreeMap<MemberId, AttendanceRow> = before.into_iter().map(|row| (row.member, row)).collect();
        for row in rows {
            let Some(stood) = before.remove(&row.member) else { continue };
            let status = match stood.status {
                // Asked for or not: whoever stayed away is one or the other (B19).
                Some(AttendanceStatus::Absent) if row.attendance_not_required => Some(AttendanceStatus::NotRequired),
                Some(AttendanceStatus::NotRequired) if !row.attendance_not_required => None,
                status => status,
            };
            let AttendanceRow { member, reason, late, exclusion, .. } = stood;
            let exclusion = exclusion.filter(|_| row.voting);
            store::save_status(tx, id, &AttendanceEntry { member, status, reason, late, exclusion })?;
        }
        get::view(tx, id, rules, today)
    })
}

/// Takes out all attendance of a meeting, as when it was entered at the wrong one: the meeting is a plan again.
///
/// # Errors
/// [`MeetingError::NotHeld`], [`MeetingError::Cancelled`], [`MeetingError::Reported`];
/// [`MeetingError::RestsOnAttendance`] while a vote, an election or an appraisal counts by it.
pub fn clear_attendance(desk: &mut Desk<'_>, id: MeetingId) -> Result<Done<MeetingView>, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    desk.transact("清空到会登记", |tx| {
        if correction::open_head(tx, id)?.state != MeetingState::Held {
            return Err(MeetingError::NotHeld);
        }
        let elsewhere = store::elsewhere(tx, id)?;
        if !store::votes(tx, id)?.is_empty() || elsewhere.election || elsewhere.appraisal {
            return Err(MeetingError::RestsOnAttendance);
        }
        store::delete_children(tx, id, &["meeting_attendance"])?;
        get::view(tx, id, rules, today)
    })
}
