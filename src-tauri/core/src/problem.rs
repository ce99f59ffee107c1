//! How an error reaches the user: one Chinese sentence, a hint, and the fields it belongs to.

use serde::Serialize;
use ts_rs::TS;

/// An error on the wire. `message` says what happened and what was kept; `hint` what to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// Stable machine-readable name, e.g. `wrong_passphrase`.
    pub code: String,
    /// One Chinese sentence.
    pub message: String,
    /// What the user can do now.
    pub hint: Option<String>,
    /// The request fields that are at fault, for forms.
    pub fields: Vec<FieldProblem>,
}

impl Problem {
    /// What a command line says of it: the sentence and what to do, or all of it as JSON.
    pub fn said(&self, json: bool) -> String {
        let Self { code, message, hint, fields } = self;
        if json {
            return serde_json::json!({ "error": { "code": code, "message": message, "hint": hint, "fields": fields } })
                .to_string();
        }
        hint.as_ref().map_or_else(|| message.clone(), |hint| format!("{message}。{hint}"))
    }
}

/// What is wrong with one field of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldProblem {
    /// The field's name in the request; list items as `agenda.2.title`.
    pub field: String,
    /// One Chinese sentence.
    pub message: String,
}

/// Turns a room's error enum into a [`Problem`]; `Display` is the sentence.
pub trait Explain: std::error::Error {
    /// The error that this one only passes on; it then answers everything below.
    fn passed_on(&self) -> Option<&dyn Explain> {
        None
    }
    /// Stable machine-readable name.
    fn code(&self) -> &'static str {
        self.passed_on().map_or("internal", Explain::code)
    }
    /// What the user can do now.
    fn hint(&self) -> Option<String> {
        self.passed_on().and_then(Explain::hint)
    }
    /// The request fields at fault.
    fn fields(&self) -> Vec<FieldProblem> {
        self.passed_on().map(Explain::fields).unwrap_or_default()
    }
}

impl<E: Explain> From<E> for Problem {
    fn from(error: E) -> Self {
        Self { code: error.code().to_owned(), message: error.to_string(), hint: error.hint(), fields: error.fields() }
    }
}

/// One or more fields of a request cannot be accepted; nothing was stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, thiserror::Error)]
#[error("有 {} 处填写需要改正，没有保存任何内容：{}", .0.len(), .0.iter().map(|f| f.message.as_str()).collect::<Vec<_>>().join("；"))]
pub struct Invalid(pub Vec<FieldProblem>);

impl Invalid {
    /// Notes that `field` cannot be accepted.
    pub fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.0.push(FieldProblem { field: field.into(), message: message.into() });
    }

    /// `Ok` when no field was noted.
    pub fn into_result(self) -> Result<(), Self> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl Explain for Invalid {
    fn code(&self) -> &'static str {
        "invalid"
    }
    fn fields(&self) -> Vec<FieldProblem> {
        self.0.clone()
    }
}
