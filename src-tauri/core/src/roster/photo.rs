//! A member's photo.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{MemberId, MemberPhoto, MemberPhotoRequest, RosterError, store};
use crate::desk::Desk;
use crate::files;
use crate::vault::Done;

/// Pixels along the longer side: enough for a form in print, little enough for ten thousand members.
const EDGE: u32 = 480;

/// The photo, if there is one.
///
/// # Errors
/// [`RosterError::Vault`].
pub fn photo(desk: &mut Desk<'_>, id: MemberId) -> Result<Option<MemberPhoto>, RosterError> {
    Ok(desk.read(|reader| store::photo_of(reader, id))?.map(|(mime, bytes)| shown(&mime, &bytes)))
}

/// Keeps a photo, small and without what the file said beside the picture, in place of the one that was there.
///
/// # Errors
/// [`RosterError::Picture`] for what is no photo; [`RosterError::NotFound`].
pub fn save_photo(desk: &mut Desk<'_>, request: MemberPhotoRequest) -> Result<Done<MemberPhoto>, RosterError> {
    let member = desk.read(|reader| store::member(reader, request.member))?.ok_or(RosterError::NotFound)?;
    let (_, bytes) = files::read(desk.outside.desktop.as_ref(), &request.file)?;
    let small = desk.outside.picture.shrink(&bytes, EDGE)?;
    desk.transact(format!("保存{}的照片", member.record.name), |tx| {
        store::put_photo(tx, member.id, JPEG, &small)?;
        Ok(shown(JPEG, &small))
    })
}

/// Takes the photo out.
///
/// # Errors
/// [`RosterError::NotFound`] when there is none.
pub fn delete_photo(desk: &mut Desk<'_>, id: MemberId) -> Result<Done<()>, RosterError> {
    let member = desk.read(|reader| store::member(reader, id))?.ok_or(RosterError::NotFound)?;
    desk.transact(format!("删去{}的照片", member.record.name), |tx| {
        if store::delete_photo(tx, id)? { Ok(()) } else { Err(RosterError::NotFound) }
    })
}

const JPEG: &str = "image/jpeg";

fn shown(mime: &str, bytes: &[u8]) -> MemberPhoto {
    MemberPhoto { url: format!("data:{mime};base64,{}", STANDARD.encode(bytes)) }
}
