//! What ends the program with 1.

use zhibu_core::problem::Problem;

/// Refused or invalid.
#[derive(Debug)]
pub(crate) struct Failure(Problem);

impl Failure {
    pub(crate) fn new(code: &str, message: impl Into<String>) -> Self {
        Self(Problem { code: code.to_owned(), message: message.into(), hint: None, fields: Vec::new() })
    }

    /// For stderr.
    pub(crate) fn text(&self, json: bool) -> String {
        self.0.said(json)
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl From<Failure> for Problem {
    fn from(Failure(problem): Failure) -> Self {
        problem
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new("io", format!("读写文件时出错：{error}"))
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::new("bad_request", format!("请求不是正确的 JSON:{error}"))
    }
}
