//! 文库目录.

use super::shelf::{Shelf, Volume};
use super::{LibraryError, LibraryKind};
use crate::desk::Door;
use crate::outside::{Block, Column, Page, Writing};
use crate::paper::{Drawn, papers};
use crate::values::{Room, date_title};

papers! {
    /// The papers of the library.
    LibraryPaper, LibraryError;
    /// 文库目录, kind by kind
    LibraryCatalogue {} = catalogue;
}

const ROOMS: &[Room] = &[Room::Library, Room::Study, Room::Attachments, Room::Branch];

fn catalogue(door: &Door<'_>) -> Result<Drawn, LibraryError> {
    let today = door.today();
    let shelf = door.read(Shelf::of)?;
    let branch = door.read(|reader| (door.letterhead)(reader, today))?.branch;
    let title = "文库目录".to_owned();
    let mut blocks = vec![Block::title([&branch, &title])];
    for kind in LibraryKind::ALL {
        blocks.extend(of_kind(&shelf, kind));
    }
    blocks.push(Block::Words { text: format!("共 {} 份，截至{}。", shelf.0.len(), date_title(today)) });
    Ok(Drawn::writing(Writing { title, branch, page: Page::Form, blocks }, ROOMS))
}

/// A table below the name of the kind; nothing where there is none of it.
fn of_kind(shelf: &Shelf, kind: LibraryKind) -> Vec<Block> {
    let columns = vec![
        Column::mm(11.0, "序号"),
        Column::share(2.0, "标题"),
        Column::share(1.1, "文号"),
        Column::share(1.0, "发文单位"),
        Column::mm(34.0, "日期"),
        Column::mm(16.0, "学习"),
    ];
    let of_kind = shelf.0.iter().filter(|volume| volume.document.kind == kind);
    let rows: Vec<_> = of_kind.enumerate().map(|(at, volume)| cells(at, volume)).collect();
    if rows.is_empty() { Vec::new() } else { vec![Block::head(kind.title()), Block::table(columns, rows)] }
}

fn cells(at: usize, volume: &Volume) -> Vec<String> {
    let document = &volume.document;
    let learnt = if volume.sessions > 0 { format!("{} 次", volume.sessions) } else { String::new() };
    vec![
        (at + 1).to_string(),
        document.title.clone(),
        document.number.clone(),
        document.issuer.clone(),
        document.issued_on.map(date_title).unwrap_or_default(),
        learnt,
    ]
}
