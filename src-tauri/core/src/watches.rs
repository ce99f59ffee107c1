//! Every room that watches over something: one list.

use crate::rules::Finding;
use crate::vault::VaultError;
use crate::watch::{Watch, WatchContext};

/// A line a room. What is equally pressing and due on the same day is shown in this order.
const WATCHES: &[Line] = &[
    Line::reported(crate::development::watch),
    Line::own(crate::development::watch_probations),
    Line::own(crate::development::watch_readmissions),
    Line::reported(crate::branch::watch),
    Line::reported(crate::meetings::watch),
    Line::own(crate::roster::watch),
    Line::own(crate::transfers::watch),
    Line::own(crate::tasks::watch),
    Line::own(crate::study::watch),
    Line::own(crate::dues::watch),
    Line::own(crate::disposals::watch),
    Line::own(crate::talks::watch),
    Line::own(crate::elections::watch),
    Line::own(crate::appraisal::watch),
    Line::own(crate::signing::watch),
];

struct Line {
    watch: Watch,
    /// Said in the quarterly report too.
    is_reported: bool,
}

impl Line {
    /// What the superior committee is told in the report.
    const fn reported(watch: Watch) -> Self {
        Self { watch, is_reported: true }
    }

    /// What only the branch itself has to know.
    const fn own(watch: Watch) -> Self {
        Self { watch, is_reported: false }
    }
}

/// What all rooms find.
///
/// # Errors
/// [`VaultError`].
pub fn all(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    found(context, WATCHES.iter())
}

/// What the rooms find that the report tells.
///
/// # Errors
/// [`VaultError`].
pub fn reported(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    found(context, WATCHES.iter().filter(|line| line.is_reported))
}

fn found<'a>(context: &WatchContext<'_>, lines: impl Iterator<Item = &'a Line>) -> Result<Vec<Finding>, VaultError> {
    let found = lines.map(|line| (line.watch)(context)).collect::<Result<Vec<_>, _>>()?;
    Ok(found.into_iter().flatten().collect())
}
