//! Thousands of reports, taken and summed.

use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
#[cfg(target_os = "linux")]
use zhibu_tests::postgres::{PASSWORD, Postgres};
use zhibu_tests::{Program, binary};

use crate::branch::TODAY;
use crate::clock::{growth, head, line, milliseconds};

const PASSPHRASE: &str = "晨光里的名册2026";

/// Takes ten, a hundred and ten thousand different reports, each into a new file, in a process of its own whose memory is read.
pub(crate) fn measure() {
    head("上级收取报告：逐份核验、保存、汇总");
    let program = Program::new(TODAY);
    let few = take(&program, 10);
    let some = take(&program, 100);
    let many = take(&program, 10_000);
    line("收取 10 份", few.milliseconds, None);
    line("收取 100 份", some.milliseconds, None);
    line("收取 10000 份", many.milliseconds, Some(15_000.0));
    if let Some(megabytes) = many.megabytes {
        line("其间内存最多（兆字节）", megabytes, Some(300.0));
    }
    // Opening the file costs some tenths of a second whatever is taken, which is more than ten reports do.
    growth(
        "从 100 份到 10000 份的指数",
        some.milliseconds - some.opening,
        many.milliseconds - many.opening,
        100.0,
        1.1,
    );
    #[cfg(target_os = "linux")]
    share(&program);
}

/// Two workers put the same ten thousand into one database, each in a process of its own.
#[cfg(target_os = "linux")]
fn share(program: &Program) {
    if Postgres::binaries().is_none() {
        return println!("| · 收进 PostgreSQL | — | 没有测：没有安装 PostgreSQL |");
    }
    let server = Postgres::start().unwrap();
    let address = server.database("bench");
    let worker = || {
        let mut command = timed("zhibu-collect");
        command.args(["收件10000", "--today", TODAY, "--trust", "收件10000/trust.txt", "--into", &address]);
        command.current_dir(program.folder()).env("PGPASSWORD", PASSWORD);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let mut told = Vec::new();
    let took = milliseconds(|| {
        let workers = [worker(), worker()];
        told = workers.map(|worker| answer(worker.wait_with_output().unwrap())).into();
    });
    let taken: i64 = told.iter().filter_map(|(said, _)| said["taken"].as_i64()).sum();
    assert_eq!(taken, 10_000);
    line("两个进程一起收进 PostgreSQL", took, Some(30_000.0));
    if let Some(megabytes) = told.iter().filter_map(|(_, megabytes)| *megabytes).reduce(f64::max) {
        line("其间一个进程内存最多（兆字节）", megabytes, Some(300.0));
    }
}

struct Taken {
    milliseconds: f64,
    /// What opening an empty file takes.
    opening: f64,
    /// The most memory that the process held, where the system tells.
    megabytes: Option<f64>,
}

fn take(program: &Program, count: u32) -> Taken {
    let (folder, file) = (format!("收件{count}"), format!("{count}.zhibu"));
    cli(program, &["demo-reports", &folder, &count.to_string(), "--quarter", "2026Q3"]);
    cli(program, &["new", &file, "--branch", "示例街道社会组织党委", "--kind", "superior"]);
    let opening = milliseconds(|| drop(cli(program, &["call", &file, "vault_status"])));
    let trust = format!("{folder}/trust.txt");
    let mut told = (Value::Null, None);
    let took = milliseconds(|| told = cli(program, &["collect", &folder, "--into", &file, "--trust", &trust]));
    assert_eq!((&told.0["taken"], &told.0["refused"]), (&json!(count), &json!(0)));
    Taken { milliseconds: took, opening, megabytes: told.1 }
}

/// What the program answers, and the most memory it held.
fn cli(program: &Program, arguments: &[&str]) -> (Value, Option<f64>) {
    let mut command = timed("zhibu-cli");
    command.args(["--json", "--today", TODAY]).args(arguments);
    answer(command.current_dir(program.folder()).env("ZHIBU_PASSPHRASE", PASSPHRASE).output().unwrap())
}

/// A program under GNU time, where there is that.
fn timed(name: &str) -> Command {
    let program = binary(name).unwrap();
    if !std::path::Path::new("/usr/bin/time").exists() {
        return Command::new(program);
    }
    let mut command = Command::new("/usr/bin/time");
    command.args(["-f", "%M"]).arg(program);
    command
}

/// What a program said, and the most memory it held in megabytes: GNU time tells it behind what the program said.
fn answer(output: Output) -> (Value, Option<f64>) {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    let kilobytes = said.lines().last().and_then(|line| line.parse::<f64>().ok());
    (serde_json::from_slice(&output.stdout).unwrap_or_default(), kilobytes.map(|kilobytes| kilobytes / 1024.0))
}
