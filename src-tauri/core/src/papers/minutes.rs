//! What a meeting's papers draw from several rooms.

use crate::attachments::{self, AttachmentKind};
use crate::meetings::{self, MeetingError, MeetingId, MeetingRecordForm, Minutes, MinutesFollowUp};
use crate::tasks;
use crate::vault::Reader;

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
    let files = attachments::of_meeting(reader, id)?;
    let photos = files.iter().filter(|file| file.kind == AttachmentKind::Photo).count();
    meetings::record_form_of(reader, id, minutes, photos)
}
