//! What the roster refuses, in the user's words.

use chrono::NaiveDate;

use crate::desk::Cancelled;
use crate::files::FileError;
use crate::outside::{PictureError, SheetError};
use crate::problem::{Explain, FieldProblem, Invalid};
use crate::values::date_title;
use crate::vault::VaultError;

/// What can go wrong in the roster.
#[derive(Debug, thiserror::Error)]
pub enum RosterError {
    /// Fields that cannot be accepted.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// No such member.
    #[error("名册里没有这个人，可能已被撤销")]
    NotFound,
    /// Someone of this name, perhaps the same person, is in the roster already.
    #[error("名册里已有同名且出生日期可能相同的{}，还没有添加", .0.join("、"))]
    PossibleDuplicate(Vec<String>),
    /// A record cannot be merged with itself.
    #[error("这是同一份记录，不需要合并")]
    SameRecord,
    /// Nobody talks with himself.
    #[error("这两份记录登记过彼此谈心谈话（{days}），{0}不会和自己谈话，没有合并", days = titles(.1))]
    TalkedWithEachOther(String, Vec<NaiveDate>),
    /// It came about by a transfer.
    #[error("{0}是随组织关系转接登记的，在这里没有改动")]
    CorrectedAtTransfer(&'static str),
    /// No such coming or leaving any more.
    #[error("这条登记已经不在，可能已被改动，没有保存任何内容")]
    NoSuchStay,
    /// A chosen file cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// What was chosen cannot be kept as a photo.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// No saved view of that name.
    #[error("没有这个名字的常用名册，可能已被删去")]
    NoSuchView,
    /// The chosen file can no longer be read.
    #[error("选中的文件读不到了，没有读入任何内容")]
    FileGone,
    /// Not a sheet that can be read.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// No row of the sheet looks like a roster's header.
    #[error("表格里没有找到“姓名”一栏，没有读入任何内容")]
    NoNameColumn,
    /// Labels with one person's values beside them.
    #[error("这是一个人的登记表，不是名册，没有读入任何内容")]
    OnePersonForm,
    /// A table of somebody's family.
    #[error("表里是家庭成员（带“称谓”或“关系”一栏），不是党员名册，没有读入任何内容")]
    Relatives,
    /// The only people stand in a sheet that nobody sees.
    #[error("名单在隐藏的工作表“{0}”里，没有读入任何内容")]
    HiddenSheet(String),
    /// The file is not the one that was previewed.
    #[error("文件在核对之后有改动，没有导入任何内容")]
    FileChanged,
    /// Every row came in.
    #[error("没有问题行要导出：每一行都导入了")]
    NoProblemRows,
    /// The list to be exported is empty.
    #[error("这份名单里没有人，没有导出")]
    NobodyListed,
    /// The user stopped it.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The gate refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Explain for RosterError {
    fn code(&self) -> &'static str {
        match self {
            Self::Invalid(error) => error.code(),
            Self::NotFound => "member_not_found",
            Self::PossibleDuplicate(_) => "possible_duplicate",
            Self::SameRecord => "same_record",
            Self::TalkedWithEachOther(..) => "talked_with_each_other",
            Self::CorrectedAtTransfer(_) => "corrected_at_transfer",
            Self::NoSuchStay => "no_such_stay",
            Self::File(error) => error.code(),
            Self::Picture(error) => error.code(),
            Self::NoSuchView => "view_not_found",
            Self::FileGone => "file_gone",
            Self::Sheet(error) => error.code(),
            Self::NoNameColumn => "no_name_column",
            Self::OnePersonForm => "one_person_form",
            Self::Relatives => "relatives",
            Self::HiddenSheet(_) => "hidden_sheet",
            Self::FileChanged => "file_changed",
            Self::NoProblemRows => "no_problem_rows",
            Self::NobodyListed => "nobody_listed",
            Self::Cancelled(_) => "cancelled",
            Self::Vault(error) => error.code(),
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Invalid(error) => return error.hint(),
            Self::Vault(error) => return error.hint(),
            Self::File(error) => return error.hint(),
            Self::Picture(error) => return error.hint(),
            Self::NotFound | Self::NoSuchView | Self::SameRecord | Self::NoProblemRows | Self::Cancelled(_) => {
                return None;
            }
            Self::TalkedWithEachOther(..) => {
                "不是同一个人的，不要合并；是同一个人的，请到“谈心谈话”里改正那一次的双方，记错了的删去，再合并"
            }
            Self::CorrectedAtTransfer(_) => "请到“组织关系转接”里打开那一次转接，在那里更正日期",
            Self::NoSuchStay => "请重新打开这个人，看看现在的经历",
            Self::NobodyListed => "请先清除查找和筛选，再导出",
            Self::PossibleDuplicate(_) => "请看看是不是同一个人：是的，打开已有的记录；不是的，再确认添加",
            Self::FileGone => "请重新选择文件",
            Self::Sheet(SheetError::Encrypted) => "请在表格软件中取消密码、另存一份再导入",
            Self::Sheet(SheetError::OtherKind(_)) => {
                "请选名册的表格文件；内容就在这个文件里的，请用能打开它的软件打开，另存为 .xlsx 再导入"
            }
            Self::Sheet(_) => "请在表格软件中打开核对，另存为 .xlsx 再导入",
            Self::NoNameColumn => "请核对是否选对了文件和工作表；表头一行应有“姓名”，没有的可以自己指定",
            Self::Relatives => "请选党员名册；家庭成员可以在党员的资料里填写",
            Self::OnePersonForm => "请在“党员名册”里用“添加党员”填写这个人；要成批导入，请用每人一行的名册",
            Self::HiddenSheet(_) => "请在表格软件中取消隐藏、保存，再导入",
            Self::FileChanged => "请重新核对一次再导入",
        };
        Some(hint.to_owned())
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::Invalid(error) => error.fields(),
            _ => Vec::new(),
        }
    }
}

fn titles(days: &[NaiveDate]) -> String {
    days.iter().map(|day| date_title(*day)).collect::<Vec<_>>().join("、")
}
