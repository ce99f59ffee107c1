//! What can go wrong with rule sets.

use chrono::NaiveDate;

use crate::files::FileError;
use crate::outside::{Broken, SealError};
use crate::problem::{Explain, Invalid};
use crate::rules::SetFault;
use crate::signing::SigningError;
use crate::values::date_title;
use crate::vault::VaultError;

/// Why a rule set is not taken over or not signed; nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum RuleSetError {
    #[error(transparent)]
    Broken(#[from] Broken),
    #[error(transparent)]
    Fault(#[from] SetFault),
    #[error("签发这份规程的“{0}”不在可信的签名人里，没有采用")]
    Untrusted(String),
    /// Today, or on the day on which the set says it was made.
    #[error("这份规程的签名证书有效期是{from}至{to}，{on}不在有效期内，没有采用", from = date_title(*.from), to = date_title(*.to), on = date_title(*.on))]
    Expired { from: NaiveDate, to: NaiveDate, on: NaiveDate },
    #[error("这份规程写的制作日期是{day}，比今天还晚，没有采用", day = date_title(*.0))]
    FromTheFuture(NaiveDate),
    #[error("这份规程就是现在用的第 {0} 号，不用再采用")]
    Same(u32),
    #[error("这份规程是第 {number} 号，比现在用的第 {in_use} 号旧，没有采用")]
    Older { number: u32, in_use: u32 },
    #[error("这个文件在查看以后变了，没有采用")]
    SeenOther,
    #[error("现在用的就是程序自带的规程，没有可以恢复的")]
    NothingAdopted,
    #[error("规程没有写成文件，没有签发：{0}")]
    Unwritten(#[from] serde_json::Error),
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error(transparent)]
    Signing(#[from] SigningError),
    #[error(transparent)]
    Invalid(#[from] Invalid),
    #[error(transparent)]
    File(#[from] FileError),
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for RuleSetError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        Some(match self {
            Self::Fault(error) => error,
            Self::Seal(error) => error,
            Self::Signing(error) => error,
            Self::Invalid(error) => error,
            Self::File(error) => error,
            Self::Vault(error) => error,
            _ => return None,
        })
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Broken(Broken::Foreign) => "not_a_rule_set",
            Self::Broken(Broken::CutOff) => "rule_set_cut_off",
            Self::Broken(Broken::Changed) => "rule_set_changed",
            Self::Broken(Broken::BadSignature) => "rule_set_bad_signature",
            Self::Broken(Broken::TooLarge) => "rule_set_too_large",
            Self::Untrusted(_) => "rule_set_untrusted",
            Self::Expired { .. } => "rule_set_certificate_expired",
            Self::FromTheFuture(_) => "rule_set_from_the_future",
            Self::Same(_) => "rule_set_same",
            Self::Older { .. } => "rule_set_older",
            Self::SeenOther => "rule_set_seen_other",
            Self::NothingAdopted => "no_rule_set_adopted",
            other => other.passed_on().map_or("internal", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Broken(Broken::Foreign) => "请选择上级发来的规程文件（文件名以 .zbrules 结尾）",
            Self::Broken(_) => "请让对方重新发送原文件",
            Self::Untrusted(_) => "请先对照盖章的备案表核对指纹，再到“签名证书”页登记为可信的签名人",
            Self::Expired { .. } => "请让签发的单位续期证书以后重新签发",
            Self::FromTheFuture(_) => "请先检查这台电脑的日期；日期没有错的，让对方重新签发",
            Self::SeenOther => "请重新选择文件，看过以后再采用",
            other => return other.passed_on().and_then(Explain::hint),
        };
        Some(hint.to_owned())
    }
}
