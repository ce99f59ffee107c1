//! Who is expected at a meeting, who came, and who came over a period.

pub(super) mod exclusion;
pub(super) mod expected;
mod of_member;
pub(super) mod order;
mod range;
#[cfg(test)]
mod range_tests;
mod redraw;
mod save;
pub(super) mod tally;
#[cfg(test)]
mod tests;

pub use expected::ExpectedDrift;
pub use of_member::of_member;
pub use range::{
    AttendanceExportRequest, AttendanceRange, AttendanceRangeQuery, AttendanceSheet, RangeMeeting, RangeMonth,
    RangeReason, RangeRow, attendance_range, attendance_sheet_of, export_attendance,
};
pub use redraw::{clear_attendance, redraw_attendance};
pub use save::save_attendance;
