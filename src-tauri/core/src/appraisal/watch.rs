//! What is to be done about appraisals.

use chrono::{Datelike, Months};

use super::{AppraisalQuery, get, rules, store};
use crate::branch;
use crate::meetings::{self, MeetingError, MeetingKind, MeetingState};
use crate::rules::Finding;
use crate::vault::VaultError;
use crate::watch::WatchContext;

/// Meetings of so many months back are asked what came of them.
const LOOKED_BACK: Months = Months::new(12);

/// Appraisals of this year and the last that are not finished, and meetings held for one of which nothing is recorded.
/// That no meeting was held at all is said where all missing meetings are.
///
/// # Errors
/// [`VaultError`].
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let WatchContext { reader, rules, day: today, .. } = *context;
    let appraisals = store::all(reader, AppraisalQuery::default())?;
    let mut recorded = Vec::new();
    let mut findings = Vec::new();
    for stored in appraisals {
        let year = stored.appraisal.year;
        recorded.push((stored.appraisal.meeting, year));
        if year + 1 < today.year() {
            continue;
        }
        let meeting = match meetings::stored(reader, stored.appraisal.meeting) {
            Ok(meeting) => meeting,
            Err(MeetingError::Vault(error)) => return Err(error),
            Err(_) => continue, // the key forbids it
        };
        let has_committee = branch::stored_on(reader, meeting.head.day())?.has_committee;
        let view = get::of(reader, stored, meeting)?.view(has_committee, rules);
        findings.extend(rules::pressing(&view, year == today.year(), today));
    }
    for meeting in meetings::of_kind(reader, MeetingKind::Appraisal, today - LOOKED_BACK, today)? {
        let on = meeting.at.date();
        let is_recorded = recorded.iter().any(|(id, year)| *id == meeting.id || *year == on.year());
        if meeting.state == MeetingState::Held && !is_recorded {
            findings.push(rules::not_begun(meeting.id, &meeting.title, on));
        }
    }
    Ok(findings)
}
