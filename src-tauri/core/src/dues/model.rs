//! What travels between the window and the room. Amounts are fen.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::outside::FileToken;
use crate::roster::{MemberId, MemberKind};
use crate::rules::RuleId;
use crate::values::{DuesEntryId, DuesPaymentId, Fen, MeetingId, Month, titled};

/// Identifies a base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct DuesBaseId(pub i64);

/// How it is told what somebody owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DuesKind {
    /// 按月领取工资: a rate of the month's base (F01)
    Salary,
    /// 年薪制: the same, of a twelfth of the year's base
    YearlySalary,
    /// 离退休 (F03)
    Retired,
    /// 学生、下岗失业、低保: a fixed amount (F04)
    Fixed,
    /// 农民: an amount within limits (F04)
    Farmer,
    /// 少交: an amount that branch and superior agreed to (F05)
    Reduced,
    /// 免交, agreed to in the same way (F05)
    Waived,
}

titled! { DuesKind {
    Salary => "按月领取工资",
    YearlySalary => "年薪制",
    Retired => "离退休",
    Fixed => "学生、下岗失业、低保",
    Farmer => "农民",
    Reduced => "少交",
    Waived => "免交",
} }

impl DuesKind {
    /// Whether a rate is taken of a base.
    pub fn has_base(self) -> bool {
        matches!(self, Self::Salary | Self::YearlySalary | Self::Retired)
    }

    /// Whether the amount of a month is agreed upon.
    pub fn has_amount(self) -> bool {
        matches!(self, Self::Farmer | Self::Reduced)
    }

    /// Whether branch and superior have to agree, for a time (F05).
    pub fn is_relief(self) -> bool {
        matches!(self, Self::Reduced | Self::Waived)
    }
}

/// 党费基数: what somebody's dues are taken of, from a month until the next one begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesBase {
    /// `None` adds one.
    pub id: Option<DuesBaseId>,
    pub member: MemberId,
    pub kind: DuesKind,
    pub from: Month,
    /// The last month of a relief; then what was so before holds again. `None` for all other kinds.
    #[serde(default)]
    pub to: Option<Month>,
    /// 基数 a month, without tax, insurances, housing fund (F12); of a yearly salary that of the year. Of kinds with a rate.
    #[serde(default)]
    pub base: Option<Fen>,
    /// What is owed for a month, where it is agreed upon.
    #[serde(default)]
    pub monthly: Option<Fen>,
    /// When the branch agreed to a relief.
    #[serde(default)]
    pub branch_agreed_on: Option<NaiveDate>,
    /// When the superior agreed to it.
    #[serde(default)]
    pub superior_agreed_on: Option<NaiveDate>,
    #[serde(default)]
    pub note: String,
}

/// Several bases at once, as those of a new year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesBasesRequest {
    pub bases: Vec<DuesBase>,
}

/// In which way it was paid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DuesWay {
    /// 现金
    #[default]
    Cash,
    /// 银行转账
    Transfer,
    /// 微信
    Wechat,
    /// 支付宝
    Alipay,
    /// 其他
    Other,
}

titled! { DuesWay {
    Cash => "现金",
    Transfer => "银行转账",
    Wechat => "微信",
    Alipay => "支付宝",
    Other => "其他",
} }

/// One payment of one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesPayment {
    /// `None` adds one.
    pub id: Option<DuesPaymentId>,
    /// Whose dues they are.
    pub member: MemberId,
    pub paid_on: NaiveDate,
    #[serde(default)]
    pub way: DuesWay,
    /// Who brought it, where that was somebody else at the member's wish; nobody pays for another (F11).
    #[serde(default)]
    pub payer: String,
    /// 收款人
    #[serde(default)]
    pub received_by: String,
    /// Number of the receipt.
    #[serde(default)]
    pub receipt: String,
    /// As the statement of an account has it; one is entered once.
    #[serde(default)]
    pub transaction: String,
    #[serde(default)]
    pub note: String,
    /// For which months, how much each.
    pub months: Vec<DuesPart>,
}

/// What a payment holds for one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesPart {
    pub month: Month,
    pub amount: Fen,
}

/// Fields of the grid as they were typed, taken or pasted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesPayRequest {
    pub entries: Vec<DuesPayEntry>,
    /// The day of those that are new.
    pub paid_on: NaiveDate,
    #[serde(default)]
    pub way: DuesWay,
}

/// What one member has paid for one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesPayEntry {
    pub member: MemberId,
    pub month: Month,
    /// All of it; nothing takes out what stood there.
    pub amount: Fen,
    /// Why it is not what was owed, or what else is to be noted; `None` leaves the note of an amount that stays.
    #[serde(default)]
    pub note: Option<String>,
}

/// Which year, and who of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesYearRequest {
    pub year: i32,
    /// Only whose name contains it; empty for everybody.
    #[serde(default)]
    pub search: String,
    /// Only who lacks something.
    #[serde(default)]
    pub lacking: bool,
    /// Pages of [`DuesYear::PAGE`] people, from 0.
    #[serde(default)]
    pub page: u32,
}

/// A year of dues: members by months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuesYear {
    pub year: i32,
    /// One page of them, in the order of the roster.
    pub rows: Vec<DuesRow>,
    /// How many there are on all pages.
    pub total: u32,
    /// The twelve months, of everybody whoever is listed.
    pub months: Vec<DuesSum>,
    /// The four quarters.
    pub quarters: Vec<DuesSum>,
    pub whole: DuesSum,
    /// Members without a base for the present month, or the year's last.
    pub without_base: u32,
    /// Members who lack something of the months that are over.
    pub in_arrears: u32,
    /// What they lack together.
    pub lacking: Fen,
}

impl DuesYear {
    /// How many people a page has.
    pub const PAGE: u32 = 200;
}

/// What was owed and paid in a stretch of months.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct DuesSum {
    pub owed: Fen,
    pub paid: Fen,
    /// Members who owed something.
    pub owing: u32,
    /// Those of them who paid all of it.
    pub settled: u32,
}

/// One member's year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuesRow {
    pub member: MemberId,
    pub name: String,
    pub kind: MemberKind,
    /// Left the branch meanwhile.
    pub has_left: bool,
    /// The base of the year's last month that it has one for.
    pub base: Option<DuesBase>,
    /// The relief that ended with the year before, or in the year: it may be agreed to again.
    pub ended: Option<DuesBase>,
    /// The twelve months.
    pub cells: Vec<DuesCell>,
    pub owed: Fen,
    pub paid: Fen,
    /// What is lacking of the months that are over.
    pub lacking: Fen,
    /// How many of these months.
    pub lacking_months: u32,
}

/// One member's month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuesCell {
    pub state: DuesState,
    /// What was owed; nothing where no base was set.
    pub owed: Fen,
    pub paid: Fen,
    /// How many payments it comes from.
    pub payments: u32,
    /// What was noted with them: why it is not what was owed, from whom it came …
    pub note: String,
}

/// How a member's month stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DuesState {
    /// 不在本支部: owes nothing here
    Outside,
    /// 未核定: no base is set
    Unset,
    /// 免交
    Waived,
    /// 未到期: not over yet, and not paid
    Open,
    /// 欠交: over, and not or not wholly paid
    Lacking,
    /// 已交
    Settled,
    /// 多交: more than was owed
    More,
}

titled! { DuesState {
    Outside => "不在本支部",
    Unset => "没有核定基数",
    Waived => "免交",
    Open => "还没有交",
    Lacking => "欠交",
    Settled => "已交",
    More => "多于应交",
} }

/// Everything about one member's dues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuesMember {
    pub member: MemberId,
    pub name: String,
    /// The newest first.
    pub bases: Vec<DuesBase>,
    /// The newest first.
    pub payments: Vec<DuesPayment>,
    /// Names under which the member pays by telephone.
    pub aliases: Vec<String>,
    /// The last month up to which everything is paid; `None` when nothing is.
    pub paid_to: Option<Month>,
}

/// What kind of line of 收支.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DuesEntryKind {
    /// 期初结余
    Opening,
    /// 上缴上级
    HandedUp,
    /// 上级返还、拨付
    Returned,
    /// 其他收入
    OtherIncome,
    /// 使用
    Spent,
}

titled! { DuesEntryKind {
    Opening => "期初结余",
    HandedUp => "上缴上级",
    Returned => "上级返还、拨付",
    OtherIncome => "其他收入",
    Spent => "使用",
} }

impl DuesEntryKind {
    /// Whether it makes the balance larger.
    pub fn is_income(self) -> bool {
        matches!(self, Self::Opening | Self::Returned | Self::OtherIncome)
    }
}

/// The five uses that are permitted (中组发〔2008〕3号 第十九条).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DuesUse {
    /// 培训党员
    Training,
    /// 订阅或购买用于开展党员教育的报刊、资料、音像制品和设备
    Materials,
    /// 表彰先进
    Honours,
    /// 补助生活困难的党员
    Hardship,
    /// 补助遭受严重自然灾害的党员和修缮受灾的教育设施
    Disaster,
}

titled! { DuesUse {
    Training => "培训党员",
    Materials => "党员教育的报刊、资料和设备",
    Honours => "表彰先进",
    Hardship => "补助生活困难的党员",
    Disaster => "补助受灾党员、修缮受灾设施",
} }

/// A line of 收支.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesEntry {
    /// `None` adds one.
    pub id: Option<DuesEntryId>,
    pub on: NaiveDate,
    pub kind: DuesEntryKind,
    /// Above 0.
    pub amount: Fen,
    /// The months that are handed up.
    #[serde(default)]
    pub from: Option<Month>,
    #[serde(default)]
    pub to: Option<Month>,
    /// What it was spent for.
    #[serde(default)]
    pub spent_for: Option<DuesUse>,
    /// The meeting that decided upon it.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
    /// From or to whom.
    #[serde(default)]
    pub party: String,
    /// 凭证号
    #[serde(default)]
    pub voucher: String,
    /// What it was; for what is spent never empty.
    #[serde(default)]
    pub note: String,
}

/// Which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesLedgerRequest {
    pub year: i32,
}

/// A year's 收支.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuesLedger {
    pub year: i32,
    /// The newest first.
    pub entries: Vec<DuesEntryRow>,
    /// What was there when the year began, in fen.
    #[ts(as = "f64")]
    pub before: i64,
    /// What members paid in the year.
    pub paid_in: Fen,
    pub handed_up: Fen,
    pub returned: Fen,
    pub other_income: Fen,
    pub spent: Fen,
    /// What is there at its end, or now, in fen.
    #[ts(as = "f64")]
    pub balance: i64,
    /// What was spent for each use.
    pub uses: Vec<DuesUseSum>,
    /// When the year was published (F13).
    pub published: Option<DuesPublication>,
}

/// What was spent for one use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DuesUseSum {
    pub spent_for: DuesUse,
    pub amount: Fen,
}

/// A line of 收支 in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuesEntryRow {
    #[serde(flatten)]
    pub entry: DuesEntry,
    /// What the meeting that decided is called, with its day.
    pub meeting_title: String,
    /// How many files are kept with it: vouchers, receipts.
    pub files: u32,
    /// What is there after it, in fen; less than nothing where more went out than was entered as come in.
    #[ts(as = "f64")]
    pub balance: i64,
}

/// 公布: when and where the members were told of a year's dues (F13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesPublication {
    pub year: i32,
    pub published_on: NaiveDate,
    /// 公布栏, 党员大会 …
    pub place: String,
    #[serde(default)]
    pub note: String,
}

/// Asks what somebody owes for a month, without any file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesRateRequest {
    pub kind: DuesKind,
    /// Fen a month, of a yearly salary fen a year; what was agreed, of a farmer or a reduced amount.
    #[serde(default)]
    pub base_fen: Fen,
    /// By the rules of that day.
    pub on: NaiveDate,
}

/// What is owed for a month, and by which rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DuesRate {
    pub fen: Fen,
    pub rule: RuleId,
}

/// Saves a year of dues as XLSX.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesExportRequest {
    pub year: i32,
    pub file: FileToken,
}
