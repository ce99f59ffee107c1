//! Counting who came.

use crate::meetings::{AttendanceRow, AttendanceStatus, AttendanceTally};

/// How someone stands, as far as counting goes.
pub(in crate::meetings) struct Stand {
    /// As recorded.
    pub(in crate::meetings) status: Option<AttendanceStatus>,
    /// 迟到
    pub(in crate::meetings) late: bool,
    /// May vote and is not excluded.
    pub(in crate::meetings) voting: bool,
}

impl AttendanceTally {
    /// Counts the people of a list.
    pub fn of(rows: &[AttendanceRow]) -> Self {
        let mut tally = Self::default();
        for row in rows {
            let voting = row.voting && row.exclusion.is_none();
            tally.count(Stand { status: row.status, late: row.late, voting }, 1);
        }
        tally
    }

    /// Counts `people` who stand alike. Whoever need not come and did not leaves 应到 (B19), but not the number of
    /// voting members expected: that denominator shrinks only with the superior's consent (V11).
    pub(in crate::meetings) fn count(&mut self, stand: Stand, people: u32) {
        let counter = match stand.status {
            Some(AttendanceStatus::Present) => &mut self.present,
            Some(AttendanceStatus::OnLeave) => &mut self.on_leave,
            Some(AttendanceStatus::Absent) => &mut self.absent,
            Some(AttendanceStatus::NotRequired) => &mut self.not_required,
            None => &mut self.unrecorded,
        };
        *counter += people;
        if stand.late {
            self.late += people;
        }
        if stand.status != Some(AttendanceStatus::NotRequired) {
            self.expected += people;
        }
        if stand.voting {
            self.voting_expected += people;
            if stand.status == Some(AttendanceStatus::Present) {
                self.voting_present += people;
            }
        }
    }
}
