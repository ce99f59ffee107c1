//! One member's meetings.

use crate::desk::Desk;
use crate::meetings::report::statistics::counted;
use crate::meetings::{AttendanceCount, MeetingError, MemberMeetings, MemberMeetingsRequest, store};
use crate::{attendance, roster};

/// A member's meetings of a period, as far as attendance was recorded or the member expected, newest first.
///
/// # Errors
/// [`MeetingError::NoSuchMember`].
pub fn of_member(desk: &mut Desk<'_>, request: MemberMeetingsRequest) -> Result<MemberMeetings, MeetingError> {
    let today = desk.today();
    desk.read(|reader| {
        let member = roster::member(reader, request.member)?.ok_or(MeetingError::NoSuchMember)?;
        let meetings = store::meetings_of(reader, request.member, request.from, request.to)?;
        let statuses: Vec<_> = meetings.iter().rev().map(|meeting| meeting.status).collect();
        let to = request.to.unwrap_or(today);
        // The page says how it is at the end, not what was once.
        let missed_three = attendance::missed_three(reader, &[member.id], to, to)?.contains(&member.id);
        let attendance = AttendanceCount { missed_three, ..counted(&member, &statuses, to) };
        Ok(MemberMeetings { attendance, meetings })
    })
}
