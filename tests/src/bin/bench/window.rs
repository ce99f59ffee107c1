//! The window: how soon it shows its page, what memory it takes, how large the program is; beside a window that does nothing.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use zhibu_tests::{Home, Outcome, Screen, binary};

use crate::branch::TODAY;
use crate::clock::{against, median};

/// An empty screen and an empty window show at most as many colours.
const EMPTY: usize = 4;

/// It bounds a failure: a window that shows nothing for so long never will.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a window is left alone before its memory is looked at: what is only needed for starting is then let go.
const SETTLED: Duration = Duration::from_secs(3);

/// Prints the figures.
pub(crate) fn measure() {
    println!("\n| 窗口（括号里是只有一个词的空窗口） | 本程序 | 与空窗口相比 |\n|---|---:|---|");
    let bare = binary("examples/bare");
    let [ours, theirs] = [binary("zhibu"), bare].map(|path| path.and_then(|path| figures(&path)));
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => {
            against("从启动到画出第一页（毫秒）", ours.start, theirs.start);
            against("占用内存（MB，按进程分摊）", ours.memory, theirs.memory);
            against("程序文件（MB）", ours.size, theirs.size);
        }
        (Err(reason), _) | (_, Err(reason)) => println!("| 没有测 | — | {reason} |"),
    }
}

struct Figures {
    /// Milliseconds.
    start: f64,
    /// Megabytes.
    memory: f64,
    /// Megabytes.
    size: f64,
}

fn figures(program: &Path) -> Outcome<Figures> {
    let screen = Screen::new()?;
    let mut memory = 0.0;
    started(program, &screen, |_| Ok(()))?;
    let mut starts = Vec::new();
    for _ in 0..5 {
        starts.push(started(program, &screen, |child| {
            sleep(SETTLED);
            memory = proportional(child.id())?;
            Ok(())
        })?);
    }
    let size = fs::metadata(program)?.len() as f64 / 1e6;
    Ok(Figures { start: median(5, || starts.pop().unwrap_or_default()), memory, size })
}

/// Milliseconds from the start of `program` until text stands in its window; then looks at it and ends it.
fn started(program: &Path, screen: &Screen, look: impl FnOnce(&Child) -> Outcome) -> Outcome<f64> {
    let home = Home::new()?;
    let mut command = Command::new(program);
    home.house(&mut command, TODAY);
    command.env("DISPLAY", screen.name()).env_remove("WAYLAND_DISPLAY");
    // A group of its own: the pages are drawn by processes beside it.
    command.process_group(0).stdout(Stdio::null()).stderr(Stdio::null());
    let begun = Instant::now();
    let mut child = command.spawn()?;
    let shown = loop {
        if screen.colours()? > EMPTY {
            break Ok(begun.elapsed().as_secs_f64() * 1000.0);
        }
        if begun.elapsed() > PATIENCE {
            break Err("窗口里一直没有文字".into());
        }
        sleep(Duration::from_millis(2));
    };
    let looked = shown.and_then(|shown| look(&child).map(|()| shown));
    Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]).status()?;
    child.wait()?;
    while screen.colours()? > EMPTY {
        sleep(Duration::from_millis(20));
    }
    looked
}

/// The memory of a group of processes in megabytes; what several share is counted in parts (PSS).
fn proportional(group: u32) -> Outcome<f64> {
    let mut sum = 0.0;
    for entry in fs::read_dir("/proc")?.flatten() {
        let folder = entry.path();
        // `pid (name) state ppid pgrp …`; the name may hold blanks.
        let stat = fs::read_to_string(folder.join("stat")).unwrap_or_default();
        let own = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(2)?.parse::<u32>().ok());
        if own != Some(group) {
            continue;
        }
        let rollup = fs::read_to_string(folder.join("smaps_rollup")).unwrap_or_default();
        let pss =
            rollup.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix(" kB")?.parse::<f64>().ok());
        sum += pss.unwrap_or_default() / 1000.0;
    }
    Ok(sum)
}
