//! A statement of WeChat, Alipay or a bank as the window shows it, and what is taken over from it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::dues::{DuesPart, DuesPayment, DuesWay};
use crate::outside::FileToken;
use crate::roster::MemberId;
use crate::values::Fen;

/// Looks into a statement; changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesImportPreviewRequest {
    pub file: FileToken,
    /// Which sheet; `None` takes the first that looks like a statement.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Which columns, chosen by hand; `None` tells them by their names.
    #[serde(default)]
    pub columns: Option<DuesImportColumns>,
}

/// Where in a statement what stands: numbers of columns, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesImportColumns {
    /// The row with the names of the columns, from 0.
    pub header: u32,
    /// 交易时间
    pub time: u32,
    /// 交易对方
    pub party: u32,
    /// 金额
    pub amount: u32,
    /// 收/支; `None` when every positive amount came in.
    #[serde(default)]
    pub direction: Option<u32>,
    /// 当前状态
    #[serde(default)]
    pub status: Option<u32>,
    /// 交易单号
    #[serde(default)]
    pub transaction: Option<u32>,
    /// 备注、附言
    #[serde(default)]
    pub note: Option<u32>,
    /// 商品、摘要, where a transfer has what its payer wrote
    #[serde(default)]
    pub goods: Option<u32>,
    /// 交易类型, which tells 红包
    #[serde(default)]
    pub kind: Option<u32>,
}

/// What was read of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuesImportPreview {
    /// The file's name, without folder.
    pub file_name: String,
    /// Which sheet was read, and which there are.
    pub sheet: String,
    pub sheets: Vec<String>,
    /// Whose statement it is.
    pub way: DuesWay,
    /// The names of the columns, as they stand there; where none are found, those of the row that looks most like them.
    pub header: Vec<String>,
    pub columns: DuesImportColumns,
    /// Which columns are missing, in one Chinese sentence; then nothing was read, the columns are a first guess, and somebody
    /// has to choose them. Empty when all is well.
    pub unread: String,
    /// 对上了: the person and the months are certain.
    pub matched: Vec<DuesImportRow>,
    /// 要看一看: the person, or for which months, is not.
    pub doubtful: Vec<DuesImportRow>,
    /// 与党费无关: spent, refunded, closed, neutral, or no row of money at all.
    pub ignored: u32,
    /// Entered already, by the number of the transaction.
    pub known: u32,
}

/// One payment that came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuesImportRow {
    /// The row of the sheet, from 1, as the sheet counts them.
    pub row: u32,
    pub paid_on: NaiveDate,
    /// 交易对方 as it stands there.
    pub party: String,
    /// 备注、商品 as they stand there.
    pub note: String,
    pub amount: Fen,
    pub transaction: String,
    /// Whose dues it is taken for; `None` where that cannot be told.
    pub member: Option<MemberId>,
    pub name: String,
    /// For which months, as proposed: all of the amount, or nothing where that cannot be told.
    pub months: Vec<DuesPart>,
    /// Why it has to be looked at, in one Chinese sentence; empty for what is certain.
    pub doubt: String,
}

/// Takes payments over from a statement, and keeps under which names people pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesImportRequest {
    pub payments: Vec<DuesPayment>,
    #[serde(default)]
    pub aliases: Vec<DuesAlias>,
}

/// Under which name somebody pays by telephone: learnt once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DuesAlias {
    pub alias: String,
    pub member: MemberId,
}

/// What was taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DuesImportOutcome {
    pub payments: u32,
    pub amount: Fen,
}
