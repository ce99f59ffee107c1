//! Removes a meeting of which nothing was recorded.

use super::{MeetingError, MeetingId, MeetingState, correction, store};
use crate::desk::Desk;
use crate::library::{self, LibraryPlace};
use crate::vault::Done;

/// Removes a plan. Whatever was recorded stays for good: attendance, contents, resolutions, that it was called off.
///
/// # Errors
/// [`MeetingError::Recorded`], [`MeetingError::Reported`]; [`MeetingError::HasElection`],
/// [`MeetingError::HasAppraisal`], [`MeetingError::InDevelopment`], [`MeetingError::InDues`],
/// [`MeetingError::InDisposal`], [`MeetingError::InStudy`].
pub fn delete(desk: &mut Desk<'_>, id: MeetingId) -> Result<Done<()>, MeetingError> {
    desk.transact("删除会议", |tx| {
        let found = store::head(tx, id)?.ok_or(MeetingError::NoSuchMeeting)?;
        let elsewhere = store::elsewhere(tx, id)?;
        if found.state != MeetingState::Planned || found.has_record || elsewhere.attachments || elsewhere.notes {
            return Err(MeetingError::Recorded);
        }
        if elsewhere.election {
            return Err(MeetingError::HasElection);
        }
        if elsewhere.appraisal {
            return Err(MeetingError::HasAppraisal);
        }
        if elsewhere.development {
            return Err(MeetingError::InDevelopment);
        }
        if elsewhere.dues {
            return Err(MeetingError::InDues);
        }
        if elsewhere.disposal {
            return Err(MeetingError::InDisposal);
        }
        if elsewhere.study {
            return Err(MeetingError::InStudy);
        }
        correction::check_open(tx, id)?;
        library::set_documents(tx, LibraryPlace::Meeting(id), &[])?;
        store::delete(tx, id)?;
        Ok(())
    })
}
