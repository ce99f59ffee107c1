//! 党支部工作手册: the year bound in one volume. Its parts are a list, each with the function that fills it from the papers
//! and lists of other rooms; nothing in it is written for the volume alone.

mod about;
mod held;
mod parts;
mod records;
mod table;
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(super) use self::parts::usual_name;

use self::parts::PARTS;
use super::PaperError;
use super::album::Album;
use crate::branch;
use crate::desk::{Desk, Door};
use crate::outside::{Block, Page, Photo, Writing, document};
use crate::paper::Drawn;
use crate::roster;
use crate::settings::{HandbookChoice, HandbookPart};
use crate::values::{Room, numerals};

/// The last day of the book, and the album for its pictures, while it is being filled.
pub(super) struct Binding<'a, 'd> {
    door: &'a Door<'d>,
    year: i32,
    first: NaiveDate,
    /// The last day of the year, or today while it runs.
    last: NaiveDate,
    /// `None` where pictures are left out.
    album: Option<Album<'a, 'd>>,
}

/// What one part holds: blocks on its first pages, and papers that begin a page each.
#[derive(Default)]
pub(super) struct Filled {
    pub(super) blocks: Vec<Block>,
    pub(super) papers: Vec<Writing>,
    /// How many records it comes from.
    pub(super) records: usize,
}

impl Binding<'_, '_> {
    fn is_in(&self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// What a list command of another room answers.
    fn ask<T, E>(&self, list: impl FnOnce(&mut Desk<'_>) -> Result<T, E>) -> Result<T, PaperError>
    where
        E: crate::problem::Explain + Send + Sync + From<crate::vault::VaultError> + 'static,
    {
        self.door.desk(list).map_err(PaperError::of_room)
    }
}

/// 党支部工作手册
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Handbook {
    pub branch: String,
    /// 上级党组织
    pub superior: String,
    /// 所在社会组织; may be empty.
    pub unit: String,
    pub year: i32,
    /// 书记, who answers for the book; empty is left to a hand.
    pub secretary: String,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// Those that are not left out, in their order.
    pub parts: Vec<HandbookPages>,
    /// The pages at the end: handing over, and what the superior found.
    pub last_pages: Vec<Writing>,
}

/// A part of the book.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HandbookPages {
    /// `一、党支部基本情况`
    pub name: String,
    /// What stands below its title.
    pub blocks: Vec<Block>,
    /// Papers that begin a page each.
    pub papers: Vec<Writing>,
}

document! {
    Handbook, "handbook",
    fn photos(&self) -> Vec<&Photo> {
        self.parts.iter().flat_map(|part| part.papers.iter().flat_map(Writing::pictures)).collect()
    }
}

/// A year before it is bound: which parts there are, and what each would hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HandbookView {
    pub year: i32,
    /// All of them, in the order of the book.
    pub parts: Vec<HandbookPartView>,
}

/// A part before it is bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HandbookPartView {
    /// As it was chosen the last time.
    #[serde(flatten)]
    pub choice: HandbookChoice,
    /// The name it has as a rule.
    pub usual_name: String,
    /// How many records of the year it would hold.
    pub records: u32,
}

/// Which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandbookRequest {
    pub year: i32,
}

/// What a year's handbook would hold.
///
/// # Errors
/// [`PaperError`].
pub fn handbook(door: &Door<'_>, request: HandbookRequest) -> Result<HandbookView, PaperError> {
    let mut binding = binding(door, request.year, false)?;
    let chosen = door.read(crate::settings::stored)?.handbook;
    let parts = PARTS.iter().map(|(part, fill)| {
        let records = u32::try_from(fill(&mut binding)?.records).unwrap_or(u32::MAX);
        Ok(HandbookPartView { choice: choice(&chosen, *part), usual_name: usual_name(*part).to_owned(), records })
    });
    let parts = parts.collect::<Result<_, PaperError>>()?;
    Ok(HandbookView { year: request.year, parts })
}

/// One part of a year by itself, of some days in it.
///
/// # Errors
/// [`PaperError`].
pub(super) fn part(
    door: &Door<'_>,
    year: i32,
    (first, last): (NaiveDate, NaiveDate),
    part: HandbookPart,
) -> Result<Filled, PaperError> {
    let mut binding = binding(door, year, false)?;
    binding.first = binding.first.max(first);
    binding.last = binding.last.min(last);
    let fill = PARTS.iter().find(|(one, _)| *one == part).map(|(_, fill)| fill);
    fill.map_or_else(|| Ok(Filled::default()), |fill| fill(&mut binding))
}

/// How a part was chosen; as a rule it is there under its own name.
fn choice(chosen: &[HandbookChoice], part: HandbookPart) -> HandbookChoice {
    let own = chosen.iter().find(|choice| choice.part == part).cloned();
    own.unwrap_or(HandbookChoice { part, name: String::new(), left_out: false })
}

pub(super) fn volume(
    door: &Door<'_>,
    year: i32,
    parts: Vec<HandbookChoice>,
    photos: bool,
) -> Result<Drawn, PaperError> {
    let mut binding = binding(door, year, photos)?;
    let mut bound = Vec::new();
    for (at, (part, fill)) in PARTS.iter().enumerate() {
        door.job.step(at, PARTS.len(), "正在整理各部分")?;
        let choice = choice(&parts, *part);
        if choice.left_out {
            continue;
        }
        let filled = fill(&mut binding)?;
        let name = Some(choice.name.trim()).filter(|name| !name.is_empty()).unwrap_or(usual_name(*part));
        bound.push(HandbookPages { name: numbered(bound.len(), name), ..filled.pages() });
    }
    let (today, last) = (door.today(), binding.last);
    let handbook = door.read(|reader| {
        let branch = branch::stored_on(reader, last)?;
        Ok::<_, PaperError>(Handbook {
            last_pages: last_pages(&branch.name, year),
            branch: branch.name,
            superior: branch.superior,
            unit: branch.unit,
            year,
            secretary: roster::secretary_on(reader, last)?.unwrap_or_default(),
            made_on: today,
            parts: bound,
        })
    })?;
    Ok(Drawn::new(format!("党支部工作手册 {year}年"), handbook, ROOMS))
}

/// It draws on all that is recorded.
const ROOMS: &[Room] = &[
    Room::Branch,
    Room::Roster,
    Room::Meetings,
    Room::Attachments,
    Room::Tasks,
    Room::Elections,
    Room::Appraisal,
    Room::Talks,
    Room::Study,
    Room::Development,
    Room::Dues,
    Room::Disposals,
    Room::Transfers,
    Room::Reports,
    Room::Settings,
];

fn binding<'a, 'd>(door: &'a Door<'d>, year: i32, photos: bool) -> Result<Binding<'a, 'd>, PaperError> {
    let today = door.today();
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(today);
    let last = day(12, 31);
    let last = if year == today.year() { last.min(today) } else { last };
    let album = photos.then(|| Album::new(door, 0)).transpose()?;
    Ok(Binding { door, year, first: day(1, 1), last, album })
}

impl Filled {
    fn pages(self) -> HandbookPages {
        let none = self.blocks.is_empty() && self.papers.is_empty();
        let blocks = if none { vec![Block::text("本年度没有登记。")] } else { self.blocks };
        HandbookPages { name: String::new(), blocks, papers: self.papers }
    }
}

/// `一、…`
fn numbered(at: usize, name: &str) -> String {
    format!("{}、{name}", numerals::numeral(u32::try_from(at + 1).unwrap_or(u32::MAX)))
}

/// Who takes the book over, and what the superior found in it: for hands.
fn last_pages(branch: &str, year: i32) -> Vec<Writing> {
    let page = |title: &str, blocks: Vec<Block>| {
        let mut all = vec![Block::title([branch, title])];
        all.extend(blocks);
        Writing { title: title.to_owned(), branch: branch.to_owned(), page: Page::Form, blocks: all }
    };
    let opinion = |of: &str, role: &str| Block::Opinion { of: of.to_owned(), role: role.to_owned() };
    vec![
        page(
            "手册移交记录",
            vec![
                Block::text(format!(
                    "{year}年度手册和所附材料，书记换任时一并移交，移交、接收和监交的人当面点清后签字。"
                )),
                table::for_hands(&["移交日期", "移交人", "接收人", "监交人", "移交的材料", "备注"], 6),
            ],
        ),
        page(
            "上级党组织检查记录",
            vec![
                table::for_hands(&["检查日期", "检查人", "检查情况和意见", "整改情况"], 5),
                opinion("上级党组织意见", "负责人"),
            ],
        ),
    ]
}
