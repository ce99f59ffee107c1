//! The roster on paper: the members of a day, how to reach them, and the branch in numbers. Everything about one person
//! draws on several rooms: `crate::papers` draws that.

mod contact_list;
mod roster_sheet;
mod statistics;
#[cfg(test)]
mod tests;

use contact_list::contact_list_of;
pub use contact_list::{ContactGroup, ContactList, ContactRow};
use roster_sheet::roster_sheet_of;
pub use roster_sheet::{RosterSheet, RosterSheetLeft, RosterSheetRow};
pub use statistics::RosterStatistics;
use statistics::statistics_of;

use chrono::NaiveDate;

use super::{Dimension, RosterError, RosterQuery};
use crate::desk::Door;
use crate::paper::{Drawn, papers};
use crate::values::Room;

papers! {
    /// The papers of the roster: whom a query asks for, on its day and in its order, whatever page of the list it asks for.
    RosterPaper, RosterError;
    /// 党员名册; with `reveal` telephone and id numbers stand in full
    Roster {
        query: RosterQuery,
        #[serde(default)]
        reveal: bool,
    } = roster;
    /// 通讯录, with the telephone numbers in full
    ContactList { query: RosterQuery } = contact_list;
    /// 党员基本情况统计表 of a day; `None` is today
    Statistics {
        #[serde(default)]
        on: Option<NaiveDate>,
    } = statistics;
}

const ROOMS: &[Room] = &[Room::Roster, Room::Branch];

fn roster(door: &Door<'_>, query: RosterQuery, reveal: bool) -> Result<Drawn, RosterError> {
    let today = door.today();
    let on = query.on.unwrap_or(today);
    let sheet = door.read(|reader| roster_sheet_of(reader, &query, reveal, (door.letterhead)(reader, on)?, today))?;
    let people = sheet.rows.len();
    let drawn = Drawn::new(format!("{} {}", sheet.title(), sheet.on), sheet, ROOMS).listing(people);
    Ok(if reveal { drawn.disclosing("含完整电话和身份证号") } else { drawn })
}

fn contact_list(door: &Door<'_>, query: RosterQuery) -> Result<Drawn, RosterError> {
    let today = door.today();
    let on = query.on.unwrap_or(today);
    let list = door.read(|reader| contact_list_of(reader, &query, (door.letterhead)(reader, on)?, today))?;
    let people = list.groups.iter().map(|group| group.rows.len()).sum();
    let drawn = Drawn::new(format!("党员通讯录 {}", list.on), list, ROOMS);
    Ok(drawn.listing(people).disclosing("含完整电话"))
}

fn statistics(door: &Door<'_>, on: Option<NaiveDate>) -> Result<Drawn, RosterError> {
    let on = on.unwrap_or(door.today());
    let statistics = door.read(|reader| statistics_of(reader, (door.letterhead)(reader, on)?, on))?;
    Ok(Drawn::new(format!("党员基本情况统计表 {}", statistics.on), statistics, ROOMS))
}

/// To what a list is limited, in words, so that a part is not taken for the whole; empty when it is the whole.
fn scope(query: &RosterQuery) -> String {
    let mut limits: Vec<String> = Dimension::ALL
        .into_iter()
        .filter_map(|by| {
            let labels = query.filters.iter().filter(|filter| filter.by == by).map(|filter| filter.label.as_str());
            let labels: Vec<&str> = labels.collect();
            (!labels.is_empty()).then(|| format!("{}为{}", by.title(), labels.join("或")))
        })
        .collect();
    let search = query.search.trim();
    if !search.is_empty() {
        limits.push(format!("查找“{search}”"));
    }
    limits.join("，")
}
