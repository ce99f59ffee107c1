//! Every room that watches over something: one list.

use crate::rules::Finding;
use crate::vault::VaultError;
use crate::watch::{Watch, WatchContext};
use crate::{appraisal, branch, development, elections, meetings, roster, signing, study, talks, tasks, transfers};

/// A line a room. What is equally pressing and due on the same day is shown in this order.
const WATCHES: &[Line] = &[
    Line::reported(development::watch),
    Line::own(development::watch_probations),
    Line::reported(branch::watch),
    Line::reported(meetings::watch),
    Line::own(roster::watch),
    Line::own(transfers::watch),
    Line::own(tasks::watch),
    Line::own(study::watch),
    Line::own(talks::watch),
    Line::own(elections::watch),
    Line::own(appraisal::watch),
    Line::own(signing::watch),
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
