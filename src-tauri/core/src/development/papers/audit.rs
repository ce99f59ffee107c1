//! The examination of files on paper.

use super::{REVIEW, ROOMS};
use crate::desk::Door;
use crate::development::audit::{AuditFinding, AuditSeverity, Known, count, examine, of_the_branch};
use crate::development::{AuditCount, DevelopmentError, DevelopmentFile, DevelopmentFileId, store};
use crate::outside::{Block, Column, Fact, Page, Writing};
use crate::paper::Drawn;
use crate::values::{date_title, numerals};

pub(super) fn paper(door: &Door<'_>, asked: Option<DevelopmentFileId>) -> Result<Drawn, DevelopmentError> {
    let today = door.today();
    let (writing, reviews) = door.read(|reader| {
        let files = store::all_files(reader)?;
        let known = Known::of(reader, door.rules, today, &files)?;
        let is_asked = |file: &&DevelopmentFile| asked.is_none_or(|id| file.id == id);
        let examined: Vec<_> = files.iter().filter(is_asked).map(|file| (file, examine(file, &known))).collect();
        if asked.is_some() && examined.is_empty() {
            return Err(DevelopmentError::NotFound);
        }
        let all = || examined.iter().flat_map(|(_, findings)| findings);
        let branch = (door.letterhead)(reader, today)?.branch;
        let name = examined.first().filter(|_| asked.is_some()).map(|(file, _)| file.person.name.as_str());
        let title = "发展党员档案体检报告";
        let lines = [branch.as_str(), title].into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect();
        let mut blocks = vec![Block::Title { lines }, head(today, examined.len(), count(all()))];
        if asked.is_none() {
            blocks.extend(table(&of_the_branch(&files, &known)));
        }
        for (number, (file, findings)) in (1..).zip(&examined) {
            let stage = file.stage(door.rules, today).title();
            let head =
                format!("{}、{}（{stage}）：{}", numerals::numeral(number), file.person.name, counted(count(findings)));
            blocks.push(Block::text(head));
            blocks.extend(table(findings));
        }
        let title = [title, name.unwrap_or_default(), &today.to_string()].join(" ").replace("  ", " ");
        let reviews = all().any(|finding| finding.step == 10 || finding.step == 0);
        Ok((Writing { title, branch, page: Page::Form, blocks }, reviews))
    })?;
    let drawn = Drawn::writing(writing, ROOMS);
    Ok(if reviews { drawn.disclosing(REVIEW) } else { drawn })
}

fn head(today: chrono::NaiveDate, files: usize, count: AuditCount) -> Block {
    Block::Facts {
        facts: vec![
            Fact::new("体检日期", date_title(today)),
            Fact::new("档案", format!("{files} 份")),
            Fact::wide("结果", counted(count)),
        ],
    }
}

fn counted(AuditCount { errors, warnings, notices }: AuditCount) -> String {
    let [error, warn, notice] = AuditSeverity::ALL.map(AuditSeverity::title);
    format!("{error} {errors} 项，{warn} {warnings} 项，{notice} {notices} 项")
}

/// Nothing where nothing was found.
fn table(findings: &[AuditFinding]) -> Option<Block> {
    let columns = vec![
        Column::mm(13.0, "程度"),
        Column::share(1.5, "发现的问题"),
        Column::mm(36.0, "依据"),
        Column::share(1.0, "怎么办"),
    ];
    let row = |finding: &AuditFinding| {
        vec![
            finding.severity.title().to_owned(),
            finding.message.clone(),
            finding.article.clone(),
            finding.action.clone(),
        ]
    };
    let rows: Vec<_> = findings.iter().map(row).collect();
    (!rows.is_empty()).then(|| Block::table(columns, rows))
}
