//! The vocabulary of letters and running forms. One template (`writing.typ`) and one Word writer know how each block looks;
//! a room says what stands on its paper and nothing else.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Document, Photo};
use crate::values::date_title;

/// A letter or a running form: blocks from top to bottom. It can be saved as a Word document too.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Writing {
    /// Title of the file, and the suggested name.
    pub title: String,
    /// The branch, as author of the file.
    pub branch: String,
    /// What kind of page it stands on.
    pub page: Page,
    /// What stands on the pages.
    pub blocks: Vec<Block>,
}

/// A kind of page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Page {
    /// Of GB/T 9704-2012: letters, notices, resolutions, minutes.
    #[default]
    Official,
    /// With narrower margins and page x of y: forms.
    Form,
}

/// A piece of a [`Writing`]. A text right above a table or a signature stays on one page with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// The title over the whole width, one line each; on a form all lines but the last stand small above it.
    Title { lines: Vec<String> },
    /// To whom: a line that begins at the margin.
    Addressee { text: String },
    /// A text as it was entered, one paragraph per line.
    Text { text: String },
    /// The user's own words; as long as there are none, lines for a hand.
    Words { text: String },
    /// `一、…`
    Head { text: String },
    /// `一、…：` with its one line of text beside it.
    HeadWith { text: String, line: String },
    /// `（一）…`
    Subhead { text: String },
    /// Names and what they name, one below the other, beginning at the same place.
    Entries { entries: Vec<Fact> },
    /// Names and values in a ruled grid, two beside each other.
    Facts { facts: Vec<Fact> },
    /// A ruled table.
    Table {
        columns: Vec<Column>,
        /// As many cells as columns; a line end in a cell stays one.
        rows: Vec<Vec<String>>,
        /// A line below the last row, across all columns; may be empty.
        foot: String,
        /// Rows tall enough for a hand to write in.
        roomy: bool,
    },
    /// A text with a heading in a box.
    Boxed { head: String, text: String },
    /// Places where hands sign, in rows.
    Hands { rows: Vec<Vec<Place>> },
    /// A box for the opinion of a body, signed by a role.
    Opinion { of: String, role: String },
    /// Who sends it and when; a `role` signs below the sender.
    Signed { by: String, role: Option<String>, on: NaiveDate },
    /// The name of an annex, above the signature.
    Enclosure { name: String },
    /// What follows is the annex: on a new page with its own title.
    Annex { title: String },
    /// What follows begins a new page.
    NewPage {},
    /// A scanned page, as large as a page of its own holds; `about` stands above it.
    Scan {
        about: String,
        /// `None` where it cannot be read: its place says so.
        photo: Option<Photo>,
    },
    /// Photos four to a page, as an annex; `about` stands above each page.
    Photos { about: String, photos: Vec<Captioned> },
}

/// A place that a hand fills in, or what stands where one would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A name, a colon and a line to write on.
    Hand(String),
    /// A text: the date of a form.
    Told(String),
    /// A date to be written by hand.
    OpenDate,
}

impl Block {
    /// A text, one paragraph per line.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// `一、…`
    pub fn head(text: impl Into<String>) -> Self {
        Self::Head { text: text.into() }
    }

    /// `（一）…`
    pub fn subhead(text: impl Into<String>) -> Self {
        Self::Subhead { text: text.into() }
    }

    /// A title of these lines.
    pub fn title<const N: usize>(lines: [&str; N]) -> Self {
        Self::Title { lines: lines.map(str::to_owned).into() }
    }

    /// Places for these roles to sign beside each other, with the day below; without one the date is left to a hand too.
    pub fn hands<const N: usize>(roles: [&str; N], on: Option<NaiveDate>) -> Self {
        let date = on.map_or(Place::OpenDate, |on| Place::Told(date_title(on)));
        Self::Hands { rows: vec![roles.map(|role| Place::Hand(format!("{role}（签字）"))).into(), vec![date]] }
    }

    /// A ruled table as tall as its text.
    pub fn table(columns: Vec<Column>, rows: Vec<Vec<String>>) -> Self {
        Self::Table { columns, rows, foot: String::new(), roomy: false }
    }
}

/// A name and what it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    pub name: String,
    /// Parts joined with `、` on paper: a part of up to eight characters, as a name, is not broken over two lines.
    pub parts: Vec<String>,
    /// It takes the whole width of a grid.
    pub wide: bool,
}

impl Fact {
    /// A name with one text.
    pub fn new(name: &str, text: impl Into<String>) -> Self {
        Self { name: name.to_owned(), parts: vec![text.into()], wide: false }
    }

    /// A name with several names of people.
    pub fn people(name: &str, people: &[String]) -> Self {
        Self { name: name.to_owned(), parts: people.to_vec(), wide: false }
    }

    /// As [`Self::new`], over the whole width of a grid.
    pub fn wide(name: &str, text: impl Into<String>) -> Self {
        Self { wide: true, ..Self::new(name, text) }
    }

    /// Nothing stands beside the name.
    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(|part| part.trim().is_empty())
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    pub title: String,
    /// Millimetres; `None` takes its share of what the others leave.
    pub mm: Option<f64>,
    /// The share, where it has no width of its own.
    pub share: f64,
    /// For figures and other short things.
    pub centred: bool,
}

impl Column {
    /// A column of so many millimetres, centred: figures, dates, names.
    pub fn mm(mm: f64, title: &str) -> Self {
        Self { title: title.to_owned(), mm: Some(mm), share: 0.0, centred: true }
    }

    /// A column that shares what the others leave, for text.
    pub fn share(share: f64, title: &str) -> Self {
        Self { title: title.to_owned(), mm: None, share, centred: false }
    }

    /// The column with its content in the middle.
    #[must_use]
    pub fn centred(self) -> Self {
        Self { centred: true, ..self }
    }
}

/// A photo and what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Captioned {
    /// In the secretary's own words; may be empty.
    pub caption: String,
    /// `None` where it cannot be read: its place says so.
    pub photo: Option<Photo>,
}

impl Writing {
    /// The pictures that can be read.
    pub fn pictures(&self) -> impl Iterator<Item = &Photo> {
        self.blocks.iter().flat_map(|block| match block {
            Block::Photos { photos, .. } => photos.iter().filter_map(|one| one.photo.as_ref()).collect(),
            Block::Scan { photo: Some(photo), .. } => vec![photo],
            _ => Vec::new(),
        })
    }
}

#[cfg(any(test, feature = "testing"))]
impl Writing {
    /// The rows of its tables, one after the other.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let rows = self.blocks.iter().filter_map(|block| match block {
            Block::Table { rows, .. } => Some(rows.clone()),
            _ => None,
        });
        rows.flatten().collect()
    }
}

/// What stands on it, for tests: the text of each block on lines of its own.
#[cfg(any(test, feature = "testing"))]
impl std::fmt::Display for Writing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        fn texts(value: &serde_json::Value, all: &mut Vec<String>) {
            match value {
                serde_json::Value::String(text) => all.push(text.clone()),
                serde_json::Value::Array(parts) => parts.iter().for_each(|part| texts(part, all)),
                serde_json::Value::Object(parts) => {
                    parts.iter().filter(|(key, _)| *key != "block").for_each(|(_, part)| texts(part, all));
                }
                _ => {}
            }
        }
        let mut all = Vec::new();
        texts(&serde_json::json!(self.blocks), &mut all);
        f.write_str(&all.join("\n"))
    }
}

impl Document for Writing {
    fn template(&self) -> &'static str {
        "writing"
    }

    fn data(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(self)
    }

    fn photos(&self) -> Vec<&Photo> {
        self.pictures().collect()
    }

    fn writing(&self) -> Option<&Self> {
        Some(self)
    }
}
