//! What can be wrong with a rule set.

use chrono::NaiveDate;

use super::RuleId;
use crate::problem::Explain;
use crate::values::date_title;

/// Why a set cannot be used. Each says that nothing was taken over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetFault {
    /// Its content is something else.
    #[error("文件里的内容不是规程，没有采用")]
    NotASet,
    #[error("这份规程是给更新版本的程序用的，现在的程序读不了，没有采用")]
    Newer,
    #[error("规程的名称、编号、日期、制发单位或者修改说明没有填好，没有采用")]
    Head,
    #[error("规程里有一个不该有的文件“{0}”，没有采用")]
    OddFile(String),
    #[error("规程里缺少“{0}”，没有采用")]
    NoFile(String),
    /// The line counts from 1.
    #[error("规程的“{file}”第 {line} 行读不懂，没有采用")]
    Unreadable { file: String, line: u64 },
    #[error("规程里缺少程序要用的 {0}，没有采用")]
    NoRule(RuleId),
    #[error("规程的 {0} 缺少程序要用的数字（{1}），没有采用")]
    NoNumber(RuleId, String),
    #[error("规程的 {0} 里有一个数字是 0 或者大得不可能，没有采用")]
    Number(String),
    #[error("规程的 {0} 不是一句完整的话，或者没有写明出处，没有采用")]
    Wording(String),
    #[error("规程的 {0} 起止日期互相矛盾，没有采用")]
    Dates(String),
    #[error("规程的 {0} 有两个条文在{day}同时有效，没有采用", day = date_title(*.1))]
    Overlap(String, NaiveDate),
    #[error("规程里没有{0}年的放假安排，而现在用的规程里有，没有采用")]
    NoYear(i32),
    #[error("规程里缺少档案检查项目 {0}，没有采用")]
    NoCheck(String),
}

impl Explain for SetFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotASet => "not_a_rule_set",
            Self::Newer => "newer_rule_set",
            Self::Head => "rule_set_head",
            Self::OddFile(_) => "rule_set_odd_file",
            Self::NoFile(_) => "rule_set_no_file",
            Self::Unreadable { .. } => "rule_set_unreadable",
            Self::NoRule(_) => "rule_set_no_rule",
            Self::NoNumber(..) => "rule_set_no_number",
            Self::Number(_) => "rule_set_number",
            Self::Wording(_) => "rule_set_wording",
            Self::Dates(_) => "rule_set_dates",
            Self::Overlap(..) => "rule_set_overlap",
            Self::NoYear(_) => "rule_set_no_year",
            Self::NoCheck(_) => "rule_set_no_check",
        }
    }

    fn hint(&self) -> Option<String> {
        Some(match self {
            Self::NotASet => "请让对方重新发送规程文件".to_owned(),
            Self::Newer => "请先升级程序，再采用这份规程".to_owned(),
            _ => "请把这句话告诉制作规程的人，改好以后重新签发".to_owned(),
        })
    }
}
