//! Papers of a branch that does not exist, room by room.

mod meetings;
mod reports;
mod roster;
mod votes;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use zhibu_core::outside::{Attachment, Block, Document, Place, Writing};

pub(crate) use meetings::*;
pub(crate) use reports::*;
pub(crate) use roster::*;
pub(crate) use votes::*;

pub(crate) const BRANCH: &str = "中共示例市行业协会联合支部委员会";

/// Characters beyond GB2312, one of them twice beyond the BMP, and the separator U+00B7.
pub(crate) const RARE_NAMES: [&str; 6] = ["李𬭎", "王𣲘", "张㛃", "赵䶮", "陈𫟦", "阿卜杜拉·买买提"];

/// Would do harm if it were read as source.
pub(crate) const MARKUP: &str = "#panic() *x* _y_ <b> $a$ \\ @z // #let";

/// A picture of 5 by 7 red dots.
pub(crate) const PNG: &[u8] =
    b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x05\x00\x00\x00\x07\x08\x02\
    \x00\x00\x00\x4f\xc5\x10\xb9\x00\x00\x00\x11\x49\x44\x41\x54\x78\xda\x63\xd8\x6c\x6c\x8c\x8c\x18\x68\xcc\
    \x07\x00\x79\xd0\x26\x6c\x71\x7c\x33\xfb\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

const SURNAMES: [&str; 10] = ["李", "王", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"];
const GIVEN: [&str; 7] = ["建国", "某", "晓梅", "志强", "秀英", "文博", "思远"];

pub(crate) fn at() -> DateTime<FixedOffset> {
    "2026-10-03T09:12:00+08:00".parse().expect("a time")
}

/// `count` people; the rare names come first.
pub(crate) fn names(count: usize) -> Vec<String> {
    let common = (0..).map(|i| format!("{}{}", SURNAMES[i % SURNAMES.len()], GIVEN[i % GIVEN.len()]));
    RARE_NAMES.iter().map(|name| (*name).to_owned()).chain(common).take(count).collect()
}

/// One of each kind.
pub(crate) fn one_of_each() -> Vec<Box<dyn Document>> {
    vec![
        Box::new(sign_in_sheet(50)),
        Box::new(minutes(3).writing()),
        Box::new(record_form(3, true)),
        Box::new(bound_quarter(1, 10, 2)),
        Box::new(handbook()),
        Box::new(meeting_notice()),
        Box::new(vote_resolution(true)),
        Box::new(attendance(50, 14)),
        Box::new(ballots(4, 5)),
        Box::new(tally_sheet()),
        Box::new(appraisal_ballots(50, 1)),
        Box::new(appraisal_tally(50, true)),
        Box::new(appraisal_result(50)),
        Box::new(election_report()),
        Box::new(meeting_plan(12)),
        Box::new(quarterly_report(30).pages()),
        Box::new(recovery_sheet()),
        Box::new(enrolment_sheet()),
        Box::new(roster(30)),
        Box::new(contact_list(30)),
        Box::new(member_record(6)),
        Box::new(statistics(3)),
        Box::new(introduction_letter()),
        Box::new(transfer_receipt()),
    ]
}

/// A letter or form in which `text` took the place of every text, and how many of those stand on whole lines: a narrow
/// column breaks them.
pub(crate) fn marked(mut writing: Writing, text: &str) -> (Writing, usize) {
    (writing.title, writing.branch) = (text.to_owned(), text.to_owned());
    let mut count = 0;
    for block in &mut writing.blocks {
        let on_lines = !matches!(block, Block::Table { .. } | Block::Facts { .. } | Block::Opinion { .. });
        for one in texts(block).into_iter().filter(|one| !one.is_empty()) {
            text.clone_into(one);
            count += usize::from(on_lines);
        }
    }
    (writing, count)
}

fn texts(block: &mut Block) -> Vec<&mut String> {
    match block {
        Block::Title { lines } => lines.iter_mut().collect(),
        Block::Addressee { text }
        | Block::Text { text }
        | Block::Words { text }
        | Block::Head { text }
        | Block::Subhead { text }
        | Block::Enclosure { name: text }
        | Block::Scan { about: text, .. }
        | Block::Annex { title: text } => vec![text],
        Block::NewPage {} => Vec::new(),
        Block::HeadWith { text, line } | Block::Boxed { head: text, text: line } => vec![text, line],
        Block::Entries { entries: facts } | Block::Facts { facts } => {
            facts.iter_mut().flat_map(|fact| std::iter::once(&mut fact.name).chain(&mut fact.parts)).collect()
        }
        Block::Table { columns, rows, foot, .. } => {
            let titles = columns.iter_mut().map(|column| &mut column.title);
            titles.chain(rows.iter_mut().flatten()).chain([foot]).collect()
        }
        Block::Hands { rows } => {
            let place = |place| match place {
                &mut Place::Hand(ref mut text) | &mut Place::Told(ref mut text) => Some(text),
                Place::OpenDate => None,
            };
            rows.iter_mut().flatten().filter_map(place).collect()
        }
        Block::Opinion { of, role } => vec![of, role],
        Block::Signed { by, role, .. } => std::iter::once(by).chain(role).collect(),
        Block::Photos { about, photos } => {
            std::iter::once(about).chain(photos.iter_mut().map(|photo| &mut photo.caption)).collect()
        }
    }
}

pub(crate) fn attachments() -> Vec<Attachment> {
    vec![
        Attachment {
            name: "report.json".into(),
            mime: "application/json".into(),
            description: "季度报告数据".into(),
            bytes: br#"{"format":2}"#.repeat(500),
        },
        Attachment {
            name: "roster.xlsx".into(),
            mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".into(),
            description: "党员名册".into(),
            bytes: (0..=255).collect(),
        },
    ]
}

fn cells<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).into()
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn moment(text: &str) -> NaiveDateTime {
    text.parse().expect("a time")
}
