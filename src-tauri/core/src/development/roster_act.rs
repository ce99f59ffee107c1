//! What a file means for the roster: what should stand there and does not, and entering it. Nothing is entered by itself: the
//! secretary says so, with the entry that brings it about or later.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::deadlines;
use super::file::Outcome;
use super::{DevelopmentError, DevelopmentFile, DevelopmentFileId, DevelopmentFileView, store, view};
use crate::branch;
use crate::desk::Desk;
use crate::roster::{self, EntryWay, ExitWay, MemberKind, MemberLeft, MemberRecord};
use crate::rules::RuleBook;
use crate::values::{Changed, PartialDate, date_title};
use crate::vault::{Done, Tx};

/// What the roster should say of the person of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum RosterAct {
    /// A probationary member since the general meeting (D23).
    Admit { joined: NaiveDate },
    /// The probation is longer by so many months (D24).
    Extend { months: u32 },
    /// A full member from a day on (D27).
    Convert { on: NaiveDate },
    /// No longer a member: 取消预备党员资格
    Revoke { on: NaiveDate },
}

impl RosterAct {
    /// What is entered, as the log names it.
    fn title(self) -> String {
        match self {
            Self::Admit { joined } => format!("登记为预备党员（{}）", date_title(joined)),
            Self::Extend { months } => format!("登记延长预备期 {months} 个月"),
            Self::Convert { on } => format!("登记为正式党员（{}）", date_title(on)),
            Self::Revoke { on } => format!("登记取消预备党员资格（{}）", date_title(on)),
        }
    }
}

/// What the roster should say and does not, as far as the superior has approved it. Of somebody who moved away the roster of
/// another branch speaks.
pub(super) fn due(file: &DevelopmentFile, rules: &RuleBook) -> Option<RosterAct> {
    if file.moved_away() {
        return None;
    }
    let admitted = file.admission()?.on;
    file.approval()?;
    let Some(member) = &file.member else { return Some(RosterAct::Admit { joined: admitted }) };
    if member.left.is_some() || member.record.kind == MemberKind::Full {
        return None;
    }
    let decided = file.conversion().filter(|_| file.conversion_approval().is_some());
    match decided {
        Some(decision) if decision.outcome() == Outcome::Revoked => Some(RosterAct::Revoke { on: decision.on }),
        Some(_) => Some(RosterAct::Convert { on: full_from(file, rules)? }),
        None => {
            let months = file.extensions().last().map(|_| file.extended_months())?;
            (member.record.probation_extended_months != months).then_some(RosterAct::Extend { months })
        }
    }
}

/// D27, D28: the day of the conversion: as the reply says, else the first day after the probation, however late the meeting
/// was.
pub(super) fn full_from(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let said = file.conversion_approval().and_then(|entry| entry.values.day(super::EntryField::FullFrom));
    said.or_else(|| deadlines::conversion_from(file, rules))
}

/// Enters into the roster what the file says.
///
/// # Errors
/// [`DevelopmentError::NothingForRoster`]; [`DevelopmentError::Roster`] where the roster refuses it.
pub fn to_roster(desk: &mut Desk<'_>, id: DevelopmentFileId) -> Result<Done<DevelopmentFileView>, DevelopmentError> {
    let (rules, today) = (desk.rules, desk.today());
    let file = desk.read(|reader| store::file(reader, id))?;
    let act = due(&file, rules).ok_or(DevelopmentError::NothingForRoster)?;
    desk.transact(format!("把{}{}", file.person.name, act.title()), |tx| {
        enter(tx, id, rules, today)?;
        view::file_view(tx, rules, today, id)
    })
}

/// Enters into the roster what the file says now, if it says anything new.
pub(super) fn enter(
    tx: &Tx<'_>,
    id: DevelopmentFileId,
    rules: &RuleBook,
    today: NaiveDate,
) -> Result<(), DevelopmentError> {
    let file = store::file(tx, id)?;
    let Some(act) = due(&file, rules) else { return Ok(()) };
    let why = "按发展党员档案登记";
    let changed = |since| Changed { since: Some(PartialDate::day(since)), why: why.to_owned() };
    let member = match (&file.member, act) {
        (None, RosterAct::Admit { joined }) => {
            let record = new_member(tx, &file, joined)?;
            roster::check_record(tx, &record, None, None, rules, today)?;
            roster::put(tx, &record, &changed(joined), today)?
        }
        (Some(member), RosterAct::Extend { months }) => {
            let record = MemberRecord { probation_extended_months: months, ..member.record.clone() };
            roster::check_record(tx, &record, None, Some(member), rules, today)?;
            roster::put(tx, &record, &changed(today), today)?
        }
        (Some(member), RosterAct::Convert { on }) => {
            let converted = Some(PartialDate::day(on));
            let record = MemberRecord { kind: MemberKind::Full, converted, ..member.record.clone() };
            roster::check_record(tx, &record, None, Some(member), rules, today)?;
            roster::put(tx, &record, &changed(on), today)?
        }
        (Some(member), RosterAct::Revoke { on }) => {
            roster::check_leave(member, on, today)?;
            let left = MemberLeft { on, how: ExitWay::Revoked, reason: why.to_owned() };
            roster::end_stay(tx, member.id, &left, today)?;
            member.id
        }
        (Some(_), RosterAct::Admit { .. }) | (None, _) => return Ok(()),
    };
    Ok(store::set_member(tx, id, member)?)
}

/// The record of whom the branch admitted.
fn new_member(tx: &Tx<'_>, file: &DevelopmentFile, joined: NaiveDate) -> Result<MemberRecord, DevelopmentError> {
    let person = &file.person;
    let branch = branch::stored_on(tx, joined)?;
    let record = MemberRecord {
        branch_name: branch.name,
        id_number: person.id_number.clone(),
        sex: person.sex,
        ethnicity: person.ethnicity.clone(),
        birth: person.birth,
        education: person.education.clone(),
        job_position: person.unit_and_post.clone(),
        mobile: person.mobile.clone(),
        joined: Some(PartialDate::day(joined)),
        entered_on: Some(joined),
        entered_how: EntryWay::Admitted,
        ..MemberRecord::new(person.name.clone(), MemberKind::Probationary)
    };
    Ok(roster::normal_record(record))
}
