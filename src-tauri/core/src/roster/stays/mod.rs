//! Coming to the branch and leaving it, corrections of both, and who wrote them down.

pub(super) mod entries;
mod events;
mod leave;
#[cfg(test)]
mod leaving_tests;
mod return_member;

#[cfg(test)]
mod replay_tests;
#[cfg(test)]
mod tests;

pub use entries::Entries;
pub(crate) use entries::EntryEvent;
pub use events::{StayEvent, StayEventRequest, delete_stay_event, save_stay_event};
pub(crate) use events::{move_transferred, take_back_leaving};
pub(crate) use leave::check as check_leave;
pub use leave::leave;
pub(crate) use return_member::check as check_return;
pub use return_member::return_member;
