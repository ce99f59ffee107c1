//! The desk: what a command finds in front of it while a file is open.

use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::outside::Outside;
use crate::rules::RuleBook;
use crate::vault::{Done, Reader, Tx, Vault, VaultError};

/// An open file, the day, the rules, and what was borrowed from outside.
pub struct Desk<'a> {
    /// The records.
    pub vault: &'a mut Vault,
    /// Typesetting, seals, spreadsheets, paths, the clock.
    pub outside: &'a Outside,
    /// The dated rules.
    pub rules: &'a RuleBook,
    /// Progress and cancelling.
    pub job: &'a Job<'a>,
    /// The command being run; it names the audit entry.
    pub command: &'static str,
}

impl Desk<'_> {
    /// The local calendar date.
    pub fn today(&self) -> NaiveDate {
        self.outside.clock.today()
    }

    /// Makes a verified backup beside the file, before something large.
    ///
    /// # Errors
    /// [`VaultError::BackupUnsound`], [`VaultError::DiskFull`] …
    pub fn back_up(&self) -> Result<(), VaultError> {
        self.vault.back_up(self.outside.clock.now())
    }

    /// Looks something up.
    ///
    /// # Errors
    /// Whatever `read` fails with.
    pub fn read<T, E: From<VaultError>>(&self, read: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        self.vault.read(read)
    }

    /// Changes something, in one transaction with its audit entry and its undo step, under a Chinese `label`.
    ///
    /// # Errors
    /// Whatever `change` fails with; then nothing is stored.
    pub fn transact<T, E: From<VaultError>>(
        &mut self,
        label: impl Into<String>,
        change: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let now = self.outside.clock.now();
        self.vault.transact(self.command, &label.into(), now, change)
    }

    /// Writes into the log that something was done which changes no record, under a Chinese `label`.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn note(&mut self, label: impl Into<String>) -> Result<(), VaultError> {
        let now = self.outside.clock.now();
        self.vault.note(self.command, &label.into(), now)
    }
}

/// How far a long piece of work is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// Done so far.
    pub done: u32,
    /// Of so many.
    pub total: u32,
    /// What is being done, in Chinese.
    pub label: String,
}

/// Progress out, cancelling in.
pub struct Job<'a> {
    /// Called now and then during long work.
    pub report: &'a (dyn Fn(Progress) + Sync),
    /// Set from outside to stop.
    pub cancelled: &'a AtomicBool,
}

/// The user asked to stop; nothing was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("已取消，没有保存任何内容")]
pub struct Cancelled;

impl Job<'_> {
    /// A job nobody watches.
    pub fn unwatched() -> Job<'static> {
        static NEVER: AtomicBool = AtomicBool::new(false);
        Job { report: &|_| {}, cancelled: &NEVER }
    }

    /// Says how far the work is.
    ///
    /// # Errors
    /// [`Cancelled`] when the user asked to stop.
    pub fn step(&self, done: usize, total: usize, label: &str) -> Result<(), Cancelled> {
        self.go_on()?;
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        (self.report)(Progress { done: count(done), total: count(total), label: label.to_owned() });
        Ok(())
    }

    /// Whether to go on.
    ///
    /// # Errors
    /// [`Cancelled`] when the user asked to stop.
    pub fn go_on(&self) -> Result<(), Cancelled> {
        if self.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }
}

/// A request without content; on the wire `null` or `{}`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[ts(type = "Record<string, never>")]
pub struct Nothing {}
