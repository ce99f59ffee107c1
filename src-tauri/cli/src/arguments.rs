//! What can be typed.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum};
use zhibu_core::values::{Period, Quarter};

/// 支部工作台命令行：与窗口使用同一份档案、同一套命令。
#[derive(Debug, Parser)]
#[command(name = "zhibu-cli", version)]
pub(crate) struct Arguments {
    /// 按这一天办理(默认今天),如 2026-11-23
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<NaiveDate>,
    /// 用 JSON 回答，出错时也是
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) action: Action,
}

/// 密码取自环境变量 ZHIBU_PASSPHRASE，没有时在终端询问。
#[derive(Debug, Subcommand)]
pub(crate) enum Action {
    /// 新建支部或者上级党组织的档案，打印恢复码
    New {
        /// 档案文件，不能已经存在
        file: PathBuf,
        /// 支部全称；上级党组织的档案写上级党组织的全称
        #[arg(long)]
        branch: String,
        /// 谁的档案
        #[arg(long, default_value = "branch")]
        kind: Kind,
        /// 上级党组织
        #[arg(long, default_value = "")]
        superior: String,
        /// 所在社会组织
        #[arg(long, default_value = "")]
        unit: String,
    },
    /// 导入名册表格
    ImportRoster {
        /// 档案文件
        file: PathBuf,
        /// 表格文件(.xlsx .xls .ods .csv)
        sheet: PathBuf,
        /// 读哪张工作表(默认读最像名册的)
        #[arg(long, value_name = "NAME")]
        tab: Option<String>,
        /// 只核对，不保存
        #[arg(long)]
        dry_run: bool,
        /// 存疑的行(可能是另一个人)不导入，与窗口里一样
        #[arg(long)]
        without_doubtful: bool,
    },
    /// 把名册按全国系统的栏目存成表格
    ExportRoster {
        /// 档案文件
        file: PathBuf,
        /// 存到哪里(.xlsx)
        out: PathBuf,
        /// 证件号码、电话和住址不遮盖
        #[arg(long)]
        reveal: bool,
        /// 哪一天的名册(默认今天)
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<NaiveDate>,
    },
    /// 从微信、支付宝或银行的账单读入党费；拿不准的不读入，只列出来
    ImportPayments {
        /// 档案文件
        file: PathBuf,
        /// 账单(.csv .xlsx .xls)
        sheet: PathBuf,
        /// 读哪张工作表(默认读最像账单的)
        #[arg(long, value_name = "NAME")]
        tab: Option<String>,
        /// 只核对，不保存
        #[arg(long)]
        dry_run: bool,
    },
    /// 填写上级的空白表格：导入过的按窗口里定好的填，没导入过的按表头的名称填；列出填了什么、哪些空着和原因
    Fill {
        /// 档案文件
        file: PathBuf,
        /// 上级的空白表格(.xlsx)
        template: PathBuf,
        /// 存到哪里(.xlsx)
        #[arg(long)]
        out: PathBuf,
        /// 证件号码、电话和住址不遮盖
        #[arg(long)]
        reveal: bool,
    },
    /// 执行命令表中的一个命令
    Call {
        /// 档案文件
        file: PathBuf,
        /// 命令名，见 commands
        command: String,
        /// 请求(JSON),- 表示从标准输入读取
        request: Option<String>,
    },
    /// 列出命令表
    Commands,
    /// 把会议、发展党员档案、党费的打印件或者工作手册存成 PDF；会议记录、通知和决议也可以存成 Word 文档，党费登记表也可以存成表格
    Print {
        /// 档案文件
        file: PathBuf,
        /// 哪一种
        paper: Paper,
        /// 会议编号
        #[arg(long, required_if_eq_any = [
            ("paper", "sign-in-sheet"), ("paper", "minutes"), ("paper", "record-form"), ("paper", "notice"),
            ("paper", "resolution"),
        ])]
        meeting: Option<i64>,
        /// 表决编号，决议用
        #[arg(long, required_if_eq("paper", "resolution"))]
        vote: Option<i64>,
        /// 谁的发展党员档案(姓名)
        #[arg(long, value_name = "NAME", conflicts_with_all = ["meeting", "all"], required_if_eq_all = [
            ("paper", "development"), ("all", "false"),
        ])]
        person: Option<String>,
        /// 所有人的发展党员档案
        #[arg(long, conflicts_with = "meeting")]
        all: bool,
        /// 只要这一份材料，如 1-2；不写就是能生成的全部
        #[arg(long, value_name = "CODE", conflicts_with = "meeting")]
        form: Option<String>,
        /// 哪一年的党费或者工作手册，如 2026
        #[arg(long, value_name = "YYYY", required_if_eq_any = [
            ("paper", "dues"), ("paper", "dues-publication"), ("paper", "handbook"),
        ])]
        year: Option<i32>,
        /// 存到哪里(.pdf .docx；党费登记表还可以是 .xlsx；发展党员档案是一个文件夹)
        #[arg(long)]
        out: PathBuf,
    },
    /// 体检发展党员档案，逐条列出问题和依据
    Audit {
        /// 档案文件
        file: PathBuf,
        /// 只看谁的(姓名)
        #[arg(long, value_name = "NAME")]
        person: Option<String>,
        /// 另存一份(.pdf .xlsx)
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// 签名并保存工作报告；报告期没有结束或有会议没有登记时，在标准错误上说明
    Report {
        /// 档案文件
        file: PathBuf,
        /// 季度、半年或一年，如 2026Q3、2026H1、2026
        period: Period,
        /// 存到哪里
        #[arg(long)]
        out: PathBuf,
        /// 只排版成草稿，不签名
        #[arg(long)]
        unsigned: bool,
        /// 更正的原因(第2版起必填)
        #[arg(long)]
        reason: Option<String>,
    },
    /// 核对报告的签名；全部有效且可信返回 0，有无效的返回 1，有效但不可信返回 3
    Verify {
        /// 报告文件
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// 信任的证书：指纹或证书文件，前面可以写名称，如 示例支部=证书.pem；可重复
        #[arg(long, value_name = "[NAME=]FINGERPRINT|CERT.pem")]
        trust: Vec<String>,
    },
    /// 整理迎检材料：一个文件夹和一个压缩包，编好号，目录由支部签名，另有一页写明还缺什么
    Package {
        /// 档案文件
        file: PathBuf,
        /// 从哪一天起，如 2026-01-01
        #[arg(long, value_name = "YYYY-MM-DD")]
        from: NaiveDate,
        /// 到哪一天
        #[arg(long, value_name = "YYYY-MM-DD")]
        to: NaiveDate,
        /// 放在哪个文件夹(空的，或者新建)
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// 把签过名的报告与档案比较；一致返回 0，不一致返回 1
    Compare {
        /// 档案文件
        file: PathBuf,
        /// 报告文件
        report: PathBuf,
    },
    /// 把现在用的规程存成文件，供修改
    RulesExport {
        /// 档案文件
        file: PathBuf,
        /// 存到哪个文件夹(没有就新建)
        #[arg(long)]
        dir: PathBuf,
    },
    /// 用这份档案的证书签发文件夹里的规程
    RulesSign {
        /// 档案文件
        file: PathBuf,
        /// 规程文件所在的文件夹
        #[arg(long)]
        dir: PathBuf,
        /// 名称，如 "全国规程 2027-01"
        #[arg(long)]
        name: String,
        /// 编号，要大于现在用的规程的编号
        #[arg(long, value_name = "N")]
        number: u32,
        /// 这次改了什么，用一两句话写明
        #[arg(long)]
        changes: String,
        /// 从哪一天起施行(默认今天);每条规程自己的日期写在规程里
        #[arg(long, value_name = "YYYY-MM-DD")]
        holds_from: Option<NaiveDate>,
        /// 存到哪里(.zbrules)
        #[arg(long)]
        out: PathBuf,
    },
    /// 输出档案的全部内容(排好序的 JSON),用于比较
    Dump {
        /// 档案文件
        file: PathBuf,
    },
    /// 核对档案：完整性、关联、操作日志
    Check {
        /// 档案文件
        file: PathBuf,
    },
    /// 收取一个文件夹里的报告：核验、登记、汇总；未收下的逐份说明原因。在上级党组织的档案里用
    Collect {
        /// 放报告的文件夹(里面的文件夹也看)
        folder: PathBuf,
        /// 上级党组织的档案文件
        #[arg(long, value_name = "VAULT")]
        into: PathBuf,
        /// 另外信任的证书指纹，一行一个，后面可以空一格写支部全称；报告收下以后证书就登记在档案里
        #[arg(long, value_name = "FILE")]
        trust: Option<PathBuf>,
        /// 只收这一期的：季度、半年或一年，如 2026Q3、2026H1、2026(默认哪一期的都收)
        #[arg(long)]
        quarter: Option<Period>,
    },
    /// 生成许多支部的示例报告和它们的证书指纹(trust.txt),各由各的证书签名
    DemoReports {
        /// 放在哪个文件夹
        folder: PathBuf,
        /// 多少份
        count: u32,
        /// 季度，如 2026Q3
        #[arg(long)]
        quarter: Quarter,
    },
    /// 生成示例支部：一年的记录、打印件、签名报告
    Demo {
        /// 放在哪个文件夹
        folder: PathBuf,
    },
}

/// 谁的档案
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// 党支部
    Branch,
    /// 上级党组织
    Superior,
}

/// 打印件
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Paper {
    /// 签到表
    SignInSheet,
    /// 会议记录
    Minutes,
    /// 纪实报告表
    RecordForm,
    /// 会议通知
    Notice,
    /// 接收预备党员、预备党员转正的支部大会决议
    Resolution,
    /// 发展党员档案的材料
    Development,
    /// 全年的党费收缴登记表
    Dues,
    /// 全年的党费收缴、使用情况公布
    DuesPublication,
    /// 党支部工作手册
    Handbook,
}
