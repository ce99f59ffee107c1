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

/// Those of `members` who missed three meetings in a row, of whatever kind, at which they were expected: on leave or
/// absent, for a leave slip explains why someone was away, not that he came. The third lies within the period, the others
/// may lie before it; and a row that nothing has ended by the period's last day counts as well. Meetings to which someone
/// need not come (B19) and did not, and statuses not yet recorded, are passed over.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn missed_three(
    reader: &Reader<'_>,
    members: &[MemberId],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeSet<MemberId>, VaultError> {
    let mut open: BTreeMap<MemberId, Row> = members.iter().map(|member| (*member, Row::default())).collect();
    let mut missed = BTreeSet::new();
    let single = if let [member] = members { Some(member.0) } else { None };
    let back_to = from.checked_sub_months(LOOKED_BACK).unwrap_or(NaiveDate::MIN);
    let days = "SELECT id, date(coalesce(started_at, planned_at)) AS day FROM meeting WHERE day BETWEEN ?1 AND ?2
        ORDER BY coalesce(started_at, planned_at) DESC, id DESC";
    let statuses = "SELECT member_id, status FROM meeting_attendance
        WHERE meeting_id = ?1 AND (?2 IS NULL OR member_id = ?2) AND status IS NOT NULL AND status <> 'not_required'";
    let meetings = reader.all(days, params![back_to, to], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))?;
    for (meeting, day) in meetings {
        let day: NaiveDate = day;
        if open.is_empty() {
            break;
        }
        let row = |row: &rusqlite::Row<'_>| Ok((MemberId(row.get(0)?), row.get(1)?));
        for (member, status) in reader.all::<(_, AttendanceStatus), _>(statuses, params![meeting, single], row)? {
            let Some(row) = open.get_mut(&member) else { continue };
            let is_over = match row.next(status != AttendanceStatus::Present, day >= from) {
                Next::Missed => missed.insert(member),
                Next::Came => true,
                Next::Open => false,
            };
            if is_over {
                open.remove(&member);
            }
        }
    }
    Ok(missed)
}

/// What one member's meetings say so far, from the newest backwards.
#[derive(Debug, Clone, Copy, Default)]
struct Row {
    /// Missed one after the other, up to the one looked at last.
    times: u32,
    /// The member came to a later one.
    came: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// Three in a row.
    Missed,
    /// No row can end within the period any more.
    Came,
    /// An older meeting may tell.
    Open,
}

impl Row {
    /// Looks at the meeting before.
    fn next(&mut self, missed: bool, in_period: bool) -> Next {
        if missed {
            if self.times == 0 && self.came && !in_period {
                return Next::Came;
            }
            self.times += 1;
            return if self.times >= IN_A_ROW { Next::Missed } else { Next::Open };
        }
        (self.times, self.came) = (0, true);
        if in_period { Next::Open } else { Next::Came }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// The meetings from the oldest to the newest, `|` where the period begins: `x` missed, `o` came.
    #[rstest]
    #[case::ended_by_coming("|xxxo", true)]
    #[case::reaching_back("xx|xo", true)]
    #[case::over_before("xxx|o", false)]
    #[case::over_before_and_nothing_since("oxxx|", true)]
    #[case::broken("x|xoxxo", false)]
    #[case::the_second_row("|oxoxxxo", true)]
    #[case::two("o|xx", false)]
    #[case::came_before_it("xxo|xx", false)]
    fn a_row_counts_in_the_period_in_which_it_ends(#[case] meetings: &str, #[case] is_missed: bool) {
        let (mut row, mut in_period) = (Row::default(), true);
        let mut found = false;
        for meeting in meetings.chars().rev() {
            match meeting {
                '|' => in_period = false,
                _ => match row.next(meeting == 'x', in_period) {
                    Next::Open => {}
                    next => {
                        found = next == Next::Missed;
                        break;
                    }
                },
            }
        }
        assert_eq!(found, is_missed, "{meetings}");
    }
}
