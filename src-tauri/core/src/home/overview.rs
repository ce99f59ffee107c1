//! The home page: what is to be done, and the branch in figures.

use super::{FirstStep, HomeView, todo};
use crate::desk::{Desk, Nothing};
use crate::development::DevelopmentStage;
use crate::meetings::MeetingState;
use crate::roster::LabelCount;
use crate::values::Quarter;
use crate::vault::VaultError;
use crate::{development, meetings, roster, study};

/// The home page.
///
/// # Errors
/// [`VaultError`].
pub fn overview(desk: &mut Desk<'_>, _: Nothing) -> Result<HomeView, VaultError> {
    let today = desk.today();
    let quarter = Quarter::of(today);
    let backed_up = desk.vault.last_backup(desk.outside.clock.now().naive_local()).is_some();
    desk.read(|reader| {
        let todo = todo::kept(reader, desk.rules, desk.outside)?;
        let members = roster::members_on(reader, today)?;
        let suspended = members.iter().filter(|member| member.is_suspended_on(today)).count();
        let held = meetings::any_held(reader)?;
        let year = study::year_of(reader, desk.rules, quarter.year(), today)?;
        let files = development::open_files(reader)?;
        let meetings = meetings::of_quarter(reader, quarter)?;
        let tallies = || meetings.iter().filter(|row| row.state != MeetingState::Cancelled).filter_map(|row| row.tally);
        let expected: u32 = tallies().map(|tally| tally.expected).sum();
        let present: u32 = tallies().map(|tally| tally.present).sum();
        let stages = [
            DevelopmentStage::Applicant,
            DevelopmentStage::Activist,
            DevelopmentStage::Candidate,
            DevelopmentStage::Probationary,
        ];
        let in_stage = |stage: DevelopmentStage| {
            let count =
                files.iter().filter(|file| file.is_reported() && file.stage(desk.rules, today) == stage).count();
            LabelCount { label: stage.title().to_owned(), count: u32::try_from(count).unwrap_or(u32::MAX) }
        };
        let step = |code: &str, title: &str, done| FirstStep { code: code.to_owned(), title: title.to_owned(), done };
        Ok(HomeView {
            today,
            quarter,
            days_left: u32::try_from((quarter.last_day() - today).num_days()).unwrap_or_default(),
            todo: todo.findings.clone(),
            set_aside: todo.set_aside.clone(),
            meeting_kinds: meetings::quarter_kinds(reader, desk.rules, quarter)?,
            attendance_percent: meetings::rate(present, expected),
            study_average: year.average,
            study_not_reached: year.not_reached(),
            development: stages.into_iter().map(in_stage).collect(),
            members: u32::try_from(members.len() - suspended).unwrap_or(u32::MAX),
            suspended: u32::try_from(suspended).unwrap_or(u32::MAX),
            first_steps: vec![
                step("import_roster", "导入党员名册", !members.is_empty()),
                step("set_offices", "指定书记和委员", roster::secretary_on(reader, today)?.is_some()),
                step("first_meeting", "登记第一次会议", held),
                step("first_study", "登记第一次学习", study::any_session(reader)?),
                step("backup", "备份档案", backed_up),
            ],
        })
    })
}
