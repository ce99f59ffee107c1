//! Making a paper: on screen, into a file, onto paper. All three come from the same document.

use super::{Paper, PaperError, PaperPages, PaperSaveRequest, Printed, Saved};
use crate::desk::Desk;
use crate::outside::Document;
use crate::{elections, files, meetings, reports, signing, vault};

/// The pages as they will print.
///
/// # Errors
/// [`PaperError`].
pub fn preview(desk: &mut Desk<'_>, paper: Paper) -> Result<PaperPages, PaperError> {
    let (title, document) = document(desk, paper)?;
    Ok(PaperPages { title, pages: desk.outside.typeset.svg_pages(&document)? })
}

/// Saves a paper as PDF.
///
/// # Errors
/// [`PaperError`].
pub fn save(desk: &mut Desk<'_>, request: PaperSaveRequest) -> Result<Saved, PaperError> {
    let (_, document) = document(desk, request.paper)?;
    let pdf = desk.outside.typeset.pdf(&document, &[], desk.outside.clock.now())?;
    Ok(files::write(desk, &request.file, &pdf)?)
}

/// Hands a paper to the system's printing.
///
/// # Errors
/// [`PaperError`].
pub fn print(desk: &mut Desk<'_>, paper: Paper) -> Result<Printed, PaperError> {
    let (title, document) = document(desk, paper)?;
    let pdf = desk.outside.typeset.pdf(&document, &[], desk.outside.clock.now())?;
    hand_over(desk, &title, &pdf)
}

/// Hands a finished PDF to the system's printing.
///
/// # Errors
/// [`PaperError::Printing`].
pub(crate) fn hand_over(desk: &Desk<'_>, title: &str, pdf: &[u8]) -> Result<Printed, PaperError> {
    let by = desk.outside.desktop.print(title, pdf).map_err(PaperError::Printing)?;
    Ok(Printed { by })
}

/// A paper's title and content as the records stand now.
fn document(desk: &mut Desk<'_>, paper: Paper) -> Result<(String, Document), PaperError> {
    Ok(match paper {
        Paper::SignInSheet { meeting } => {
            let sheet = desk.read(|reader| meetings::sign_in_sheet_of(reader, meeting))?;
            (format!("签到表 {} {}", sheet.at.date(), sheet.title), Document::SignInSheet(sheet))
        }
        Paper::Minutes { meeting } => {
            let minutes = desk.read(|reader| meetings::minutes_of(reader, meeting))?;
            (format!("会议记录 {} {}", minutes.started_at.date(), minutes.title), Document::Minutes(minutes))
        }
        Paper::Ballots { election, copies } => {
            let rules = desk.rules;
            let ballots = desk.read(|reader| elections::ballots_of(reader, election, copies, rules))?;
            (format!("{} {}", ballots.title, ballots.on), Document::Ballots(ballots))
        }
        Paper::TallySheet { election, round } => {
            let rules = desk.rules;
            let sheet = desk.read(|reader| elections::tally_sheet_of(reader, election, round, rules))?;
            (format!("{} {}", sheet.title, sheet.on), Document::TallySheet(sheet))
        }
        Paper::ElectionReport { election } => {
            let (rules, today) = (desk.rules, desk.today());
            let report = desk.read(|reader| elections::election_report_of(reader, election, rules, today))?;
            (report.title.clone(), Document::ElectionReport(report))
        }
        Paper::Report { quarter } => {
            let (rules, today) = (desk.rules, desk.today());
            let report = desk.read(|reader| reports::build(reader, rules, quarter, today))?;
            (format!("{}报告", quarter.title()), reports::document(report))
        }
        Paper::RecoverySheet => ("恢复码".to_owned(), Document::RecoverySheet(vault::recovery_sheet(desk)?)),
        Paper::EnrolmentSheet => {
            ("报送签名备案表".to_owned(), Document::EnrolmentSheet(signing::enrolment_sheet(desk)?))
        }
    })
}
