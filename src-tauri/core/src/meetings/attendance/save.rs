//! Records who came.

use std::collections::BTreeMap;

use super::{exclusion, expected};
use crate::desk::Desk;
use crate::meetings::{
    AttendanceEntry, AttendanceRequest, AttendanceRow, AttendanceStatus, MeetingError, MeetingView, correction, get,
    store,
};
use crate::problem::Invalid;
use crate::roster::MemberId;
use crate::vault::Done;

/// Records who came. The first time freezes who was expected and who could vote, as the roster stands on the
/// meeting's day; later times change only how each of them stood. Whoever the request leaves out is not yet recorded,
/// or not required where the roster says so (B19).
///
/// # Errors
/// [`MeetingError::Invalid`] with the fields at fault; [`MeetingError::Cancelled`], [`MeetingError::Reported`].
pub fn save_attendance(desk: &mut Desk<'_>, request: AttendanceRequest) -> Result<Done<MeetingView>, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    let AttendanceRequest { id, entries } = request;
    desk.transact("登记到会", |tx| {
        let found = correction::open_head(tx, id)?;
        let mut invalid = Invalid::default();
        if found.head.day() > today {
            invalid.add("entries", "会议还没有召开，不能登记到会");
        }
        let mut rows = store::attendance(tx, id)?;
        let is_first = rows.is_empty();
        if is_first {
            rows = expected::expected(tx, &found.head)?;
            if rows.is_empty() {
                invalid.add("entries", "这次会议没有应到人员，请先核对党员名册、党小组和党内职务");
            }
        }

        let listed: BTreeMap<_, _> = rows.iter().map(|row| (row.member, row)).collect();
        let mut entered = BTreeMap::<MemberId, AttendanceEntry>::new();
        for (index, entry) in entries.into_iter().enumerate() {
            let Some(row) = listed.get(&entry.member) else {
                invalid.add(format!("entries.{index}.member"), "不在这次会议的应到名单上");
                continue;
            };
            if row.attendance_not_required && entry.status == Some(AttendanceStatus::Absent) {
                let message = format!("{}属于参加组织生活不作硬性要求的党员，不能记为缺席", row.name);
                invalid.add(format!("entries.{index}.status"), message);
            }
            if entry.late && entry.status != Some(AttendanceStatus::Present) {
                invalid.add(format!("entries.{index}.late"), format!("{}没有到会，不能记为迟到", row.name));
            }
            exclusion::check(index, &row.name, &entry, &mut invalid);
            if entered.insert(entry.member, entry).is_some() {
                invalid.add(format!("entries.{index}.member"), format!("{}重复登记", row.name));
            }
        }
        invalid.into_result()?;

        if is_first {
            store::freeze(tx, id, &rows)?;
        }
        for row in rows {
            let mut entry = entered.remove(&row.member).unwrap_or(AttendanceEntry::of(row.member, None));
            if entry.status.is_none() && row.attendance_not_required {
                entry.status = Some(AttendanceStatus::NotRequired);
            }
            if is_first || entry != AttendanceEntry::from(&row) {
                store::save_status(tx, id, &entry)?;
            }
        }
        get::view(tx, id, rules, today)
    })
}

/// How someone stands now.
impl From<&AttendanceRow> for AttendanceEntry {
    fn from(row: &AttendanceRow) -> Self {
        let AttendanceRow { member, status, reason, late, exclusion, .. } = row;
        Self { member: *member, status: *status, reason: reason.clone(), late: *late, exclusion: exclusion.clone() }
    }
}

impl AttendanceEntry {
    /// How someone stood, with nothing more to say.
    pub fn of(member: MemberId, status: impl Into<Option<AttendanceStatus>>) -> Self {
        Self { member, status: status.into(), reason: None, late: false, exclusion: None }
    }
}
