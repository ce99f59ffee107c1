//! The superior's papers: 催报单 to a branch or to all that have not reported, and their list.

use super::{SuperiorBranchId, SuperiorError, SuperiorRow, store};
use crate::desk::{Door, Letterhead};
use crate::outside::{Block, Column, Page, Writing};
use crate::paper::{Drawn, papers};
use crate::values::{Period, Room, date_title};

papers! {
    /// The superior's papers.
    SuperiorPaper, SuperiorError;
    /// 催报单: to one branch, or a page for each that has not reported
    Reminder { period: Period, branch: Option<SuperiorBranchId> } = reminder;
    /// 未报送名单
    MissingList { period: Period } = missing_list;
}

/// Letters of one paper at most.
const MOST_LETTERS: usize = 300;

const ROOMS: &[Room] = &[Room::Superior, Room::Branch];

fn reminder(door: &Door<'_>, period: Period, branch: Option<SuperiorBranchId>) -> Result<Drawn, SuperiorError> {
    let (sender, mut missing) = missing(door, period)?;
    missing.retain(|row| branch.is_none_or(|wanted| row.branch == wanted));
    if missing.is_empty() {
        return Err(SuperiorError::NobodyMissing);
    }
    if missing.len() > MOST_LETTERS {
        return Err(SuperiorError::TooManyLetters(missing.len(), MOST_LETTERS));
    }
    let letters: Vec<_> = missing.iter().map(|row| letter(door, period, &sender, row)).collect();
    let blocks = letters.join(&Block::NewPage {});
    let whose = if branch.is_some() { missing.first().map(|row| row.name.as_str()).unwrap_or_default() } else { "" };
    let title = format!(
        "{}报告催报单{}",
        period.title(),
        if whose.is_empty() { String::new() } else { format!("（{whose}）") }
    );
    Ok(Drawn::writing(Writing { title, branch: sender.branch, page: Page::Official, blocks }, ROOMS))
}

fn letter(door: &Door<'_>, period: Period, sender: &Letterhead, row: &SuperiorRow) -> Vec<Block> {
    let today = door.today();
    let late = format!(
        "截至{}，还没有收到你支部{}的工作报告。请尽快在支部工作台的“报告报送”里核对内容、签名，把保存的 PDF 文件报送过来。",
        date_title(today),
        period.title()
    );
    let ask = "报告签名以后不要另存、打印成别的文件或者扫描，也不要加批注，请直接报送保存下来的原文件。已经报送的，请与我们核对；报送有困难的，请及时说明。";
    let phone = if sender.phone.is_empty() { String::new() } else { format!("联系电话：{}。", sender.phone) };
    vec![
        Block::title(["关于报送工作报告的催报单"]),
        Block::Addressee { text: format!("{}：", row.name) },
        Block::text(
            [late.as_str(), ask, &phone].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n"),
        ),
        Block::Signed { by: sender.branch.clone(), role: None, on: today },
    ]
}

fn missing_list(door: &Door<'_>, period: Period) -> Result<Drawn, SuperiorError> {
    let (sender, missing) = missing(door, period)?;
    let columns = vec![
        Column::mm(14.0, "序号"),
        Column::share(2.0, "支部"),
        Column::mm(28.0, "联系人"),
        Column::mm(38.0, "联系电话"),
    ];
    let line = |(number, row): (usize, &SuperiorRow)| {
        vec![number.to_string(), row.name.clone(), row.contact.clone(), row.phone.clone()]
    };
    let foot = format!("截至{}，共 {} 个支部未报送。", date_title(door.today()), missing.len());
    let rows = (1..).zip(&missing).map(line).collect();
    let title = format!("{}报告未报送支部名单", period.title());
    let blocks =
        vec![Block::title([sender.branch.as_str(), &title]), Block::Table { columns, rows, foot, roomy: false }];
    Ok(Drawn::writing(Writing { title, branch: sender.branch, page: Page::Form, blocks }, ROOMS).listing(missing.len()))
}

/// Who sends it, and the branches that have not reported.
fn missing(door: &Door<'_>, period: Period) -> Result<(Letterhead, Vec<SuperiorRow>), SuperiorError> {
    door.read(|reader| {
        let rows = store::rows(reader, period)?.into_iter().filter(|row| row.report.is_none());
        Ok(((door.letterhead)(reader, door.today())?, rows.collect()))
    })
}
