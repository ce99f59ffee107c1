//! 会议记录.

use zhibu_core::meetings::Minutes;

use super::page::{Page, moment};

/// In the order of `templates/minutes.typ`: what was entered; an empty part is left out.
pub(super) fn write(page: &mut Page<'_>, minutes: &Minutes) {
    page.title(&[&minutes.branch, "会议记录"]);
    for (name, text) in entries(minutes) {
        if !text.trim().is_empty() {
            page.entry(name, &text);
        }
    }
    if !minutes.followed_up.is_empty() {
        page.head("上次决议落实情况");
        for (index, note) in minutes.followed_up.iter().enumerate() {
            let done = if note.done { "（已办结）" } else { "" };
            page.text(&format!("{}.{}：{}{done}", index + 1, note.resolution, note.text));
        }
    }
    if !minutes.agenda.is_empty() {
        page.head("会议内容");
        for item in &minutes.agenda {
            if !item.title.is_empty() {
                page.subhead(&item.title);
            }
            page.text(&item.content);
            for point in &item.points {
                match point.speaker.as_str() {
                    "" => page.text(&point.content),
                    speaker => page.text(&format!("{speaker}：{}", point.content)),
                }
            }
        }
    }
    if !minutes.activity.is_empty() {
        page.head("活动情况");
        page.text(&minutes.activity);
    }
    if !minutes.examinations.is_empty() {
        page.head("对照检查");
        for one in &minutes.examinations {
            page.subhead(&one.name);
            for (name, text) in [("查摆的问题", &one.problems), ("整改承诺", &one.promises)] {
                if !text.is_empty() {
                    page.text(&format!("{name}：{text}"));
                }
            }
        }
    }
    if !minutes.votes.is_empty() {
        page.head("表决情况");
        for vote in &minutes.votes {
            page.subhead(&vote.subject);
            page.text(&vote.announcement);
        }
    }
    if !minutes.resolutions.is_empty() {
        page.head("会议决议");
        for (index, resolution) in minutes.resolutions.iter().enumerate() {
            page.text(&format!("{}.{resolution}", index + 1));
        }
    }
    page.space();
    page.hands(&["主持人", "记录人"]);
    page.open_date();
}

fn entries(minutes: &Minutes) -> [(&'static str, String); 13] {
    let tally = &minutes.tally;
    let until = match minutes.ended_at {
        None => String::new(),
        Some(end) if end.date() == minutes.started_at.date() => format!("—{}", end.format("%H:%M")),
        Some(end) => format!("—{}", moment(end)),
    };
    let late = if tally.late > 0 { format!("其中迟到{}人，", tally.late) } else { String::new() };
    let attendance = format!(
        "应到{}人，实到{}人，{late}请假{}人，缺席{}人；有表决权的应到{}人，实到{}人",
        tally.expected, tally.present, tally.on_leave, tally.absent, tally.voting_expected, tally.voting_present
    );
    [
        ("会议名称", minutes.title.clone()),
        ("会议类别", minutes.kinds.clone()),
        ("时间", moment(minutes.started_at) + &until),
        ("地点", minutes.place.clone()),
        ("主持人", minutes.chair.clone()),
        ("记录人", minutes.recorder.clone()),
        ("到会情况", attendance),
        ("到会人员", minutes.present.join("、")),
        ("请假人员", minutes.on_leave.join("、")),
        ("缺席人员", minutes.absent.join("、")),
        ("不作要求", minutes.not_required.join("、")),
        ("列席人员", minutes.observers.join("、")),
        ("党课", minutes.lecture.clone()),
    ]
}
