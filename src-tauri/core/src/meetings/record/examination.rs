//! 组织生活会: what each member found in himself and promised.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::meetings::MeetingId;
use crate::roster::MemberId;
use crate::vault::{Reader, VaultError};

/// One member's 对照检查, every word as entered (trap 13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Examination {
    pub member: MemberId,
    /// 查摆的问题
    pub problems: String,
    /// 整改承诺
    pub promises: String,
}

/// What the members found.
pub(in crate::meetings) fn of_meeting(reader: &Reader<'_>, id: MeetingId) -> Result<Vec<Examination>, VaultError> {
    let sql = "SELECT member_id, problems, promises FROM meeting_examination WHERE meeting_id = ? ORDER BY id";
    reader.all(sql, [id.0], |row| {
        Ok(Examination { member: MemberId(row.get(0)?), problems: row.get(1)?, promises: row.get(2)? })
    })
}
