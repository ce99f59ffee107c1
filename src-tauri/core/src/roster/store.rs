//! The roster's tables.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::Row;

use super::{EntryWay, ExitWay, Member, MemberId, MemberKind, MemberLeft, MemberRequest, Office, Sex, Standing, Stay};
use crate::values::{PartialDate, stored_as_text};
use crate::vault::{Reader, VaultError};

stored_as_text!(MemberKind, Standing, Sex, Office, EntryWay, ExitWay);

/// Everyone who is or ever was in the roster, in roster order (pinyin, then name).
///
/// # Errors
/// [`VaultError::Database`].
pub fn everyone(reader: &Reader<'_>) -> Result<Vec<Member>, VaultError> {
    let mut earlier = earlier_stays(reader, None)?;
    let mut members = reader.all(include_str!("sql/members.sql"), [], row_to_member)?;
    for member in &mut members {
        member.earlier = earlier.remove(&member.id).unwrap_or_default();
    }
    Ok(members)
}

/// Everyone who was a member of the branch on `day`, in roster order (pinyin, then name).
///
/// # Errors
/// [`VaultError::Database`].
pub fn members_on(reader: &Reader<'_>, day: NaiveDate) -> Result<Vec<Member>, VaultError> {
    let mut members = everyone(reader)?;
    members.retain(|member| member.is_member_on(day));
    Ok(members)
}

/// One member, present or former.
///
/// # Errors
/// [`VaultError::Database`].
pub fn member(reader: &Reader<'_>, id: MemberId) -> Result<Option<Member>, VaultError> {
    let Some(mut member) = reader.first(include_str!("sql/member.sql"), [id.0], row_to_member)? else {
        return Ok(None);
    };
    member.earlier = earlier_stays(reader, Some(id))?.remove(&id).unwrap_or_default();
    Ok(Some(member))
}

fn earlier_stays(reader: &Reader<'_>, id: Option<MemberId>) -> Result<BTreeMap<MemberId, Vec<Stay>>, VaultError> {
    let rows = reader.all(include_str!("sql/earlier_stays.sql"), [id.map(|id| id.0)], |row| {
        let stay = Stay { entered_on: day(row, "entered_on")?, entered_how: row.get("entered_how")?, left: left(row)? };
        Ok((MemberId(row.get("member_id")?), stay))
    })?;
    let mut stays = BTreeMap::<_, Vec<_>>::new();
    for (id, stay) in rows {
        stays.entry(id).or_default().push(stay);
    }
    Ok(stays)
}

/// A row of `member`; the earlier stays are filled in afterwards.
fn row_to_member(row: &Row<'_>) -> rusqlite::Result<Member> {
    let id = MemberId(row.get("id")?);
    let record = MemberRequest {
        id: Some(id),
        name: row.get("name")?,
        branch_name: row.get("branch_name")?,
        id_number: row.get("id_number")?,
        sex: row.get("sex")?,
        ethnicity: row.get("ethnicity")?,
        birth: row.get("birth")?,
        education: row.get("education")?,
        kind: row.get("kind")?,
        joined: row.get("joined")?,
        converted: row.get("converted")?,
        job_position: row.get("job_position")?,
        mobile: row.get("mobile")?,
        landline: row.get("landline")?,
        address: row.get("address")?,
        standing: row.get("standing")?,
        lost_contact_since: row.get("lost_contact_since")?,
        is_lost: row.get("is_lost")?,
        is_mobile: row.get("is_mobile")?,
        mobile_destination: row.get("mobile_destination")?,
        party_group: row.get("party_group")?,
        office: row.get("office")?,
        attendance_not_required: row.get("attendance_not_required")?,
        vote_suspended: row.get("vote_suspended")?,
        entered_on: day(row, "entered_on")?,
        entered_how: row.get("entered_how")?,
        note: row.get("note")?,
    };
    Ok(Member { id, record, left: left(row)?, earlier: Vec::new() })
}

/// The columns `left_on`, `left_how`, `left_reason`, which both tables have.
fn left(row: &Row<'_>) -> rusqlite::Result<Option<MemberLeft>> {
    let Some(on) = day(row, "left_on")? else { return Ok(None) };
    Ok(Some(MemberLeft { on, how: row.get("left_how")?, reason: row.get("left_reason")? }))
}

/// A column that holds a whole date.
fn day(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get::<_, Option<PartialDate>>(column)?.and_then(PartialDate::exact))
}
