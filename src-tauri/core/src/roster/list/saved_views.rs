//! Ways of looking at the roster that are kept under a name.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::{Desk, Nothing};
use crate::problem::Invalid;
use crate::roster::{RosterError, RosterQuery};
use crate::values::titled;
use crate::vault::{Done, Reader, VaultError};

/// A way of looking at the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterView {
    /// What it is called; saving under a name that is taken replaces what was there.
    pub name: String,
    /// What is listed and in which order. What was searched for and the page are not kept.
    pub query: RosterQuery,
    /// What is shown beside the name, in this order.
    pub columns: Vec<RosterColumn>,
}

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RosterColumn {
    Kind,
    Sex,
    Ethnicity,
    Birth,
    Age,
    Education,
    PartyGroup,
    Unit,
    Office,
    JobPosition,
    Joined,
    Converted,
    PartyAge,
    Mobile,
    States,
    Completeness,
}

titled! { RosterColumn {
    Kind => "类别",
    Sex => "性别",
    Ethnicity => "民族",
    Birth => "出生日期",
    Age => "年龄",
    Education => "学历",
    PartyGroup => "党小组",
    Unit => "所在单位",
    Office => "职务",
    JobPosition => "工作岗位",
    Joined => "入党日期",
    Converted => "转正日期",
    PartyAge => "党龄",
    Mobile => "手机",
    States => "情况",
    Completeness => "完整度",
} }

/// Longer names do not fit where they are chosen.
const LONGEST_NAME: usize = 20;

/// The kept views, by name.
///
/// # Errors
/// [`RosterError::Vault`].
pub fn saved_views(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<RosterView>, RosterError> {
    Ok(desk.read(stored)?)
}

/// Keeps a view, in place of one of the same name.
///
/// # Errors
/// [`RosterError::Invalid`] for a name that is missing or too long.
pub fn save_view(desk: &mut Desk<'_>, view: RosterView) -> Result<Done<Vec<RosterView>>, RosterError> {
    let name = view.name.trim();
    let mut invalid = Invalid::default();
    if name.is_empty() {
        invalid.add("name", "请写一个名字，如“第一党小组通讯录”");
    }
    if name.chars().count() > LONGEST_NAME {
        invalid.add("name", format!("名字最多 {LONGEST_NAME} 个字"));
    }
    invalid.into_result()?;
    let kept = RosterQuery { search: String::new(), offset: 0, limit: 0, ..view.query };
    let json = |value: serde_json::Result<String>| value.map_err(VaultError::from);
    let (query, columns) = (json(serde_json::to_string(&kept))?, json(serde_json::to_string(&view.columns))?);
    desk.transact(format!("保存常用名册“{name}”"), |tx| {
        tx.execute(include_str!("../sql/put_view.sql"), (name, query, columns))?;
        Ok(stored(tx)?)
    })
}

/// Takes a kept view out.
///
/// # Errors
/// [`RosterError::NoSuchView`].
pub fn delete_view(desk: &mut Desk<'_>, name: String) -> Result<Done<Vec<RosterView>>, RosterError> {
    desk.transact(format!("删去常用名册“{name}”"), |tx| {
        match tx.execute("DELETE FROM member_view WHERE name = ?1", [&name])? {
            0 => Err(RosterError::NoSuchView),
            _ => Ok(stored(tx)?),
        }
    })
}

fn stored(reader: &Reader<'_>) -> Result<Vec<RosterView>, VaultError> {
    reader.all("SELECT name, query, columns FROM member_view ORDER BY name", [], |row| {
        Ok(RosterView { name: row.get(0)?, query: read(row, 1)?, columns: read(row, 2)? })
    })
}

fn read<T: serde::de::DeserializeOwned>(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
    })
}
