//! Adds or changes a room of the branch.

use super::save::check_name;
use super::{BranchError, BranchRoom, BranchView, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::typed;
use crate::vault::Done;

/// Adds or changes a room.
///
/// # Errors
/// [`BranchError::Invalid`] with the fields at fault; [`BranchError::NotFound`].
pub fn save_room(desk: &mut Desk<'_>, request: BranchRoom) -> Result<Done<BranchView>, BranchError> {
    let room = BranchRoom {
        name: typed::line(&request.name),
        address: typed::line(&request.address),
        // Nothing is so small; it means that nobody measured.
        square_metres: request.square_metres.filter(|metres| *metres > 0),
        note: typed::lines(&request.note),
        ..request
    };
    let mut invalid = Invalid::default();
    check_name(&mut invalid, &room.name, "场所名称");
    let verb = if room.id.is_none() { "登记" } else { "修改" };
    let done = desk.transact(format!("{verb}活动场所 {}", room.name), |tx| {
        let rooms = store::rooms(tx)?;
        if room.id.is_some() && rooms.iter().all(|other| other.id != room.id) {
            return Err(BranchError::NotFound);
        }
        if rooms.iter().any(|other| other.id != room.id && other.name == room.name) {
            invalid.add("name", "已有同名的场所");
        }
        invalid.into_result()?;
        Ok(store::put_room(tx, &room)?)
    })?;
    get::done(desk, done)
}
