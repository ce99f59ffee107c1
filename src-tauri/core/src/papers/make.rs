//! Making a paper: on screen, into a file, onto paper. All three come from the same document.

use chrono::NaiveDate;

use super::album::Album;
use super::bound_quarter::bound_quarter_of;
use super::member_record::member_record_of;
use super::minutes::{minutes_of, record_form_of};
use super::{Paper, PaperError, PaperFormat, PaperPages, PaperSaveRequest};
use crate::branch::BranchRequest;
use crate::desk::Desk;
use crate::files::Saved;
use crate::meetings::VoteRef;
use crate::outside::{Document, Gap, Made, Printed};
use crate::reports::ReportExportRequest;
use crate::roster::PaperHead;
use crate::vault::{Reader, VaultError};
use crate::{app, appraisal, attachments, branch, elections, files, meetings, reports, roster, signing, transfers};

/// People on one paper at most. A branch has some fifty; this keeps a slip from filling the memory.
pub(super) const MOST_PEOPLE: usize = 2000;

/// Pages in a preview at most: each is a picture of some 300 KB that the window has to hold.
const MOST_PREVIEWED: usize = 40;

/// The pages as they will print.
///
/// # Errors
/// [`PaperError`].
pub fn preview(desk: &mut Desk<'_>, paper: Paper) -> Result<PaperPages, PaperError> {
    let (title, document) = document(desk, &paper)?;
    let Made { paper: mut pages, gaps } = desk.outside.typeset.svg_pages(document.as_ref())?;
    let total = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    pages.truncate(MOST_PREVIEWED);
    Ok(PaperPages { title, pages, total, word: document.is_for_word(), gaps: Gap::sentences(&gaps) })
}

/// Saves a paper as PDF or as a Word document.
///
/// # Errors
/// [`PaperError`].
pub fn save(desk: &mut Desk<'_>, request: PaperSaveRequest) -> Result<Saved, PaperError> {
    if let Paper::SignedReport { version: id } = request.paper {
        return Ok(reports::export(desk, ReportExportRequest { id, file: request.file })?);
    }
    let (title, document) = document(desk, &request.paper)?;
    let now = desk.outside.clock.now();
    let Made { paper: bytes, gaps } = match request.format {
        PaperFormat::Pdf => desk.outside.typeset.pdf(document.as_ref(), &[], now)?,
        PaperFormat::Docx => desk.outside.office.word(document.as_ref(), now)?,
    };
    note(desk, &request.paper, "保存", &title)?;
    Ok(Saved { gaps: Gap::sentences(&gaps), ..files::write(desk, &request.file, &bytes)? })
}

/// Hands a paper to the system's printing.
///
/// # Errors
/// [`PaperError`].
pub fn print(desk: &mut Desk<'_>, paper: Paper) -> Result<Printed, PaperError> {
    if let Paper::SignedReport { version } = paper {
        return Ok(reports::print(desk, version)?);
    }
    let (title, document) = document(desk, &paper)?;
    let Made { paper: pdf, gaps } = desk.outside.typeset.pdf(document.as_ref(), &[], desk.outside.clock.now())?;
    note(desk, &paper, "打印", &title)?;
    Ok(Printed { gaps: Gap::sentences(&gaps), ..hand_over(desk, &title, &pdf)? })
}

/// Hands a finished PDF to the system's printing.
///
/// # Errors
/// [`PaperError::Printing`].
pub(crate) fn hand_over(desk: &Desk<'_>, title: &str, pdf: &[u8]) -> Result<Printed, PaperError> {
    let by = desk.outside.desktop.print(title, pdf).map_err(PaperError::Printing)?;
    Ok(Printed { by, gaps: Vec::new() })
}

/// Leaves a line in the log when a paper carries numbers out of the house that screens and lists mask (trap 12).
fn note(desk: &mut Desk<'_>, paper: &Paper, how: &str, title: &str) -> Result<(), PaperError> {
    let carried = match paper {
        Paper::Roster { reveal: true, .. } => "含完整电话和身份证号",
        Paper::ContactList { .. } => "含完整电话",
        Paper::MemberRecord { .. } => "含本人全部信息",
        _ => return Ok(()),
    };
    Ok(desk.note(format!("{how}{title}（{carried}）"))?)
}

/// A paper's title and content as the records stand now.
pub(super) fn document(desk: &mut Desk<'_>, paper: &Paper) -> Result<(String, Box<dyn Document>), PaperError> {
    let today = desk.today();
    Ok(match *paper {
        Paper::SignInSheet { meeting } => {
            let sheet = desk.read(|reader| meetings::sign_in_sheet_of(reader, meeting))?;
            (format!("签到表 {} {}", sheet.at.date(), sheet.title), Box::new(sheet))
        }
        Paper::Minutes { meeting, photos } => {
            let mut minutes = desk.read(|reader| minutes_of(reader, meeting))?;
            if photos {
                let count = desk.read(|reader| attachments::of_meeting(reader, meeting))?.len();
                minutes.photos = Album::new(desk, count)?.photos(meeting)?;
            }
            (format!("会议记录 {} {}", minutes.started_at.date(), minutes.title), Box::new(minutes))
        }
        Paper::MeetingRecordForm { meeting } => {
            let form = desk.read(|reader| record_form_of(reader, meeting, minutes_of(reader, meeting)?))?;
            let title = format!("{} {} {}", form.title, form.minutes.started_at.date(), form.minutes.title);
            (title, Box::new(form))
        }
        Paper::MeetingNotice { meeting } => {
            let notice = desk.read(|reader| meetings::notice_of(reader, meeting, today))?;
            (notice.title.clone(), Box::new(notice))
        }
        Paper::VoteResolution { meeting, vote } => {
            let resolution = desk.read(|reader| meetings::vote_resolution_of(reader, VoteRef { meeting, id: vote }))?;
            (resolution.title.clone(), Box::new(resolution))
        }
        Paper::MotionBallots { meeting, motion, ref subject, copies } => {
            let ballots = desk.read(|reader| meetings::motion_ballots_of(reader, meeting, motion, subject, copies))?;
            (format!("{} {}", ballots.title, ballots.on), Box::new(ballots))
        }
        Paper::MotionTally { meeting, motion, ref subject, vote } => {
            let sheet = desk.read(|reader| meetings::motion_tally_of(reader, meeting, motion, subject, vote))?;
            (format!("{} {}", sheet.title, sheet.on), Box::new(sheet))
        }
        Paper::Attendance { query } => {
            let rules = desk.rules;
            let sheet = desk.read(|reader| meetings::attendance_sheet_of(reader, query, rules, today))?;
            few_enough(sheet.range.rows.len())?;
            (format!("到会统计表 {}", sheet.period), Box::new(sheet))
        }
        Paper::Ballots { election, copies } => {
            let rules = desk.rules;
            let ballots = desk.read(|reader| elections::ballots_of(reader, election, copies, rules))?;
            (format!("{} {}", ballots.title, ballots.on), Box::new(ballots))
        }
        Paper::TallySheet { election, round } => {
            let rules = desk.rules;
            let sheet = desk.read(|reader| elections::tally_sheet_of(reader, election, round, rules))?;
            (format!("{} {}", sheet.title, sheet.on), Box::new(sheet))
        }
        Paper::ElectionReport { election } => {
            let rules = desk.rules;
            let report = desk.read(|reader| elections::election_report_of(reader, election, rules, today))?;
            (report.title.clone(), Box::new(report))
        }
        Paper::AppraisalBallots { appraisal, copies } => {
            let ballots = desk.read(|reader| appraisal::ballots_of(reader, appraisal, copies))?;
            (ballots.title.clone(), Box::new(ballots))
        }
        Paper::AppraisalTally { appraisal } => {
            let sheet = desk.read(|reader| appraisal::tally_sheet_of(reader, appraisal))?;
            (sheet.title.clone(), Box::new(sheet))
        }
        Paper::AppraisalResult { appraisal } => {
            let result = desk.read(|reader| appraisal::result_of(reader, appraisal))?;
            (result.title.clone(), Box::new(result))
        }
        Paper::BoundQuarter { quarter, parts, ref compiled_by } => {
            let volume = bound_quarter_of(desk, quarter, parts, compiled_by)?;
            desk.job.step(1, 1, "正在排版")?;
            (format!("{}组织生活记录合订本", quarter.title()), Box::new(volume))
        }
        Paper::MeetingPlan { quarter, whole_year } => {
            let sheet = desk.read(|reader| meetings::plan_sheet_of(reader, quarter, whole_year, today))?;
            (format!("{}组织生活计划", sheet.quarter), Box::new(sheet))
        }
        Paper::Report { quarter } => {
            let rules = desk.rules;
            let report = desk.read(|reader| reports::build(reader, rules, quarter, today))?;
            (format!("{}报告（草稿，未签名）", quarter.title()), Box::new(report.pages()))
        }
        Paper::SignedReport { version } => {
            let (title, report) = desk.read(|reader| reports::signed_report(reader, version))?;
            (title, Box::new(report.pages()))
        }
        Paper::RecoverySheet => ("恢复码".to_owned(), Box::new(app::recovery_sheet(desk)?)),
        Paper::EnrolmentSheet => ("报送签名备案表".to_owned(), Box::new(signing::enrolment_sheet(desk)?)),
        Paper::Roster { ref query, reveal } => {
            let on = query.on.unwrap_or(today);
            let sheet = desk.read(|reader| roster::roster_sheet_of(reader, query, reveal, head(reader, on)?, today))?;
            few_enough(sheet.rows.len())?;
            (format!("{} {}", sheet.title(), sheet.on), Box::new(sheet))
        }
        Paper::ContactList { ref query } => {
            let on = query.on.unwrap_or(today);
            let list = desk.read(|reader| roster::contact_list_of(reader, query, head(reader, on)?, today))?;
            few_enough(list.groups.iter().map(|group| group.rows.len()).sum())?;
            (format!("党员通讯录 {}", list.on), Box::new(list))
        }
        Paper::MemberRecord { member } => {
            let rules = desk.rules;
            let record = desk.read(|reader| member_record_of(reader, rules, member, today))?;
            (format!("党员信息表 {}", record.name), Box::new(record))
        }
        Paper::Statistics { on } => {
            let on = on.unwrap_or(today);
            let statistics = desk.read(|reader| roster::statistics_of(reader, head(reader, on)?, on))?;
            (format!("党员基本情况统计表 {}", statistics.on), Box::new(statistics))
        }
        Paper::IntroductionLetter { transfer } => {
            let letter = desk.read(|reader| transfers::introduction_letter_of(reader, transfer))?;
            (format!("组织关系介绍信 {} {}", letter.number, letter.name), Box::new(letter))
        }
        Paper::TransferReceipt { transfer } => {
            let receipt = desk.read(|reader| transfers::receipt_of(reader, transfer))?;
            (format!("组织关系介绍信回执 {}", receipt.name), Box::new(receipt))
        }
    })
}

/// Whether a paper can hold so many people.
fn few_enough(people: usize) -> Result<(), PaperError> {
    if people > MOST_PEOPLE { Err(PaperError::TooMany { people, most: MOST_PEOPLE }) } else { Ok(()) }
}

/// Whose papers they are, as of the day they speak of.
fn head(reader: &Reader<'_>, on: NaiveDate) -> Result<PaperHead, VaultError> {
    let BranchRequest { name: branch, superior, phone, .. } = branch::stored_on(reader, on)?;
    Ok(PaperHead { branch, superior, phone })
}
