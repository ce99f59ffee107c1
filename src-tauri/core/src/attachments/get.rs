//! Lists, shows and saves attachments.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{
    AttachmentError, AttachmentExportRequest, AttachmentId, AttachmentOwner, AttachmentPicture, AttachmentRow,
    AttachmentText, store,
};
use crate::desk::Desk;
use crate::files::{self, Saved};

/// The attachments of a record in their order, without their bytes.
///
/// # Errors
/// [`AttachmentError::Vault`].
pub fn list(desk: &mut Desk<'_>, owner: AttachmentOwner) -> Result<Vec<AttachmentRow>, AttachmentError> {
    Ok(desk.read(|reader| store::of(reader, owner))?)
}

/// What is written in an attachment.
///
/// # Errors
/// [`AttachmentError::NothingToShow`] for what was not read.
pub fn text(desk: &mut Desk<'_>, id: AttachmentId) -> Result<AttachmentText, AttachmentError> {
    desk.read(|reader| {
        let found = store::attachment(reader, id)?.ok_or(AttachmentError::NoSuchAttachment)?;
        let bytes = reader.bytes(&found.text.ok_or(AttachmentError::NothingToShow)?)?;
        Ok(AttachmentText { text: String::from_utf8_lossy(&bytes).into_owned() })
    })
}

/// A photo or scan for the window.
///
/// # Errors
/// [`AttachmentError::NothingToShow`] for what is no picture.
pub fn picture(desk: &mut Desk<'_>, id: AttachmentId) -> Result<AttachmentPicture, AttachmentError> {
    desk.read(|reader| {
        let found = store::attachment(reader, id)?.ok_or(AttachmentError::NoSuchAttachment)?;
        if !found.row.is_picture {
            return Err(AttachmentError::NothingToShow);
        }
        Ok(AttachmentPicture {
            url: format!("data:image/jpeg;base64,{}", STANDARD.encode(reader.bytes(&found.content)?)),
        })
    })
}

/// Saves an attachment to a file, small or as it came.
///
/// # Errors
/// [`AttachmentError::NothingToShow`] where the original was not kept.
pub fn export(desk: &mut Desk<'_>, request: AttachmentExportRequest) -> Result<Saved, AttachmentError> {
    let (label, bytes) = desk.read(|reader| {
        let found = store::attachment(reader, request.id)?.ok_or(AttachmentError::NoSuchAttachment)?;
        let name = if request.original { found.original.ok_or(AttachmentError::NothingToShow)? } else { found.content };
        Ok::<_, AttachmentError>((format!("把附件“{}”保存到电脑", found.row.name), reader.bytes(&name)?))
    })?;
    desk.note(label)?;
    Ok(files::write(desk.outside, &request.file, &bytes)?)
}
