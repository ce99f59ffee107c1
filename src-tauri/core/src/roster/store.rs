//! The roster's tables.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::{
    EntryWay, ExitWay, Member, MemberId, MemberKind, MemberLeft, MemberRequest, MemberReturnRequest, Office,
    RosterCounts, RosterQuery, RosterScope, Sex, Standing, Stay, names,
};
use crate::values::{IdNumber, PartialDate, stored_as_text};
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(MemberKind, Standing, Sex, Office, EntryWay, ExitWay, RosterScope);

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

/// One page of what `query` asks for, without earlier stays, and how many there are in all.
pub(super) fn page(reader: &Reader<'_>, query: &RosterQuery) -> Result<(Vec<Member>, u32), VaultError> {
    let search = names::search_text(&query.search);
    let pattern = format!("%{}%", search.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    let total = reader.one(
        concat!("SELECT count(*)", include_str!("sql/scope.sql")),
        named_params! { ":scope": query.scope, ":search": search, ":pattern": pattern },
        |row| row.get(0),
    )?;
    let rows = reader.all(
        concat!("SELECT *", include_str!("sql/scope.sql"), "ORDER BY sort_key, name, id LIMIT :limit OFFSET :offset"),
        named_params! {
            ":scope": query.scope, ":search": search, ":pattern": pattern,
            ":limit": if query.limit == 0 { PAGE } else { query.limit }, ":offset": query.offset,
        },
        row_to_member,
    )?;
    Ok((rows, total))
}

/// Rows on a page when the query does not say.
const PAGE: u32 = 100;

/// How many stand in each part.
pub(super) fn counts(reader: &Reader<'_>) -> Result<RosterCounts, VaultError> {
    reader.one(include_str!("sql/counts.sql"), [], |row| {
        Ok(RosterCounts {
            current: row.get("current")?,
            full: row.get("full")?,
            probationary: row.get("probationary")?,
            incomplete: row.get("incomplete")?,
            mobile: row.get("mobile")?,
            lost: row.get("lost")?,
            former: row.get("former")?,
        })
    })
}

/// Who has this id number, and the name.
pub(super) fn holder(reader: &Reader<'_>, number: &IdNumber) -> Result<Option<(MemberId, String)>, VaultError> {
    reader.first(include_str!("sql/holder.sql"), [number], |row| Ok((MemberId(row.get("id")?), row.get("name")?)))
}

/// Stores a record: a new member without an id, else in place of what was there.
pub(super) fn put(tx: &Tx<'_>, record: &MemberRequest) -> Result<MemberId, VaultError> {
    let (sort_key, search_key) = (names::sort_key(&record.name), names::search_key(record));
    let missing = u32::try_from(record.missing().len()).unwrap_or(u32::MAX);
    let entered_on = record.entered_on.map(PartialDate::from);
    let columns: &[(&str, &dyn rusqlite::ToSql)] = named_params! {
        ":name": record.name,
        ":branch_name": record.branch_name,
        ":id_number": record.id_number,
        ":sex": record.sex,
        ":ethnicity": record.ethnicity,
        ":birth": record.birth,
        ":education": record.education,
        ":kind": record.kind,
        ":joined": record.joined,
        ":converted": record.converted,
        ":job_position": record.job_position,
        ":mobile": record.mobile,
        ":landline": record.landline,
        ":address": record.address,
        ":standing": record.standing,
        ":lost_contact_since": record.lost_contact_since,
        ":is_lost": record.is_lost,
        ":is_mobile": record.is_mobile,
        ":mobile_destination": record.mobile_destination,
        ":party_group": record.party_group,
        ":office": record.office,
        ":attendance_not_required": record.attendance_not_required,
        ":vote_suspended": record.vote_suspended,
        ":entered_on": entered_on,
        ":entered_how": record.entered_how,
        ":note": record.note,
        ":sort_key": sort_key,
        ":search_key": search_key,
        ":missing_fields": missing,
    };
    let Some(id) = record.id else {
        return Ok(MemberId(tx.insert(include_str!("sql/insert.sql"), columns)?));
    };
    tx.execute(include_str!("sql/update.sql"), &[columns, named_params! { ":id": id.0 }].concat()[..])?;
    Ok(id)
}

/// Ends the present stay.
pub(super) fn leave(tx: &Tx<'_>, id: MemberId, left: &MemberLeft) -> Result<(), VaultError> {
    let on = PartialDate::day(left.on);
    tx.execute(include_str!("sql/leave.sql"), (id.0, on, left.how, &left.reason))?;
    Ok(())
}

/// Begins a new stay; the one that ended is kept. An office does not come back with its holder.
pub(super) fn return_member(tx: &Tx<'_>, request: &MemberReturnRequest) -> Result<(), VaultError> {
    tx.execute(include_str!("sql/keep_stay.sql"), [request.id.0])?;
    tx.execute(include_str!("sql/return.sql"), (request.id.0, PartialDate::day(request.on), request.how))?;
    Ok(())
}

fn earlier_stays(reader: &Reader<'_>, id: Option<MemberId>) -> Result<BTreeMap<MemberId, Vec<Stay>>, VaultError> {
    let rows = reader.all(include_str!("sql/stays.sql"), [id.map(|id| id.0)], |row| {
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
