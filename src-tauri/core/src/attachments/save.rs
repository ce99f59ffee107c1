//! Names an attachment, moves it in the order, or takes it out.

use super::{AttachmentError, AttachmentId, AttachmentRow, AttachmentSaveRequest, store};
use crate::desk::Desk;
use crate::vault::Done;

/// Says what an attachment shows and where in the order it stands.
///
/// # Errors
/// [`AttachmentError::NoSuchAttachment`].
pub fn save(desk: &mut Desk<'_>, request: AttachmentSaveRequest) -> Result<Done<Vec<AttachmentRow>>, AttachmentError> {
    desk.transact("修改附件说明", |tx| {
        let row = store::attachment(tx, request.id)?.ok_or(AttachmentError::NoSuchAttachment)?.row;
        store::set_caption(tx, request.id, request.caption.trim())?;
        if let Some(position) = request.position {
            let mut order: Vec<_> = store::of(tx, row.owner)?
                .into_iter()
                .filter(|other| other.kind == row.kind && other.id != row.id)
                .map(|other| other.id)
                .collect();
            order.insert(order.len().min(position as usize), row.id);
            store::set_order(tx, &order)?;
        }
        Ok(store::of(tx, row.owner)?)
    })
}

/// Takes an attachment out.
///
/// # Errors
/// [`AttachmentError::NoSuchAttachment`].
pub fn delete(desk: &mut Desk<'_>, id: AttachmentId) -> Result<Done<Vec<AttachmentRow>>, AttachmentError> {
    desk.transact("删除附件", |tx| {
        let row = store::attachment(tx, id)?.ok_or(AttachmentError::NoSuchAttachment)?.row;
        store::delete(tx, id)?;
        Ok(store::of(tx, row.owner)?)
    })
}
