//! What travels between the window and the room.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::roster::{Member, MemberId, MemberKind, Sex};
use crate::rules::Finding;
use crate::values::{IdNumber, PartialDate, TransferId, titled};

/// How far a transfer is. It follows from the dates and is never entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TransferState {
    /// 待回执: issued, not yet accepted, still valid
    Waiting,
    /// 已过期: issued, and no longer valid before anybody accepted it (口袋党员)
    Expired,
    /// 已转出
    MovedOut,
    /// 已退回: came back or was withdrawn; the member stays
    Returned,
    /// 已重开: another letter was issued in its place
    Replaced,
    /// 转入待接收
    Arrived,
    /// 已接收
    Accepted,
    /// 已退回对方
    SentBack,
}

titled! { TransferState {
    Waiting => "待回执",
    Expired => "已过期",
    MovedOut => "已转出",
    Returned => "已退回",
    Replaced => "已重开",
    Arrived => "转入待接收",
    Accepted => "已接收",
    SentBack => "已退回对方",
} }

/// A letter that goes out, as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Letter {
    /// `None` issues one.
    pub id: Option<TransferId>,
    /// Who goes.
    pub member: Option<MemberId>,
    /// 编号, `2026-007`; empty takes the year's next one.
    #[serde(default)]
    pub number: String,
    /// 抬头: the committee that passes the letter on, or accepts it
    pub addressee: String,
    /// 转往的党组织
    pub to_organization: String,
    /// 现所在党组织
    pub from_organization: String,
    /// 转出原因
    #[serde(default)]
    pub reason: String,
    /// The date on the letter.
    pub issued_on: NaiveDate,
    /// 有效期, in days (E12).
    pub valid_days: u32,
    /// 党费交至, a month.
    pub dues_paid_to: Option<PartialDate>,
    /// 党员联系电话; empty takes the roster's.
    #[serde(default)]
    pub phone: String,
    /// 党员原所在基层党委通讯地址
    #[serde(default)]
    pub address: String,
    /// 联系电话 of that committee
    #[serde(default)]
    pub office_phone: String,
    /// 邮编
    #[serde(default)]
    pub postcode: String,
    /// 经办人
    #[serde(default)]
    pub handled_by: String,
    /// The letter that this one replaces.
    #[serde(default)]
    pub replaces: Option<TransferId>,
}

/// A letter that came in, as entered from the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Arrival {
    /// `None` adds one.
    pub id: Option<TransferId>,
    /// 姓名
    pub name: String,
    /// 正式 or 预备
    pub kind: MemberKind,
    /// 公民身份号码
    pub id_number: Option<IdNumber>,
    /// 性别
    pub sex: Option<Sex>,
    /// 民族
    #[serde(default)]
    pub ethnicity: String,
    /// 出生日期
    pub birth: Option<PartialDate>,
    /// 入党日期
    pub joined: Option<PartialDate>,
    /// 转正日期
    pub converted: Option<PartialDate>,
    /// 党员联系电话
    #[serde(default)]
    pub mobile: String,
    /// 转出的党组织
    pub from_organization: String,
    /// 回执寄往: 党员原所在基层党委; empty means `from_organization`.
    #[serde(default)]
    pub reply_to: String,
    /// The letter's number, as the other side gave it.
    #[serde(default)]
    pub number: String,
    /// The date on the letter.
    pub issued_on: NaiveDate,
    /// 有效期, in days.
    pub valid_days: u32,
    /// The day on which it came in.
    pub received_on: NaiveDate,
    /// 党费交至, a month.
    pub dues_paid_to: Option<PartialDate>,
    /// 经办人
    #[serde(default)]
    pub handled_by: String,
}

/// What was entered, by direction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "direction", rename_all = "snake_case")]
pub enum TransferContent {
    /// 转出
    Out {
        /// As entered.
        letter: Letter,
    },
    /// 转入
    In {
        /// As entered; the id number is left out unless it was asked for.
        arrival: Arrival,
        /// The id number with its middle hidden.
        id_number_masked: Option<String>,
        /// Former members who may be this person: of the same id number or name.
        former: Vec<FormerMember>,
    },
}

/// Someone who was in the branch before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FormerMember {
    pub id: MemberId,
    pub name: String,
    /// Since when the person is no longer a member here.
    pub left_on: NaiveDate,
    /// Has the same id number.
    pub same_id_number: bool,
}

/// A transfer in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferRow {
    pub id: TransferId,
    /// How far.
    pub state: TransferState,
    /// 编号
    pub number: String,
    /// The member, once in the roster.
    pub member: Option<MemberId>,
    /// 姓名
    pub name: String,
    /// 正式 or 预备, on the day of the letter.
    pub kind: MemberKind,
    /// 转往 or 来自
    pub other_organization: String,
    /// The date on the letter.
    pub issued_on: NaiveDate,
    /// Its last valid day.
    pub valid_to: NaiveDate,
    /// The day on which it came to its end.
    pub ended_on: Option<NaiveDate>,
    /// What is most pressing about it.
    pub finding: Option<Finding>,
}

/// One transfer, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferView {
    /// As in the list.
    #[serde(flatten)]
    pub row: TransferRow,
    /// What was entered.
    pub content: TransferContent,
    /// Its way, first to last.
    pub steps: Vec<TransferStep>,
    /// What the rules say, most pressing first.
    pub findings: Vec<Finding>,
    /// What stays blank on the paper because nobody entered it, in Chinese.
    pub blanks: Vec<String>,
    /// The letter it replaces.
    pub replaces: Option<TransferRef>,
    /// The letter that replaces it.
    pub replaced_by: Option<TransferRef>,
    /// Why it came back.
    pub reason: String,
    /// 回执 went out on.
    pub receipt_sent_on: Option<NaiveDate>,
}

/// Another letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferRef {
    pub id: TransferId,
    pub number: String,
}

/// A step of a transfer's way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferStep {
    /// What, in Chinese.
    pub title: String,
    /// When; `None` when not yet.
    pub on: Option<NaiveDate>,
    /// Where to, why, or by when.
    pub note: String,
    /// Done, at this point, or still to come.
    pub state: TransferStepState,
    /// The day of it that can be corrected on its own; `None` where there is none yet, or the form of the letter has it.
    pub day: Option<TransferDay>,
}

/// Whether a step was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TransferStepState {
    /// Done.
    Done,
    /// What is waited for.
    Current,
    /// What is waited for, and late.
    Late,
    /// Still to come.
    Ahead,
}

/// Reads one transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TransferGetRequest {
    pub id: TransferId,
    /// Give the id number in full, for editing.
    #[serde(default)]
    pub reveal: bool,
}

/// For what a blank form is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TransferDraftRequest {
    /// Who goes.
    #[serde(default)]
    pub member: Option<MemberId>,
    /// The letter in whose place one is to be issued.
    #[serde(default)]
    pub replaces: Option<TransferId>,
}

/// Forms filled in as far as the program knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TransferDraft {
    /// A letter that goes out.
    pub letter: Letter,
    /// A letter that came in.
    pub arrival: Arrival,
}

/// Something happened to a transfer on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TransferDayRequest {
    pub id: TransferId,
    pub on: NaiveDate,
}

/// A day that is on record for a transfer, in the order of its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TransferDay {
    /// 开具: the date on the letter
    Issued,
    /// 收到
    Received,
    /// 接收 or 退回
    Ended,
    /// 寄回回执
    ReceiptSent,
}

/// A day was written down wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TransferCorrectRequest {
    /// Of which transfer.
    pub id: TransferId,
    /// Which day.
    pub day: TransferDay,
    /// When it really was.
    pub on: NaiveDate,
}

/// A letter goes back where it came from, or was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TransferReturnRequest {
    pub id: TransferId,
    pub on: NaiveDate,
    pub reason: String,
}

/// The branch accepts who came with a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TransferAcceptRequest {
    pub id: TransferId,
    /// The first day of membership here.
    pub on: NaiveDate,
    /// The former member who comes back; `None` adds a member.
    #[serde(default)]
    pub member: Option<MemberId>,
}

/// A transfer as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    pub id: TransferId,
    /// Out or in, with what was entered.
    pub course: Course,
    /// How it ended; `None` while open.
    pub ended: Option<Ended>,
}

/// The direction of a transfer, with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Course {
    /// 转出
    Out(Box<Outgoing>),
    /// 转入
    In(Box<Incoming>),
}

/// A letter that goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// As entered.
    pub letter: Letter,
    /// Who goes, as the roster has the person now.
    pub member: Member,
    /// The letter that was issued in its place.
    pub replaced_by: Option<Replacement>,
}

/// A letter issued in place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replacement {
    pub id: TransferId,
    /// The date on it.
    pub issued_on: NaiveDate,
}

/// A letter that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// As entered.
    pub arrival: Arrival,
    /// Whom the person became in the roster.
    pub member: Option<MemberId>,
    /// 回执 went out on.
    pub receipt_sent_on: Option<NaiveDate>,
}

/// How a transfer ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// The day: of acceptance, or of coming back.
    pub on: NaiveDate,
    pub how: EndedHow,
    /// Why it came back.
    pub reason: String,
}

/// Accepted or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndedHow {
    /// 接收
    Accepted,
    /// 退回
    Returned,
}
