//! 应到: who is expected at a meeting. The roster of its day says so, and it is frozen with the first attendance; where
//! the roster was wrong on that day and has been corrected since, the difference is named.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use ts_rs::TS;

use crate::meetings::{AttendanceRow, AttendanceStatus, Circle, MeetingHead};
use crate::roster::{self, Member};
use crate::vault::{Reader, VaultError};

/// How the frozen list differs from what the roster says of that day now, by names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct ExpectedDrift {
    /// Expected, and not on the list.
    pub missing: Vec<String>,
    /// On the list, and not expected.
    pub surplus: Vec<String>,
    /// On the list with another kind, right to vote, or 不作硬性要求 (B19).
    pub changed: Vec<String>,
}

/// Everyone who is expected at a meeting, as the roster stands on its day. Its [`Circle`] decides: a group
/// meeting expects its party group, a committee meeting those who hold an office, any other the whole branch; whose
/// membership is suspended (E04) nowhere.
pub(in crate::meetings) fn expected(reader: &Reader<'_>, head: &MeetingHead) -> Result<Vec<AttendanceRow>, VaultError> {
    let day = head.day();
    let is_expected = |member: &Arc<Member>| match head.circle() {
        _ if member.is_suspended_on(day) => false,
        Circle::Committee => !member.record.offices.is_empty(),
        Circle::Group => Some(&member.record.party_group) == head.party_group.as_ref(),
        Circle::Branch => true,
    };
    let row = |member: Arc<Member>| AttendanceRow {
        member: member.id,
        kind: member.kind_on(day),
        voting: member.can_vote_on(day),
        attendance_not_required: member.record.attendance_not_required,
        // B19: the default; whoever comes all the same is marked present.
        status: member.record.attendance_not_required.then_some(AttendanceStatus::NotRequired),
        name: member.record.name.clone(),
        party_group: member.record.party_group.clone(),
        reason: None,
        late: false,
        exclusion: None,
    };
    Ok(roster::members_on(reader, day)?.into_iter().filter(is_expected).map(row).collect())
}

/// How a frozen list differs from the roster of its day; `None` when it does not.
pub(in crate::meetings) fn drift(
    reader: &Reader<'_>,
    head: &MeetingHead,
    frozen: &[AttendanceRow],
) -> Result<Option<ExpectedDrift>, VaultError> {
    let mut listed: BTreeMap<_, _> = frozen.iter().map(|row| (row.member, row)).collect();
    let stands = |row: &AttendanceRow| (row.kind, row.voting, row.attendance_not_required);
    let mut drift = ExpectedDrift::default();
    for row in expected(reader, head)? {
        match listed.remove(&row.member) {
            None => drift.missing.push(row.name),
            Some(before) if stands(before) != stands(&row) => drift.changed.push(row.name),
            Some(_) => {}
        }
    }
    drift.surplus = listed.into_values().map(|row| row.name.clone()).collect();
    Ok((drift != ExpectedDrift::default()).then_some(drift))
}
