//! What can be typed.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Parser;

/// 把一个文件夹里的季度报告核验后收进 PostgreSQL 数据库；几台电脑可以同时收同一批
#[derive(Debug, Parser)]
#[command(name = "zhibu-collect", version)]
pub(crate) struct Arguments {
    /// 放报告的文件夹(里面的文件夹也看)
    pub(crate) folder: PathBuf,
    /// 数据库地址，如 postgres://用户@/库名?host=/run/postgresql；密码最好放在环境变量 PGPASSWORD 里
    #[arg(long, value_name = "URL")]
    pub(crate) into: String,
    /// 另外信任的证书指纹，一行一个，后面可以空一格写支部全称
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<PathBuf>,
    /// 按这一天办理(默认今天),如 2026-11-23
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<NaiveDate>,
    /// 出错时也用 JSON 回答
    #[arg(long)]
    pub(crate) json: bool,
}
