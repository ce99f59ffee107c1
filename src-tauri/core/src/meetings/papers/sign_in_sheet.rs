//! 会议签到表 (`docs/DOMAIN.md` §3).

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::branch;
use crate::meetings::{MeetingError, MeetingId, MeetingView, get, wording};
use crate::outside::document;
use crate::settings::AttendanceOrder;
use crate::vault::Reader;

/// Blank numbered lines for guests at the end of a sign-in sheet.
const BLANK_LINES: u32 = 5;

/// The sign-in sheet of a meeting, planned or held.
///
/// # Errors
/// [`MeetingError::NoSuchMeeting`].
pub(in crate::meetings) fn sign_in_sheet_of(reader: &Reader<'_>, id: MeetingId) -> Result<SignInSheet, MeetingError> {
    Ok(sign_in_sheet(branch::stored(reader)?.name, &get::stored(reader, id)?))
}

/// Who is expected, one line each, then the known observers.
fn sign_in_sheet(branch: String, meeting: &MeetingView) -> SignInSheet {
    let head = &meeting.head;
    let by_group =
        meeting.order == AttendanceOrder::Group && meeting.attendance.iter().any(|row| !row.party_group.is_empty());
    let group = |name: &str, none: &str| match name {
        _ if !by_group => String::new(),
        "" => none.to_owned(),
        name => name.to_owned(),
    };
    let members = meeting.attendance.iter().map(|row| SignInRow {
        group: group(&row.party_group, "未编入党小组"),
        name: row.name.clone(),
        kind: wording::member_kind(row.kind).to_owned(),
        remark: wording::remark(row.status, row.reason.as_deref()),
    });
    let observers = head.observers.iter().map(|name| SignInRow {
        group: group("", "列席"),
        name: name.clone(),
        kind: "列席".to_owned(),
        remark: String::new(),
    });
    SignInSheet {
        branch,
        kinds: wording::kinds(&head.kinds),
        title: head.title.clone(),
        at: head.at(),
        place: head.place.clone(),
        chair: head.chair.clone(),
        rows: members.chain(observers).collect(),
        blank_lines: BLANK_LINES,
    }
}

/// 会议签到表 (`docs/DOMAIN.md` §3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInSheet {
    pub branch: String,
    /// Kinds in Chinese, joined with `、`.
    pub kinds: String,
    /// Meeting title.
    pub title: String,
    /// Start, local.
    pub at: NaiveDateTime,
    /// Where; may be empty.
    pub place: String,
    /// Who presides; may be empty.
    pub chair: String,
    /// Everyone expected, then the known observers.
    pub rows: Vec<SignInRow>,
    /// Blank numbered lines for guests at the end.
    pub blank_lines: u32,
}

document!(SignInSheet, "sign_in_sheet");

/// One line of the sign-in sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInRow {
    /// What stands above this line and those of the same: the party group, where the sheet is ordered by it, else empty.
    #[serde(default)]
    pub group: String,
    pub name: String,
    /// 正式 / 预备 / 列席
    pub kind: String,
    /// Reason of leave, 不作硬性要求, or empty.
    pub remark: String,
}
