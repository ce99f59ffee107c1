//! In which order people stand on the attendance list and on the sign-in sheet: one for both, so that whoever ticks
//! goes down the list as down the paper.

use crate::meetings::AttendanceRow;
use crate::roster::{group_order, stroke_key};
use crate::settings::AttendanceOrder;

impl AttendanceOrder {
    /// Sorts rows that come in pinyin order.
    pub(in crate::meetings) fn sort(self, rows: &mut [AttendanceRow]) {
        match self {
            Self::Pinyin => {}
            Self::Strokes => rows.sort_by_cached_key(|row| stroke_key(&row.name)),
            Self::Group => {
                rows.sort_by(|one, other| group_order(&one.party_group).cmp(&group_order(&other.party_group)))
            }
        }
    }
}
