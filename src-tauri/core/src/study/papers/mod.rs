//! The papers of study: 年度计划, 签到表, 学习记录, 学时台账, 个人学习记录.

mod person;
mod plan;
mod session;
#[cfg(test)]
mod tests;
mod year;

use chrono::NaiveDate;

use super::{StudyError, StudyKind, StudySession, StudySessionId, StudyTopicId};
use crate::desk::Door;
use crate::outside::{Block, Column, Page, Writing};
use crate::paper::{Drawn, papers};
use crate::roster::MemberId;
use crate::values::Room;

papers! {
    /// The papers of study.
    StudyPaper, StudyError;
    /// 年度学习计划
    StudyPlanSheet { year: i32 } = plan::plan_sheet;
    /// 学习签到表 of a session
    StudySignIn { session: StudySessionId } = session::sign_in;
    /// 学习签到表 of a topic that is still to be learnt; its day is left to a hand
    StudyTopicSignIn { topic: StudyTopicId } = session::topic_sign_in;
    /// 学习记录
    StudyRecord { session: StudySessionId } = session::record;
    /// 学时台账 of a year
    StudyLedger { year: i32 } = year::ledger_sheet;
    /// 个人学习记录 of a year
    StudyOfMember { member: MemberId, year: i32 } = person::of_member;
}

const ROOMS: &[Room] = &[Room::Study, Room::Library, Room::Attachments, Room::Roster, Room::Branch];

/// A form of these blocks below the branch and its title.
fn form(branch: String, title: String, blocks: Vec<Block>) -> Drawn {
    let head = Block::title([&branch, &title]);
    let blocks = std::iter::once(head).chain(blocks).collect();
    Drawn::writing(Writing { title, branch, page: Page::Form, blocks }, ROOMS)
}

fn branch(door: &Door<'_>, on: NaiveDate) -> Result<String, StudyError> {
    Ok(door.read(|reader| (door.letterhead)(reader, on))?.branch)
}

/// A table below its title; nothing where it has no row.
fn titled_table(title: &str, columns: Vec<Column>, rows: Vec<Vec<String>>) -> Vec<Block> {
    if rows.is_empty() { Vec::new() } else { vec![Block::head(title), Block::table(columns, rows)] }
}

/// `集中学习（集中培训）`
fn kind(session: &StudySession) -> String {
    let intensive = if session.intensive && session.kind != StudyKind::Course { "（集中培训）" } else { "" };
    format!("{}{intensive}", session.kind.title())
}
