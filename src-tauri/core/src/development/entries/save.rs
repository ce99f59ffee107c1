//! Adds or corrects entries of a file.

use std::collections::BTreeSet;

use super::{EntriesRequest, Entry, EntryKind, check};
use crate::desk::Desk;
use crate::development::{DevelopmentError, DevelopmentFileView, roster_act, store, view};
use crate::meetings::{self, MotionKind, VoteView};
use crate::problem::Invalid;
use crate::values::as_it_looks;
use crate::vault::{Done, Reader};

/// Adds or corrects entries of a file, all or none. Steps may come in any order and late (trap 3), only not in the future.
///
/// # Errors
/// [`DevelopmentError::Invalid`] for what cannot be; [`DevelopmentError::Unlikely`] for what can hardly have been so, unless
/// the request insists; [`DevelopmentError::NotFound`]; [`DevelopmentError::Roster`] where what follows for the roster is
/// refused there.
pub fn save_entries(
    desk: &mut Desk<'_>,
    request: EntriesRequest,
) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    let EntriesRequest { file: id, entries, insist, roster } = request;
    let entries: Vec<_> = entries.into_iter().map(tidy).collect();
    let label = match entries.as_slice() {
        [one] => format!("登记“{}”", one.kind.title()),
        many => format!("登记发展党员情况 {} 条", many.len()),
    };
    desk.transact(label, |tx| {
        let mut file = store::file(tx, id)?;
        let (mut invalid, mut unlikely) = (Invalid::default(), Invalid::default());
        for (place, entry) in entries.iter().enumerate() {
            let at = format!("entries.{place}");
            check::impossible(entry, &file, today, &at, &mut invalid);
            check_meeting(tx, entry, &at, &mut invalid)?;
            let known = |entry: &Entry| entry.id.is_none_or(|id| file.entries.iter().any(|other| other.id == Some(id)));
            if !known(entry) {
                return Err(DevelopmentError::NoSuchEntry);
            }
            check::unlikely(entry, &file, rules, &at, &mut unlikely);
            // Several of one kind that comes once are refused too.
            file.entries.push(entry.clone());
        }
        invalid.into_result()?;
        if !insist && !unlikely.0.is_empty() {
            return Err(DevelopmentError::Unlikely(unlikely.0));
        }
        for entry in &entries {
            store::save_entry(tx, id, entry, today)?;
        }
        if roster {
            roster_act::enter(tx, id, rules, today)?;
        }
        view::file_view(tx, rules, today, id)
    })
}

/// Texts as they look and without blanks around them; what is empty is left out.
fn tidy(mut entry: Entry) -> Entry {
    entry.note = as_it_looks(&entry.note).trim().to_owned();
    entry.values.0.retain(|_, text| {
        *text = as_it_looks(text).trim().to_owned();
        !text.is_empty()
    });
    entry
}

/// The meeting is there, on the entry's day, and the vote is one of it.
fn check_meeting(reader: &Reader<'_>, entry: &Entry, at: &str, invalid: &mut Invalid) -> Result<(), DevelopmentError> {
    let Some(id) = entry.meeting else { return Ok(()) };
    let Some(meeting) = meetings::looked_up(reader, &BTreeSet::from([id]))?.remove(&id) else {
        invalid.add(format!("{at}.meeting"), "找不到这次会议，可能已被删除");
        return Ok(());
    };
    if meeting.on != entry.on {
        invalid.add(format!("{at}.on"), "和会议的日期不同，请按会议的日期填写，或者换一次会议");
    }
    if let Some(vote) = entry.vote {
        let motion = match entry.kind {
            EntryKind::Admission => Some(MotionKind::Admission),
            EntryKind::Conversion => Some(MotionKind::Conversion),
            _ => None,
        };
        let is_it =
            |known: &VoteView| known.vote.id == Some(vote) && motion.is_none_or(|motion| known.vote.motion == motion);
        if !meeting.votes.iter().any(is_it) {
            invalid.add(format!("{at}.vote"), "这次会议没有这样一项表决");
        }
    }
    Ok(())
}
