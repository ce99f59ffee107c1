//! Lists, shows and saves attachments.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{AttachmentError, AttachmentExportRequest, AttachmentId, AttachmentPicture, MeetingAttachment, store};
use crate::desk::Desk;
use crate::files::{self, Saved};
use crate::meetings::MeetingId;

/// A meeting's attachments in their order, without their bytes.
///
/// # Errors
/// [`AttachmentError::Vault`].
pub fn list(desk: &mut Desk<'_>, meeting: MeetingId) -> Result<Vec<MeetingAttachment>, AttachmentError> {
    Ok(desk.read(|reader| store::of_meeting(reader, meeting))?)
}

/// A photo or scan for the window.
///
/// # Errors
/// [`AttachmentError::NothingToShow`] for what is no picture.
pub fn picture(desk: &mut Desk<'_>, id: AttachmentId) -> Result<AttachmentPicture, AttachmentError> {
    desk.read(|reader| {
        let (row, content, _) = store::attachment(reader, id)?.ok_or(AttachmentError::NoSuchAttachment)?;
        if !row.is_picture {
            return Err(AttachmentError::NothingToShow);
        }
        Ok(AttachmentPicture { url: format!("data:image/jpeg;base64,{}", STANDARD.encode(reader.bytes(&content)?)) })
    })
}

/// Saves an attachment to a file, small or as it came.
///
/// # Errors
/// [`AttachmentError::NothingToShow`] where the original was not kept.
pub fn export(desk: &mut Desk<'_>, request: AttachmentExportRequest) -> Result<Saved, AttachmentError> {
    let (label, bytes) = desk.read(|reader| {
        let (row, content, original) =
            store::attachment(reader, request.id)?.ok_or(AttachmentError::NoSuchAttachment)?;
        let name = if request.original { original.ok_or(AttachmentError::NothingToShow)? } else { content };
        Ok::<_, AttachmentError>((format!("把附件“{}”保存到电脑", row.name), reader.bytes(&name)?))
    })?;
    desk.note(label)?;
    Ok(files::write(desk.outside, &request.file, &bytes)?)
}
