//! The roster's tables.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use rusqlite::{Row, named_params};
use serde_json::Value;

use super::stays::entries::{self, Entries, EntryEvent, Writing};
use super::{
    Aspect, EntryWay, ExitWay, Fact, FactId, Member, MemberId, MemberKind, MemberLeft, MemberRecord,
    MemberReturnRequest, Sex, Stay, names,
};
use crate::settings;
use crate::values::{Changed, IdNumber, PartialDate, stored_as_text};
use crate::vault::{Columns, Reader, Tx, VaultError};

stored_as_text!(MemberKind, Sex, EntryWay, ExitWay, Aspect);

/// Everyone who is or ever was in the roster, as of now, in roster order (pinyin, then name).
///
/// # Errors
/// [`VaultError::Database`].
pub fn everyone(reader: &Reader<'_>) -> Result<Vec<Arc<Member>>, VaultError> {
    Ok(reader
        .kept_renewed(|reader| Ok(Everyone(whole(reader)?)), |known, changes| renewed(reader, known, changes))?
        .0
        .clone())
}

/// Everyone who was a member of the branch on `day`, with the records as of that day, in roster order (pinyin, then
/// name).
///
/// # Errors
/// [`VaultError::Database`].
pub fn members_on(reader: &Reader<'_>, day: NaiveDate) -> Result<Vec<Arc<Member>>, VaultError> {
    let mut members = everyone(reader)?;
    members.retain(|member| member.is_member_on(day));
    Ok(members.into_iter().map(|member| member.on(day)).collect())
}

/// Those whose letter is out and was neither answered nor replaced. The room above is not known, its tables are read.
///
/// # Errors
/// When the file cannot be read.
pub fn leaving(reader: &Reader<'_>) -> Result<BTreeSet<MemberId>, VaultError> {
    let out = reader.all(include_str!("sql/leaving.sql"), [], |row| row.get(0).map(MemberId))?;
    Ok(out.into_iter().collect())
}

/// One member, present or former, as of now.
///
/// # Errors
/// [`VaultError::Database`].
pub fn member(reader: &Reader<'_>, id: MemberId) -> Result<Option<Member>, VaultError> {
    let Some(mut member) = reader.first(include_str!("sql/member.sql"), [id.0], row_to_member)? else {
        return Ok(None);
    };
    member.earlier = earlier_stays(reader, Some(id))?.remove(&id).unwrap_or_default();
    member.facts = facts(reader, Some(id))?.remove(&id).unwrap_or_default();
    member.entries = entries::of(reader, id)?;
    Ok(Some(member.newest()))
}

/// What [`everyone`] answers, kept by the reader.
struct Everyone(Vec<Arc<Member>>);

fn whole(reader: &Reader<'_>) -> Result<Vec<Arc<Member>>, VaultError> {
    let (mut earlier, mut facts) = (earlier_stays(reader, None)?, facts(reader, None)?);
    let mut members = reader.all(include_str!("sql/members.sql"), [], row_to_member)?;
    for member in &mut members {
        member.earlier = earlier.remove(&member.id).unwrap_or_default();
        member.facts = facts.remove(&member.id).unwrap_or_default();
    }
    Ok(members.into_iter().map(|member| Arc::new(member.newest())).collect())
}

/// Everyone, of whom only those are read who were changed; `None` when somebody was added, taken out or renamed, for then
/// the order is another too.
fn renewed(reader: &Reader<'_>, known: &Everyone, changes: &[Value]) -> Result<Option<Everyone>, VaultError> {
    let mut everyone = known.0.clone();
    for id in changed_members(reader, changes)? {
        let Some(place) = everyone.iter().position(|member| member.id == id) else { return Ok(None) };
        match member(reader, id)? {
            Some(now) if now.record.name == everyone[place].record.name => {
                everyone[place] = Arc::new(Member { entries: Entries::default(), ..now });
            }
            _ => return Ok(None),
        }
    }
    Ok(Some(Everyone(everyone)))
}

/// Whose rows are among `changes`.
fn changed_members(reader: &Reader<'_>, changes: &[Value]) -> Result<BTreeSet<MemberId>, VaultError> {
    let mut changed = BTreeSet::new();
    for change in changes {
        let value = |column: &str| ["after", "before"].iter().find_map(|side| change[*side][column].as_i64());
        // Of a row that was only altered the log names no more than its own key and what was altered.
        let owner = |sql| reader.first(sql, [value("id")], |row| row.get(0));
        let id = match (change["table"].as_str(), value("member_id")) {
            (Some("member"), _) => value("id"),
            (Some("member_fact" | "member_stay"), Some(id)) => Some(id),
            (Some("member_fact"), None) => owner("SELECT member_id FROM member_fact WHERE id = ?1")?,
            (Some("member_stay"), None) => owner("SELECT member_id FROM member_stay WHERE id = ?1")?,
            _ => None,
        };
        changed.extend(id.map(MemberId));
    }
    Ok(changed)
}

/// Whose name, pinyin, initials or end of a number contains `search`.
pub(super) fn found(reader: &Reader<'_>, search: &str) -> Result<BTreeSet<MemberId>, VaultError> {
    let search = names::search_text(search);
    let pattern = format!("%{}%", search.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    let ids =
        reader.all(include_str!("sql/found.sql"), named_params! { ":search": search, ":pattern": pattern }, |row| {
            row.get("id").map(MemberId)
        })?;
    Ok(ids.into_iter().collect())
}

/// Who has this id number, and the name.
pub(crate) fn holder(reader: &Reader<'_>, number: &IdNumber) -> Result<Option<(MemberId, String)>, VaultError> {
    reader.first(include_str!("sql/holder.sql"), [number], |row| Ok((MemberId(row.get("id")?), row.get("name")?)))
}

/// Everyone of this name, as of now, in the order in which they were entered.
pub(super) fn named(reader: &Reader<'_>, name: &str) -> Result<Vec<Member>, VaultError> {
    let ids =
        reader.all("SELECT id FROM member WHERE name = ?1 ORDER BY id", [name], |row| row.get(0).map(MemberId))?;
    let members = ids.into_iter().map(|id| member(reader, id)).collect::<Result<Vec<_>, _>>()?;
    Ok(members.into_iter().flatten().collect())
}

/// A member's photo: its media type and its bytes.
///
/// # Errors
/// [`VaultError::Database`].
pub fn photo_of(reader: &Reader<'_>, id: MemberId) -> Result<Option<(String, Vec<u8>)>, VaultError> {
    let sql = "SELECT mime, bytes FROM member_photo WHERE member_id = ?1";
    reader.first(sql, [id.0], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Keeps a photo in place of the one that was there.
pub(super) fn put_photo(tx: &Tx<'_>, id: MemberId, mime: &str, bytes: &[u8]) -> Result<(), VaultError> {
    tx.execute(include_str!("sql/put_photo.sql"), (id.0, mime, bytes))?;
    Ok(())
}

/// Takes a photo out; `false` when there was none.
pub(super) fn delete_photo(tx: &Tx<'_>, id: MemberId) -> Result<bool, VaultError> {
    Ok(tx.execute("DELETE FROM member_photo WHERE member_id = ?1", [id.0])? > 0)
}

/// Stores a record: a new member without an id, else in place of what was there. What changes with time becomes a fact
/// from `changed.since` on, unless it is so already.
pub(crate) fn put(
    tx: &Tx<'_>,
    record: &MemberRecord,
    changed: &Changed,
    today: NaiveDate,
) -> Result<MemberId, VaultError> {
    put_by(tx, record, changed, today, &operator(tx)?)
}

/// As [`put`], for many: `by` is the [`operator`], asked for once.
pub(super) fn put_by(
    tx: &Tx<'_>,
    record: &MemberRecord,
    changed: &Changed,
    today: NaiveDate,
    by: &str,
) -> Result<MemberId, VaultError> {
    let known = match record.id {
        Some(id) => member(tx, id)?,
        None => None,
    };
    let id = put_row(tx, record)?;
    let writing = Writing { on: today, by, why: &changed.why };
    match &known {
        Some(known) => entries::note_changes(tx, known, record, writing)?,
        None => entries::note(tx, id, EntryEvent::Created, None, Writing { why: "", ..writing })?,
    }
    if let Some((known, (from, to))) =
        known.as_ref().and_then(|known| Some((known, known.record.entered_on.zip(record.entered_on)?)))
        && from != to
    {
        move_beginning(tx, known, from, to)?;
    }
    let default_since =
        if known.is_some() { Some(PartialDate::day(today)) } else { record.entered_on.map(PartialDate::day) };
    let member = known.unwrap_or_else(|| Member::new(id, MemberRecord::new("", record.kind)));
    for aspect in Aspect::ALL {
        let (value, detail) = aspect.of(record);
        let (own_since, newest) = (aspect.since(record), member.facts_of(aspect).next_back());
        let (known_value, known_detail) = newest.map_or(("", ""), |fact| (&fact.value, &fact.detail));
        let same = (known_value, known_detail) == (&value, &detail);
        if same && (own_since.is_none() || own_since == aspect.since(&member.record)) {
            continue;
        }
        let since = own_since.or(changed.since).or(default_since);
        let new = NewFact { aspect, value, detail, since, why: changed.why.clone() };
        // Who is still away, or still lost, but since another day or elsewhere: that is a correction.
        let corrected = newest.filter(|fact| own_since.is_some() && fact.value == new.value);
        put_fact(tx, &member, new, corrected, today, by)?;
    }
    Ok(id)
}

/// A fact to be stored.
pub(super) struct NewFact {
    pub(super) aspect: Aspect,
    pub(super) value: String,
    pub(super) detail: String,
    pub(super) since: Option<PartialDate>,
    pub(super) why: String,
}

/// Stores a fact, in place of `corrected`, or of one of the same aspect and day; `false` when that one says the same.
/// One that only repeats what an earlier one says is kept: it goes on to hold when the earlier one is mended.
pub(super) fn put_fact(
    tx: &Tx<'_>,
    member: &Member,
    new: NewFact,
    corrected: Option<&Fact>,
    today: NaiveDate,
    by: &str,
) -> Result<bool, VaultError> {
    let same_day = member.facts_of(new.aspect).find(|fact| fact.since == new.since);
    let repeats = |fact: &Fact| (&fact.value, &fact.detail) == (&new.value, &new.detail);
    if corrected.is_none() && same_day.is_some_and(repeats) {
        return Ok(false);
    }
    let id = corrected.or(same_day).map(|fact| fact.id.0);
    tx.execute(
        include_str!("sql/put_fact.sql"),
        named_params! {
            ":id": id,
            ":member_id": member.id.0,
            ":aspect": new.aspect,
            ":value": new.value,
            ":detail": new.detail,
            ":since": new.since,
            ":why": new.why,
            ":recorded_on": PartialDate::day(today),
            ":recorded_by": by,
        },
    )?;
    Ok(true)
}

/// Takes a fact out.
pub(super) fn delete_fact(tx: &Tx<'_>, id: FactId) -> Result<(), VaultError> {
    tx.execute("DELETE FROM member_fact WHERE id = ?1", [id.0])?;
    Ok(())
}

/// The member whom a fact is about.
pub(super) fn member_of_fact(reader: &Reader<'_>, id: FactId) -> Result<Option<Member>, VaultError> {
    let of = reader.first("SELECT member_id FROM member_fact WHERE id = ?1", [id.0], |row| row.get(0).map(MemberId))?;
    of.map_or(Ok(None), |id| member(reader, id))
}

/// Who enters things: as the settings name them, else the secretary.
pub(crate) fn operator(reader: &Reader<'_>) -> Result<String, VaultError> {
    let operator = settings::stored(reader)?.operator;
    if !operator.is_empty() {
        return Ok(operator);
    }
    Ok(reader.first(include_str!("sql/secretary.sql"), [], |row| row.get(0))?.unwrap_or_default())
}

fn put_row(tx: &Tx<'_>, record: &MemberRecord) -> Result<MemberId, VaultError> {
    let (sort_key, search_key) = (names::sort_key(&record.name), names::search_key(record));
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
        ":entered_on": entered_on,
        ":entered_how": record.entered_how,
        ":note": record.note,
        ":sort_key": sort_key,
        ":search_key": search_key,
        ":party_age_correction_months": record.party_age_correction_months,
        ":probation_extended_months": record.probation_extended_months,
        ":particulars": record.particulars,
    };
    let Some(id) = record.id else {
        return Ok(MemberId(tx.insert(include_str!("sql/insert.sql"), columns)?));
    };
    tx.execute(include_str!("sql/update.sql"), &[columns, named_params! { ":id": id.0 }].concat()[..])?;
    Ok(id)
}

/// Ends the present stay.
pub(crate) fn leave(tx: &Tx<'_>, id: MemberId, left: &MemberLeft, today: NaiveDate) -> Result<(), VaultError> {
    let on = PartialDate::day(left.on);
    tx.execute(include_str!("sql/leave.sql"), (id.0, on, left.how, &left.reason))?;
    let writing = Writing { on: today, by: &operator(tx)?, why: "" };
    entries::note(tx, id, EntryEvent::Left, Some(on), writing)
}

/// Begins a new stay; the one that ended is kept. An office does not come back with its holder.
pub(crate) fn return_member(
    tx: &Tx<'_>,
    member: &Member,
    request: &MemberReturnRequest,
    today: NaiveDate,
) -> Result<(), VaultError> {
    let (on, by) = (PartialDate::day(request.on), operator(tx)?);
    tx.execute(include_str!("sql/keep_stay.sql"), [request.id.0])?;
    tx.execute(include_str!("sql/return.sql"), (request.id.0, on, request.how))?;
    let ended = NewFact {
        aspect: Aspect::Office,
        value: String::new(),
        detail: String::new(),
        since: member.left.as_ref().map(|left| PartialDate::day(left.on)),
        why: String::new(),
    };
    put_fact(tx, member, ended, None, today, &by)?;
    entries::note(tx, request.id, EntryEvent::Entered, Some(on), Writing { on: today, by: &by, why: "" })
}

/// Puts these stays in the place of those on record, the present one last.
pub(super) fn put_stays(tx: &Tx<'_>, member: &Member, stays: &[Stay]) -> Result<(), VaultError> {
    let Some((present, earlier)) = stays.split_last() else { return Ok(()) };
    if *earlier != member.earlier {
        tx.execute("DELETE FROM member_stay WHERE member_id = ?1", [member.id.0])?;
        for stay in earlier {
            put_stay(tx, member.id, stay, include_str!("sql/insert_stay.sql"))?;
        }
    }
    put_stay(tx, member.id, present, include_str!("sql/set_stay.sql"))
}

fn put_stay(tx: &Tx<'_>, id: MemberId, stay: &Stay, sql: &str) -> Result<(), VaultError> {
    let left = stay.left.as_ref();
    tx.execute(
        sql,
        named_params! {
            ":member_id": id.0,
            ":entered_on": stay.entered_on.map(PartialDate::day),
            ":entered_how": stay.entered_how,
            ":left_on": left.map(|left| PartialDate::day(left.on)),
            ":left_how": left.map(|left| left.how),
            ":left_reason": left.map_or("", |left| &left.reason),
        },
    )?;
    Ok(())
}

/// Lets what a member had from the day of coming on hold from another day on, when the coming was on that one.
pub(super) fn move_beginning(tx: &Tx<'_>, member: &Member, from: NaiveDate, to: NaiveDate) -> Result<(), VaultError> {
    let began = member.facts.iter().filter(|fact| fact.since == Some(PartialDate::day(from)));
    began.map(|fact| fact.id).try_for_each(|id| move_fact(tx, id, to))
}

/// Lets a fact hold from another day.
pub(super) fn move_fact(tx: &Tx<'_>, id: FactId, since: NaiveDate) -> Result<(), VaultError> {
    tx.execute("UPDATE member_fact SET since = ?2 WHERE id = ?1", (id.0, PartialDate::day(since)))?;
    Ok(())
}

/// The first and last key of one member's rows, or of everyone's.
fn of(id: Option<MemberId>) -> [i64; 2] {
    id.map_or([i64::MIN, i64::MAX], |MemberId(id)| [id, id])
}

fn facts(reader: &Reader<'_>, id: Option<MemberId>) -> Result<BTreeMap<MemberId, Vec<Fact>>, VaultError> {
    let rows = reader.all(include_str!("sql/facts.sql"), of(id), |row| {
        let row = &Columns::of(row);
        let fact = Fact {
            id: FactId(row.get("id")?),
            aspect: row.get("aspect")?,
            value: row.get("value")?,
            detail: row.get("detail")?,
            since: row.get("since")?,
            why: row.get("why")?,
            recorded_on: day(row, "recorded_on")?,
            recorded_by: row.get("recorded_by")?,
        };
        Ok((MemberId(row.get("member_id")?), fact))
    })?;
    let mut facts = BTreeMap::<_, Vec<_>>::new();
    for (id, fact) in rows {
        facts.entry(id).or_default().push(fact);
    }
    Ok(facts)
}

fn earlier_stays(reader: &Reader<'_>, id: Option<MemberId>) -> Result<BTreeMap<MemberId, Vec<Stay>>, VaultError> {
    let rows = reader.all(include_str!("sql/stays.sql"), of(id), |row| {
        let row = &Columns::of(row);
        let stay = Stay { entered_on: day(row, "entered_on")?, entered_how: row.get("entered_how")?, left: left(row)? };
        Ok((MemberId(row.get("member_id")?), stay))
    })?;
    let mut stays = BTreeMap::<_, Vec<_>>::new();
    for (id, stay) in rows {
        stays.entry(id).or_default().push(stay);
    }
    Ok(stays)
}

/// A row of `member`; earlier stays and facts are filled in afterwards.
fn row_to_member(row: &Row<'_>) -> rusqlite::Result<Member> {
    let row = &Columns::of(row);
    let id = MemberId(row.get("id")?);
    let record = MemberRecord {
        id: Some(id),
        name: row.get("name")?,
        branch_name: row.get("branch_name")?,
        id_number: row.get("id_number")?,
        sex: row.get("sex")?,
        ethnicity: row.get("ethnicity")?,
        birth: row.get("birth")?,
        education: row.get("education")?,
        joined: row.get("joined")?,
        converted: row.get("converted")?,
        job_position: row.get("job_position")?,
        mobile: row.get("mobile")?,
        landline: row.get("landline")?,
        address: row.get("address")?,
        entered_on: day(row, "entered_on")?,
        entered_how: row.get("entered_how")?,
        party_age_correction_months: row.get("party_age_correction_months")?,
        probation_extended_months: row.get("probation_extended_months")?,
        particulars: row.get("particulars")?,
        note: row.get("note")?,
        ..MemberRecord::new(String::new(), row.get("kind")?)
    };
    Ok(Member { id, record, facts: Vec::new(), left: left(row)?, earlier: Vec::new(), entries: Entries::default() })
}

/// The columns `left_on`, `left_how`, `left_reason`, which both tables have.
fn left(row: &Columns<'_, '_>) -> rusqlite::Result<Option<MemberLeft>> {
    let Some(on) = day(row, "left_on")? else { return Ok(None) };
    Ok(Some(MemberLeft { on, how: row.get("left_how")?, reason: row.get("left_reason")? }))
}

/// A column that holds a whole date.
fn day(row: &Columns<'_, '_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get::<Option<PartialDate>>(column)?.and_then(PartialDate::exact))
}
