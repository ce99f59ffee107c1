//! The home page: what is to be done, and the branch in figures.

use super::figures::Sources;
use super::{FirstStep, HomeView, states, todo};
use crate::desk::{Desk, Nothing};
use crate::values::Quarter;
use crate::vault::{Reader, VaultError};
use crate::{meetings, roster, study};

/// The home page.
///
/// # Errors
/// [`VaultError`].
pub fn overview(desk: &mut Desk<'_>, _: Nothing) -> Result<HomeView, VaultError> {
    let today = desk.today();
    let quarter = Quarter::of(today);
    // Looked for once: it means opening a file.
    let last_backup = desk.vault.last_backup(desk.outside.clock.now().naive_local());
    desk.read(|reader| {
        let todo = todo::kept(reader, desk.rules, desk.outside)?;
        let sources = Sources::of(reader, desk)?;
        Ok(HomeView {
            today,
            quarter,
            days_left: u32::try_from((quarter.last_day() - today).num_days()).unwrap_or_default(),
            todo: todo.findings.clone(),
            groups: todo.groups(),
            set_aside: todo.set_aside.clone(),
            meeting_kinds: sources.meetings.kinds.clone(),
            figures: sources.figures(),
            attendance: sources.meetings.rates.clone(),
            study_reached: sources.study.reached,
            study_not_reached: sources.study.not_reached(),
            states: states::all(reader, desk, last_backup)?,
            first_steps: first_steps(reader, desk, !sources.members.is_empty(), last_backup.is_some())?,
            development: sources.stages,
        })
    })
}

/// The five steps of a new file.
fn first_steps(
    reader: &Reader<'_>,
    desk: &Desk<'_>,
    has_members: bool,
    backed_up: bool,
) -> Result<Vec<FirstStep>, VaultError> {
    // Nobody loses anything with the sample branch.
    let backed_up = backed_up || desk.vault.is_sample()?;
    let step = |code: &str, title: &str, done| FirstStep { code: code.to_owned(), title: title.to_owned(), done };
    Ok(vec![
        step("import_roster", "导入党员名册", has_members),
        step("set_offices", "指定书记和委员", roster::secretary_on(reader, desk.today())?.is_some()),
        step("first_meeting", "登记第一次会议", meetings::any_held(reader)?),
        step("first_study", "登记第一次学习", study::any_session(reader)?),
        step("backup", "备份档案", backed_up),
    ])
}
