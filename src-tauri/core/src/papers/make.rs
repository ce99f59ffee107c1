//! Making a paper: on screen, into a file, onto paper. All three come from the same document. The file of records is open
//! while the paper is drawn and no longer: setting the pages can take a minute, in which work goes on.

use super::{Paper, PaperError, PaperFormat, PaperPages, PaperSaveRequest};
use crate::desk::Door;
use crate::files::{self, Saved};
use crate::outside::{Gap, Made, Printed};
use crate::paper::Drawn;

/// People on one paper at most. A branch has some fifty; this keeps a slip from filling the memory.
pub(super) const MOST_PEOPLE: usize = 2000;

/// Pages in a preview at most: each is a picture of some 300 KB that the window has to hold.
const MOST_PREVIEWED: usize = 40;

/// The pages as they will print.
///
/// # Errors
/// [`PaperError`].
pub fn preview(door: &Door<'_>, paper: Paper) -> Result<PaperPages, PaperError> {
    let drawn = draw(door, paper)?;
    let Made { paper: mut pages, gaps } = door.outside.typeset.svg_pages(drawn.document.as_ref())?;
    let total = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    pages.truncate(MOST_PREVIEWED);
    let word = drawn.finished.is_none() && drawn.document.writing().is_some();
    let (title, rooms) = (drawn.title, drawn.rooms.to_vec());
    Ok(PaperPages { title, pages, total, word, rooms, gaps: Gap::sentences(&gaps) })
}

/// Saves a paper as PDF or as a Word document.
///
/// # Errors
/// [`PaperError`].
pub fn save(door: &Door<'_>, request: PaperSaveRequest) -> Result<Saved, PaperError> {
    let drawn = draw(door, request.paper)?;
    let Made { paper: bytes, gaps } = match request.format {
        PaperFormat::Pdf => pdf(door, &drawn)?,
        PaperFormat::Docx => {
            let writing = drawn.document.writing().ok_or(PaperError::PdfOnly)?;
            door.outside.office.word(writing, door.outside.clock.now())?
        }
    };
    note(door, &drawn, "保存")?;
    Ok(Saved { gaps: Gap::sentences(&gaps), ..files::write(door.outside, &request.file, &bytes)? })
}

/// Hands a paper to the system's printing.
///
/// # Errors
/// [`PaperError`].
pub fn print(door: &Door<'_>, paper: Paper) -> Result<Printed, PaperError> {
    let drawn = draw(door, paper)?;
    let Made { paper: pdf, gaps } = pdf(door, &drawn)?;
    note(door, &drawn, "打印")?;
    let by = door.outside.desktop.print(&drawn.title, &pdf).map_err(PaperError::Printing)?;
    Ok(Printed { by, gaps: Gap::sentences(&gaps) })
}

/// A paper as the records stand now, if it can hold so many people.
fn draw(door: &Door<'_>, paper: Paper) -> Result<Drawn, PaperError> {
    let drawn = paper.draw(door)?;
    if drawn.people > MOST_PEOPLE {
        return Err(PaperError::TooMany { people: drawn.people, most: MOST_PEOPLE });
    }
    door.job.begin("正在排版")?;
    Ok(drawn)
}

/// The file itself where there is one, else its pages.
fn pdf(door: &Door<'_>, drawn: &Drawn) -> Result<Made<Vec<u8>>, PaperError> {
    if let Some(finished) = &drawn.finished {
        return Ok(Made { paper: finished.clone(), gaps: Vec::new() });
    }
    Ok(door.outside.typeset.pdf(drawn.document.as_ref(), &[], door.outside.clock.now())?)
}

/// Leaves a line in the log when a paper carries numbers out of the house that screens and lists mask (trap 12).
fn note(door: &Door<'_>, drawn: &Drawn, how: &str) -> Result<(), PaperError> {
    let Some(carried) = drawn.discloses else { return Ok(()) };
    Ok(door.desk(|desk| desk.note(format!("{how}{}（{carried}）", drawn.title)))?)
}
