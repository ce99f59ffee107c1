//! 会议记录 and 纪实报告表: a meeting's own records, with what was reported on earlier resolutions, and its photos.

use super::PaperError;
use super::album::Album;
use crate::attachments::{self, AttachmentKind, AttachmentOwner};
use crate::desk::Door;
use crate::meetings::{self, MeetingError, MeetingId, MeetingRecordForm, Minutes, MinutesFollowUp};
use crate::paper::Drawn;
use crate::tasks;
use crate::values::Room;
use crate::vault::Reader;

const ROOMS: &[Room] = &[Room::Meetings, Room::Tasks, Room::Attachments, Room::Roster, Room::Branch, Room::Settings];

pub(super) fn minutes(door: &Door<'_>, meeting: MeetingId, photos: bool) -> Result<Drawn, PaperError> {
    let mut minutes = door.read(|reader| minutes_of(reader, meeting))?;
    if photos {
        let count = door.read(|reader| attachments::of(reader, AttachmentOwner::Meeting(meeting)))?.len();
        minutes.photos = Album::new(door, count)?.photos(meeting)?;
    }
    Ok(Drawn::writing(minutes.writing(), ROOMS))
}

pub(super) fn record_form(door: &Door<'_>, meeting: MeetingId) -> Result<Drawn, PaperError> {
    let form = |reader: &Reader<'_>| record_form_of(reader, meeting, minutes_of(reader, meeting)?);
    let form = door.read(form)?;
    let title = format!("{} {} {}", form.title, form.minutes.started_at.date(), form.minutes.title);
    Ok(Drawn::new(title, form, ROOMS))
}

/// The minutes of a meeting, without its photos.
///
/// # Errors
/// As [`meetings::own_minutes_of`].
pub(super) fn minutes_of(reader: &Reader<'_>, id: MeetingId) -> Result<Minutes, MeetingError> {
    let reported = tasks::noted_at(reader, id)?.into_iter();
    let followed_up =
        reported.map(|(resolution, note)| MinutesFollowUp { resolution, text: note.text, done: note.done });
    Ok(Minutes { followed_up: followed_up.collect(), ..meetings::own_minutes_of(reader, id)? })
}

/// The form of a meeting that was held, whose minutes these are.
///
/// # Errors
/// As [`minutes_of`].
pub(super) fn record_form_of(
    reader: &Reader<'_>,
    id: MeetingId,
    minutes: Minutes,
) -> Result<MeetingRecordForm, MeetingError> {
    let files = attachments::of(reader, AttachmentOwner::Meeting(id))?;
    let photos = files.iter().filter(|file| file.kind == AttachmentKind::Photo).count();
    meetings::record_form_of(reader, id, minutes, photos)
}
