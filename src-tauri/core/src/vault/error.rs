//! What can go wrong with the file.

use std::io::ErrorKind;

use chrono::NaiveDateTime;
use rusqlite::ErrorCode;

use super::key::RecoveryCodeError;
use crate::problem::{Explain, FieldProblem, Invalid};

/// What can go wrong with the file. Each sentence says what was kept.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The database refused.
    #[error("读写档案时出错，这次操作没有保存任何内容（代码 {}）", number(.0))]
    Database(rusqlite::Error),
    /// No space.
    #[error("磁盘已满，这次操作没有保存；以前保存的内容不受影响")]
    DiskFull,
    /// The medium cannot be written to, or is gone.
    #[error("档案所在的磁盘不能写入（只读或已拔出），这次操作没有保存")]
    NotWritable,
    /// A page does not fit its seal.
    #[error("档案文件有损坏，读不出这部分内容；没有改动任何内容")]
    Damaged,
    /// The key does not open it: a wrong passphrase or code, or a damaged head. Which of them is not said.
    #[error("打不开档案：密码不对，或文件已损坏")]
    CannotOpen,
    /// Nothing is in it.
    #[error("“{0}”是空的（0 字节），没有打开它，也没有改动它")]
    Empty(String),
    /// Something is missing from it.
    #[error("“{0}”不完整：{1}。没有打开它，也没有改动它")]
    Incomplete(String, String),
    /// It is something else.
    #[error("“{0}”不是支部档案，而是{1}，没有打开它，也没有改动它")]
    NotAVault(String, &'static str),
    /// It was made as a backup.
    #[error("这是{}的备份，只能看，没有改动它", .0.format("%-m月%-d日"))]
    IsBackup(NaiveDateTime),
    /// It was made as a backup by an older program, and cannot be brought up to date without changing it.
    #[error("这份备份是旧版本程序的格式，不能直接打开来看；没有改动它")]
    OldBackup,
    /// A backup that the passphrase at hand does not open.
    #[error("这份备份要用做备份时的密码打开")]
    OtherPassphrase,
    /// No backup of that name lies in the folder.
    #[error("找不到备份“{0}”，它可能已经被移走或删除")]
    NoSuchBackup(String),
    /// The copy on the other medium is not what was copied.
    #[error("复制后核对不一致，已删除那份不完整的文件：目的磁盘可能有故障")]
    CopyDiffers,
    /// The system has nothing that shows folders.
    #[error("没能打开文件夹：{0}")]
    NotShown(String),
    /// The user stopped it.
    #[error("已停止，没有留下备份")]
    Stopped,
    /// Someone has it open.
    #[error("这份档案正在另一个窗口里打开")]
    InUse,
    /// Written by a newer program.
    #[error("这份档案是用更新版本的程序保存的，本程序没有打开它，也没有改动它")]
    Newer,
    /// There is no such file.
    #[error("找不到档案文件“{0}”")]
    NotFound(String),
    /// A file of that name stands there already.
    #[error("“{0}”已经存在，没有覆盖它")]
    Exists(String),
    /// The token was not issued in this run.
    #[error("请重新选择文件")]
    UnknownFile,
    /// Nothing to undo or redo.
    #[error("没有可以{0}的操作")]
    NothingToDo(&'static str),
    /// Later changes depend on it.
    #[error("不能{0}“{1}”：后来的改动已经用到它，没有改动任何内容")]
    UndoConflict(&'static str, String),
    /// The system gave no randomness or memory.
    #[error("系统没有提供加密所需的资源，没有生成任何内容")]
    Randomness,
    /// Reading or writing beside the database.
    #[error("读写文件时出错：{reason}；以前保存的内容不受影响", reason = crate::disk::reason(.0))]
    Io(std::io::Error),
    /// The copy did not pass its check.
    #[error("备份没有通过核对，已丢弃；原档案不受影响：{0}")]
    BackupUnsound(String),
    /// A change touched a table that no migration makes.
    #[error("档案里有不属于本程序的表，这次操作没有保存任何内容")]
    UnknownTable,
    /// The code was miscopied.
    #[error("{0}")]
    RecoveryCode(#[from] RecoveryCodeError),
    /// The current passphrase is not right.
    #[error("当前密码不对，没有改动任何内容")]
    WrongCurrent,
    /// The last group is not the printed one.
    #[error("最后一组与恢复码不一致，请对照打印件再输入一次")]
    WrongLastGroup,
    /// Fields of the request.
    #[error("{0}")]
    Invalid(#[from] Invalid),
    /// The user asked to stop.
    #[error("已停止，没有改动任何内容")]
    Cancelled,
    /// Something was changed while long work was being done on what stood there before.
    #[error("处理的时候档案又有改动，这次没有保存任何内容")]
    ChangedMeanwhile,
    /// No file is open.
    #[error("档案已锁定，请先输入密码打开")]
    Locked,
}

impl From<std::io::Error> for VaultError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::DiskFull,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::NotWritable,
            _ => Self::Io(error),
        }
    }
}

/// What is written down as JSON is a value like others.
impl From<serde_json::Error> for VaultError {
    fn from(error: serde_json::Error) -> Self {
        rusqlite::Error::ToSqlConversionFailure(Box::new(error)).into()
    }
}

impl From<rusqlite::Error> for VaultError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::SystemIoFailure | ErrorCode::PermissionDenied) => Self::NotWritable,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged,
            Some(ErrorCode::NotADatabase) => Self::CannotOpen,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            // What a function of the database reports is a text; SQLCipher's export fails so.
            _ if error.to_string().contains("disk is full") => Self::DiskFull,
            _ => Self::Database(error),
        }
    }
}

/// SQLite's number for what went wrong, to be told to who looks into it; 0 where there is none.
fn number(error: &rusqlite::Error) -> i32 {
    error.sqlite_error().map_or(0, |error| error.extended_code)
}

impl Explain for VaultError {
    fn code(&self) -> &'static str {
        match self {
            Self::Database(_) => "database",
            Self::DiskFull => "disk_full",
            Self::NotWritable => "not_writable",
            Self::Damaged => "damaged",
            Self::CannotOpen => "cannot_open",
            Self::Empty(_) => "empty_file",
            Self::Incomplete(..) => "incomplete_file",
            Self::NotAVault(..) => "not_a_vault",
            Self::IsBackup(_) => "is_backup",
            Self::OldBackup => "old_backup",
            Self::OtherPassphrase => "other_passphrase",
            Self::NoSuchBackup(_) => "no_such_backup",
            Self::CopyDiffers => "copy_differs",
            Self::NotShown(_) => "not_shown",
            Self::Stopped => "stopped",
            Self::InUse => "in_use",
            Self::Newer => "newer_file",
            Self::NotFound(_) => "not_found",
            Self::Exists(_) => "exists",
            Self::UnknownFile => "unknown_file",
            Self::NothingToDo(_) => "nothing_to_do",
            Self::UndoConflict(..) => "undo_conflict",
            Self::Randomness => "no_resources",
            Self::Io(_) => "io",
            Self::BackupUnsound(_) => "backup_unsound",
            Self::UnknownTable => "unknown_table",
            Self::RecoveryCode(_) => "recovery_code",
            Self::WrongCurrent => "wrong_current_passphrase",
            Self::WrongLastGroup => "wrong_last_group",
            Self::Invalid(invalid) => invalid.code(),
            Self::Cancelled => "cancelled",
            Self::ChangedMeanwhile => "changed_meanwhile",
            Self::Locked => "locked",
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::CannotOpen => {
                "请再输入一次，注意大小写；忘记密码的，用打印的恢复码打开；确定密码没有输错的，从备份恢复"
            }
            Self::Empty(_) | Self::Incomplete(..) => {
                "如果它放在网盘里，请等网盘把内容取回来再试；也可以重新拷贝一次，或打开“备份”文件夹里最近的一份"
            }
            Self::NotAVault(..) => "请另选支部档案，它的名字通常以 .zhibu 结尾",
            Self::IsBackup(_) => "要接着用它，请点页面上方的“把它当作正式档案使用”",
            Self::OldBackup => "请打开正式档案，在“备份与恢复”里恢复它；现在的档案会另存一份，可以再换回来",
            Self::OtherPassphrase => "请输入做这份备份时的密码，或者当时的恢复码",
            Self::CopyDiffers => "请换一个U盘再试",
            Self::InUse => "请到已打开的窗口中继续，或先把它关闭",
            Self::DiskFull => "请清理磁盘空间后再试",
            Self::NotWritable => "请检查U盘是否插好、文件是否只读",
            Self::Damaged | Self::UnknownTable => "请在“设置”中检查档案，并从最近的备份恢复",
            Self::Newer => "请安装新版本的程序",
            _ => return None,
        };
        Some(hint.to_owned())
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::Invalid(invalid) => invalid.fields(),
            Self::WrongLastGroup => {
                vec![FieldProblem { field: "last_group".to_owned(), message: self.to_string() }]
            }
            Self::WrongCurrent => vec![FieldProblem { field: "current".to_owned(), message: self.to_string() }],
            Self::OtherPassphrase => {
                vec![FieldProblem { field: "passphrase".to_owned(), message: self.to_string() }]
            }
            Self::RecoveryCode(_) => vec![FieldProblem { field: "code".to_owned(), message: self.to_string() }],
            _ => Vec::new(),
        }
    }
}
