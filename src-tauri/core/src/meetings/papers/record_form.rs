//! 纪实报告表: one meeting on a form, handed to the superior after it.

use serde::Serialize;

use crate::branch;
use crate::meetings::{MeetingError, MeetingId, MeetingKind, Minutes, Resolution, rate};
use crate::outside::document;
use crate::vault::Reader;

/// 三会一课纪实报告表 (`docs/DOMAIN.md` §3). What was not entered is left to a hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingRecordForm {
    /// 三会一课纪实报告表, or 组织生活纪实报告表 of a meeting that is none of the four.
    pub title: String,
    /// 上级党组织
    pub superior: String,
    /// What was entered.
    pub minutes: Minutes,
    /// 到会率 in percent; `None` where nobody was expected.
    pub rate: Option<u32>,
    /// Resolutions, with who sees to them and by when.
    pub resolutions: Vec<Resolution>,
    /// How many photos are kept.
    pub photos: usize,
}

document!(MeetingRecordForm, "meeting_record_form");

/// The form of a meeting whose minutes these are, and which has so many photos.
///
/// # Errors
/// [`MeetingError::NoSuchMeeting`].
pub(crate) fn record_form_of(
    reader: &Reader<'_>,
    id: MeetingId,
    minutes: Minutes,
    photos: usize,
) -> Result<MeetingRecordForm, MeetingError> {
    let meeting = crate::meetings::stored(reader, id)?;
    Ok(MeetingRecordForm {
        title: format!("{}纪实报告表", family(&meeting.head.kinds)),
        superior: branch::stored_on(reader, meeting.head.day())?.superior,
        rate: rate(minutes.tally.present, minutes.tally.expected),
        resolutions: meeting.resolutions,
        photos,
        minutes,
    })
}

/// 三会一课 for the first four kinds.
fn family(kinds: &[MeetingKind]) -> &'static str {
    let is_one_of_four = |kind: &MeetingKind| {
        matches!(kind, MeetingKind::General | MeetingKind::Committee | MeetingKind::Group | MeetingKind::Lecture)
    };
    if kinds.iter().any(is_one_of_four) { "三会一课" } else { "组织生活" }
}
