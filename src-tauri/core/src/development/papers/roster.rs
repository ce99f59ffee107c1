//! Year rosters (1-4, 4-8 …): who came to a stage in a year, in the columns that superiors collect.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ROOMS;
use crate::desk::Door;
use crate::development::entries::EntryKind;
use crate::development::file::Outcome;
use crate::development::{DevelopmentError, DevelopmentFile, GuideRole, all_files};
use crate::outside::{Block, Column, Fact, Page, Writing};
use crate::paper::Drawn;
use crate::roster::Sex;
use crate::rules::RuleBook;
use crate::values::titled;

/// Whose roster it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DevelopmentRosterKind {
    /// Who applied in the year
    Applicants,
    /// Who became an activist in it
    Activists,
    /// Who became a candidate in it
    Candidates,
    /// Whom a general meeting of the year admitted
    Probationary,
    /// Whom a general meeting of the year converted
    Converted,
}

titled! { DevelopmentRosterKind {
    Applicants => "入党申请人",
    Activists => "入党积极分子",
    Candidates => "发展对象",
    Probationary => "新发展党员",
    Converted => "转正党员",
} }

impl DevelopmentRosterKind {
    /// The day on which somebody came to the stage.
    fn on(self, file: &DevelopmentFile) -> Option<NaiveDate> {
        match self {
            Self::Applicants => file.on(EntryKind::Application),
            Self::Activists => file.on(EntryKind::Activist),
            Self::Candidates => file.candidate_on(),
            Self::Probationary => file.admission().map(|entry| entry.on),
            Self::Converted => {
                file.conversion().filter(|entry| entry.outcome() == Outcome::Converted).map(|entry| entry.on)
            }
        }
    }
}

pub(super) fn paper(door: &Door<'_>, year: i32, of: DevelopmentRosterKind) -> Result<Drawn, DevelopmentError> {
    let today = door.today();
    let (files, letter) = door.read::<_, DevelopmentError>(|reader| {
        let end = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(today).min(today);
        Ok((all_files(reader)?, (door.letterhead)(reader, end)?))
    })?;
    let mut files: Vec<_> =
        files.iter().filter_map(|file| Some((of.on(file).filter(|day| day.year() == year)?, file))).collect();
    files.sort_by_key(|(day, _)| *day);
    let rows: Vec<_> = (1..).zip(&files).map(|(number, (_, file))| row(number, file, of, door.rules, today)).collect();
    let title = format!("{year}年度{}名册", of.title());
    let people = rows.len();
    let foot = if people == 0 { "本年度没有。".to_owned() } else { format!("共 {people} 人。") };
    let blocks = vec![
        Block::Title { lines: vec![title.clone()] },
        Block::Facts {
            facts: vec![Fact::wide("所属党委", &letter.superior), Fact::wide("所属党支部", &letter.branch)],
        },
        Block::Table { columns: columns(of), rows, foot, roomy: false },
    ];
    let writing = Writing { title, branch: letter.branch, page: Page::Form, blocks };
    Ok(Drawn::writing(writing, ROOMS).listing(people))
}

/// A page on its side would hold all of them; upright, a roster has the columns up to its own stage.
fn columns(of: DevelopmentRosterKind) -> Vec<Column> {
    let later = [
        vec![Column::mm(12.3, "申请时间")],
        vec![Column::mm(12.3, "积极分子时间"), Column::mm(14.5, "培养联系人")],
        vec![Column::mm(14.5, "入党介绍人"), Column::mm(12.3, "发展对象时间")],
        vec![Column::mm(12.3, "预备党员时间")],
        vec![Column::mm(12.3, "转正时间")],
    ];
    let mut columns = vec![
        Column::mm(8.0, "序号"),
        Column::mm(14.5, "姓名"),
        Column::mm(7.0, "性别"),
        Column::mm(10.3, "民族"),
        Column::mm(12.3, "出生日期"),
        Column::share(1.0, "文化程度").centred(),
    ];
    columns.extend(later.into_iter().take(of as usize + 1).flatten());
    columns.push(Column::mm(12.0, "当前阶段"));
    columns
}

fn row(
    number: usize,
    file: &DevelopmentFile,
    of: DevelopmentRosterKind,
    rules: &RuleBook,
    today: NaiveDate,
) -> Vec<String> {
    let guides = |role| file.guides_of(role).map(|(_, guide)| guide.name.clone()).collect::<Vec<_>>().join("\n");
    let on = |of: DevelopmentRosterKind| of.on(file).map(short).unwrap_or_default();
    use DevelopmentRosterKind as Of;
    let later = [
        vec![on(Of::Applicants)],
        vec![on(Of::Activists), guides(GuideRole::Mentor)],
        vec![guides(GuideRole::Sponsor), on(Of::Candidates)],
        vec![on(Of::Probationary)],
        vec![on(Of::Converted)],
    ];
    let person = &file.person;
    let mut cells = vec![
        number.to_string(),
        person.name.clone(),
        person.sex.map(Sex::title).unwrap_or_default().to_owned(),
        person.ethnicity.clone(),
        file.born().map(short).unwrap_or_default(),
        person.education.clone(),
    ];
    cells.extend(later.into_iter().take(of as usize + 1).flatten());
    cells.push(file.stage(rules, today).title().to_owned());
    cells
}

/// A date on two lines of a narrow column.
fn short(day: NaiveDate) -> String {
    day.format("%Y.\n%m.%d").to_string()
}
