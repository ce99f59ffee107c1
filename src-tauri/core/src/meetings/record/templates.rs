//! Agendas that the branch keeps under a name.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::{Desk, Nothing};
use crate::meetings::MeetingError;
use crate::problem::Invalid;
use crate::vault::{Done, Reader, Tx, VaultError};

/// An agenda without content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MeetingTemplate {
    /// Its name; saving under a known one takes its place.
    pub name: String,
    /// Titles of the items, in order.
    pub items: Vec<String>,
}

/// The kept agendas by name.
///
/// # Errors
/// [`MeetingError::Vault`].
pub fn templates(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<MeetingTemplate>, MeetingError> {
    Ok(desk.read(stored)?)
}

/// Keeps an agenda under a name.
///
/// # Errors
/// [`MeetingError::Invalid`] without a name or items.
pub fn save_template(
    desk: &mut Desk<'_>,
    template: MeetingTemplate,
) -> Result<Done<Vec<MeetingTemplate>>, MeetingError> {
    let name = template.name.trim();
    let items: Vec<_> = template.items.iter().map(|item| item.trim()).filter(|item| !item.is_empty()).collect();
    let mut invalid = Invalid::default();
    if name.is_empty() {
        invalid.add("name", "请给这份议程起个名字");
    }
    if items.is_empty() {
        invalid.add("items", "请先写好议题，再存为常用议程");
    }
    invalid.into_result()?;
    desk.transact(format!("保存常用议程“{name}”"), |tx| {
        delete(tx, name)?;
        tx.execute("INSERT INTO meeting_template (name) VALUES (?)", [name])?;
        for (position, title) in (0_i64..).zip(&items) {
            let sql = "INSERT INTO meeting_template_item (template, position, title) VALUES (?, ?, ?)";
            tx.execute(sql, params![name, position, title])?;
        }
        Ok(stored(tx)?)
    })
}

/// Takes a kept agenda out, by its name.
///
/// # Errors
/// [`MeetingError::NoSuchTemplate`].
pub fn delete_template(desk: &mut Desk<'_>, name: String) -> Result<Done<Vec<MeetingTemplate>>, MeetingError> {
    desk.transact(format!("删除常用议程“{name}”"), |tx| {
        if delete(tx, &name)? { Ok(stored(tx)?) } else { Err(MeetingError::NoSuchTemplate) }
    })
}

fn stored(reader: &Reader<'_>) -> Result<Vec<MeetingTemplate>, VaultError> {
    let names = reader.all("SELECT name FROM meeting_template ORDER BY name", [], |row| row.get::<_, String>(0))?;
    let template = |name: String| {
        let sql = "SELECT title FROM meeting_template_item WHERE template = ? ORDER BY position";
        Ok(MeetingTemplate { items: reader.all(sql, [&name], |row| row.get(0))?, name })
    };
    names.into_iter().map(template).collect()
}

fn delete(tx: &Tx<'_>, name: &str) -> Result<bool, VaultError> {
    tx.execute("DELETE FROM meeting_template_item WHERE template = ?", [name])?;
    Ok(tx.execute("DELETE FROM meeting_template WHERE name = ?", [name])? > 0)
}
