//! Who has come to none of the last meetings: asked of a day, so that no edge of a quarter or a period ends the row.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};
use rusqlite::params;

use super::AttendanceStatus;
use crate::values::MemberId;
use crate::vault::{Reader, VaultError};

/// So many meetings in a row are noticed.
const IN_A_ROW: u32 = 3;

/// Meetings of longer ago say nothing about now.
const LOOKED_BACK: Months = Months::new(12);

/// Those of `members` who came to none of the last three meetings, of whatever kind, at which they were expected by the
/// end of `day`: on leave or absent, for a leave slip explains why someone was away, not that he came. Meetings to which
/// someone need not come (B19) and did not, and statuses not yet recorded, are passed over.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn missed_three(
    reader: &Reader<'_>,
    members: &[MemberId],
    day: NaiveDate,
) -> Result<BTreeSet<MemberId>, VaultError> {
    let mut open: BTreeMap<MemberId, u32> = members.iter().map(|member| (*member, 0)).collect();
    let mut missed = BTreeSet::new();
    let single = if let [member] = members { Some(member.0) } else { None };
    let from = day.checked_sub_months(LOOKED_BACK).unwrap_or(NaiveDate::MIN);
    let days = "SELECT id FROM meeting WHERE date(coalesce(started_at, planned_at)) BETWEEN ?1 AND ?2
        ORDER BY coalesce(started_at, planned_at) DESC, id DESC";
    let statuses = "SELECT member_id, status FROM meeting_attendance
        WHERE meeting_id = ?1 AND (?2 IS NULL OR member_id = ?2) AND status IS NOT NULL AND status <> 'not_required'";
    for meeting in reader.all(days, params![from, day], |row| row.get::<_, i64>(0))? {
        if open.is_empty() {
            break;
        }
        let row = |row: &rusqlite::Row<'_>| Ok((MemberId(row.get(0)?), row.get(1)?));
        for (member, status) in reader.all::<(_, AttendanceStatus), _>(statuses, params![meeting, single], row)? {
            let Some(times) = open.get_mut(&member) else { continue };
            *times += 1;
            let has_missed = *times == IN_A_ROW && status != AttendanceStatus::Present;
            if has_missed {
                missed.insert(member);
            }
            if has_missed || status == AttendanceStatus::Present {
                open.remove(&member);
            }
        }
    }
    Ok(missed)
}
