//! A period's figures as a spreadsheet: a line a branch, those without a report too, and the sums below.

use super::columns::{COLUMNS, Column, summed};
use super::{SuperiorError, SuperiorExportRequest, SuperiorRow, store};
use crate::desk::Door;
use crate::files::{self, Saved};
use crate::outside::Table;
use crate::values::{Period, moment_title};

/// Saves a period's figures as XLSX.
///
/// # Errors
/// [`SuperiorError::Sheet`], [`SuperiorError::File`].
pub fn export(door: &Door<'_>, request: SuperiorExportRequest) -> Result<Saved, SuperiorError> {
    let rows = door.read(|reader| store::rows(reader, request.period))?;
    let bytes = door.outside.office.write(&table(request.period, &rows))?;
    Ok(files::write(door.outside, &request.file, &bytes)?)
}

pub(super) fn table(period: Period, rows: &[SuperiorRow]) -> Table {
    let titles = ["支部", "报送情况", "版本", "签名时间", "签收"].map(str::to_owned);
    let sums = summed(rows);
    let sum = |column: &Column| {
        let sum = sums.iter().find(|sum| sum.key == column.key).map(|sum| sum.sum);
        column.written(sum.unwrap_or_default())
    };
    let total = ["合计", "", "", "", ""].map(str::to_owned).into_iter().chain(COLUMNS.iter().map(sum)).collect();
    Table {
        sheet: format!("{period}汇总"),
        header: titles.into_iter().chain(COLUMNS.iter().map(Column::heading)).collect(),
        rows: rows.iter().map(line).chain(std::iter::once(total)).collect(),
    }
}

fn line(row: &SuperiorRow) -> Vec<String> {
    let Some(report) = &row.report else {
        let own = [row.name.clone(), "未报送".to_owned(), String::new(), String::new(), String::new()];
        return own.into_iter().chain(COLUMNS.iter().map(|_| String::new())).collect();
    };
    let own = [
        row.name.clone(),
        "已报送".to_owned(),
        format!("第{}版", report.version),
        moment_title(report.signed_at.naive_local()),
        report.receipted_on.map(|on| on.to_string()).unwrap_or_default(),
    ];
    let figure =
        |column: &Column| report.figures.get(column.key).map_or_else(String::new, |number| column.written(*number));
    own.into_iter().chain(COLUMNS.iter().map(figure)).collect()
}
