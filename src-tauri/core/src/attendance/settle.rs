//! Two attendances at one meeting as one.

use rusqlite::{Row, named_params};

use super::{AttendanceStatus, Exclusion};
use crate::values::{MemberId, date_title};
use crate::vault::{Tx, VaultError};

/// Of two attendances at one meeting the stronger stays: present, on leave, not required, absent, not recorded. Why
/// somebody did not count among the voting members (V11) stays, unless the person was there. Tells what does not stay.
pub(crate) fn settle(tx: &Tx<'_>, keep: MemberId, drop: MemberId) -> Result<Vec<String>, VaultError> {
    let at_both = |one: MemberId, other: MemberId| {
        tx.all(include_str!("sql/attendance_at_both.sql"), [one.0, other.0], Attended::from_row)
    };
    let mut lost = Vec::new();
    for (kept, dropped) in at_both(keep, drop)?.into_iter().zip(at_both(drop, keep)?) {
        let (both, told) = united(&kept.stand, &dropped.stand);
        let exclusion = both.exclusion.as_ref();
        tx.execute(
            include_str!("sql/set_attendance.sql"),
            named_params! {
                ":meeting": kept.meeting,
                ":member": keep.0,
                ":status": both.status,
                ":reason": both.reason,
                ":late": both.late,
                ":exclusion": exclusion.map(|exclusion| exclusion.ground),
                ":consent": exclusion.map(|exclusion| &exclusion.consent),
                ":decision": exclusion.map(|exclusion| &exclusion.decision),
            },
        )?;
        lost.extend(told.into_iter().map(|told| format!("{}{told}", kept.heading)));
    }
    tx.execute(include_str!("sql/drop_attendance_twice.sql"), [keep.0, drop.0])?;
    Ok(lost)
}

/// How one of the two records stood to a meeting at which both were expected.
struct Attended {
    meeting: i64,
    /// Its day and title.
    heading: String,
    stand: Stand,
}

/// What was recorded of someone at a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Stand {
    status: Option<AttendanceStatus>,
    reason: Option<String>,
    late: bool,
    exclusion: Option<Exclusion>,
}

/// The two as one, and what of either does not stay.
fn united(kept: &Stand, dropped: &Stand) -> (Stand, Vec<String>) {
    let (stronger, weaker) = if dropped.strength() > kept.strength() { (dropped, kept) } else { (kept, dropped) };
    let excluded = kept.exclusion.as_ref().or(dropped.exclusion.as_ref());
    let both = Stand {
        exclusion: excluded.filter(|_| stronger.status != Some(AttendanceStatus::Present)).cloned(),
        ..stronger.clone()
    };
    let mut lost = Vec::new();
    if weaker.came() != both.came() {
        lost.extend(weaker.told());
    }
    let mut exclusions: Vec<_> = [kept, dropped].into_iter().filter_map(|stand| stand.exclusion.as_ref()).collect();
    exclusions.dedup();
    let gone = exclusions.into_iter().filter(|exclusion| Some(*exclusion) != both.exclusion.as_ref());
    lost.extend(gone.map(|Exclusion { ground, consent, decision }| {
        format!("不计入应到（{}；上级同意：{consent}；大会通过：{decision}）", ground.title())
    }));
    (both, lost)
}

impl Stand {
    fn strength(&self) -> u8 {
        match self.status {
            Some(AttendanceStatus::Present) => 4,
            Some(AttendanceStatus::OnLeave) => 3,
            Some(AttendanceStatus::NotRequired) => 2,
            Some(AttendanceStatus::Absent) => 1,
            None => 0,
        }
    }

    fn came(&self) -> (Option<AttendanceStatus>, bool, &str) {
        (self.status, self.late, self.reason.as_deref().unwrap_or_default())
    }

    /// `None` where nothing was recorded.
    fn told(&self) -> Option<String> {
        let status = match self.status? {
            AttendanceStatus::Present if self.late => "到会（迟到）",
            status => status.title(),
        };
        let reason = self.reason.as_deref().filter(|reason| !reason.is_empty());
        Some(reason.map_or_else(|| status.to_owned(), |reason| format!("{status}（{reason}）")))
    }
}

impl Attended {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let (held_on, title): (_, String) = (row.get("held_on")?, row.get("title")?);
        let exclusion = match row.get("exclusion")? {
            Some(ground) => Some(Exclusion {
                ground,
                consent: row.get("exclusion_consent")?,
                decision: row.get("exclusion_decision")?,
            }),
            None => None,
        };
        Ok(Self {
            meeting: row.get("meeting_id")?,
            heading: format!("{}“{title}”", date_title(held_on)),
            stand: Stand { status: row.get("status")?, reason: row.get("reason")?, late: row.get("late")?, exclusion },
        })
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::AttendanceStatus::{Absent, OnLeave, Present};
    use super::*;
    use crate::attendance::ExclusionGround;

    fn stand(status: AttendanceStatus, late: bool, excluded: &str) -> Stand {
        let exclusion = (!excluded.is_empty()).then(|| Exclusion {
            ground: ExclusionGround::Abroad,
            consent: excluded.to_owned(),
            decision: "2026-05-01".to_owned(),
        });
        Stand { status: Some(status), reason: None, late, exclusion }
    }

    #[rstest]
    #[case::absent_and_late(stand(Absent, false, ""), stand(Present, true, ""), stand(Present, true, ""), &["缺席"])]
    #[case::on_time_and_late(stand(Present, false, ""), stand(Present, true, ""), stand(Present, false, ""), &["到会（迟到）"])]
    #[case::excluded_and_there(
        stand(OnLeave, false, "甲"), stand(Present, false, ""), stand(Present, false, ""),
        &["请假", "不计入应到（自费出国半年以上；上级同意：甲；大会通过：2026-05-01）"]
    )]
    #[case::excluded_and_away(stand(OnLeave, false, ""), stand(Absent, false, "甲"), stand(OnLeave, false, "甲"), &["缺席"])]
    #[case::excluded_twice(
        stand(Absent, false, "甲"), stand(Absent, false, "乙"), stand(Absent, false, "甲"),
        &["不计入应到（自费出国半年以上；上级同意：乙；大会通过：2026-05-01）"]
    )]
    #[case::the_same(stand(Absent, false, "甲"), stand(Absent, false, "甲"), stand(Absent, false, "甲"), &[])]
    fn of_two_attendances_the_stronger_stays_whole_and_the_rest_is_told(
        #[case] kept: Stand,
        #[case] dropped: Stand,
        #[case] expected: Stand,
        #[case] lost: &[&str],
    ) {
        assert_eq!(united(&kept, &dropped), (expected, lost.iter().map(ToString::to_string).collect()));
    }
}
