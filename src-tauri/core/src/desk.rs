//! The desk: what a command finds in front of it while a file is open; and the door to it, for work that takes long.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::outside::Outside;
use crate::rules::RuleBook;
use crate::vault::{Done, Opening, Reader, Tx, Vault, VaultError};

/// An open file, the day, the rules, and what was borrowed from outside.
pub struct Desk<'a> {
    pub vault: &'a mut Vault,
    /// Typesetting, seals, spreadsheets, paths, the clock.
    pub outside: &'a Outside,
    /// The dated rules of this file.
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

/// The way to the open file for work that takes long: it takes the file only while it reads or writes, so that every other
/// command is answered meanwhile. What two visits find need not agree; who builds one upon the other has to compare.
pub struct Door<'a> {
    slot: Slot<'a>,
    /// Typesetting, seals, spreadsheets, paths, the clock.
    pub outside: &'a Outside,
    /// The dated rules of this file.
    pub rules: &'a RuleBook,
    /// Progress and cancelling.
    pub job: &'a Job<'a>,
    /// The command being run; it names the audit entry.
    pub command: &'static str,
    /// Whose papers they are, as of a day. It is handed in from above, since rooms below the branch have papers too.
    pub letterhead: fn(&Reader<'_>, NaiveDate) -> Result<Letterhead, VaultError>,
}

/// Where the open file is found.
enum Slot<'a> {
    /// In the program, as long as it is the one that was open when the work began.
    Program(&'a Mutex<Option<Vault>>, Opening),
    /// In the hands of a test.
    #[cfg(any(test, feature = "testing"))]
    Test(std::cell::RefCell<&'a mut Vault>),
}

/// Whose papers they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letterhead {
    pub branch: String,
    /// 上级党组织
    pub superior: String,
    /// The branch's telephone.
    pub phone: String,
}

impl<'a> Door<'a> {
    /// The way to the file that was opened so, as long as it stays open.
    pub(crate) fn new(
        (slot, opening): (&'a Mutex<Option<Vault>>, Opening),
        outside: &'a Outside,
        rules: &'a RuleBook,
        job: &'a Job<'a>,
        command: &'static str,
        letterhead: fn(&Reader<'_>, NaiveDate) -> Result<Letterhead, VaultError>,
    ) -> Self {
        Self { slot: Slot::Program(slot, opening), outside, rules, job, command, letterhead }
    }

    /// A way to the file of a test.
    #[cfg(any(test, feature = "testing"))]
    pub fn of_test(desk: Desk<'a>, letterhead: fn(&Reader<'_>, NaiveDate) -> Result<Letterhead, VaultError>) -> Self {
        let Desk { vault, outside, rules, job, command } = desk;
        Self { slot: Slot::Test(std::cell::RefCell::new(vault)), outside, rules, job, command, letterhead }
    }

    /// The local calendar date.
    pub fn today(&self) -> NaiveDate {
        self.outside.clock.today()
    }

    /// Takes the file for a moment.
    ///
    /// # Errors
    /// [`VaultError::Locked`] when it was closed since the work began; whatever `work` fails with.
    pub fn desk<T, E: From<VaultError>>(&self, work: impl FnOnce(&mut Desk<'_>) -> Result<T, E>) -> Result<T, E> {
        let Self { outside, rules, job, command, .. } = *self;
        let work = |vault: &mut Vault| work(&mut Desk { vault, outside, rules, job, command });
        match &self.slot {
            Slot::Program(slot, opening) => {
                let mut open = slot.lock().unwrap_or_else(PoisonError::into_inner);
                let same = open.as_mut().filter(|vault| Arc::ptr_eq(&vault.opening(), opening));
                work(same.ok_or(VaultError::Locked)?)
            }
            #[cfg(any(test, feature = "testing"))]
            Slot::Test(vault) => work(&mut vault.borrow_mut()),
        }
    }

    /// Takes the file, if nothing was changed in it since the log ended with `head` ([`Reader::audit_head`]): what was worked
    /// out from the records of that moment still holds.
    ///
    /// # Errors
    /// [`VaultError::ChangedMeanwhile`]; as [`Self::desk`].
    pub fn desk_since<T, E: From<VaultError>>(
        &self,
        head: &str,
        work: impl FnOnce(&mut Desk<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.desk(|desk| {
            if desk.read(|reader| reader.audit_head())? != head {
                return Err(VaultError::ChangedMeanwhile.into());
            }
            work(desk)
        })
    }

    /// Looks something up.
    ///
    /// # Errors
    /// As [`Self::desk`].
    pub fn read<T, E: From<VaultError>>(&self, read: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        self.desk(|desk| desk.read(read))
    }
}

/// How far a long piece of work is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// Done so far.
    pub done: u32,
    /// Of so many; 0 where nobody can tell.
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

    /// Says what is being done next, where nobody can tell how long it takes.
    ///
    /// # Errors
    /// [`Cancelled`] when the user asked to stop.
    pub fn begin(&self, label: &str) -> Result<(), Cancelled> {
        self.step(0, 0, label)
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
