//! What travels between the window and the room.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::LibraryDocumentId;
use crate::values::{MeetingId, StudySessionId, StudyTopicId, stored_as_text, titled};

/// What sort of document it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LibraryKind {
    /// 文件 of a superior
    #[default]
    Directive,
    /// 讲话
    Speech,
    /// 学习材料
    Material,
    /// 制度 of the branch or its superior
    Regulation,
    /// 其他
    Other,
}

titled! { LibraryKind {
    Directive => "文件",
    Speech => "讲话",
    Material => "学习材料",
    Regulation => "制度",
    Other => "其他",
} }

stored_as_text!(LibraryKind);

/// A document as entered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LibraryDocument {
    /// `None` adds one.
    pub id: Option<LibraryDocumentId>,
    #[serde(default)]
    pub kind: LibraryKind,
    pub title: String,
    /// 发文单位
    #[serde(default)]
    pub issuer: String,
    /// 文号
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub issued_on: Option<NaiveDate>,
    /// 关键词
    #[serde(default)]
    pub keywords: String,
    /// The secretary's own notes, or the text as it was pasted.
    #[serde(default)]
    pub text: String,
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LibraryQuery {
    /// Empty for everything.
    #[serde(default)]
    pub search: String,
    #[serde(default)]
    pub kind: Option<LibraryKind>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryList {
    /// What is found in the title first, then the newest first.
    pub rows: Vec<LibraryRow>,
    /// How many of each kind were found, of whichever kind is listed.
    pub kinds: Vec<LibraryCount>,
    /// How many documents there are at all.
    pub total: u32,
}

/// How many documents of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct LibraryCount {
    pub kind: LibraryKind,
    pub count: u32,
}

/// A document in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryRow {
    pub id: LibraryDocumentId,
    pub kind: LibraryKind,
    pub title: String,
    pub issuer: String,
    pub number: String,
    pub issued_on: Option<NaiveDate>,
    /// How many files it has.
    pub files: u32,
    /// In how many sessions it was learnt.
    pub sessions: u32,
    /// Where it was found, when something was looked for.
    pub hit: Option<LibraryHit>,
}

/// Where a document was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct LibraryHit {
    /// `标题`, `正文`, `文件“通知.docx”` …
    pub place: String,
    /// What stands before it.
    pub before: String,
    /// What was looked for, as it stands there; found by its sound, all of it.
    pub found: String,
    /// What stands behind it.
    pub after: String,
}

/// A document, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryView {
    /// As entered.
    #[serde(flatten)]
    pub document: LibraryDocument,
    /// Where it was learnt or spoken of, the newest first.
    pub uses: Vec<LibraryUse>,
}

/// Where a document can be learnt or spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LibraryPlace {
    Session(StudySessionId),
    /// A topic of the plan.
    Topic(StudyTopicId),
    Meeting(MeetingId),
}

/// Where a document was learnt or spoken of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryUse {
    pub place: LibraryPlace,
    pub title: String,
    /// The day; of a topic the first of its month.
    pub on: NaiveDate,
}

/// Says which documents are spoken of at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LibraryUsesRequest {
    pub place: LibraryPlace,
    /// All of them.
    pub documents: Vec<LibraryDocumentId>,
}
