//! Papers as data, and the setting of them.

use std::any::Any;
use std::fmt::Debug;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::Writing;

/// A paper as plain data, ready to be typeset: a [`Writing`], or with `document!` a form of a room's own.
pub trait Document: Any + Debug + Send + Sync {
    /// Name of its template.
    fn template(&self) -> &'static str;

    /// What the template reads: JSON.
    ///
    /// # Errors
    /// A defect of ours.
    fn data(&self) -> serde_json::Result<Vec<u8>>;

    /// The pictures on it, each under its number.
    fn photos(&self) -> Vec<&Photo> {
        Vec::new()
    }

    /// What its QR code carries.
    fn qr(&self) -> Option<&str> {
        None
    }

    /// Whether it is tagged for screen readers.
    fn is_tagged(&self) -> bool {
        true
    }

    /// Itself as blocks, where it is made of them: then it can be saved as a Word document too.
    fn writing(&self) -> Option<&Writing> {
        None
    }
}

/// `document!(Type, "template", …)`: a type that is a [`Document`] with a template of its own; the functions that follow
/// take the place of the trait's.
macro_rules! document {
    ($type:ty, $template:literal $(, $($unusual:tt)*)?) => {
        impl crate::outside::Document for $type {
            fn template(&self) -> &'static str {
                $template
            }

            fn data(&self) -> serde_json::Result<Vec<u8>> {
                serde_json::to_vec(self)
            }

            $($($unusual)*)?
        }
    };
}
pub(crate) use document;

/// A picture of a paper. The typesetter takes its bytes beside the data, under its number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Its place among the pictures of the paper, from 0.
    pub number: u32,
    /// JPEG or PNG.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// A file that travels inside a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// File name, ASCII.
    pub name: String,
    /// Media type.
    pub mime: String,
    /// What it is, in Chinese, for the reader's attachment list.
    pub description: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// A paper, and what could not be put on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made<T> {
    /// Its pages or its file.
    pub paper: T,
    /// The texts that have a box on it, each once.
    pub gaps: Vec<Gap>,
}

/// A text with characters that no font here can show. On paper an empty box stands for each, for a hand to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The text with its boxes, or the part around the first of them.
    pub text: String,
    /// The characters, in their order.
    pub missing: Vec<char>,
}

impl Gap {
    /// Which text it is and what it lacks.
    pub fn sentence(&self) -> String {
        let code = |c: &char| format!("U+{:04X}", u32::from(*c));
        const NAMED: usize = 12;
        let codes: Vec<String> = self.missing.iter().take(NAMED).map(code).collect();
        let more = if self.missing.len() > codes.len() { "等" } else { "" };
        let count = match self.missing.len() {
            1 => "的一个字".to_owned(),
            count => format!("有 {count} 个字"),
        };
        format!("“{}”里{count}（{}{more}）没有字体能印，留了空框，请手写补上", self.text, codes.join("、"))
    }

    /// What is said beside a paper: a sentence for each text, as many as a person reads.
    pub fn sentences(gaps: &[Self]) -> Vec<String> {
        const READ: usize = 12;
        let more = gaps.len().saturating_sub(READ);
        let rest = (more > 0).then(|| format!("另有 {more} 处文字也有字体印不出的字，留了空框"));
        gaps.iter().take(READ).map(Self::sentence).chain(rest).collect()
    }
}

/// Makes pages out of documents. The same document and time give the same bytes.
pub trait Typeset: Send + Sync {
    /// One SVG per page, as it will print.
    ///
    /// # Errors
    /// [`TypesetError`].
    fn svg_pages(&self, document: &dyn Document) -> Result<Made<Vec<String>>, TypesetError>;

    /// A PDF/A-3b with `attachments` inside, dated `at`.
    ///
    /// # Errors
    /// As [`Typeset::svg_pages`].
    fn pdf(
        &self,
        document: &dyn Document,
        attachments: &[Attachment],
        at: DateTime<FixedOffset>,
    ) -> Result<Made<Vec<u8>>, TypesetError>;

    /// Characters of `text` that would leave a box on paper, each once, in their order.
    fn unprintable(&self, text: &str) -> Vec<char>;
}

/// Why no page came out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypesetError {
    /// No installed font can show what stands on every paper of the kind.
    #[error("本机没有能显示“{}”的字体，没有生成文件", .0.iter().collect::<String>())]
    MissingGlyphs(Vec<char>),
    /// A defect of ours: a template failed.
    #[error("排版没有成功，没有生成文件：{0}")]
    Failed(String),
}
