//! What is to be done about development files.

use std::collections::BTreeSet;

use super::rules::findings;
use super::{DevelopmentFile, store};
use crate::roster;
use crate::rules::Finding;
use crate::vault::VaultError;
use crate::watch::WatchContext;

/// What is to be done about the files, as they were on the day.
///
/// # Errors
/// [`VaultError`].
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let files = store::all_files(context.reader)?.into_iter().map(|file| file.as_of(context.day));
    let files = files.filter(DevelopmentFile::is_reported);
    Ok(files.flat_map(|file| findings(&file, context.rules, context.day)).collect())
}

/// Whose probation is over without that a file speaks of it: it says what is due, and leads to where it is done. A file
/// that could be about two members is about neither: better said twice than not at all.
///
/// # Errors
/// [`VaultError`].
pub fn watch_probations(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let files = store::open_files(context.reader)?;
    let speaking = files.iter().filter(|file| file.speaks_of_conversion(context.rules, context.day));
    let on_file: BTreeSet<_> = speaking.filter_map(|file| Some(file.in_roster.person.as_ref()?.id)).collect();
    roster::probations_over(context, &on_file)
}
