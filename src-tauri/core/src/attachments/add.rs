//! Adds files to a meeting.

use super::store::New;
use super::{AttachmentAddRequest, AttachmentError, AttachmentKind, MeetingAttachment, store};
use crate::desk::Desk;
use crate::vault::Done;
use crate::{files, meetings};

/// Pixels along the longer side of a photo: sharp where four stand on a page.
const PHOTO_EDGE: u32 = 1600;
/// Of a scan: every signature can be read.
const SCAN_EDGE: u32 = 2400;

/// A file ready to be kept.
struct Ready {
    name: String,
    content: Vec<u8>,
    original: Option<Vec<u8>>,
    is_picture: bool,
}

/// Adds files to a meeting, all or none: photos small and without what the camera wrote, other files as they are.
///
/// # Errors
/// [`AttachmentError::Picture`] names the first photo that is none.
pub fn add(
    desk: &mut Desk<'_>,
    request: AttachmentAddRequest,
) -> Result<Done<Vec<MeetingAttachment>>, AttachmentError> {
    let AttachmentAddRequest { meeting, kind, files, keep_originals } = request;
    let mut ready = Vec::new();
    for file in &files {
        let (name, bytes) = files::read(desk.outside.desktop.as_ref(), file)?;
        if bytes.is_empty() {
            return Err(AttachmentError::Empty(name));
        }
        ready.push(prepared(desk, kind, name, bytes, keep_originals)?);
    }
    desk.transact(format!("加入{} {} 个", kind.title(), ready.len()), |tx| {
        if meetings::day_of(tx, meeting)?.is_none() {
            return Err(AttachmentError::NoSuchMeeting);
        }
        for Ready { name, content, original, is_picture } in &ready {
            let original = original.as_deref().map(|original| tx.keep_bytes(original)).transpose()?;
            let new = New { meeting, kind, name, bytes: content.len(), is_picture: *is_picture, original };
            store::insert(tx, &new, &tx.keep_bytes(content)?)?;
        }
        Ok(store::of_meeting(tx, meeting)?)
    })
}

fn prepared(
    desk: &Desk<'_>,
    kind: AttachmentKind,
    name: String,
    bytes: Vec<u8>,
    keep_original: bool,
) -> Result<Ready, AttachmentError> {
    let as_it_is = |name, content| Ready { name, content, original: None, is_picture: false };
    let small = match kind {
        AttachmentKind::Photo => desk.outside.picture.shrink(&bytes, PHOTO_EDGE),
        AttachmentKind::SignInScan => match desk.outside.picture.shrink(&bytes, SCAN_EDGE) {
            // A scanner gives a PDF as well.
            Err(error) if !error.is_of_a_picture() => return Ok(as_it_is(name, bytes)),
            small => small,
        },
        AttachmentKind::Other => return Ok(as_it_is(name, bytes)),
    };
    let content = small.map_err(|error| AttachmentError::Picture(name.clone(), error))?;
    Ok(Ready { name, content, original: keep_original.then_some(bytes), is_picture: true })
}
