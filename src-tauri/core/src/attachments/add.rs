//! Adds files to a record.

use super::store::New;
use super::{AttachmentAddRequest, AttachmentError, AttachmentKind, AttachmentOwner, AttachmentRow, store};
use crate::desk::Desk;
use crate::files;
use crate::vault::Done;

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
    /// What is written in it, where that is looked through.
    text: Option<String>,
}

/// Adds files to a record, all or none: photos small and without what the camera wrote, other files as they are.
///
/// # Errors
/// [`AttachmentError::Picture`] names the first photo that is none.
pub fn add(desk: &mut Desk<'_>, request: AttachmentAddRequest) -> Result<Done<Vec<AttachmentRow>>, AttachmentError> {
    let AttachmentAddRequest { owner, kind, files, keep_originals } = request;
    let mut ready = Vec::new();
    for file in &files {
        let (name, bytes) = files::read(desk.outside.desktop.as_ref(), file)?;
        if bytes.is_empty() {
            return Err(AttachmentError::Empty(name));
        }
        // Only the library is searched by what is written in its files.
        let is_searched = matches!(owner, AttachmentOwner::Document(_));
        let text = if is_searched { desk.outside.office.text(&bytes) } else { None };
        ready.push(Ready { text, ..prepared(desk, kind, name, bytes, keep_originals)? });
    }
    desk.transact(format!("加入{} {} 个", kind.title(), ready.len()), |tx| {
        if !store::is_there(tx, owner)? {
            return Err(AttachmentError::NoSuchOwner);
        }
        for Ready { name, content, original, is_picture, text } in &ready {
            let kept = |bytes: &[u8]| tx.keep_bytes(bytes);
            let original = original.as_deref().map(kept).transpose()?;
            let text = text.as_deref().map(|text| kept(text.as_bytes())).transpose()?;
            let new = New { owner, kind, name, bytes: content.len(), is_picture: *is_picture, original, text };
            store::insert(tx, &new, &tx.keep_bytes(content)?)?;
        }
        Ok(store::of(tx, owner)?)
    })
}

fn prepared(
    desk: &Desk<'_>,
    kind: AttachmentKind,
    name: String,
    bytes: Vec<u8>,
    keep_original: bool,
) -> Result<Ready, AttachmentError> {
    let as_it_is = |name, content| Ready { name, content, original: None, is_picture: false, text: None };
    let small = match kind {
        AttachmentKind::Photo => desk.outside.picture.shrink(&bytes, PHOTO_EDGE),
        AttachmentKind::SignInScan | AttachmentKind::File => match desk.outside.picture.shrink(&bytes, SCAN_EDGE) {
            // A scanner gives a PDF as well, and papers come as Word documents.
            Err(error) if !error.is_of_a_picture() => return Ok(as_it_is(name, bytes)),
            small => small,
        },
        AttachmentKind::Other => return Ok(as_it_is(name, bytes)),
    };
    let content = small.map_err(|error| AttachmentError::Picture(name.clone(), error))?;
    Ok(Ready { name, content, original: keep_original.then_some(bytes), is_picture: true, text: None })
}
