//! Saves what a member found in himself and promised.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Desk;
use crate::meetings::{Examination, MeetingError, MeetingId, MeetingKind, MeetingView, correction, get};
use crate::problem::Invalid;
use crate::vault::{Done, Tx, VaultError};

/// Saves what one member found; both texts empty takes it out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExaminationRequest {
    /// At which meeting.
    pub meeting: MeetingId,
    /// What was found.
    pub examination: Examination,
}

/// Saves what one member found in himself and promised.
///
/// # Errors
/// [`MeetingError::Invalid`] for a meeting of another kind or someone who was not expected there.
pub fn save_examination(desk: &mut Desk<'_>, request: ExaminationRequest) -> Result<Done<MeetingView>, MeetingError> {
    let (rules, today) = (desk.rules, desk.today());
    let ExaminationRequest { meeting: id, examination } = request;
    desk.transact("填写对照检查", |tx| {
        let found = correction::open_head(tx, id)?;
        let mut invalid = Invalid::default();
        if !found.head.kinds.contains(&MeetingKind::OrganizationalLife) {
            invalid.add("meeting", "只有组织生活会才填写对照检查");
        }
        if !get::stored(tx, id)?.attendance.iter().any(|row| row.member == examination.member) {
            invalid.add("examination.member", "不在这次会议的应到名单上");
        }
        invalid.into_result()?;
        save(tx, id, &examination)?;
        get::view(tx, id, rules, today)
    })
}

fn save(tx: &Tx<'_>, id: MeetingId, examination: &Examination) -> Result<(), VaultError> {
    let Examination { member, problems, promises } = examination;
    tx.execute("DELETE FROM meeting_examination WHERE meeting_id = ? AND member_id = ?", [id.0, member.0])?;
    if !problems.trim().is_empty() || !promises.trim().is_empty() {
        let sql = "INSERT INTO meeting_examination (meeting_id, member_id, problems, promises) VALUES (?, ?, ?, ?)";
        tx.execute(sql, params![id.0, member.0, problems, promises])?;
    }
    Ok(())
}
