//! What the rules say about one meeting. Findings, never blocks (trap 3).

pub(super) mod owed;
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate};

use super::votes::fitting::Place;
use super::votes::subject::Known;
use super::votes::{counting, fitting};
use super::{
    AttendanceStatus, Circle, MeetingHead, MeetingId, MeetingKind, MeetingRow, MeetingState, MeetingView, MotionKind,
    VoteView,
};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::values::{Room, date_title, day_title};

/// What a meeting's own numbers say: its time passed without attendance, it was held without a record, too few came.
pub(super) fn of_meeting(meeting: &MeetingRow, rules: &RuleBook, today: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(&kind) = meeting.kinds.first() else { return findings };
    let on = meeting.at.date();
    let day = if on.year() == today.year() { day_title(on) } else { date_title(on) };
    let name = format!("{day}“{}”", meeting.title);
    let subject = about(Some(meeting.id));
    if meeting.state == MeetingState::Planned && on < today {
        // As long as a meeting may be written down (B21) it may be entered.
        let due = rules.number(RuleId::B21, "working_days", on).and_then(|days| usize::try_from(days).ok());
        let due = due.map_or(on, |days| rules.workdays().after(on, days));
        let severity = if due < today { Severity::Late } else { Severity::Due };
        let message = format!("{name}时间已过，还没有登记到会");
        findings.push(subject.finding(rule(kind), severity, message, "登记到会").due_on(due).keyed("past"));
    }
    let mut add = |severity, rule: RuleId, key: &str, message: String, action: &str| {
        findings.push(subject.finding(rule, severity, message, action).due_on(on).keyed(key));
    };
    let Some(tally) = meeting.tally.filter(|_| meeting.state == MeetingState::Held) else { return findings };
    if tally.unrecorded > 0 {
        let message = format!("{name}还有 {} 名党员没有登记到会情况", tally.unrecorded);
        add(Severity::Due, rule(kind), "unrecorded", message, "登记到会");
    } else if meeting.kinds.contains(&MeetingKind::General)
        && !counting::needs(MotionKind::Ordinary, tally.voting_expected, tally.voting_present).may_start
    {
        let message = format!(
            "{name}到会有表决权的党员 {} 名，不足应到 {} 名的半数",
            tally.voting_present, tally.voting_expected
        );
        add(Severity::Late, RuleId::B10, "quorum", message, "核对");
    } else if Circle::of(&meeting.kinds) == Circle::Committee
        && !counting::committee_may_meet(tally.expected + tally.not_required, tally.present)
    {
        let message = format!(
            "{name}到会委员 {} 名，不足全体委员 {} 名的半数",
            tally.present,
            tally.expected + tally.not_required
        );
        add(Severity::Late, RuleId::B11, "quorum", message, "核对");
    }
    if !meeting.has_record {
        findings.extend(unwritten(meeting, rules, today));
    }
    findings
}

/// B21: a meeting that was held is written down within so many working days.
fn unwritten(meeting: &MeetingRow, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let on = meeting.at.date();
    let days = rules.number(RuleId::B21, "working_days", on)?;
    let due = rules.workdays().after(on, usize::try_from(days).ok()?);
    let (severity, so_far) = if due < today {
        (Severity::Late, format!("已过 {days} 个工作日"))
    } else {
        (Severity::Due, "已召开".to_owned())
    };
    let caveat = rules.workdays().counted(on, due);
    let message = format!("{}“{}”{so_far}，还没有填写会议记录{caveat}", day_title(on), meeting.title);
    Some(about(Some(meeting.id)).finding(RuleId::B21, severity, message, "填写").due_on(due))
}

fn about(meeting: Option<MeetingId>) -> Subject {
    Subject { room: Room::Meetings, id: meeting.map(|MeetingId(id)| id) }
}

/// What shows only in a meeting's details: a committee that does not exist, leave without a reason, an agenda that is
/// only begun, votes whose frozen numbers no longer fit the attendance.
pub(super) fn of_details(meeting: &MeetingView, place: Place<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let subject = about(meeting.head.id);
    let mut add = |severity, rule: RuleId, message: String, action: &str| {
        findings.push(subject.finding(rule, severity, message, action));
    };
    let asked_by = meeting.head.kinds.first().map_or(RuleId::B09, |kind| rule(*kind));
    if meeting.head.kinds.contains(&MeetingKind::Committee) && !place.has_committee {
        let message = "本支部不设支部委员会，应由支部委员会办的事由支部党员大会办".to_owned();
        add(Severity::Notice, RuleId::B06, message, "核对");
    }
    let gave_no_reason = |row: &&super::AttendanceRow| {
        row.status == Some(AttendanceStatus::OnLeave) && row.reason.as_deref().unwrap_or_default().trim().is_empty()
    };
    let is_away = |row: &&super::AttendanceRow| {
        matches!(row.status, Some(AttendanceStatus::OnLeave | AttendanceStatus::Absent))
            && row.name == meeting.head.chair
    };
    if let Some(chair) = meeting.attendance.iter().find(is_away) {
        add(Severity::Notice, RuleId::B13, format!("主持人{}登记为没有到会，请核对", chair.name), "核对");
    }
    let names: Vec<_> = meeting.attendance.iter().filter(gave_no_reason).map(|row| row.name.as_str()).collect();
    if !names.is_empty() {
        add(Severity::Due, RuleId::E11, format!("{}请假，还没有填写事由", names.join("、")), "填写");
    }
    for (number, item) in (1..).zip(&meeting.agenda) {
        let lacks = |lack: fn(&super::Point) -> &str| item.points.iter().any(|point| lack(point).trim().is_empty());
        if item.title.trim().is_empty() {
            add(Severity::Due, asked_by, format!("议题 {number} 还没有写议什么"), "填写");
        }
        if lacks(|point| &point.speaker) {
            add(Severity::Due, asked_by, format!("议题 {number} 有发言还没有写发言人"), "填写");
        }
        if lacks(|point| &point.content) {
            add(Severity::Due, asked_by, format!("议题 {number} 有发言还没有写要点"), "填写");
        }
    }
    // What was stored before votes were asked to fit their meeting.
    for VoteView { vote, .. } in &meeting.votes {
        for misfit in fitting::misfits(vote, place, &Known::default()) {
            add(Severity::Late, misfit.rule, format!("“{}”：{}", vote.subject, misfit.message), "核对");
        }
    }
    let tally = meeting.tally;
    let outdated =
        |vote: &&VoteView| (vote.voting_expected, vote.voting_present) != (tally.voting_expected, tally.voting_present);
    let asks = |motion| match motion {
        MotionKind::Ordinary => RuleId::B10,
        MotionKind::Admission | MotionKind::Conversion => RuleId::D15,
        MotionKind::Election => RuleId::V03,
    };
    for VoteView { vote, voting_present, .. } in meeting.votes.iter().filter(outdated) {
        let message = format!(
            "“{}”按到会有表决权的党员 {voting_present} 名表决，现登记到会 {} 名，请核对后重新保存这项表决",
            vote.subject, tally.voting_present
        );
        add(Severity::Late, asks(vote.motion), message, "核对");
    }
    for VoteView { vote, voting_present, .. } in &meeting.votes {
        let silent = voting_present.saturating_sub(vote.votes_for + vote.votes_against + vote.abstained);
        if silent > 0 {
            let message =
                format!("“{}”到会有表决权的党员里有 {silent} 名没有计入赞成、不赞成和弃权，请核对", vote.subject);
            add(Severity::Notice, asks(vote.motion), message, "核对");
        }
    }
    findings
}

/// Whether a meeting is chaired by somebody who may (B13). The chair is written as people write: a name, an office, or
/// both. Nothing is said where nobody holds an office.
pub(super) fn of_chair(head: &MeetingHead, may_chair: &[String]) -> Option<Finding> {
    let kind = if head.kinds.contains(&MeetingKind::General) { MeetingKind::General } else { *head.kinds.first()? };
    let message = match kind {
        MeetingKind::General | MeetingKind::Committee => {
            format!("主持人{}不是支部书记、副书记或者委员，请核对", head.chair)
        }
        MeetingKind::Group => format!("主持人{}不是这个党小组的组长，请核对", head.chair),
        _ => return None,
    };
    let titles = match kind {
        MeetingKind::Group => &["组长"] as &[_],
        _ => &["书记", "委员"],
    };
    let is_named = may_chair.iter().any(|name| head.chair.contains(name.as_str()));
    let is_fine = head.chair.is_empty()
        || may_chair.is_empty()
        || is_named
        || titles.iter().any(|title| head.chair.contains(title));
    (!is_fine).then(|| about(head.id).finding(RuleId::B13, Severity::Notice, message, "核对"))
}

/// The rule that asks for a kind of meeting.
pub(super) fn rule(kind: MeetingKind) -> RuleId {
    match kind {
        MeetingKind::General => RuleId::B09,
        MeetingKind::Committee => RuleId::B11,
        MeetingKind::Group => RuleId::B12,
        MeetingKind::Lecture => RuleId::B18,
        MeetingKind::ThemeDay => RuleId::B14,
        MeetingKind::OrganizationalLife => RuleId::B15,
        MeetingKind::Appraisal => RuleId::B16,
    }
}
