//! Thousands of reports, taken and summed.

use std::process::Command;

use serde_json::{Value, json};
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

/// What the program answers, and the most memory it held in megabytes: GNU time tells it behind what the program said.
fn cli(program: &Program, arguments: &[&str]) -> (Value, Option<f64>) {
    let cli = binary("zhibu-cli").unwrap();
    let timed = std::path::Path::new("/usr/bin/time").exists();
    let mut command = if timed { Command::new("/usr/bin/time") } else { Command::new(&cli) };
    if timed {
        command.args(["-f", "%M"]).arg(&cli);
    }
    command.args(["--json", "--today", TODAY]).args(arguments);
    let output = command.current_dir(program.folder()).env("ZHIBU_PASSPHRASE", PASSPHRASE).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {said}");
    let kilobytes = said.lines().last().and_then(|line| line.parse::<f64>().ok());
    (serde_json::from_slice(&output.stdout).unwrap_or_default(), kilobytes.map(|kilobytes| kilobytes / 1024.0))
}
