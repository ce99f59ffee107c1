//! A year of dues as a spreadsheet.

use super::accounts::Accounts;
use super::papers::amount;
use super::year::{Rows, months_of};
use super::{DuesError, DuesExportRequest, DuesRow, rate};
use crate::desk::Door;
use crate::files::{self, Saved};
use crate::outside::Table;

/// Saves a year of dues as XLSX: members by months, as they were paid, with what was owed and what is lacking.
///
/// # Errors
/// [`DuesError::NobodyOwes`], [`DuesError::File`].
pub fn export(door: &Door<'_>, request: DuesExportRequest) -> Result<Saved, DuesError> {
    let table = table(door, request.year)?;
    let bytes = door.outside.office.write(&table)?;
    // Before the file is there: what the log does not know of must not leave.
    door.desk(|desk| desk.note(format!("导出{}年党费登记表（含基数）", request.year)))?;
    Ok(files::write(door.outside, &request.file, &bytes)?)
}

fn table(door: &Door<'_>, year: i32) -> Result<Table, DuesError> {
    let (today, months) = (door.today(), months_of(year));
    let header = ["序号", "姓名", "计算方式", "基数", "比例"].map(str::to_owned).into_iter();
    let header = header.chain((1..=12).map(|month| format!("{month}月")));
    let header = header.chain(["应交", "实交", "欠交"].map(str::to_owned)).collect();
    let (rows, mut sum) = door.read(|reader| {
        let accounts = Accounts::of(reader, door.rules, (months[0], months[11]), today)?;
        let rows = Rows::of(&accounts, &months);
        let line = |(place, (row, _)): (usize, &(DuesRow, _))| {
            let base = row.base.as_ref();
            let mut line = vec![
                (place + 1).to_string(),
                row.name.clone(),
                base.map(|base| base.kind.title().to_owned()).unwrap_or_default(),
                base.and_then(|base| base.base).map(|base| base.to_string()).unwrap_or_default(),
                base.map(|base| rate::title(base, door.rules, months[11])).unwrap_or_default(),
            ];
            line.extend(row.cells.iter().map(|cell| amount(cell.paid)));
            line.extend([row.owed, row.paid, row.lacking].map(amount));
            line
        };
        let lines: Vec<_> = rows.0.iter().enumerate().map(line).collect();
        let mut sum = vec![String::new(), "合计".to_owned(), String::new(), String::new(), String::new()];
        sum.extend((0..12).map(|at| amount(rows.sum(at..at + 1).paid)));
        let whole = rows.sum(0..12);
        let lacking = rows.0.iter().map(|(row, _)| row.lacking).sum();
        sum.extend([whole.owed, whole.paid, lacking].map(amount));
        Ok::<_, DuesError>((lines, vec![sum]))
    })?;
    if rows.is_empty() {
        return Err(DuesError::NobodyOwes(format!("{year}年")));
    }
    let rows = rows.into_iter().chain(sum.drain(..)).collect();
    Ok(Table { sheet: format!("{year}年党费"), header, rows })
}
