//! What the tests of the room share.

use super::*;
use crate::problem::Problem;
use crate::roster::MemberId;
use crate::testing::TestFile;

pub(super) const TODAY: &str = "2026-11-23";

/// Adds so many full members.
pub(super) fn members(file: &mut TestFile, count: usize) -> Vec<MemberId> {
    (0..count).map(|n| file.add_member(&format!("党员{n:03}"), |_| ())).collect()
}

/// A meeting of one kind on a day, as a request.
pub(super) fn plan(kind: MeetingKind, day: &str) -> MeetingHead {
    MeetingHead {
        id: None,
        kinds: vec![kind],
        title: String::new(),
        planned_at: format!("{day}T14:00:00").parse().unwrap(),
        started_at: None,
        ended_at: None,
        place: "二楼会议室".into(),
        chair: "张三".into(),
        recorder: "李四".into(),
        ..MeetingHead::default()
    }
}

/// Stores a meeting.
pub(super) fn save(file: &mut TestFile, request: MeetingHead) -> MeetingId {
    crate::meetings::save(&mut file.desk("meeting_save"), request).unwrap().value.head.id.unwrap()
}

/// Reads a meeting.
pub(super) fn get(file: &mut TestFile, id: MeetingId) -> MeetingView {
    crate::meetings::get(&mut file.desk("meeting_get"), id).unwrap()
}

pub(super) fn entry(member: MemberId, status: AttendanceStatus) -> AttendanceEntry {
    AttendanceEntry::of(member, status)
}

pub(super) fn attend(
    file: &mut TestFile,
    id: MeetingId,
    entries: Vec<AttendanceEntry>,
) -> Result<MeetingView, MeetingError> {
    save_attendance(&mut file.desk("attendance_save"), AttendanceRequest { id, entries }).map(|done| done.value)
}

/// A held general meeting of `members`, the first `present` of whom came.
pub(super) fn held(file: &mut TestFile, members: &[MemberId], present: usize) -> MeetingId {
    let id = save(file, plan(MeetingKind::General, TODAY));
    let status = |n| if n < present { AttendanceStatus::Present } else { AttendanceStatus::Absent };
    let entries = members.iter().enumerate().map(|(n, member)| entry(*member, status(n))).collect();
    attend(file, id, entries).unwrap();
    id
}

pub(super) fn vote(meeting: MeetingId, motion: MotionKind) -> Vote {
    Vote {
        meeting,
        id: None,
        subject: match motion {
            MotionKind::Ordinary => "通过工作计划",
            MotionKind::Admission => "接收李某某为预备党员",
            MotionKind::Conversion => "李某某按期转正",
            MotionKind::Election => "选举支部书记",
        }
        .into(),
        motion,
        ballot: BallotKind::Secret,
        votes_for: 0,
        votes_against: 0,
        abstained: 0,
        written_for: 0,
        written_against: 0,
    }
}

pub(super) fn fields<T: std::fmt::Debug>(outcome: Result<T, MeetingError>) -> Vec<String> {
    Problem::from(outcome.unwrap_err()).fields.into_iter().map(|field| field.field).collect()
}

pub(super) fn code<T: std::fmt::Debug>(outcome: Result<T, MeetingError>) -> String {
    Problem::from(outcome.unwrap_err()).code
}

pub(super) fn record(id: MeetingId) -> MeetingRecordRequest {
    MeetingRecordRequest {
        id,
        agenda: vec![
            AgendaItem {
                title: "学习".into(),
                content: " 第一段\n\n第二段<script>\t".into(),
                points: vec![Point { speaker: "李四".into(), content: "谈体会".into() }],
            },
            AgendaItem { title: "讨论".into(), ..AgendaItem::default() },
        ],
        resolutions: vec![Resolution {
            text: "购置学习书籍".into(),
            responsible: Some("张三".into()),
            due: "2026-12-10".parse().ok(),
            ..Resolution::default()
        }],
    }
}
