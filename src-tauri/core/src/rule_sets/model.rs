//! Rule sets on the wire.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::outside::FileToken;
use crate::rules::{CheckChange, Finding, HolidayChange, RuleChange, RuleSetHead};

/// Which rule set is in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleSetView {
    pub in_use: RuleSetHead,
    /// The one that came with the program.
    pub built_in: RuleSetHead,
    /// The one that was taken over, in use or not.
    pub adopted: Option<AdoptedRuleSet>,
    /// The last year whose holidays are known.
    pub holidays_to: Option<i32>,
    /// Ids of rules and checks that the set has and this program does not know.
    pub unknown: Vec<String>,
}

/// A rule set that was taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AdoptedRuleSet {
    /// `None` where it can no longer be read.
    pub head: Option<RuleSetHead>,
    /// Under which name the signer was trusted then.
    pub signer: String,
    pub adopted_on: NaiveDate,
    /// Why the program's own is in use instead; `None` where it is in use itself.
    pub passed_over: Option<String>,
}

/// Looks into a file with a rule set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RuleSetRequest {
    pub file: FileToken,
}

/// Takes a rule set over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RuleSetAdoptRequest {
    pub file: FileToken,
    /// Of the preview: what is taken over is what was looked at.
    pub seen: String,
}

/// What a rule set would change. Nothing is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleSetPreview {
    pub file_name: String,
    /// To be sent along when it is taken over.
    pub seen: String,
    pub head: RuleSetHead,
    pub in_use: RuleSetHead,
    pub signer: RuleSetSigner,
    pub rules: Vec<RuleChange>,
    pub holidays: Vec<HolidayChange>,
    pub checks: Vec<CheckChange>,
    /// What would be on the home page today and is not now.
    pub appear: Vec<Finding>,
    /// What is on the home page today and would not be.
    pub vanish: Vec<Finding>,
}

/// Who signed a rule set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleSetSigner {
    /// As the certificate says.
    pub subject: String,
    /// 64 upper-case hex digits, to be compared with the stamped sheet.
    pub fingerprint: String,
    /// Under which name it is trusted here; `None` where it is not, and the set cannot be taken over.
    pub known_as: Option<String>,
}

/// The rule set in use as texts, to be edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleSetTexts {
    pub head: RuleSetHead,
    /// By file name.
    pub texts: BTreeMap<String, String>,
}

/// Signs a rule set with the branch's certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RuleSetSignRequest {
    pub name: String,
    /// Higher than that of the set in use.
    pub number: u32,
    pub holds_from: NaiveDate,
    /// What is new in it, in plain words.
    pub changes: String,
    /// By file name, all of them.
    pub texts: BTreeMap<String, String>,
    pub file: FileToken,
}
