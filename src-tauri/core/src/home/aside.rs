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

/// Sets findings aside: as not applicable, with a reason, as done, with a note, or until a day. Nothing about the records
/// changes.
///
/// # Errors
/// [`HomeError::Invalid`] for an empty reason or note and for a day that is not within the next year.
pub fn set_aside(desk: &mut Desk<'_>, request: HomeSetAsideRequest) -> Result<Done<()>, HomeError> {
    let today = desk.today();
    let how = checked(request.how, today)?;
    let label = match &how {
        HomeAsideHow::NotApplicable { .. } => "把首页的提醒标为不适用",
        HomeAsideHow::Done { .. } => "把首页的提醒标为已经办了",
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
    /// many are gathered in is another when somebody joins them, and the same when somebody leaves. What was said to be done
    /// is another matter as soon as the records say something else of it.
    pub(super) fn is_about(&self, finding: &Finding) -> bool {
        let was: BTreeSet<_> = self.key.split(' ').collect();
        let same_line = finding.key.split(' ').all(|part| was.contains(part));
        // What an older version has set aside has no key, and is known by its words.
        let same_words = self.key.is_empty() && self.message == finding.message;
        let same = (&self.rule, self.subject, self.due) == (&finding.rule, finding.subject, finding.due);
        same && (same_line || same_words) && self.still_holds(finding)
    }

    /// Of a line that grew more pressing since it was said to be done the words are others, and the matter is the same.
    fn still_holds(&self, finding: &Finding) -> bool {
        let HomeAsideHow::Done { .. } = self.how else { return true };
        self.done_as != Some(finding.severity) || lasting(&self.message) == lasting(&finding.message)
    }
}

/// A sentence without the days that it counts, which are others tomorrow: `已超 5 天`, `3 天后到期`, `今天到期`.
fn lasting(message: &str) -> String {
    let counted = ["今天", " 天后", " 天"].iter().fold(message.to_owned(), |text, word| text.replace(word, "\n"));
    counted.split('\n').map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end()).collect()
}

fn checked(how: HomeAsideHow, today: NaiveDate) -> Result<HomeAsideHow, Invalid> {
    let mut invalid = Invalid::default();
    let mut written = |text: String, asked: &str| {
        let text = text.trim().to_owned();
        if text.is_empty() {
            invalid.add("reason", asked);
        }
        text
    };
    let how = match how {
        HomeAsideHow::NotApplicable { reason } => {
            HomeAsideHow::NotApplicable { reason: written(reason, "请写明为什么不适用，以后查得到") }
        }
        HomeAsideHow::Done { note } => {
            HomeAsideHow::Done { note: written(note, "请写一句什么时候、怎样办的，以后查得到") }
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
    let (reason, until, done_as) = match how {
        HomeAsideHow::NotApplicable { reason } => (Some(reason), None, None),
        HomeAsideHow::Done { note } => (Some(note), None, Some(finding.severity)),
        HomeAsideHow::Later { until } => (None, Some(until), None),
    };
    let sql = "INSERT INTO home_aside (rule, room, record, due, key, message, reason, until, set_on, done_as)
        VALUES (:rule, :room, :record, :due, :key, :message, :reason, :until, :set_on, :done_as)";
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
            ":done_as": done_as,
        },
    )?;
    Ok(())
}

fn row_to_aside(row: &Row<'_>) -> rusqlite::Result<HomeAside> {
    let (until, done_as): (Option<NaiveDate>, _) = (row.get("until")?, row.get("done_as")?);
    let how = match (until, done_as) {
        (Some(until), _) => HomeAsideHow::Later { until },
        (None, None) => HomeAsideHow::NotApplicable { reason: row.get("reason")? },
        (None, Some(_)) => HomeAsideHow::Done { note: row.get("reason")? },
    };
    Ok(HomeAside {
        id: HomeAsideId(row.get("id")?),
        rule: row.get("rule")?,
        subject: Subject { room: row.get("room")?, id: row.get("record")? },
        due: row.get("due")?,
        key: row.get("key")?,
        message: row.get("message")?,
        how,
        done_as,
        set_on: row.get("set_on")?,
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("李四的谈话应在2026年11月20日前完成，已超 3 天", "李四的谈话应在2026年11月20日前完成，已超 12 天", true)]
    #[case("介绍信 2026-001 3 天后到期", "介绍信 2026-001 今天到期", true)]
    #[case("全年学时未满的党员还有 28 名", "全年学时未满的党员还有 27 名", false)]
    #[case("应在2026年11月20日前完成", "应在2026年12月20日前完成", false)]
    fn days_that_pass_change_no_fact(#[case] before: &str, #[case] now: &str, #[case] same: bool) {
        assert_eq!(lasting(before) == lasting(now), same);
    }
}
