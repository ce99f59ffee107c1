//! Without a window a file token is the path itself, and printing is the caller's own affair.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::Value;
use zhibu_core::app::App;
use zhibu_core::commands::dispatch;
use zhibu_core::desk::Job;
use zhibu_core::outside::{Clock, Desktop, FileToken, FileUse, FixedClock, Outside, PrintedBy, SystemClock};
use zhibu_core::rules::RuleBook;

use crate::failure::Failure;

struct PathDesktop;

impl Desktop for PathDesktop {
    fn path(&self, token: &FileToken, _: FileUse) -> Option<PathBuf> {
        Some(PathBuf::from(&token.0))
    }

    fn print(&self, _: &str, _: &[u8]) -> Result<PrintedBy, String> {
        Err("命令行不直接打印，请先存成 PDF".to_owned())
    }
}

/// The program, with the documents behind it.
pub(crate) struct Program(App);

impl Program {
    pub(crate) fn new(today: Option<NaiveDate>) -> Result<Self, Failure> {
        let clock: Arc<dyn Clock> = match today {
            Some(day) => Arc::new(FixedClock::on(day)),
            None => Arc::new(SystemClock),
        };
        let outside = Outside { desktop: Arc::new(PathDesktop), clock, ..zhibu_documents::outside() };
        let rules = RuleBook::shipped().map_err(|error| Failure::new("internal", error.to_string()))?;
        Ok(Self(App::new(outside, rules)))
    }

    /// Runs a command of the table.
    pub(crate) fn call(&self, name: &str, request: Value) -> Result<Value, Failure> {
        Ok(dispatch(&self.0, name, request, &Job::unwatched())?)
    }

    /// What the program borrowed from outside.
    pub(crate) fn outside(&self) -> &Outside {
        &self.0.outside
    }
}

/// A path as a file token.
pub(crate) fn token(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
