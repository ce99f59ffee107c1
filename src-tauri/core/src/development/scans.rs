//! Scanned pages of the papers of a file: kept in the file of records, shown in the window, bound in order.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rusqlite::Row;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DevelopmentError, DevelopmentFileId, catalogue, store};
use crate::desk::{Desk, Door};
use crate::files;
use crate::outside::{FileToken, PictureError};
use crate::settings;
use crate::vault::{Done, Reader, VaultError};

/// Pixels along the longer side: every signature and seal can be read.
const EDGE: u32 = 2000;

/// Identifies a scanned page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct ScanId(pub i64);

/// A scanned page, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScanPage {
    pub id: ScanId,
    /// Of which paper, e.g. `1-1`.
    pub code: String,
    /// Name of the file it came from.
    pub name: String,
    /// Bytes kept.
    pub bytes: u64,
}

/// Scanned pages of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScanListRequest {
    pub file: DevelopmentFileId,
    /// Of one paper; `None` gives all, in the order of the list of papers.
    #[serde(default)]
    pub code: Option<String>,
}

/// Adds scanned pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScanAddRequest {
    pub file: DevelopmentFileId,
    /// Of which paper; `None` tells it by the name of each file: `1-1 入党申请书 第1页.jpg`.
    #[serde(default)]
    pub code: Option<String>,
    pub files: Vec<FileToken>,
}

/// Puts a scanned page at another place of its paper, or into another paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScanMoveRequest {
    pub id: ScanId,
    /// Of which paper.
    pub code: String,
    /// Its place among the pages of that paper, from 0.
    pub position: u32,
}

/// A scanned page on its way to paper.
pub struct ScannedPage {
    /// Code and name of its paper.
    pub paper: String,
    /// A JPEG.
    pub bytes: Vec<u8>,
}

/// A picture for the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScanPicture {
    /// `data:image/jpeg;base64,…`
    pub url: String,
}

/// The scanned pages of a file.
///
/// # Errors
/// [`DevelopmentError::Vault`].
pub fn scan_list(desk: &mut Desk<'_>, request: ScanListRequest) -> Result<Vec<ScanPage>, DevelopmentError> {
    Ok(desk.read(|reader| pages(reader, request.file, request.code.as_deref()))?)
}

/// Adds scanned pages, all or none: pictures small and without what the camera wrote, each page of a PDF as a picture.
///
/// # Errors
/// [`DevelopmentError::Scan`] names the first file that cannot be kept; [`DevelopmentError::WhichPaper`] one whose name says
/// no paper; [`DevelopmentError::NotFound`].
pub fn scan_add(door: &Door<'_>, request: ScanAddRequest) -> Result<Done<Vec<ScanPage>>, DevelopmentError> {
    let ScanAddRequest { file, code, files } = request;
    let known = door.read(|reader| papers(reader, file))?;
    let mut named = Vec::new();
    for token in files {
        let (name, bytes) = files::read(door.outside.desktop.as_ref(), &token)?;
        let code = match &code {
            Some(code) if known.iter().any(|(known, _)| known == code) => code.clone(),
            Some(code) => return Err(DevelopmentError::WhichPaper(code.clone())),
            None => named_by(&name, &known).ok_or_else(|| DevelopmentError::WhichPaper(name.clone()))?,
        };
        named.push((natural(&name), name, code, bytes));
    }
    named.sort();
    let (mut ready, total) = (Vec::new(), named.len());
    for (at, (_, name, code, bytes)) in named.into_iter().enumerate() {
        door.job.step(at, total, "正在整理扫描件")?;
        let pictures = &door.outside.picture;
        let pages = if bytes.starts_with(b"%PDF") {
            pictures.pages(&bytes, EDGE, door.job.cancelled).map_err(|error| match error {
                PictureError::NotAPicture => PictureError::Failed("PDF 打不开".to_owned()),
                error => error,
            })
        } else {
            pictures.shrink(&bytes, EDGE).map(|page| vec![page])
        };
        let pages = pages.map_err(|error| DevelopmentError::Scan(name.clone(), error))?;
        ready.extend(pages.into_iter().map(|page| (name.clone(), code.clone(), page)));
    }
    door.desk(|desk| {
        desk.transact(format!("加入扫描件 {} 页", ready.len()), |tx| {
            store::file(tx, file)?;
            for (name, code, page) in &ready {
                let sha256 = tx.keep_bytes(page)?;
                let bytes = i64::try_from(page.len()).unwrap_or(i64::MAX);
                let params = rusqlite::params![file.0, code, name, bytes, sha256];
                tx.execute(include_str!("sql/add_scan.sql"), params)?;
            }
            Ok(pages(tx, file, None)?)
        })
    })
}

/// A scanned page for the window.
///
/// # Errors
/// [`DevelopmentError::NoSuchScan`].
pub fn scan_picture(desk: &mut Desk<'_>, id: ScanId) -> Result<ScanPicture, DevelopmentError> {
    desk.read(|reader| {
        let sql = "SELECT sha256 FROM development_scan WHERE id = ?";
        let sha256: String = reader.first(sql, [id.0], |row| row.get(0))?.ok_or(DevelopmentError::NoSuchScan)?;
        Ok(ScanPicture { url: format!("data:image/jpeg;base64,{}", STANDARD.encode(reader.bytes(&sha256)?)) })
    })
}

/// Puts a page at another place, or into another paper.
///
/// # Errors
/// [`DevelopmentError::NoSuchScan`], [`DevelopmentError::WhichPaper`].
pub fn scan_move(desk: &mut Desk<'_>, request: ScanMoveRequest) -> Result<Done<Vec<ScanPage>>, DevelopmentError> {
    let ScanMoveRequest { id, code, position } = request;
    desk.transact("调整扫描件", |tx| {
        let file = owner(tx, id)?;
        if !papers(tx, file)?.iter().any(|(known, _)| *known == code) {
            return Err(DevelopmentError::WhichPaper(code));
        }
        let mut order: Vec<_> = pages(tx, file, Some(&code))?.into_iter().map(|page| page.id).collect();
        order.retain(|other| *other != id);
        order.insert(order.len().min(position as usize), id);
        for (position, id) in (0_i64..).zip(order) {
            let sql = "UPDATE development_scan SET position = ?, code = ? WHERE id = ?";
            tx.execute(sql, rusqlite::params![position, code, id.0])?;
        }
        Ok(pages(tx, file, None)?)
    })
}

/// Takes a page out.
///
/// # Errors
/// [`DevelopmentError::NoSuchScan`].
pub fn scan_delete(desk: &mut Desk<'_>, id: ScanId) -> Result<Done<Vec<ScanPage>>, DevelopmentError> {
    desk.transact("删去一页扫描件", |tx| {
        let file = owner(tx, id)?;
        tx.execute("DELETE FROM development_scan WHERE id = ?", [id.0])?;
        Ok(pages(tx, file, None)?)
    })
}

fn owner(reader: &Reader<'_>, id: ScanId) -> Result<DevelopmentFileId, DevelopmentError> {
    let file = reader.first("SELECT file_id FROM development_scan WHERE id = ?", [id.0], |row| row.get(0))?;
    file.map(DevelopmentFileId).ok_or(DevelopmentError::NoSuchScan)
}

/// The pages of a file in the order of the list of papers, or those of one paper.
pub(super) fn pages(
    reader: &Reader<'_>,
    file: DevelopmentFileId,
    code: Option<&str>,
) -> Result<Vec<ScanPage>, VaultError> {
    let params = rusqlite::params![file.0, code];
    let mut pages = reader.all(include_str!("sql/scan_pages.sql"), params, row_to_page)?;
    let place = |code: &str| catalogue::materials().iter().position(|material| material.code == code);
    pages.sort_by_key(|page| place(&page.code).unwrap_or(usize::MAX));
    Ok(pages)
}

/// The pages of a file in the order of the list of papers, each under the name of its paper.
pub(super) fn with_bytes(reader: &Reader<'_>, file: DevelopmentFileId) -> Result<Vec<ScannedPage>, DevelopmentError> {
    let names = papers(reader, file)?;
    let named = |page: &ScanPage| {
        let name = names.iter().find(|(code, _)| *code == page.code).map_or("", |(_, name)| name.as_str());
        format!("{} {name}", page.code)
    };
    let bytes = |page: ScanPage| {
        let sql = "SELECT sha256 FROM development_scan WHERE id = ?";
        let sha256: String = reader.one(sql, [page.id.0], |row| row.get(0))?;
        Ok(ScannedPage { paper: named(&page), bytes: reader.bytes(&sha256)? })
    };
    pages(reader, file, None)?.into_iter().map(bytes).collect()
}

fn row_to_page(row: &Row<'_>) -> rusqlite::Result<ScanPage> {
    Ok(ScanPage {
        id: ScanId(row.get("id")?),
        code: row.get("code")?,
        name: row.get("name")?,
        bytes: row.get::<_, i64>("bytes")?.unsigned_abs(),
    })
}

/// Code and name of every paper that a file can have.
fn papers(reader: &Reader<'_>, file: DevelopmentFileId) -> Result<Vec<(String, String)>, DevelopmentError> {
    store::file(reader, file)?;
    let local = settings::stored(reader)?.development.materials.into_iter().map(|paper| (paper.code, paper.name));
    let national = catalogue::materials().iter().map(|paper| (paper.code.clone(), paper.name.clone()));
    Ok(national.chain(local).collect())
}

/// The paper that a file's name says: by its code in front, else by the longest name of a paper in it.
fn named_by(file: &str, known: &[(String, String)]) -> Option<String> {
    let code: String = file.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let by_code = known.iter().find(|(known, _)| *known == code.trim_end_matches('-'));
    let in_name = known.iter().filter(|(_, name)| file.contains(name.as_str()));
    let found = by_code.or_else(|| in_name.max_by_key(|(_, name)| name.len()))?;
    Some(found.0.clone())
}

/// A name with its numbers at equal length, so that page 10 comes after page 9.
fn natural(name: &str) -> String {
    let (mut natural, mut digits) = (String::new(), String::new());
    for c in name.chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            natural.push_str(&format!("{digits:0>8}"));
            digits.clear();
        }
        natural.push(c);
    }
    natural
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("1-1 第1页.jpg", Some("1-1"))]
    #[case("1-2-1.png", Some("1-2-1"))]
    #[case("扫描 入党申请书 (2).jpg", Some("1-1"))]
    #[case("转正申请书.pdf", Some("5-2"))]
    #[case("IMG_0001.jpg", None)]
    fn the_name_of_a_file_says_which_paper_it_is(#[case] file: &str, #[case] code: Option<&str>) {
        let known: Vec<_> =
            catalogue::materials().iter().map(|paper| (paper.code.clone(), paper.name.clone())).collect();
        assert_eq!(named_by(file, &known).as_deref(), code);
    }

    #[test]
    fn pages_are_ordered_as_people_count() {
        let mut names = ["第10页", "第9页", "第1页"].map(|name| (natural(name), name));
        names.sort();
        assert_eq!(names.map(|(_, name)| name), ["第1页", "第9页", "第10页"]);
    }
}
