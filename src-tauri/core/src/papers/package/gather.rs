//! What each kind of material is made of. Papers are drawn here and set only when they are written; of files there is no more
//! than their keys until then.

use chrono::{Datelike, NaiveDate};

use crate::attachments::{self, AttachmentId, AttachmentKind, AttachmentOwner, AttachmentRow};
use crate::branch;
use crate::desk::Door;
use crate::development::{self, DevelopmentPaper, DevelopmentQuery};
use crate::elections::{self, ElectionPaper, ElectionQuery};
use crate::meetings::{self, AttendanceRangeQuery, MeetingPaper, MeetingQuery, MeetingRow, MeetingState};
use crate::outside::{Block, Document, Page, Writing};
use crate::paper::Papers;
use crate::papers::{PaperError, handbook};
use crate::reports::{self, ReportVersionId};
use crate::settings::HandbookPart;
use crate::values::{Quarter, day_title};

/// The days that a package is about.
pub(super) struct Span<'a, 'd> {
    pub(super) door: &'a Door<'d>,
    pub(super) first: NaiveDate,
    /// Not after today.
    pub(super) last: NaiveDate,
}

impl Span<'_, '_> {
    /// What the branch is called on the last of the days.
    pub(super) fn branch(&self) -> Result<String, PaperError> {
        Ok(self.door.read(|reader| branch::stored_on(reader, self.last))?.name)
    }
}

/// What was gathered of a kind.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) pieces: Vec<Piece>,
    /// What is missing, each a Chinese sentence.
    pub(super) lacks: Vec<String>,
}

/// What becomes a file.
pub(super) struct Piece {
    /// Without number and ending.
    pub(super) title: String,
    pub(super) what: What,
}

pub(super) enum What {
    /// A paper to be set, and what it carries out of the house that lists mask.
    Paper(Box<dyn Document>, Option<&'static str>),
    /// A file that is kept with a record, and its ending.
    Attachment(AttachmentId, String),
    Report(ReportVersionId),
}

/// A part of the handbook, year by year: what is listed in it as one paper, and each of its papers for itself.
pub(super) fn part(span: &Span<'_, '_>, part: HandbookPart) -> Result<Gathered, PaperError> {
    let mut gathered = Gathered::default();
    let years = span.first.year()..=span.last.year();
    let of_many = span.first.year() != span.last.year();
    for year in years {
        let filled = handbook::part(span.door, year, (span.first, span.last), part)?;
        let name = handbook::usual_name(part);
        if filled.records == 0 {
            gathered.lacks.push(format!("{year}年没有登记{name}"));
        }
        let title = if of_many { format!("{name} {year}年") } else { name.to_owned() };
        if !filled.blocks.is_empty() {
            let branch = span.branch()?;
            let mut blocks = vec![Block::title([branch.as_str(), &format!("{year}年{name}")])];
            blocks.extend(filled.blocks);
            let writing = Writing { title: title.clone(), branch, page: Page::Form, blocks };
            gathered.pieces.push(Piece { title, what: What::Paper(Box::new(writing), None) });
        }
        gathered.pieces.extend(
            filled
                .papers
                .into_iter()
                .map(|writing| Piece { title: writing.title.clone(), what: What::Paper(Box::new(writing), None) }),
        );
    }
    Ok(gathered)
}

/// The scans of signed sign-in sheets; a meeting that was held and has none lacks it.
pub(super) fn sign_in_scans(span: &Span<'_, '_>) -> Result<Gathered, PaperError> {
    let mut gathered = Gathered::default();
    for meeting in held(span)? {
        let scans = files_of(span, &meeting, |kind| kind == AttachmentKind::SignInScan)?;
        if scans.is_empty() {
            gathered.lacks.push(format!("{}没有签到表的扫描件", named(&meeting)));
        }
        gathered.pieces.extend(scans);
    }
    Ok(gathered)
}

/// Photos and other files of meetings.
pub(super) fn meeting_files(span: &Span<'_, '_>) -> Result<Gathered, PaperError> {
    let mut gathered = Gathered::default();
    for meeting in held(span)? {
        gathered.pieces.extend(files_of(span, &meeting, |kind| kind != AttachmentKind::SignInScan)?);
    }
    Ok(gathered)
}

/// The meetings of the days that were held, by time.
fn held(span: &Span<'_, '_>) -> Result<Vec<MeetingRow>, PaperError> {
    let query = MeetingQuery { from: Some(span.first), to: Some(span.last), ..MeetingQuery::default() };
    let mut rows = span.door.desk(|desk| meetings::list(desk, query))?;
    rows.retain(|row| row.state == MeetingState::Held);
    rows.reverse();
    Ok(rows)
}

fn named(meeting: &MeetingRow) -> String {
    format!("{}“{}”", day_title(meeting.at.date()), meeting.title)
}

fn files_of(
    span: &Span<'_, '_>,
    meeting: &MeetingRow,
    wanted: fn(AttachmentKind) -> bool,
) -> Result<Vec<Piece>, PaperError> {
    let mut rows = span.door.read(|reader| attachments::of(reader, AttachmentOwner::Meeting(meeting.id)))?;
    rows.retain(|row| wanted(row.kind));
    let piece = |row: &AttachmentRow| {
        let (stem, ending) = row.name.rsplit_once('.').unwrap_or((&row.name, ""));
        // What is shown is a JPEG, whatever it was made of.
        let ending = if row.is_picture && !row.has_original { "jpg" } else { ending };
        let about = if row.caption.is_empty() { stem } else { &row.caption };
        Piece {
            title: format!("{} {} {about}", meeting.at.date(), meeting.title),
            what: What::Attachment(row.id, ending.to_ascii_lowercase()),
        }
    };
    Ok(rows.iter().map(piece).collect())
}

pub(super) fn attendance(span: &Span<'_, '_>) -> Result<Gathered, PaperError> {
    let mut gathered = Gathered::default();
    for year in span.first.year()..=span.last.year() {
        let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(span.last);
        let query =
            AttendanceRangeQuery { from: span.first.max(day(1, 1)), to: span.last.min(day(12, 31)), kind: None };
        let drawn = MeetingPaper::Attendance { query }.draw(span.door)?;
        let title = format!("到会统计表 {year}年");
        gathered.pieces.push(Piece { title, what: What::Paper(drawn.document, drawn.discloses) });
    }
    Ok(gathered)
}

/// Reports of elections that were concluded.
pub(super) fn elections(span: &Span<'_, '_>) -> Result<Gathered, PaperError> {
    let mut gathered = Gathered::default();
    let mut rows =
        span.door.desk(|desk| elections::list(desk, ElectionQuery::default())).map_err(PaperError::of_room)?;
    rows.retain(|row| (span.first..=span.last).contains(&row.on));
    rows.sort_by_key(|row| row.on);
    for row in rows {
        let drawn = ElectionPaper::ElectionReport { election: row.id }.draw(span.door).map_err(PaperError::of_room)?;
        let title = format!("{} {}", row.on, row.title);
        gathered.pieces.push(Piece { title, what: What::Paper(drawn.document, drawn.discloses) });
    }
    Ok(gathered)
}

/// 发展党员档案体检报告: what an inspection would find in the files.
pub(super) fn development_audit(span: &Span<'_, '_>) -> Result<Gathered, PaperError> {
    let mut gathered = Gathered::default();
    let any =
        span.door.desk(|desk| development::list(desk, DevelopmentQuery::default())).map_err(PaperError::of_room)?;
    if any.is_empty() {
        return Ok(gathered);
    }
    let drawn = DevelopmentPaper::Audit { file: None }.draw(span.door).map_err(PaperError::of_room)?;
    gathered.pieces.push(Piece { title: drawn.title, what: What::Paper(drawn.document, drawn.discloses) });
    Ok(gathered)
}

/// The signed reports, and what the rules find in the quarters.
pub(super) fn reports(span: &Span<'_, '_>) -> Result<Gathered, PaperError> {
    let door = span.door;
    let signed = door.read(|reader| reports::signed_within(reader, span.first, span.last))?;
    let pieces = signed.into_iter().map(|(id, title)| Piece { title, what: What::Report(id) }).collect();
    let mut gathered = Gathered { pieces, ..Gathered::default() };
    let quarters = std::iter::successors(Some(Quarter::of(span.first)), |quarter| {
        Some(Quarter::of(quarter.last_day() + chrono::Days::new(1)))
    });
    for quarter in quarters.take_while(|quarter| quarter.first_day() <= span.last) {
        let is_over = quarter.last_day() < door.today();
        if is_over && door.read(|reader| reports::newest_version(reader, quarter.into()))?.is_none() {
            gathered.lacks.push(format!("{}的报告没有签名", quarter.title()));
        }
        let found = door.read(|reader| reports::findings(reader, door.rules, quarter.into(), door.today()))?;
        gathered.lacks.extend(found.into_iter().map(|finding| finding.message));
    }
    Ok(gathered)
}
