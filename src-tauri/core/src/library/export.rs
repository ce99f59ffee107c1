//! 文库目录 as a spreadsheet.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::delete::said;
use super::shelf::{Shelf, Volume};
use super::{LibraryError, store};
use crate::desk::Door;
use crate::files::{self, Saved};
use crate::outside::{FileToken, Table};
use crate::values::date_title;
use crate::vault::{Reader, VaultError};

/// Saves the list of the library as XLSX.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LibraryExportRequest {
    pub file: FileToken,
}

/// Saves the list of the library as XLSX; the log says so.
///
/// # Errors
/// [`LibraryError::Sheet`], [`LibraryError::File`].
pub fn export(door: &Door<'_>, request: LibraryExportRequest) -> Result<Saved, LibraryError> {
    let table = door.read(table)?;
    let bytes = door.outside.office.write(&table).map_err(LibraryError::Sheet)?;
    door.desk(|desk| desk.note("导出文库目录"))?;
    Ok(files::write(door.outside, &request.file, &bytes)?)
}

fn table(reader: &Reader<'_>) -> Result<Table, VaultError> {
    let titles = ["类别", "标题", "发文单位", "文号", "日期", "关键词", "文件", "用在哪里"];
    let rows = Shelf::of(reader)?.0.iter().map(|volume| cells(reader, volume)).collect::<Result<_, _>>()?;
    Ok(Table { sheet: "文库目录".to_owned(), header: titles.map(str::to_owned).to_vec(), rows })
}

fn cells(reader: &Reader<'_>, volume: &Volume) -> Result<Vec<String>, VaultError> {
    let document = &volume.document;
    let uses: Vec<_> = store::uses(reader, volume.id)?.iter().map(said).collect();
    Ok(vec![
        document.kind.title().to_owned(),
        document.title.clone(),
        document.issuer.clone(),
        document.number.clone(),
        document.issued_on.map(date_title).unwrap_or_default(),
        document.keywords.clone(),
        volume.files.join("；"),
        uses.join("；"),
    ])
}
