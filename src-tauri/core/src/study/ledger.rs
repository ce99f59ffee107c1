//! 学时台账 of a year as a spreadsheet: who had how many hours of how many, and session by session.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::lacks::lacks_of;
use super::year::check_year;
use super::{MemberLack, StudyError, StudyLacks, StudySessionRow, store};
use crate::desk::Door;
use crate::files::{self, Saved};
use crate::outside::{FileToken, Table};
use crate::roster::MemberId;
use crate::rules::RuleBook;
use crate::values::{date_title, day_title};
use crate::vault::{Reader, VaultError};

/// Saves the ledger of a year as XLSX.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StudyExportRequest {
    pub year: i32,
    pub file: FileToken,
}

/// A year's hours and sessions.
pub(super) struct Ledger {
    pub(super) lacks: StudyLacks,
    /// Oldest first.
    pub(super) sessions: Vec<StudySessionRow>,
}

/// Saves the ledger of a year as XLSX; the log says so.
///
/// # Errors
/// [`StudyError::Invalid`], [`StudyError::Sheet`], [`StudyError::File`].
pub fn export(door: &Door<'_>, request: StudyExportRequest) -> Result<Saved, StudyError> {
    check_year(request.year)?;
    let ledger = door.read(|reader| ledger_of(reader, door.rules, request.year, door.today()))?;
    let bytes = door.outside.office.write(&table(&ledger)).map_err(StudyError::Sheet)?;
    door.desk(|desk| desk.note(format!("导出{}年学时台账", request.year)))?;
    Ok(files::write(door.outside, &request.file, &bytes)?)
}

/// The ledger of a year as of a day.
pub(super) fn ledger_of(
    reader: &Reader<'_>,
    rules: &RuleBook,
    year: i32,
    today: NaiveDate,
) -> Result<Ledger, VaultError> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN);
    let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX).min(today);
    let mut sessions = store::sessions_in(reader, first, last)?;
    sessions.reverse();
    Ok(Ledger { lacks: lacks_of(reader, rules, year, today)?, sessions })
}

pub(super) fn table(ledger: &Ledger) -> Table {
    let titles = ["姓名", "应学学时", "已学学时", "其中补学", "还差学时", "完成期限", "集中培训", "未学专题"];
    let sessions =
        ledger.sessions.iter().map(|row| format!("{} {}", day_title(row.session.held_on), row.session.title));
    let row = |line: &MemberLack| {
        let own = [
            line.name.clone(),
            line.required.map_or_else(|| "不作要求".to_owned(), |hours| hours.to_string()),
            line.hours.to_string(),
            line.made_up.to_string(),
            line.lacking.to_string(),
            date_title(line.due),
            course(line),
            line.topics.len().to_string(),
        ];
        own.into_iter().chain(ledger.sessions.iter().map(|row| cell(row, line.member))).collect()
    };
    Table {
        sheet: format!("{}年学时台账", ledger.lacks.year),
        header: titles.map(str::to_owned).into_iter().chain(sessions).collect(),
        rows: ledger.lacks.members.iter().map(row).collect(),
    }
}

/// The course that E02 asks for: when it was, or until when it is due.
pub(super) fn course(line: &MemberLack) -> String {
    line.course.as_ref().map_or_else(String::new, |course| match course.taken_on {
        Some(on) => date_title(on),
        None => format!("应于{}前", date_title(course.due)),
    })
}

/// The hours of someone in a session: `2`, `已补 2`, `2（不计）`.
fn cell(row: &StudySessionRow, member: MemberId) -> String {
    let hours = row.session.hours;
    let told = if row.session.participants.contains(&member) {
        hours.to_string()
    } else if row.made_up.iter().any(|makeup| makeup.member == member) {
        format!("已补 {hours}")
    } else {
        return String::new();
    };
    if row.session.uncounted { format!("{told}（不计）") } else { told }
}
