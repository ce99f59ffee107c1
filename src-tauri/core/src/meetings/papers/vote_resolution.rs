//! 支部大会决议 on whom the branch admitted or converted (`docs/DOMAIN.md` §3): the branch's own words, and the paper.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::branch;
use crate::desk::Desk;
use crate::meetings::store::{self, StoredVote};
use crate::meetings::{MeetingError, MeetingId, MotionKind, VoteRef, VoteView, get};
use crate::outside::{Block, Column, Page, Writing};
use crate::roster::MemberKind;
use crate::values::date_title;
use crate::vault::{Done, Reader, VaultError};

/// Where the paper leaves a name to a hand.
const BLANK: &str = "　　　　";

/// The branch's own words on whom it voted on. What is left empty is left to a hand on the paper (trap 13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VoteResolutionRequest {
    pub meeting: MeetingId,
    /// Which vote of it, on an admission or a conversion.
    pub vote: i64,
    /// On whom (D18: one by one).
    #[serde(default)]
    pub person: String,
    /// 优点
    #[serde(default)]
    pub merits: String,
    /// 缺点
    #[serde(default)]
    pub faults: String,
    /// What the meeting concluded.
    #[serde(default)]
    pub conclusion: String,
}

/// A resolution as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VoteResolutionView {
    /// As entered; empty as long as nothing was.
    pub resolution: VoteResolutionRequest,
    /// Who may be meant: those in development, or those on probation at that meeting.
    pub people: Vec<String>,
}

/// The resolution on a vote.
///
/// # Errors
/// [`MeetingError::NoSuchVote`], [`MeetingError::OnNoPerson`].
pub fn vote_resolution(desk: &mut Desk<'_>, vote: VoteRef) -> Result<VoteResolutionView, MeetingError> {
    desk.read(|reader| view(reader, vote))
}

/// Saves the words of a resolution.
///
/// # Errors
/// [`MeetingError::NoSuchVote`], [`MeetingError::OnNoPerson`].
pub fn save_vote_resolution(
    desk: &mut Desk<'_>,
    request: VoteResolutionRequest,
) -> Result<Done<VoteResolutionView>, MeetingError> {
    let vote = VoteRef { meeting: request.meeting, id: request.vote };
    desk.transact("填写支部大会决议", |tx| {
        find(tx, vote)?;
        let texts = [&request.person, &request.merits, &request.faults, &request.conclusion].map(|text| text.trim());
        let [person, merits, faults, conclusion] = texts;
        tx.execute(
            include_str!("../sql/save_vote_resolution.sql"),
            params![vote.id, person, merits, faults, conclusion],
        )?;
        view(tx, vote)
    })
}

/// 支部大会决议 on an admission or a conversion (`docs/DOMAIN.md` §3). What the branch has not written yet is left to a
/// hand; written opinions are among the votes (D17).
///
/// # Errors
/// [`MeetingError::NoSuchVote`], [`MeetingError::OnNoPerson`].
pub(in crate::meetings) fn vote_resolution_of(reader: &Reader<'_>, vote: VoteRef) -> Result<Writing, MeetingError> {
    let vote_view = VoteView::from(find(reader, vote)?);
    let words = words(reader, vote)?;
    let meeting = get::stored(reader, vote.meeting)?;
    let branch = branch::stored(reader)?.name;
    let VoteView { vote, voting_expected, voting_present, passed, .. } = vote_view;
    let on = meeting.head.day();
    let person = if words.person.is_empty() { BLANK } else { &words.person };
    let (title, opening, outcome) = match vote.motion {
        MotionKind::Conversion => (
            format!("关于{person}转为中共正式党员的决议"),
            format!("讨论{person}的转正问题"),
            format!("同意{person}按期转为中共正式党员。"),
        ),
        _ => (
            format!("关于接收{person}为中共预备党员的决议"),
            format!("讨论{person}的入党问题"),
            format!("同意接收{person}为中共预备党员。"),
        ),
    };
    let way = vote.ballot.title();
    let counts = [
        ("党员总数", count(meeting.attendance.len())),
        ("有表决权", count(meeting.attendance.iter().filter(|row| row.voting).count())),
        ("应到会", voting_expected),
        ("实到会", voting_present),
        ("赞成", vote.votes_for + vote.written_for),
        ("不赞成", vote.votes_against + vote.written_against),
        ("弃权", vote.abstained),
    ];
    let written = vote.written_for + vote.written_against;
    let written = if written == 0 {
        String::new()
    } else {
        format!(
            "上列票数含未到会有表决权党员的书面意见 {written} 份，其中赞成 {} 份，不赞成 {} 份。",
            vote.written_for, vote.written_against
        )
    };
    let result = if passed {
        format!("赞成票超过应到会有表决权党员的半数，大会{outcome}")
    } else {
        "赞成票未超过应到会有表决权党员的半数，未获通过。".to_owned()
    };
    let columns = counts.iter().map(|(name, _)| Column::share(1.0, name).centred()).collect();
    let numbers = counts.iter().map(|(_, count)| count.to_string()).collect();
    let blocks = vec![
        Block::title([&branch, &title]),
        Block::text(format!("{branch}于{}召开支部党员大会，{opening}。", date_title(on))),
        Block::head("主要优点"),
        Block::Words { text: words.merits },
        Block::head("主要缺点"),
        Block::Words { text: words.faults },
        Block::head("大会意见"),
        Block::Words { text: words.conclusion },
        Block::head("表决情况"),
        Block::text(format!("大会采取{way}的方式进行表决，有表决权的党员到会和票数如下：")),
        Block::table(columns, vec![numbers]),
        Block::text(written),
        Block::text(result),
        Block::Signed { by: branch.clone(), role: Some("支部书记".to_owned()), on },
    ];
    Ok(Writing { title, branch, page: Page::Official, blocks })
}

fn view(reader: &Reader<'_>, vote: VoteRef) -> Result<VoteResolutionView, MeetingError> {
    let people = match find(reader, vote)?.vote.motion {
        MotionKind::Conversion => {
            let rows = get::stored(reader, vote.meeting)?.attendance.into_iter();
            rows.filter(|row| row.kind == MemberKind::Probationary).map(|row| row.name).collect()
        }
        _ => store::in_development(reader)?,
    };
    Ok(VoteResolutionView { resolution: words(reader, vote)?, people })
}

/// The vote, when it is one on an admission or a conversion: no other has such a paper.
fn find(reader: &Reader<'_>, vote: VoteRef) -> Result<StoredVote, MeetingError> {
    let votes = store::votes(reader, vote.meeting)?;
    let found = votes.into_iter().find(|stored| stored.vote.id == Some(vote.id)).ok_or(MeetingError::NoSuchVote)?;
    match found.vote.motion {
        MotionKind::Admission | MotionKind::Conversion => Ok(found),
        MotionKind::Ordinary | MotionKind::Election => Err(MeetingError::OnNoPerson),
    }
}

fn words(reader: &Reader<'_>, VoteRef { meeting, id }: VoteRef) -> Result<VoteResolutionRequest, VaultError> {
    let sql = "SELECT person, merits, faults, conclusion FROM meeting_vote_resolution WHERE vote_id = ?";
    let words = reader.first(sql, [id], |row| {
        let [person, merits, faults, conclusion] = [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?];
        Ok(VoteResolutionRequest { meeting, vote: id, person, merits, faults, conclusion })
    })?;
    let [person, merits, faults, conclusion] = Default::default();
    Ok(words.unwrap_or(VoteResolutionRequest { meeting, vote: id, person, merits, faults, conclusion }))
}

fn count(people: usize) -> u32 {
    u32::try_from(people).unwrap_or(u32::MAX)
}
