//! Many made-up signed reports, each of another branch with a key of its own: to try the superior's side with.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use zhibu_core::dues::DuesSection;
use zhibu_core::meetings::{MeetingsSection, ReportMeeting, ReportMeetingKind};
use zhibu_core::outside::{Attachment, Outside};
use zhibu_core::problem::Problem;
use zhibu_core::reports::{PlanSection, ProblemsSection, QuarterlyReport, REPORT_FORMAT, ReportMark};
use zhibu_core::roster::MembersSection;
use zhibu_core::study::StudySection;
use zhibu_core::values::{Fen, Hours, PeriodSpan, Quarter, moment_title};

use crate::failure::Failure;

/// Makes `count` reports of a quarter in `folder`, on all cores, and `trust.txt` with their fingerprints, one a line.
pub(crate) fn make(outside: &Outside, folder: &Path, count: u32, quarter: Quarter) -> Result<(), Failure> {
    if outside.clock.today() < quarter.first_day() {
        return Err(Failure::new("quarter_not_begun", format!("{}还没有开始，没有生成报告", quarter.title())));
    }
    std::fs::create_dir_all(folder)?;
    let next = AtomicU32::new(1);
    let made = Mutex::new(BTreeMap::new());
    let work = || -> Result<(), Failure> {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number > count {
                return Ok(());
            }
            let (name, pdf, fingerprint) = signed(outside, number, quarter)?;
            std::fs::write(folder.join(format!("{name}.pdf")), pdf)?;
            made.lock().unwrap_or_else(PoisonError::into_inner).insert(number, fingerprint);
        }
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let crashed = |_| Err(Failure::new("internal", "生成报告时程序出错"));
        workers.into_iter().try_for_each(|worker| worker.join().unwrap_or_else(crashed))
    })?;
    let made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
    let lines: Vec<String> = made.into_values().map(|fingerprint| fingerprint + "\n").collect();
    Ok(std::fs::write(folder.join("trust.txt"), lines.concat())?)
}

/// A branch's name, its signed report, and the fingerprint of its certificate.
fn signed(outside: &Outside, number: u32, quarter: Quarter) -> Result<(String, Vec<u8>, String), Failure> {
    let now = outside.clock.now();
    let name = format!("中共示例市第{number:05}协会支部委员会");
    let identity = outside.seal.new_identity(&name, now, 3).map_err(Problem::from)?;
    let fingerprint = outside.seal.certificate(&identity.certificate).map_err(Problem::from)?.fingerprint;
    let mut report = QuarterlyReport {
        format: REPORT_FORMAT,
        branch: name.clone(),
        quarter,
        span: PeriodSpan::Quarter,
        version: 1,
        reason: None,
        as_of: quarter.last_day().min(now.date_naive()),
        audit_head: format!("{number:064x}"),
        mark: Some(ReportMark {
            signer: name.clone(),
            signed_at: moment_title(now.naive_local()),
            fingerprint: fingerprint.clone(),
        }),
        rule_set: None,
        sections: BTreeMap::new(),
    };
    fill(&mut report, number, quarter)?;
    let data = Attachment {
        name: "report.json".to_owned(),
        mime: "application/json".to_owned(),
        description: "季度报告数据".to_owned(),
        bytes: serde_json::to_vec_pretty(&report)?,
    };
    let pages = outside.typeset.pdf(&report.pages(), &[data], now).map_err(failed)?;
    let reason = format!("{}报告", quarter.title());
    let pdf = outside.seal.sign(&pages.paper, &identity, &reason, now).map_err(Problem::from)?;
    Ok((name, pdf, fingerprint))
}

fn failed(error: impl std::fmt::Display) -> Failure {
    Failure::new("internal", error.to_string())
}

/// Figures that differ from branch to branch.
fn fill(report: &mut QuarterlyReport, number: u32, quarter: Quarter) -> Result<(), Failure> {
    let of = |base: u32, spread: u32| base + number.wrapping_mul(2_654_435_761) / 65_536 % spread;
    let (full, probationary) = (of(3, 45), number % 3);
    let end = full + probationary;
    report.put(&MembersSection { start: end, end, full, probationary, ..MembersSection::default() })?;
    let meeting = |month: u32, name: &str| ReportMeeting {
        on: quarter.first_day() + chrono::Months::new(month) + chrono::Days::new(u64::from(of(0, 27))),
        kinds: name.to_owned(),
        title: format!("{name}（第{number}号示例）"),
        held: true,
        expected: end,
        present: end - number % 2,
    };
    let meetings = vec![meeting(0, "主题党日"), meeting(1, "主题党日"), meeting(2, "支部党员大会")];
    let kind = |name: &str, required, held| ReportMeetingKind {
        name: name.to_owned(),
        required,
        planned: held,
        held,
        lacking: required - held,
        expected: end * held,
        present: (end - number % 2) * held,
    };
    let kinds = vec![kind("支部党员大会", 1, 1), kind("主题党日", 3, 2)];
    report.put(&MeetingsSection { kinds, meetings })?;
    report.put(&StudySection {
        sessions: 3,
        hours: Hours::whole(6),
        reached: end - number % 2,
        not_reached: number % 2,
        by_member: Vec::new(),
    })?;
    let dues = |people: u32| Fen::new(u64::from(people) * 4500);
    report.put(&DuesSection {
        owing: end,
        settled: end - number % 2,
        owed: dues(end),
        paid: dues(end - number % 2),
        ..DuesSection::default()
    })?;
    report.put(&ProblemsSection { text: format!("第{number}号示例支部：会前通知还不够早。") })?;
    Ok(report.put(&PlanSection { text: "按时召开支部党员大会，组织集中学习。".to_owned() })?)
}
