//! What can go wrong, each in one sentence.

use postgres::error::SqlState;
use zhibu_core::files::FileError;
use zhibu_core::problem::Explain;
use zhibu_core::signing::NoFingerprint;

/// What ends a worker. Whatever was stored before is kept, and who runs it again goes on from there.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CollectError {
    /// The folder.
    #[error(transparent)]
    Folder(#[from] FileError),
    /// The list of certificates cannot be read.
    #[error("读不了证书指纹的清单，没有收取任何报告：{0}")]
    TrustList(std::io::Error),
    /// The list of certificates has something else in it.
    #[error(transparent)]
    NoFingerprint(#[from] NoFingerprint),
    /// The address cannot be understood.
    #[error("数据库地址写得不对，没有收取任何报告：{0}")]
    BadAddress(postgres::Error),
    /// Reports would go through a network in the clear.
    #[error("数据库在另一台电脑上（{0}），而本程序的连接不加密，没有收取任何报告")]
    InTheClear(String),
    /// Nobody answers.
    #[error("连不上数据库，没有收取任何报告：{}", said(.0))]
    Unreachable(postgres::Error),
    /// The database refuses the user.
    #[error("数据库不认这个用户名或者密码，没有收取任何报告")]
    WrongPassword,
    /// The server has no such database.
    #[error("服务器上没有这个数据库，没有收取任何报告")]
    NoSuchDatabase,
    /// The database cannot hold Chinese as it comes.
    #[error("数据库的编码是 {0}，不是 UTF8，没有收取任何报告")]
    WrongEncoding(String),
    /// A later program has made the tables.
    #[error("数据库的表是更新的程序建的（第 {0} 版，本程序只到第 {1} 版），没有收取任何报告")]
    NewerSchema(i32, i32),
    /// The user may not do this.
    #[error("这个数据库账号的权限不够，这一批没有存；以前收下的都在")]
    Forbidden,
    /// The server went away in the middle.
    #[error("与数据库的连接断了，这一批没有存；以前收下的都在")]
    Lost,
    /// Anything else that the database says.
    #[error("数据库出错，这一批没有存，以前收下的都在：{}", said(.0))]
    Database(postgres::Error),
    /// The answer could not be written down.
    #[error("报告已经收完，结果没有写成：{0}")]
    Json(#[from] serde_json::Error),
    /// The answer could not be printed.
    #[error("报告已经收完，结果没有打印出来：{0}")]
    Answer(std::io::Error),
}

/// What the server itself says, where it said something; the library's own words do not repeat it.
fn said(error: &postgres::Error) -> String {
    error.as_db_error().map_or_else(|| error.to_string(), |error| error.message().to_owned())
}

impl CollectError {
    /// What the server or the way to it says when it is called.
    pub(crate) fn on_opening(error: postgres::Error) -> Self {
        match error.code() {
            Some(code)
                if [SqlState::INVALID_PASSWORD, SqlState::INVALID_AUTHORIZATION_SPECIFICATION].contains(code) =>
            {
                Self::WrongPassword
            }
            Some(&SqlState::INVALID_CATALOG_NAME) => Self::NoSuchDatabase,
            _ => Self::Unreachable(error),
        }
    }
}

impl From<postgres::Error> for CollectError {
    fn from(error: postgres::Error) -> Self {
        let ended = [SqlState::ADMIN_SHUTDOWN, SqlState::CRASH_SHUTDOWN, SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT];
        match error.code() {
            Some(&SqlState::INSUFFICIENT_PRIVILEGE) => Self::Forbidden,
            Some(code) if ended.contains(code) => Self::Lost,
            Some(_) => Self::Database(error),
            None if error.is_closed() => Self::Lost,
            None => Self::Database(error),
        }
    }
}

impl Explain for CollectError {
    fn passed_on(&self) -> Option<&dyn Explain> {
        match self {
            Self::Folder(error) => Some(error),
            Self::NoFingerprint(error) => Some(error),
            _ => None,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::TrustList(_) => "unreadable_trust_list",
            Self::BadAddress(_) => "bad_address",
            Self::InTheClear(_) => "in_the_clear",
            Self::Unreachable(_) => "database_unreachable",
            Self::WrongPassword => "wrong_password",
            Self::NoSuchDatabase => "no_such_database",
            Self::WrongEncoding(_) => "wrong_encoding",
            Self::NewerSchema(..) => "newer_schema",
            Self::Forbidden => "forbidden",
            Self::Lost => "database_lost",
            Self::Database(_) => "database",
            Self::Json(_) | Self::Answer(_) => "not_printed",
            Self::Folder(_) | Self::NoFingerprint(_) => self.passed_on().map_or("internal", Explain::code),
        }
    }

    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::BadAddress(_) => "应写成 postgres://用户@/库名?host=/run/postgresql 这样",
            Self::InTheClear(_) => "请走隧道；已经在加密的网络里的，在地址后面加上 sslmode=disable",
            Self::Unreachable(_) => "请检查地址，以及数据库是否已经启动",
            Self::WrongPassword => "请检查地址里的用户名和环境变量 PGPASSWORD",
            Self::NoSuchDatabase => "请先建好数据库",
            Self::WrongEncoding(_) => "请用 UTF8 编码新建一个数据库",
            Self::NewerSchema(..) => "请把这台电脑上的程序也更新",
            Self::Forbidden => "第一次请用数据库所有者的账号运行，以后用属于 zhibu_collect 的账号",
            Self::Lost => "请等数据库恢复以后再运行一次，会接着收",
            Self::Database(_) => "请再运行一次；还是这样的，请把这句话告诉管理数据库的人",
            _ => return self.passed_on().and_then(Explain::hint),
        };
        Some(hint.to_owned())
    }
}
