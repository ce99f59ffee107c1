//! Whose an attachment is.

use rusqlite::Row;
use rusqlite::types::Type;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::values::{DuesEntryId, DuesPaymentId, LibraryDocumentId, MeetingId, MemberId, StudySessionId};

/// The record that files are kept with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentOwner {
    Meeting(MeetingId),
    /// A document of the library.
    Document(LibraryDocumentId),
    /// 补学凭据: what shows that somebody made a session up
    Makeup {
        session: StudySessionId,
        member: MemberId,
    },
    /// 结业证书
    Certificate {
        session: StudySessionId,
        member: MemberId,
    },
    /// 凭证 of a line of 收支
    DuesEntry(DuesEntryId),
    /// 收据 of a payment
    DuesPayment(DuesPaymentId),
}

/// An owner as the columns of the table have it.
#[derive(Default)]
pub(super) struct Columns {
    pub(super) owner: &'static str,
    pub(super) meeting: Option<i64>,
    pub(super) document: Option<i64>,
    pub(super) session: Option<i64>,
    pub(super) member: Option<i64>,
    pub(super) ledger: Option<i64>,
    pub(super) payment: Option<i64>,
}

impl AttachmentOwner {
    pub(super) fn columns(self) -> Columns {
        let none = Columns::default();
        match self {
            Self::Meeting(id) => Columns { owner: "meeting", meeting: Some(id.0), ..none },
            Self::Document(id) => Columns { owner: "document", document: Some(id.0), ..none },
            Self::Makeup { session, member } => {
                Columns { owner: "makeup", session: Some(session.0), member: Some(member.0), ..none }
            }
            Self::Certificate { session, member } => {
                Columns { owner: "certificate", session: Some(session.0), member: Some(member.0), ..none }
            }
            Self::DuesEntry(id) => Columns { owner: "dues_entry", ledger: Some(id.0), ..none },
            Self::DuesPayment(id) => Columns { owner: "dues_payment", payment: Some(id.0), ..none },
        }
    }

    pub(super) fn of_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let owner: String = row.get("owner")?;
        let session = || row.get("session_id").map(StudySessionId);
        let member = || row.get("member_id").map(MemberId);
        Ok(match owner.as_str() {
            "meeting" => Self::Meeting(MeetingId(row.get("meeting_id")?)),
            "document" => Self::Document(LibraryDocumentId(row.get("document_id")?)),
            "makeup" => Self::Makeup { session: session()?, member: member()? },
            "certificate" => Self::Certificate { session: session()?, member: member()? },
            "dues_entry" => Self::DuesEntry(DuesEntryId(row.get("ledger_id")?)),
            "dues_payment" => Self::DuesPayment(DuesPaymentId(row.get("payment_id")?)),
            other => {
                let unknown = format!("an owner {other}");
                return Err(rusqlite::Error::FromSqlConversionFailure(0, Type::Text, unknown.into()));
            }
        })
    }
}
