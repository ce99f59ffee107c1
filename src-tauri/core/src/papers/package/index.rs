//! The papers of the package itself: its index, and what is missing.

use chrono::NaiveDate;

use crate::outside::{Attachment, Block, Column, Page, Table, Writing};
use crate::values::date_title;

/// A file that lies in the package.
pub(super) struct Placed {
    /// `03-12`
    pub(super) number: String,
    /// The kind of material.
    pub(super) item: String,
    /// As the material calls itself.
    pub(super) title: String,
    /// Folder and name.
    pub(super) path: String,
    pub(super) bytes: usize,
    pub(super) sha256: String,
}

/// The name of the list of hashes. Programs of every system can check files by it.
pub(super) const HASHES: &str = "sha256.txt";

/// A line a file, as `sha256sum -c` reads it.
pub(super) fn hashes(placed: &[Placed]) -> Attachment {
    let lines: String = placed.iter().map(|file| format!("{}  {}\n", file.sha256, file.path)).collect();
    Attachment {
        name: HASHES.to_owned(),
        mime: "text/plain".to_owned(),
        description: "各文件的校验值（SHA-256）".to_owned(),
        bytes: lines.into_bytes(),
    }
}

/// 迎检材料目录
pub(super) fn index(branch: &str, from: NaiveDate, to: NaiveDate, made_on: NaiveDate, placed: &[Placed]) -> Writing {
    let mut blocks = vec![
        Block::title([branch, "迎检材料目录"]),
        Block::text(format!(
            "材料时间：{}至{}。共 {} 份。各份材料的校验值在附带的 {HASHES} 里，本目录签名以后，材料有没有换过、改过都能核对。",
            date_title(from),
            date_title(to),
            placed.len()
        )),
    ];
    for item in placed.chunk_by(|one, next| one.item == next.item) {
        let columns = vec![Column::mm(18.0, "编号"), Column::share(1.0, "材料")];
        let rows = item.iter().map(|file| vec![file.number.clone(), file.title.clone()]).collect();
        blocks.extend(item.first().map(|file| Block::head(file.item.clone())));
        blocks.push(Block::Table { columns, rows, foot: String::new(), roomy: false });
    }
    blocks.push(Block::Signed { by: branch.to_owned(), role: None, on: made_on });
    Writing { title: "迎检材料目录".to_owned(), branch: branch.to_owned(), page: Page::Form, blocks }
}

/// The index as a sheet, with size and hash.
pub(super) fn sheet(placed: &[Placed]) -> Table {
    Table {
        sheet: "迎检材料目录".to_owned(),
        header: ["编号", "类别", "材料", "文件", "字节", "校验值（SHA-256）"].map(str::to_owned).into(),
        rows: placed
            .iter()
            .map(|file| {
                vec![
                    file.number.clone(),
                    file.item.clone(),
                    file.title.clone(),
                    file.path.clone(),
                    file.bytes.to_string(),
                    file.sha256.clone(),
                ]
            })
            .collect(),
    }
}

/// 还缺什么, kind by kind: the branch's own page, which is not handed over.
pub(super) fn lacks(branch: &str, on: NaiveDate, lacking: &[(String, Vec<String>)]) -> Writing {
    let mut blocks = vec![
        Block::title([branch, "迎检材料还缺什么"]),
        Block::text(format!("{}整理时查到的，供支部自己补齐用，不在目录和压缩包里。", date_title(on))),
    ];
    for (item, sentences) in lacking {
        blocks.push(Block::head(item.clone()));
        blocks
            .push(Block::text(sentences.iter().map(|sentence| format!("{sentence}。")).collect::<Vec<_>>().join("\n")));
    }
    if lacking.is_empty() {
        blocks.push(Block::text("没有发现缺少的材料。"));
    }
    Writing { title: "迎检材料还缺什么".to_owned(), branch: branch.to_owned(), page: Page::Form, blocks }
}
