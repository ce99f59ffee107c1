//! What a paper is: a title, its content, what it draws on, and what it discloses. Each room declares its own with
//! [`papers!`], one line and one function each; `papers` knows all of them and previews, saves and prints them.

use crate::desk::Door;
use crate::outside::{Document, Writing};
use crate::values::Room;

/// A paper as its room has drawn it, ready for the typesetter.
#[derive(Debug)]
pub struct Drawn {
    /// Title, also the suggested file name without ending.
    pub title: String,
    /// What stands on it.
    pub document: Box<dyn Document>,
    /// The file itself where there is one already: it is saved and printed byte for byte, the document only shows it.
    pub finished: Option<Vec<u8>>,
    /// The rooms whose records it shows: when one of them changes, an open page of it is drawn again.
    pub rooms: &'static [Room],
    /// What it carries out of the house that screens and lists mask (trap 12), as the log names it.
    pub discloses: Option<&'static str>,
    /// How many people are listed on it; a paper can hold only so many.
    pub people: usize,
}

impl Drawn {
    /// A paper that discloses nothing and lists nobody.
    pub fn new(title: impl Into<String>, document: impl Document, rooms: &'static [Room]) -> Self {
        let document = Box::new(document);
        Self { title: title.into(), document, finished: None, rooms, discloses: None, people: 0 }
    }

    /// A letter or a running form, under its own title.
    pub fn writing(writing: Writing, rooms: &'static [Room]) -> Self {
        Self::new(writing.title.clone(), writing, rooms)
    }

    /// The paper, with a line in the log whenever it leaves the house.
    #[must_use]
    pub fn disclosing(self, what: &'static str) -> Self {
        Self { discloses: Some(what), ..self }
    }

    /// The paper, listing so many people.
    #[must_use]
    pub fn listing(self, people: usize) -> Self {
        Self { people, ..self }
    }
}

/// The papers of one room.
pub trait Papers {
    /// Why one cannot be drawn.
    type Error;

    /// The paper as the records stand now.
    ///
    /// # Errors
    /// The room's own.
    fn draw(self, door: &Door<'_>) -> Result<Drawn, Self::Error>;
}

/// `papers! { RoomPaper, RoomError; Name { field: Type, … } = function; … }`: the papers of a room as they are asked for
/// on the wire, each with the function that draws it from a [`Door`] and its fields.
macro_rules! papers {
    (
        $(#[$about:meta])* $papers:ident, $error:ty;
        $( $(#[$doc:meta])* $name:ident { $( $(#[$attribute:meta])* $field:ident: $type:ty ),* $(,)? } = $draw:path; )+
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum $papers {
            $( $(#[$doc])* $name { $( $(#[$attribute])* $field: $type ),* }, )+
        }

        impl crate::paper::Papers for $papers {
            type Error = $error;

            fn draw(self, door: &crate::desk::Door<'_>) -> Result<crate::paper::Drawn, $error> {
                match self {
                    $( Self::$name { $( $field ),* } => $draw(door $(, $field )*), )+
                }
            }
        }
    };
}
pub(crate) use papers;
