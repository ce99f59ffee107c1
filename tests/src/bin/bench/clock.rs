//! Timing, and the table that is printed.

use std::time::Instant;

/// How long `work` takes once.
pub(crate) fn milliseconds(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64() * 1000.0
}

/// The median of what `run` measures.
pub(crate) fn median(runs: usize, run: impl FnMut() -> f64) -> f64 {
    let mut times: Vec<f64> = std::iter::repeat_with(run).take(runs).collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}

/// The median time of `work`, after a first time that does not count.
pub(crate) fn warm(runs: usize, mut work: impl FnMut()) -> f64 {
    work();
    median(runs, || milliseconds(&mut work))
}

/// Begins a part of the table.
pub(crate) fn head(title: &str) {
    println!("\n| {title} | 毫秒 | 预算 |\n|---|---:|---|");
}

/// What we take, and whether that is within `budget` milliseconds.
pub(crate) fn line(what: &str, ours: f64, budget: Option<f64>) {
    let verdict = budget.map_or_else(String::new, |most| format!("{} 不超过 {most} 毫秒", mark(ours <= most)));
    println!("| {what} | {ours:.1} | {verdict} |");
}

/// What another program takes for the same, how many times as long as we that is, and whether it is as many times as it
/// should be at `least`.
pub(crate) fn beside(program: &str, theirs: &Result<f64, String>, ours: f64, least: Option<f64>) {
    let (time, verdict) = match theirs {
        Ok(theirs) => {
            let times = theirs / ours;
            let wish = least
                .map_or_else(String::new, |least| format!("，{} 应不少于 {} 倍", mark(times >= least), short(least)));
            (format!("{theirs:.1}"), format!("是我们的 {} 倍{wish}", short(times)))
        }
        Err(reason) => ("—".to_owned(), format!("没有测：{reason}")),
    };
    println!("| · {program} | {time} | {verdict} |");
}

/// How time grows with what is worked on, which grew `by` times: 1 is straight, and `most` is still taken for that.
pub(crate) fn growth(what: &str, few: f64, many: f64, by: f64, most: f64) {
    let exponent = (many / few).log(by);
    println!("| {what} | {exponent:.2} | {} 不超过 {most} |", mark(exponent <= most));
}

fn mark(met: bool) -> char {
    if met { '✓' } else { '✗' }
}

/// Two figures of what is small, none behind the point of what is large.
fn short(ratio: f64) -> String {
    if ratio < 1.0 {
        format!("{ratio:.2}")
    } else if ratio < 10.0 {
        format!("{ratio:.1}")
    } else {
        format!("{ratio:.0}")
    }
}

/// A figure of ours beside that of the least there could be.
pub(crate) fn against(what: &str, ours: f64, least: f64) {
    println!("| {what} | {ours:.1}（{least:.1}） | {} 倍 |", short(ours / least));
}
