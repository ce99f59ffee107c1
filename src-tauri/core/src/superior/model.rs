//! The superior's side on the wire.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::outside::FileToken;
use crate::values::{Period, Quarter};

/// Identifies a branch below the committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct SuperiorBranchId(pub i64);

/// Identifies a report that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct SuperiorReportId(pub i64);

/// A branch below the committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SuperiorBranch {
    /// `None` for a new one.
    pub id: Option<SuperiorBranchId>,
    /// As it stands in the branch's certificate and reports.
    pub name: String,
    /// Whom to call.
    #[serde(default)]
    pub contact: String,
    #[serde(default)]
    pub phone: String,
    /// The first quarter of which a report is expected; `None` from ever.
    #[serde(default)]
    pub since: Option<Quarter>,
    /// The last one; `None` for ever.
    #[serde(default)]
    pub until: Option<Quarter>,
    #[serde(default)]
    pub note: String,
}

impl SuperiorBranch {
    /// Whether a report on the period is expected of it: it was there for some of it.
    pub fn reports_in(&self, period: Period) -> bool {
        let ended_before = |until: Quarter| until.last_day() < period.first_day();
        self.since.is_none_or(|since| since <= period.last_quarter()) && !self.until.is_some_and(ended_before)
    }
}

/// A branch with its certificates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SuperiorBranchView {
    #[serde(flatten)]
    pub branch: SuperiorBranch,
    /// Fingerprints of its trusted certificates.
    pub certificates: Vec<String>,
    /// How many reports it has handed in; with some it cannot be deleted.
    pub reports: u32,
}

/// Trusts certificates from enrolment sheets. A branch that is not in the list yet is added to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SuperiorEnrolRequest {
    pub entries: Vec<SuperiorEnrolment>,
}

/// A certificate and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SuperiorEnrolment {
    pub name: String,
    /// 64 hex digits as copied from the sheet, or the text of its QR code.
    pub fingerprint: String,
}

/// Takes the reports in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SuperiorCollectRequest {
    pub folder: FileToken,
    /// Only reports of this period; `None` of any.
    #[serde(default, alias = "quarter")]
    pub period: Option<Period>,
    /// Lines of a list of fingerprints, perhaps with names, that are trusted beside those on record; whose report is taken
    /// is put on record.
    #[serde(default)]
    pub trust: Vec<String>,
}

/// What became of the files in a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SuperiorCollected {
    /// Taken now.
    pub taken: u32,
    /// Those of them that are a second or later version: corrections.
    pub corrections: u32,
    /// Taken before, or there twice.
    pub known: u32,
    pub refused: u32,
    /// The user stopped; what was taken until then is kept.
    pub stopped: bool,
    /// Why each was refused, in the order of the files.
    pub refusals: Vec<SuperiorRefusal>,
    /// The period of the sums: the one asked for, else the newest on record.
    pub period: Option<Period>,
    /// The sums of that period by column.
    pub sums: BTreeMap<String, i64>,
}

/// A file that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct SuperiorRefusal {
    /// Its name from the chosen folder on.
    pub file: String,
    /// Machine-readable reason.
    pub code: String,
    /// What is wrong and what to do, a Chinese sentence.
    pub sentence: String,
}

/// Asks for a period; `None` for the newest of which there is a report, else the one that ended last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SuperiorPeriodRequest {
    #[serde(alias = "quarter")]
    pub period: Option<Period>,
}

/// A quarter, a half of a year or a year: who has reported, and what it comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SuperiorPeriod {
    pub period: Period,
    /// Quarters of which there are reports, the newest first.
    pub periods: Vec<Period>,
    /// Every branch that has reported or should have, by name.
    pub rows: Vec<SuperiorRow>,
    /// What can be summed.
    pub columns: Vec<SuperiorColumn>,
    /// What the last look into a folder did not take.
    pub refusals: Vec<SuperiorRefusal>,
}

/// A branch in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SuperiorRow {
    pub branch: SuperiorBranchId,
    pub name: String,
    pub contact: String,
    pub phone: String,
    /// Its newest version; `None` when it has not reported.
    pub report: Option<SuperiorReport>,
}

/// A report that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SuperiorReport {
    pub id: SuperiorReportId,
    /// 1, 2, …
    pub version: u32,
    pub signed_at: DateTime<FixedOffset>,
    pub received_on: NaiveDate,
    /// When its receipt was signed last.
    pub receipted_on: Option<NaiveDate>,
    /// What has to be known about it, in Chinese; may be empty.
    pub remark: String,
    /// Whole numbers by column; one that the report does not have is missing.
    pub figures: BTreeMap<String, i64>,
}

/// A figure that reports have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SuperiorColumn {
    pub key: String,
    /// Its Chinese name.
    pub title: String,
    /// It is an amount in fen.
    pub is_money: bool,
    /// Over the newest versions of all branches.
    pub sum: i64,
    /// How many reports have it.
    pub count: u32,
}

/// Saves a period's figures as a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SuperiorExportRequest {
    #[serde(alias = "quarter")]
    pub period: Period,
    pub file: FileToken,
}

/// Signs receipts and puts them into a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SuperiorReceiptsRequest {
    #[serde(alias = "quarter")]
    pub period: Period,
    /// For this report alone; `None` for the newest version of each branch.
    #[serde(default)]
    pub report: Option<SuperiorReportId>,
    pub folder: FileToken,
}

/// Receipts that were put into a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SuperiorReceipts {
    pub saved: u32,
    /// The user stopped; what was saved until then is there.
    pub stopped: bool,
}
