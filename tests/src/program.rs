//! The program without a window: the real table, the real documents, files in a folder of its own.
#![allow(clippy::unwrap_used, clippy::panic)] // a test helper: its failures are the test's

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;
use tempfile::TempDir;
use zhibu_core::app::App;
use zhibu_core::commands::dispatch;
use zhibu_core::desk::Job;
use zhibu_core::outside::{Desktop, FileToken, FileUse, FixedClock, Outside, PrintedBy};
use zhibu_core::problem::Problem;
use zhibu_core::rules::RuleBook;
use zhibu_documents::picture::Pictures;

/// A program on a fixed day. File tokens are names in its own folder.
pub struct Program {
    app: App,
    folder: PathBuf,
    today: String,
    /// Removes the folder with the last program over it.
    kept: Option<Arc<TempDir>>,
}

struct FolderDesktop(PathBuf);

impl Desktop for FolderDesktop {
    fn path(&self, token: &FileToken, _: FileUse) -> Option<PathBuf> {
        Some(self.0.join(&token.0))
    }
    fn print(&self, _: &str, _: &[u8]) -> Result<PrintedBy, String> {
        Ok(PrintedBy::Queue)
    }
}

impl Program {
    /// A program with an empty folder.
    pub fn new(today: &str) -> Self {
        let kept = TempDir::new().unwrap();
        let program = Self::in_folder(kept.path().to_owned(), today);
        Self { kept: Some(Arc::new(kept)), ..program }
    }

    /// A second program over the same folder.
    pub fn beside(&self) -> Self {
        Self { kept: self.kept.clone(), ..Self::in_folder(self.folder.clone(), &self.today) }
    }

    /// The same folder on another day.
    pub fn on(&self, today: &str) -> Self {
        Self { kept: self.kept.clone(), ..Self::in_folder(self.folder.clone(), today) }
    }

    /// A program over a folder that somebody else keeps.
    pub fn in_folder(folder: PathBuf, today: &str) -> Self {
        let outside = Outside {
            desktop: Arc::new(FolderDesktop(folder.clone())),
            clock: Arc::new(FixedClock::on(today.parse().unwrap())),
            // A test is not the program that draws.
            picture: Arc::new(Pictures::drawn_by(crate::binary("zhibu-cli").unwrap_or_default())),
            ..zhibu_documents::outside()
        };
        Self { app: App::new(outside, RuleBook::shipped().unwrap()), folder, today: today.to_owned(), kept: None }
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A file in its folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Runs a command.
    pub fn call(&self, name: &str, request: Value) -> Result<Value, Problem> {
        dispatch(&self.app, name, request, &Job::unwatched())
    }

    /// Runs a command that can be watched and stopped.
    ///
    /// # Errors
    /// As the command.
    pub fn call_watched(&self, name: &str, request: Value, job: &Job<'_>) -> Result<Value, Problem> {
        dispatch(&self.app, name, request, job)
    }

    /// Runs a command that must succeed.
    #[track_caller]
    pub fn ok(&self, name: &str, request: Value) -> Value {
        self.call(name, request).unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
    }

    /// Runs a command that must be refused.
    #[track_caller]
    pub fn problem(&self, name: &str, request: Value) -> Value {
        match self.call(name, request) {
            Ok(reply) => panic!("{name} was not refused: {reply}"),
            Err(problem) => serde_json::to_value(problem).unwrap(),
        }
    }
}
