//! 入党志愿书登记: every numbered booklet that the branch was given, to whom it went, and which were spoilt; and how many
//! people a year may be admitted.

use chrono::NaiveDate;
use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::entries::{EntryField, EntryKind};
use super::{DevelopmentError, DevelopmentFileId, store};
use crate::desk::{Desk, Nothing};
use crate::problem::Invalid;
use crate::values::as_it_looks;
use crate::vault::{Done, Reader, VaultError};

/// Identifies a booklet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct BookletId(pub i64);

/// A numbered booklet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Booklet {
    /// `None` adds one.
    pub id: Option<BookletId>,
    /// 编号
    pub serial: String,
    /// 领到日期
    #[serde(default)]
    pub received_on: Option<NaiveDate>,
    /// Whom it was handed out to.
    #[serde(default)]
    pub file: Option<DevelopmentFileId>,
    /// 发出日期
    #[serde(default)]
    pub handed_out_on: Option<NaiveDate>,
    /// 作废日期
    #[serde(default)]
    pub void_on: Option<NaiveDate>,
    /// 作废原因
    #[serde(default)]
    pub void_reason: String,
}

/// How many people a year may be admitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Quota {
    pub year: i32,
    pub people: u32,
    /// Where it is laid down.
    #[serde(default)]
    pub source: String,
}

/// The plan of a year and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuotaRow {
    pub quota: Quota,
    /// How many the branch admitted in the year.
    pub admitted: u32,
}

/// The register of booklets, and the plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DevelopmentRegister {
    /// By number.
    pub booklets: Vec<Booklet>,
    /// Numbers that files name and the register does not have.
    pub unknown: Vec<String>,
    /// The newest year first.
    pub quotas: Vec<QuotaRow>,
}

/// The register of booklets, and the plans.
///
/// # Errors
/// [`DevelopmentError::Vault`].
pub fn register(desk: &mut Desk<'_>, _: Nothing) -> Result<DevelopmentRegister, DevelopmentError> {
    Ok(desk.read(read)?)
}

/// Adds or corrects a booklet.
///
/// # Errors
/// [`DevelopmentError::Invalid`] without a number, with one that is there already, or with days that cannot be.
pub fn save_booklet(desk: &mut Desk<'_>, booklet: Booklet) -> Result<Done<DevelopmentRegister>, DevelopmentError> {
    let today = desk.today();
    let text = |text: &str| as_it_looks(text).trim().to_owned();
    let booklet = Booklet { serial: text(&booklet.serial), void_reason: text(&booklet.void_reason), ..booklet };
    desk.transact(format!("登记入党志愿书 {}", booklet.serial), |tx| {
        let mut invalid = Invalid::default();
        if booklet.serial.is_empty() {
            invalid.add("serial", "请填写编号");
        }
        if booklets(tx)?.iter().any(|other| other.serial == booklet.serial && other.id != booklet.id) {
            invalid.add("serial", "这个编号已经登记过");
        }
        for (field, day) in [
            ("received_on", booklet.received_on),
            ("handed_out_on", booklet.handed_out_on),
            ("void_on", booklet.void_on),
        ] {
            if day.is_some_and(|day| day > today) {
                invalid.add(field, "日期不能晚于今天");
            }
        }
        if booklet.void_on.is_some() && booklet.void_reason.is_empty() {
            invalid.add("void_reason", "请填写作废的原因");
        }
        invalid.into_result()?;
        if let Some(file) = booklet.file {
            store::file(tx, file)?;
        }
        let values = params![
            booklet.id.map(|id| id.0),
            booklet.serial,
            booklet.received_on,
            booklet.file.map(|file| file.0),
            booklet.handed_out_on,
            booklet.void_on,
            booklet.void_reason,
        ];
        tx.execute(include_str!("sql/save_booklet.sql"), values)?;
        Ok(read(tx)?)
    })
}

/// Takes out a booklet that was entered by mistake.
///
/// # Errors
/// [`DevelopmentError::Vault`].
pub fn delete_booklet(desk: &mut Desk<'_>, id: BookletId) -> Result<Done<DevelopmentRegister>, DevelopmentError> {
    desk.transact("删去一本入党志愿书的登记", |tx| {
        tx.execute("DELETE FROM development_booklet WHERE id = ?", [id.0])?;
        Ok(read(tx)?)
    })
}

/// Notes how many people a year may be admitted.
///
/// # Errors
/// [`DevelopmentError::Invalid`].
pub fn save_quota(desk: &mut Desk<'_>, quota: Quota) -> Result<Done<DevelopmentRegister>, DevelopmentError> {
    let mut invalid = Invalid::default();
    if !(1949..=9999).contains(&quota.year) {
        invalid.add("year", "请填写四位数的年份");
    }
    if quota.people > 9999 {
        invalid.add("people", "人数太多，请核对");
    }
    invalid.into_result()?;
    desk.transact(format!("登记{}年发展党员计划", quota.year), |tx| {
        let params = params![quota.year, quota.people, quota.source.trim()];
        tx.execute(include_str!("sql/save_quota.sql"), params)?;
        Ok(read(tx)?)
    })
}

fn read(reader: &Reader<'_>) -> Result<DevelopmentRegister, VaultError> {
    let files = store::all_files(reader)?;
    let booklets = booklets(reader)?;
    let named = files.iter().filter_map(|file| file.first(EntryKind::ApplicationForm));
    let named = named.map(|entry| entry.values.text(EntryField::Serial)).filter(|serial| !serial.is_empty());
    let unknown = named.filter(|serial| !booklets.iter().any(|booklet| booklet.serial == *serial));
    let mut unknown: Vec<_> = unknown.map(str::to_owned).collect();
    unknown.sort();
    unknown.dedup();
    let sql = "SELECT year, people, source FROM development_quota ORDER BY year DESC";
    let quotas =
        reader.all(sql, [], |row| Ok(Quota { year: row.get(0)?, people: row.get(1)?, source: row.get(2)? }))?;
    let admitted = |year: i32| {
        use chrono::Datelike;
        let of_year = files.iter().filter_map(|file| file.admission()).filter(|entry| entry.on.year() == year);
        u32::try_from(of_year.count()).unwrap_or(u32::MAX)
    };
    let quotas = quotas.into_iter().map(|quota| QuotaRow { admitted: admitted(quota.year), quota }).collect();
    Ok(DevelopmentRegister { booklets, unknown, quotas })
}

fn booklets(reader: &Reader<'_>) -> Result<Vec<Booklet>, VaultError> {
    reader.all("SELECT * FROM development_booklet ORDER BY serial", [], row_to_booklet)
}

fn row_to_booklet(row: &Row<'_>) -> rusqlite::Result<Booklet> {
    Ok(Booklet {
        id: Some(BookletId(row.get("id")?)),
        serial: row.get("serial")?,
        received_on: row.get("received_on")?,
        file: row.get::<_, Option<i64>>("file_id")?.map(DevelopmentFileId),
        handed_out_on: row.get("handed_out_on")?,
        void_on: row.get("void_on")?,
        void_reason: row.get("void_reason")?,
    })
}
