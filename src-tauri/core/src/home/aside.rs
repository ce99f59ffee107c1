//! Setting lines of the home page aside, and taking that back.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use rusqlite::{Row, named_params};

use super::{HomeAside, HomeAsideHow, HomeAsideId, HomeError, HomeSetAsideRequest};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::rules::{Finding, Subject};
use crate::vault::{Done, Reader, Tx, VaultError};

/// The furthest day to which a line can be put off: what is forgotten for longer is not put off but dropped.
const FURTHEST: Days = Days::new(366);

/// Sets findings aside: as not applicable, with a reason, or until a day. Nothing about the records changes.
///
/// # Errors
/// [`HomeError::Invalid`] for an empty reason and for a day that is not within the next year.
pub fn set_aside(desk: &mut Desk<'_>, request: HomeSetAsideRequest) -> Result<Done<()>, HomeError> {
    let today = desk.today();
    let how = checked(request.how, today)?;
    let label = match &how {
        HomeAsideHow::NotApplicable { .. } => "把首页的提醒标为不适用",
        HomeAsideHow::Later { .. } => "把首页的提醒推后",
    };
    desk.transact(label, |tx| {
        for finding in &request.findings {
            drop_line(tx, finding)?;
            insert(tx, finding, &how, today)?;
        }
        Ok(())
    })
}

/// Puts a line back on the home page.
///
/// # Errors
/// [`HomeError::NotAside`] when it is there already.
pub fn take_back(desk: &mut Desk<'_>, id: HomeAsideId) -> Result<Done<()>, HomeError> {
    desk.transact("恢复首页的提醒", |tx| {
        let back = tx.execute("DELETE FROM home_aside WHERE id = ?", [id.0])? > 0;
        if back { Ok(()) } else { Err(HomeError::NotAside) }
    })
}

/// What is set aside today: lines that were put off come back on their day.
pub(super) fn in_force(reader: &Reader<'_>, today: NaiveDate) -> Result<Vec<HomeAside>, VaultError> {
    reader.all("SELECT * FROM home_aside WHERE until IS NULL OR until > ?1 ORDER BY id", [today], row_to_aside)
}

impl HomeAside {
    /// Whether this is what `finding` says: the same rule about the same record and day, under the same key. A line that
    /// many are gathered in is another when somebody joins them, and the same when somebody leaves.
    pub(super) fn is_about(&self, finding: &Finding) -> bool {
        let was: BTreeSet<_> = self.key.split(' ').collect();
        let same_line = finding.key.split(' ').all(|part| was.contains(part));
        // What an older version has set aside has no key, and is known by its words.
        let same_words = self.key.is_empty() && self.message == finding.message;
        let same = (&self.rule, self.subject, self.due) == (&finding.rule, finding.subject, finding.due);
        same && (same_line || same_words)
    }
}

fn checked(how: HomeAsideHow, today: NaiveDate) -> Result<HomeAsideHow, Invalid> {
    let mut invalid = Invalid::default();
    let how = match how {
        HomeAsideHow::NotApplicable { reason } => {
            let reason = reason.trim().to_owned();
            if reason.is_empty() {
                invalid.add("reason", "请写明为什么不适用，以后查得到");
            }
            HomeAsideHow::NotApplicable { reason }
        }
        HomeAsideHow::Later { until } => {
            if until <= today {
                invalid.add("until", "请选今天以后的一天");
            } else if until > today + FURTHEST {
                invalid.add("until", "最多推后一年；确实用不着的，请选“不适用”");
            }
            HomeAsideHow::Later { until }
        }
    };
    invalid.into_result()?;
    Ok(how)
}

/// A line is set aside once: the newer choice replaces the older.
fn drop_line(tx: &Tx<'_>, finding: &Finding) -> Result<(), VaultError> {
    let sql = "DELETE FROM home_aside WHERE rule IS :rule AND room = :room AND record IS :record AND due IS :due
        AND key = :key";
    tx.execute(
        sql,
        named_params! {
            ":rule": finding.rule,
            ":room": finding.subject.room,
            ":record": finding.subject.id,
            ":due": finding.due,
            ":key": finding.key,
        },
    )?;
    Ok(())
}

fn insert(tx: &Tx<'_>, finding: &Finding, how: &HomeAsideHow, today: NaiveDate) -> Result<(), VaultError> {
    let (reason, until) = match how {
        HomeAsideHow::NotApplicable { reason } => (Some(reason), None),
        HomeAsideHow::Later { until } => (None, Some(until)),
    };
    let sql = "INSERT INTO home_aside (rule, room, record, due, key, message, reason, until, set_on)
        VALUES (:rule, :room, :record, :due, :key, :message, :reason, :until, :set_on)";
    tx.execute(
        sql,
        named_params! {
            ":rule": finding.rule,
            ":room": finding.subject.room,
            ":record": finding.subject.id,
            ":due": finding.due,
            ":key": finding.key,
            ":message": finding.message,
            ":reason": reason,
            ":until": until,
            ":set_on": today,
        },
    )?;
    Ok(())
}

fn row_to_aside(row: &Row<'_>) -> rusqlite::Result<HomeAside> {
    let until: Option<NaiveDate> = row.get("until")?;
    let how = match until {
        Some(until) => HomeAsideHow::Later { until },
        None => HomeAsideHow::NotApplicable { reason: row.get("reason")? },
    };
    Ok(HomeAside {
        id: HomeAsideId(row.get("id")?),
        rule: row.get("rule")?,
        subject: Subject { room: row.get("room")?, id: row.get("record")? },
        due: row.get("due")?,
        key: row.get("key")?,
        message: row.get("message")?,
        how,
        set_on: row.get("set_on")?,
    })
}
