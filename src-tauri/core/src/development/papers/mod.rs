//! The papers of a file, drawn up from what was entered: one line a form in the table of its stage. What others issue has
//! no form here, and the application form itself (志愿书) is only a booklet to be copied into by hand: [`guide`] helps.

mod activist;
mod admission;
mod application;
mod archive;
mod audit;
mod candidate;
mod draft;
mod guide;
mod packages;
mod parts;
mod probation;
mod roster;
#[cfg(test)]
mod tests;

use draft::{Draft, Source};
pub use packages::DevelopmentPackage;
pub use roster::DevelopmentRosterKind;

use super::entries::EntryId;
use super::scans::{self, ScannedPage};
use super::{DevelopmentError, DevelopmentFileId, catalogue};
use crate::desk::Door;
use crate::outside::{Block, Page, Writing};
use crate::paper::{Drawn, papers};
use crate::values::Room;

papers! {
    /// The papers of 发展党员.
    DevelopmentPaper, DevelopmentError;
    /// The paper with a code of the list of materials, or `oath`, `announcement`, `explanation`; of a kind that comes again
    /// the one of an entry, else of the last
    Form {
        file: DevelopmentFileId,
        code: String,
        #[serde(default)]
        entry: Option<EntryId>,
    } = form;
    /// 《入党志愿书》填写参考
    Guide { file: DevelopmentFileId } = guide::paper;
    /// A list of the papers that go together, and those of them that can be drawn up
    Package { file: DevelopmentFileId, package: DevelopmentPackage } = packages::paper;
    /// 发展党员档案体检报告, of one file or of all
    Audit {
        #[serde(default)]
        file: Option<DevelopmentFileId>,
    } = audit::paper;
    /// The roster of those who came to a stage in a year
    Roster { year: i32, of: DevelopmentRosterKind } = roster::paper;
}

const ROOMS: &[Room] = &[Room::Development, Room::Roster, Room::Branch, Room::Meetings, Room::Settings];

/// What the log says of a paper that carries what was found out about somebody.
const REVIEW: &str = "政治审查材料";

/// How a form is called.
enum Title {
    /// Always so; `{name}` is the person's.
    Fixed(&'static str),
    /// By what happened.
    Told(fn(&Draft<'_>) -> String),
}

/// A form that can be drawn up.
struct Form {
    code: &'static str,
    title: Title,
    page: Page,
    /// It carries what the political review or a discipline case found.
    reviews: bool,
    /// Somebody else sends it: the branch does not stand above its title.
    of_others: bool,
    draw: fn(&Draft<'_>) -> Vec<Block>,
}

impl Form {
    /// A form to be filled in and signed.
    const fn sheet(code: &'static str, title: &'static str, draw: fn(&Draft<'_>) -> Vec<Block>) -> Self {
        Self { code, title: Title::Fixed(title), page: Page::Form, reviews: false, of_others: false, draw }
    }

    /// A letter, a notice, a resolution.
    const fn letter(code: &'static str, title: &'static str, draw: fn(&Draft<'_>) -> Vec<Block>) -> Self {
        Self { page: Page::Official, ..Self::sheet(code, title, draw) }
    }

    /// The form under a title that says what happened.
    const fn told(self, title: fn(&Draft<'_>) -> String) -> Self {
        Self { title: Title::Told(title), ..self }
    }

    /// The form, with what the political review or a discipline case found.
    const fn reviewing(self) -> Self {
        Self { reviews: true, ..self }
    }

    /// The form, filled in or sent by others.
    const fn of_others(self) -> Self {
        Self { of_others: true, ..self }
    }

    /// The step whose day is the paper's; those without a material belong to the step they tell of.
    fn step(&self) -> u32 {
        match self.code {
            "announcement" => super::file::step::APPROVAL,
            "oath" => 20,
            code => catalogue::material(code).map_or(0, catalogue::Material::wanted_at),
        }
    }

    fn title(&self, draft: &Draft<'_>) -> String {
        match self.title {
            Title::Fixed(title) => title.replace("{name}", draft.name()),
            Title::Told(title) => title(draft),
        }
    }
}

/// Every form, in the order of the stages.
fn forms() -> impl Iterator<Item = &'static Form> {
    [application::FORMS, activist::FORMS, candidate::FORMS, admission::FORMS, probation::FORMS, archive::FORMS]
        .into_iter()
        .flatten()
}

fn find(code: &str) -> Option<&'static Form> {
    forms().find(|form| form.code == code)
}

/// Whether the program can draw up a paper.
pub(super) fn has_form(code: &str) -> bool {
    find(code).is_some()
}

/// The list of a file's papers, and the scanned pages in its order, each with the name of its paper.
///
/// # Errors
/// [`DevelopmentError::NotFound`].
pub fn list_and_scans(
    door: &Door<'_>,
    file: DevelopmentFileId,
) -> Result<(Writing, Vec<ScannedPage>), DevelopmentError> {
    let list = find("5-13").ok_or_else(|| DevelopmentError::NoForm("5-13".to_owned()))?;
    door.read(|reader| {
        let writing = Source::of(door, reader, file)?.form(reader, list, None)?;
        Ok((writing, scans::with_bytes(reader, file)?))
    })
}

fn form(
    door: &Door<'_>,
    file: DevelopmentFileId,
    code: String,
    entry: Option<EntryId>,
) -> Result<Drawn, DevelopmentError> {
    let form = find(&code).ok_or(DevelopmentError::NoForm(code))?;
    let writing =
        door.read::<_, DevelopmentError>(|reader| Ok(Source::of(door, reader, file)?.form(reader, form, entry)?))?;
    let drawn = Drawn::writing(writing, ROOMS);
    Ok(if form.reviews { drawn.disclosing(REVIEW) } else { drawn })
}
