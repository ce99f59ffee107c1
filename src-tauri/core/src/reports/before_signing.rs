//! What to think of before a report is signed: afterwards it stands.

use chrono::NaiveDate;

use super::QuarterlyReport;
use crate::values::day_title;

/// Meetings that are named; more are counted.
const MOST_NAMED: usize = 3;

/// What signing on `today` would mean, each a sentence; nothing when the quarter is over and every meeting is settled.
pub(super) fn before_signing(report: &QuarterlyReport, today: NaiveDate) -> Vec<String> {
    let mut sentences = Vec::new();
    let last = report.quarter.last_day();
    if today <= last {
        let left = match (last - today).num_days() {
            0 => "今天才结束".to_owned(),
            days => format!("还有 {days} 天（到{}）", day_title(last)),
        };
        sentences.push(format!(
            "本季度{left}。现在签名，以后的会议和学习都不在这份报告里；签名后再改，就要写明理由，另出更正版"
        ));
    }
    let open: Vec<_> = report.meetings.iter().filter(|meeting| !meeting.held).collect();
    if !open.is_empty() {
        let named = open.iter().take(MOST_NAMED).map(|meeting| format!("{}{}", day_title(meeting.on), meeting.title));
        let named = named.collect::<Vec<_>>().join("、");
        let more = if open.len() > MOST_NAMED { "等" } else { "" };
        sentences.push(format!(
            "有 {} 次会议既没有登记到会，也没有取消（{named}{more}），报告里写作“未召开”；签名后再登记，也要先写明理由",
            open.len()
        ));
    }
    sentences
}
