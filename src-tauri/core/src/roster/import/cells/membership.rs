//! Who in a list is no member, or no longer one: said by columns that are not imported, by remarks, by the name.

use super::leaving;
use super::text::text;
use super::words::{self, Word};
use crate::outside::Cell;
use crate::roster::import::cells;
use crate::roster::import::titles::normal;
use crate::roster::{ImportColumn, ImportField, MemberKind, Particular, Standing};

/// A column that tells who is no member.
pub(in crate::roster::import) struct Watched {
    /// From 0.
    pub(in crate::roster::import) index: u32,
    /// Its title, without stars and brackets.
    pub(in crate::roster::import) title: String,
    how: How,
}

/// How a column tells it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// It is filled in for nobody else: 转出时间.
    WhenFilled,
    /// By a word: 党员状态.
    ByWord,
    /// Somewhere in a text: 备注.
    InText,
    /// By nothing but that, where something else should stand: a party group 已转出.
    Instead,
}

/// What a row's watched columns say.
#[derive(Default)]
pub(in crate::roster::import) struct Said {
    /// The kind, where the kind's own column is silent; of several the more exact one.
    pub(in crate::roster::import) kind: Option<MemberKind>,
    /// Which column says that the probation is not over, and how.
    pub(in crate::roster::import) probationary: Option<(String, String)>,
    /// A sentence that the person is no member yet.
    pub(in crate::roster::import) outsider: Option<String>,
    /// A sentence that the person has left.
    pub(in crate::roster::import) gone: Option<String>,
    /// A sentence that the membership is suspended.
    pub(in crate::roster::import) suspended: Option<String>,
}

/// Parts of titles of columns that say what somebody is.
const STATES: [&str; 16] = [
    "面貌",
    "党籍",
    "状态",
    "阶段",
    "类别",
    "类型",
    "身份",
    "性质",
    "是否",
    "预/正",
    "正/预",
    "在册",
    "转正情况",
    "组织关系",
    "党派",
    "转接",
];

/// Fields in whose cells people write that somebody has left.
const SPOKEN_IN: [ImportField; 9] = [
    ImportField::PartyGroup,
    ImportField::Office,
    ImportField::Mobile,
    ImportField::Landline,
    ImportField::JobPosition,
    ImportField::Unit,
    ImportField::BranchName,
    ImportField::Address,
    ImportField::Education,
];

/// The columns that tell, but for those that `is_wanted` leaves out.
pub(in crate::roster::import) fn watched(
    columns: &[ImportColumn],
    is_wanted: impl Fn(&ImportColumn) -> bool,
    below: &[&[Cell]],
) -> Vec<Watched> {
    let watched = |column: &ImportColumn| {
        let title = normal(&column.header);
        if words::is_about_others(&title) {
            return None;
        }
        let how = match column.field {
            None if title.is_empty() => How::InText,
            None if leaving::is_for_the_gone(&title) && !title.contains("是否") => How::WhenFilled,
            None if words::is_remark(&title) => How::InText,
            None if STATES.iter().any(|part| title.contains(part)) || says_who_has_left(column, &title, below) => {
                How::ByWord
            }
            Some(ImportField::Note) => How::InText,
            Some(ImportField::Particular(Particular::ConversionState)) => How::ByWord,
            Some(field) if SPOKEN_IN.contains(&field) && is_said_instead(column, below) => How::Instead,
            _ => return None,
        };
        Some(Watched { index: column.index, title, how })
    };
    columns.iter().filter(|column| is_wanted(column)).filter_map(watched).collect()
}

fn is_said_instead(column: &ImportColumn, below: &[&[Cell]]) -> bool {
    let mut cells = below.iter().filter_map(|row| row.get(column.index as usize)).map(text);
    cells.any(|text| leaving::is_said_instead(&text))
}

/// Whether the cells of a column say something about membership, whatever its title: each of them, or some that somebody
/// has left or is no member.
fn says_who_has_left(column: &ImportColumn, title: &str, below: &[&[Cell]]) -> bool {
    let cells = below.iter().filter_map(|row| row.get(column.index as usize)).map(text);
    let mut says = cells.filter(|text| !text.is_empty()).map(|text| cells::word(title, &text)).peekable();
    says.peek().is_some()
        && (says.clone().all(|word| word.is_some())
            || says.any(|word| matches!(word, Some(Word::Gone | Word::Outsider))))
}

/// What they say of one row.
pub(in crate::roster::import) fn said(watched: &[Watched], row: &[Cell]) -> Said {
    let mut said = Said::default();
    for column in watched {
        let Some(cell) = row.get(column.index as usize) else { continue };
        let text = text(cell);
        if text.is_empty() {
            continue;
        }
        let title = &column.title;
        let word = cells::word(title, &text);
        let gone = match column.how {
            How::WhenFilled => {
                !["否", "不是", "0", "N", "×", "FALSE", "正常", "在册"].contains(&text.as_str())
                    && !text.starts_with('未')
            }
            How::ByWord => word == Some(Word::Gone) || leaving::says_elsewhere(title, &text),
            How::InText => leaving::says_gone(&text),
            How::Instead => leaving::is_said_instead(&text),
        };
        if gone {
            said.gone.get_or_insert_with(|| gone_by(title, &text));
        }
        match word {
            _ if column.how == How::Instead => {}
            Some(Word::Member(MemberKind::Probationary)) => {
                said.kind = Some(MemberKind::Probationary);
                said.probationary.get_or_insert_with(|| (title.clone(), text.clone()));
            }
            Some(Word::Member(kind)) => said.kind = said.kind.or(Some(kind)),
            Some(Word::Outsider) => {
                said.outsider.get_or_insert_with(|| format!("“{title}”写着“{text}”"));
            }
            // 停止党籍时间 is filled in for nobody else.
            word if word == Some(Word::Standing(Standing::Suspended))
                || (word.is_none() && is_suspension(title, &text)) =>
            {
                said.suspended.get_or_insert_with(|| format!("“{title}”写着“{text}”，按停止党籍导入，请核对"));
            }
            _ => {}
        }
    }
    said
}

fn is_suspension(title: &str, text: &str) -> bool {
    title.contains("停止党籍") && !["否", "0", "N", "未"].iter().any(|no| text.starts_with(no))
}

/// The sentence that somebody has left, and by what it is known.
pub(super) fn gone_by(title: &str, text: &str) -> String {
    let short: String = text.chars().take(30).collect();
    let column = if title.is_empty() { "没有栏目名的一栏".to_owned() } else { format!("“{title}”") };
    format!("{column}写着“{short}”，像是已经不在本支部，先不导入；确实还在的，请勾选")
}
