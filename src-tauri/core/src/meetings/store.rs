//! The meetings' tables.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Row, named_params, params};

use super::attendance::tally::Stand;
use super::{
    AgendaItem, AttendanceEntry, AttendanceRow, AttendanceStatus, AttendanceTally, BallotKind, Exclusion, MeetingHead,
    MeetingId, MeetingKind, MeetingQuery, MeetingRow, MeetingState, MemberMeeting, MotionKind, Point, Resolution,
    ResolutionId, Vote, VoteRef,
};
use crate::roster::MemberId;
use crate::values::{Hours, stored_as_text};
use crate::vault::{Reader, Tx, VaultError};

stored_as_text!(MeetingKind, MotionKind, BallotKind);

/// A row of `meeting` with what its children say about it.
pub(super) struct Head {
    /// As entered.
    pub(super) head: MeetingHead,
    /// Why it was called off.
    pub(super) cancel_reason: Option<String>,
    /// Where it stands.
    pub(super) state: MeetingState,
    /// Something was written down besides 活动情况, which may be a plan: words, a vote, a resolution, a 对照检查.
    pub(super) has_record: bool,
}

/// A vote with the numbers frozen beside it.
pub(super) struct StoredVote {
    pub(super) vote: Vote,
    pub(super) voting_expected: u32,
    pub(super) voting_present: u32,
}

/// The meetings a query asks for, newest first, with their counts. Three statements, however many meetings.
pub(super) fn rows(reader: &Reader<'_>, query: &MeetingQuery) -> Result<Vec<MeetingRow>, VaultError> {
    let heads = heads(reader, None, query)?;
    let mut kinds = kinds(reader, None)?;
    let mut tallies = tallies(reader, query.from, query.to)?;
    let row = |(id, found): (MeetingId, Head)| MeetingRow {
        id,
        kinds: kinds.remove(&id).unwrap_or_default(),
        at: found.head.at(),
        has_record: found.has_record || !found.head.activity.is_empty(),
        title: found.head.title,
        place: found.head.place,
        party_group: found.head.party_group,
        state: found.state,
        tally: tallies.remove(&id),
    };
    Ok(heads.into_iter().map(row).collect())
}

/// One meeting's head, whole.
pub(super) fn head(reader: &Reader<'_>, id: MeetingId) -> Result<Option<Head>, VaultError> {
    let Some((_, mut found)) = heads(reader, Some(id), &MeetingQuery::default())?.pop() else { return Ok(None) };
    found.head.kinds = kinds(reader, Some(id))?.remove(&id).unwrap_or_default();
    found.head.observers =
        reader.all("SELECT name FROM meeting_observer WHERE meeting_id = ? ORDER BY position", [id.0], |row| {
            row.get(0)
        })?;
    Ok(Some(found))
}

/// Heads without kinds and observers, newest first.
fn heads(
    reader: &Reader<'_>,
    id: Option<MeetingId>,
    query: &MeetingQuery,
) -> Result<Vec<(MeetingId, Head)>, VaultError> {
    let params = named_params! {
        ":id": id.map(|id| id.0),
        ":from": query.from,
        ":to": query.to,
        ":kind": query.kind,
        ":search": query.search.trim(),
    };
    reader.all(include_str!("sql/meetings.sql"), params, |row| {
        let id = MeetingId(row.get("id")?);
        Ok((id, row_to_head(id, row)?))
    })
}

fn row_to_head(id: MeetingId, row: &Row<'_>) -> rusqlite::Result<Head> {
    let cancel_reason: Option<String> = row.get("cancel_reason")?;
    let state = match (&cancel_reason, row.get("held")?) {
        (Some(_), _) => MeetingState::Cancelled,
        (None, true) => MeetingState::Held,
        (None, false) => MeetingState::Planned,
    };
    let head = MeetingHead {
        id: Some(id),
        kinds: Vec::new(),
        title: row.get("title")?,
        planned_at: row.get("planned_at")?,
        started_at: row.get("started_at")?,
        ended_at: row.get("ended_at")?,
        place: row.get("place")?,
        chair: row.get("chair")?,
        recorder: row.get("recorder")?,
        party_group: row.get("party_group")?,
        observers: Vec::new(),
        lecturer: row.get("lecturer")?,
        lecture_topic: row.get("lecture_topic")?,
        lecture_hours: row.get::<_, Option<u32>>("lecture_hours")?.map(Hours::from_tenths),
        activity: row.get("activity")?,
    };
    Ok(Head { head, cancel_reason, state, has_record: row.get("has_record")? })
}

fn kinds(reader: &Reader<'_>, id: Option<MeetingId>) -> Result<BTreeMap<MeetingId, Vec<MeetingKind>>, VaultError> {
    let rows = reader
        .all(include_str!("sql/kinds.sql"), [id.map(|id| id.0)], |row| Ok((MeetingId(row.get(0)?), row.get(1)?)))?;
    let mut kinds = BTreeMap::<_, Vec<_>>::new();
    for (id, kind) in rows {
        kinds.entry(id).or_default().push(kind);
    }
    Ok(kinds)
}

fn tallies(
    reader: &Reader<'_>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<BTreeMap<MeetingId, AttendanceTally>, VaultError> {
    let rows = reader.all(include_str!("sql/tallies.sql"), params![from, to], |row| {
        let stand = Stand { status: row.get("status")?, late: row.get("late")?, voting: row.get("voting")? };
        Ok((MeetingId(row.get("meeting_id")?), stand, row.get("people")?))
    })?;
    let mut tallies = BTreeMap::<_, AttendanceTally>::new();
    for (id, stand, people) in rows {
        tallies.entry(id).or_default().count(stand, people);
    }
    Ok(tallies)
}

/// Who was expected at a meeting and came; empty until attendance was recorded.
pub(super) fn attendance(reader: &Reader<'_>, id: MeetingId) -> Result<Vec<AttendanceRow>, VaultError> {
    reader.all(include_str!("sql/attendance.sql"), [id.0], row_to_attendance)
}

/// A row of `meeting_attendance`.
pub(super) fn row_to_attendance(row: &Row<'_>) -> rusqlite::Result<AttendanceRow> {
    Ok(AttendanceRow {
        member: MemberId(row.get("member_id")?),
        name: row.get("name")?,
        kind: row.get("kind")?,
        party_group: row.get("party_group")?,
        voting: row.get("voting")?,
        attendance_not_required: row.get("attendance_not_required")?,
        status: row.get("status")?,
        reason: row.get("reason")?,
        late: row.get("late")?,
        exclusion: exclusion(row)?,
    })
}

fn exclusion(row: &Row<'_>) -> rusqlite::Result<Option<Exclusion>> {
    let Some(ground) = row.get("exclusion")? else { return Ok(None) };
    Ok(Some(Exclusion { ground, consent: row.get("exclusion_consent")?, decision: row.get("exclusion_decision")? }))
}

/// How everyone expected stood in a period, by time of meeting; `None` is not yet recorded.
pub(super) fn attendance_in(
    reader: &Reader<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(MemberId, Option<AttendanceStatus>)>, VaultError> {
    reader.all(include_str!("sql/attendance_in.sql"), params![from, to], |row| Ok((MemberId(row.get(0)?), row.get(1)?)))
}

/// How one person stood to a meeting.
pub(super) struct Cell {
    pub(super) member: MemberId,
    pub(super) status: Option<AttendanceStatus>,
    pub(super) late: bool,
    pub(super) reason: Option<String>,
}

/// How everyone stood to a meeting, in no order: a period has hundreds of thousands of these.
pub(super) fn attendance_cells(reader: &Reader<'_>, id: MeetingId) -> Result<Vec<Cell>, VaultError> {
    let sql = "SELECT member_id, status, late, reason FROM meeting_attendance WHERE meeting_id = ?";
    reader.all(sql, [id.0], |row| {
        Ok(Cell { member: MemberId(row.get(0)?), status: row.get(1)?, late: row.get(2)?, reason: row.get(3)? })
    })
}

/// The meetings of a period by time, each with its day.
pub(super) fn days(
    reader: &Reader<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(MeetingId, NaiveDate)>, VaultError> {
    let query = MeetingQuery { from: Some(from), to: Some(to), ..MeetingQuery::default() };
    Ok(heads(reader, None, &query)?.into_iter().rev().map(|(id, found)| (id, found.head.day())).collect())
}

/// The meetings of a period at which a member was expected, newest first.
pub(super) fn meetings_of(
    reader: &Reader<'_>,
    member: MemberId,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<Vec<MemberMeeting>, VaultError> {
    let mut meetings = reader.all(include_str!("sql/meetings_of_member.sql"), params![member.0, from, to], |row| {
        Ok(MemberMeeting {
            id: MeetingId(row.get("id")?),
            at: row.get("at")?,
            kinds: Vec::new(),
            title: row.get("title")?,
            status: row.get("status")?,
            reason: row.get("reason")?,
        })
    })?;
    let mut kinds = kinds(reader, None)?;
    for meeting in &mut meetings {
        meeting.kinds = kinds.remove(&meeting.id).unwrap_or_default();
    }
    Ok(meetings)
}

/// Agenda items in order.
pub(super) fn agenda(reader: &Reader<'_>, id: MeetingId) -> Result<Vec<AgendaItem>, VaultError> {
    let sql = "SELECT title, content FROM meeting_agenda_item WHERE meeting_id = ? ORDER BY position";
    let item = |row: &Row<'_>| Ok(AgendaItem { title: row.get(0)?, content: row.get(1)?, points: Vec::new() });
    let mut items = reader.all(sql, [id.0], item)?;
    let sql = "SELECT item, speaker, content FROM meeting_point WHERE meeting_id = ? ORDER BY item, position";
    let point = |row: &Row<'_>| Ok((row.get(0)?, Point { speaker: row.get(1)?, content: row.get(2)? }));
    for (item, point) in reader.all::<(u32, _), _>(sql, [id.0], point)? {
        if let Some(item) = items.get_mut(item as usize) {
            item.points.push(point);
        }
    }
    Ok(items)
}

/// Resolutions in order.
pub(super) fn resolutions(reader: &Reader<'_>, id: MeetingId) -> Result<Vec<Resolution>, VaultError> {
    let sql = "SELECT id, text, responsible, due FROM meeting_resolution WHERE meeting_id = ? ORDER BY position";
    reader.all(sql, [id.0], |row| {
        Ok(Resolution {
            id: Some(ResolutionId(row.get(0)?)),
            text: row.get(1)?,
            responsible: row.get(2)?,
            due: row.get(3)?,
        })
    })
}

/// The names of those in development, whom a vote may be about. The room above is not known, its tables are read.
pub(super) fn in_development(reader: &Reader<'_>) -> Result<Vec<String>, VaultError> {
    reader.all(include_str!("sql/in_development.sql"), [], |row| row.get(0))
}

/// Whether a development file rests on a vote.
pub(super) fn is_in_development(reader: &Reader<'_>, vote: VoteRef) -> Result<bool, VaultError> {
    reader.one("SELECT EXISTS (SELECT 1 FROM development_entry WHERE vote_id = ?)", [vote.id], |row| row.get(0))
}

/// Votes in the order in which they were recorded.
pub(super) fn votes(reader: &Reader<'_>, id: MeetingId) -> Result<Vec<StoredVote>, VaultError> {
    reader.all(include_str!("sql/votes.sql"), [id.0], row_to_vote)
}

/// A row of `meeting_vote`.
pub(super) fn row_to_vote(row: &Row<'_>) -> rusqlite::Result<StoredVote> {
    let vote = Vote {
        meeting: MeetingId(row.get("meeting_id")?),
        id: row.get("id")?,
        subject: row.get("subject")?,
        motion: row.get("motion")?,
        ballot: row.get("ballot")?,
        votes_for: row.get("votes_for")?,
        votes_against: row.get("votes_against")?,
        abstained: row.get("abstained")?,
        written_for: row.get("written_for")?,
        written_against: row.get("written_against")?,
    };
    Ok(StoredVote { vote, voting_expected: row.get("voting_expected")?, voting_present: row.get("voting_present")? })
}

/// Writes a head, new or changed; gives its id.
pub(super) fn save_head(tx: &Tx<'_>, head: &MeetingHead) -> Result<MeetingId, VaultError> {
    let params = named_params! {
        ":id": head.id.map(|id| id.0),
        ":title": head.title,
        ":planned_at": head.planned_at,
        ":started_at": head.started_at,
        ":ended_at": head.ended_at,
        ":place": head.place,
        ":chair": head.chair,
        ":recorder": head.recorder,
        ":party_group": head.party_group,
        ":lecturer": head.lecturer,
        ":lecture_topic": head.lecture_topic,
        ":lecture_hours": head.lecture_hours.map(Hours::tenths),
        ":activity": head.activity,
    };
    let inserted = tx.insert(include_str!("sql/save_meeting.sql"), params)?;
    let id = head.id.unwrap_or(MeetingId(inserted));
    delete_children(tx, id, &["meeting_kind", "meeting_observer"])?;
    for (position, kind) in (0_i64..).zip(&head.kinds) {
        let sql = "INSERT INTO meeting_kind (meeting_id, position, kind) VALUES (?, ?, ?)";
        tx.execute(sql, params![id.0, position, kind])?;
    }
    for (position, name) in (0_i64..).zip(&head.observers) {
        let sql = "INSERT INTO meeting_observer (meeting_id, position, name) VALUES (?, ?, ?)";
        tx.execute(sql, params![id.0, position, name])?;
    }
    Ok(id)
}

/// Replaces the agenda.
pub(super) fn save_agenda(tx: &Tx<'_>, id: MeetingId, agenda: &[AgendaItem]) -> Result<(), VaultError> {
    delete_children(tx, id, &["meeting_point", "meeting_agenda_item"])?;
    for (item, AgendaItem { title, content, points }) in (0_i64..).zip(agenda) {
        let sql = "INSERT INTO meeting_agenda_item (meeting_id, position, title, content) VALUES (?, ?, ?, ?)";
        tx.execute(sql, params![id.0, item, title, content])?;
        for (position, Point { speaker, content }) in (0_i64..).zip(points) {
            let sql = "INSERT INTO meeting_point (meeting_id, item, position, speaker, content) VALUES (?, ?, ?, ?, ?)";
            tx.execute(sql, params![id.0, item, position, speaker, content])?;
        }
    }
    Ok(())
}

/// Writes the resolutions, each under the number it had, and removes those that are no longer named.
pub(super) fn save_resolutions(tx: &Tx<'_>, id: MeetingId, resolutions: &[Resolution]) -> Result<(), VaultError> {
    for stored in self::resolutions(tx, id)? {
        if !resolutions.iter().any(|resolution| resolution.id == stored.id) {
            tx.execute("DELETE FROM meeting_resolution WHERE id = ?", [stored.id.map(|id| id.0)])?;
        }
    }
    for (position, Resolution { id: resolution, text, responsible, due }) in (0_i64..).zip(resolutions) {
        let params = params![resolution.map(|id| id.0), id.0, position, text, responsible, due];
        tx.execute(include_str!("sql/save_resolution.sql"), params)?;
    }
    Ok(())
}

/// Freezes who was expected.
pub(super) fn freeze(tx: &Tx<'_>, id: MeetingId, expected: &[AttendanceRow]) -> Result<(), VaultError> {
    for (position, row) in (0_i64..).zip(expected) {
        let AttendanceRow { member, name, kind, party_group, voting, attendance_not_required, .. } = row;
        tx.execute(
            include_str!("sql/insert_attendance.sql"),
            params![id.0, position, member.0, name, kind, party_group, voting, attendance_not_required],
        )?;
    }
    Ok(())
}

/// Writes how one person stood to a meeting.
pub(super) fn save_status(tx: &Tx<'_>, id: MeetingId, entry: &AttendanceEntry) -> Result<(), VaultError> {
    let exclusion = entry.exclusion.as_ref();
    let params = named_params! {
        ":meeting": id.0,
        ":member": entry.member.0,
        ":status": entry.status,
        ":reason": entry.reason,
        ":late": entry.late,
        ":exclusion": exclusion.map(|exclusion| exclusion.ground),
        ":consent": exclusion.map(|exclusion| exclusion.consent.trim()),
        ":decision": exclusion.map(|exclusion| exclusion.decision.trim()),
    };
    tx.execute(include_str!("sql/save_status.sql"), params)?;
    Ok(())
}

/// Writes a vote, new or changed.
pub(super) fn save_vote(tx: &Tx<'_>, stored: &StoredVote) -> Result<(), VaultError> {
    let StoredVote { vote, voting_expected, voting_present } = stored;
    let params = named_params! {
        ":id": vote.id,
        ":meeting": vote.meeting.0,
        ":subject": vote.subject,
        ":motion": vote.motion,
        ":ballot": vote.ballot,
        ":votes_for": vote.votes_for,
        ":votes_against": vote.votes_against,
        ":abstained": vote.abstained,
        ":written_for": vote.written_for,
        ":written_against": vote.written_against,
        ":voting_expected": voting_expected,
        ":voting_present": voting_present,
    };
    tx.execute(include_str!("sql/save_vote.sql"), params)?;
    Ok(())
}

/// Removes a vote; `false` when the meeting has no such vote.
pub(super) fn delete_vote(tx: &Tx<'_>, vote: VoteRef) -> Result<bool, VaultError> {
    tx.execute("DELETE FROM meeting_vote_resolution WHERE vote_id = ?", [vote.id])?;
    Ok(tx.execute("DELETE FROM meeting_vote WHERE meeting_id = ? AND id = ?", [vote.meeting.0, vote.id])? > 0)
}

/// Marks a meeting as called off.
pub(super) fn cancel(tx: &Tx<'_>, id: MeetingId, reason: &str) -> Result<(), VaultError> {
    tx.execute("UPDATE meeting SET cancel_reason = ? WHERE id = ?", params![reason, id.0])?;
    Ok(())
}

/// Removes a meeting and what was planned for it.
pub(super) fn delete(tx: &Tx<'_>, id: MeetingId) -> Result<(), VaultError> {
    let tables = ["meeting_kind", "meeting_observer", "meeting_agenda_item", "meeting_correction", "meeting_notice"];
    delete_children(tx, id, &tables)?;
    tx.execute("DELETE FROM meeting WHERE id = ?", [id.0])?;
    Ok(())
}

/// `tables` are this file's own constants, never input.
pub(super) fn delete_children(tx: &Tx<'_>, id: MeetingId, tables: &[&str]) -> Result<(), VaultError> {
    for table in tables {
        tx.execute(&format!("DELETE FROM {table} WHERE meeting_id = ?"), [id.0])?;
    }
    Ok(())
}

/// Which of the other rooms keep something of a meeting.
pub(super) struct Elsewhere {
    pub(super) attachments: bool,
    /// Reports on earlier resolutions.
    pub(super) notes: bool,
    pub(super) election: bool,
    pub(super) appraisal: bool,
    /// A development file names it.
    pub(super) development: bool,
    /// Something was spent of the dues as it decided.
    pub(super) dues: bool,
    /// A disposal names it.
    pub(super) disposal: bool,
    /// Hours of study come from it.
    pub(super) study: bool,
}

/// What other rooms keep of a meeting: their tables are read here, for those above are not known, and study knows no meeting.
pub(super) fn elsewhere(reader: &Reader<'_>, id: MeetingId) -> Result<Elsewhere, VaultError> {
    reader.one(include_str!("sql/elsewhere.sql"), named_params! { ":meeting": id.0 }, |row| {
        Ok(Elsewhere {
            attachments: row.get("attachments")?,
            notes: row.get("notes")?,
            election: row.get("election")?,
            appraisal: row.get("appraisal")?,
            development: row.get("development")?,
            dues: row.get("dues")?,
            disposal: row.get("disposal")?,
            study: row.get("study")?,
        })
    })
}

/// The elections at a meeting: of each whether committee members are elected.
pub(super) fn elections(reader: &Reader<'_>, id: MeetingId) -> Result<Vec<bool>, VaultError> {
    let sql = "SELECT post = 'committee_member' FROM election WHERE meeting_id = ?";
    reader.all(sql, [id.0], |row| row.get(0))
}

/// Whether anything was reported about a resolution.
pub(super) fn is_followed_up(reader: &Reader<'_>, id: ResolutionId) -> Result<bool, VaultError> {
    reader.one("SELECT EXISTS (SELECT 1 FROM task_note WHERE resolution_id = ?)", [id.0], |row| row.get(0))
}
