//! Doubles for tests: a file in memory on a fixed day, and nothing behind the traits of [`crate::outside`].
#![allow(clippy::expect_used)]

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::branch::{self, Branch};
use crate::desk::{Desk, Door, Job};
use crate::development::{self, DevelopmentFileId, EntriesRequest, Entry, EntryKind};
use crate::meetings::{
    self, AttendanceEntry, AttendanceRequest, AttendanceRow, AttendanceStatus, MeetingHead, MeetingId, MeetingKind,
};
use crate::outside::{
    Attachment, BlankError, BlankSheet, Broken, CertificateView, Desktop, Disclosed, Document, FileToken, FileUse,
    FixedClock, Identity, Made, Office, Outside, Picture, PictureError, PrintedBy, Renewal, Seal, SealError, Sheet,
    SheetError, SheetFilling, Table, Typeset, TypesetError, Verdict, WordError, Writing,
};
use crate::reports;
use crate::roster::{self, MemberId, MemberKind, MemberRecord, MemberRequest};
use crate::rules::{Finding, RuleBook};
use crate::values::Changed;
use crate::vault::Vault;
use crate::watch::{Watch, WatchContext};

/// An open file in memory on a fixed day.
pub struct TestFile {
    pub vault: Vault,
    /// Nothing behind the traits; replace what a test needs.
    pub outside: Outside,
    /// The rules as shipped.
    pub rules: RuleBook,
    job: Job<'static>,
}

impl TestFile {
    /// An empty file on `today` (`2026-11-23`).
    pub fn on(today: &str) -> Self {
        let today: NaiveDate = today.parse().expect("a date");
        let nothing = Arc::new(NothingOutside);
        let outside = Outside {
            typeset: nothing.clone(),
            seal: nothing.clone(),
            office: nothing.clone(),
            picture: nothing.clone(),
            desktop: nothing,
            clock: Arc::new(FixedClock::on(today)),
        };
        Self { vault: Vault::in_memory(), outside, rules: RuleBook::shipped().expect("rules"), job: Job::unwatched() }
    }

    /// Goes on to another day.
    pub fn on_day(&mut self, today: &str) {
        self.outside.clock = Arc::new(FixedClock::on(today.parse().expect("a date")));
    }

    /// What one room finds on `day`, when these quarters are open.
    pub fn watched(&self, watch: Watch, day: &str, quarters: &[&str]) -> Vec<Finding> {
        let day = day.parse().expect("a date");
        let quarters: Vec<_> = quarters.iter().map(|quarter| quarter.parse().expect("a quarter")).collect();
        self.vault
            .read(|reader| {
                let (rules, quarters) = (&self.rules, quarters.as_slice());
                watch(&WatchContext { reader, rules, day, judged_on: day, quarters, outside: Some(&self.outside) })
            })
            .expect("what is found")
    }

    /// Takes the newest change back.
    pub fn undo(&mut self) {
        reports::undo(&mut self.desk("undo"), reports::UndoRequest::default()).expect("something to take back");
    }

    /// Brings the change back that was taken back last.
    pub fn redo(&mut self) {
        reports::redo(&mut self.desk("redo"), reports::UndoRequest::default()).expect("something to bring back");
    }

    /// As if the report of 2026's third quarter had been signed, as so many-th `version`.
    pub fn sign_third_quarter(&mut self, version: u32) {
        let sql = "INSERT INTO report_version (period, version, reason, signed_at, sha256, data, pdf)
            VALUES ('2026Q3', ?1, iif(?1 > 1, '更正', NULL), '2026-10-08T09:00:00+08:00', ?2, '{}', x'25')";
        let sign = |tx: &crate::vault::Tx<'_>| tx.execute(sql, (version, "0".repeat(64)));
        self.desk("report_sign").transact::<_, crate::vault::VaultError>("签名", sign).expect("a signed report");
    }

    /// The desk, for the named command.
    pub fn desk(&mut self, command: &'static str) -> Desk<'_> {
        Desk { vault: &mut self.vault, outside: &self.outside, rules: &self.rules, job: &self.job, command }
    }

    /// The door, for the named command.
    pub fn door(&mut self, command: &'static str) -> Door<'_> {
        Door::of_test(self.desk(command), branch::letterhead_on)
    }

    /// Names the branch.
    pub fn name_branch(&mut self, name: &str, has_committee: bool) {
        let branch = Branch { name: name.to_owned(), has_committee, ..Branch::default() };
        branch::save(&mut self.desk("branch_save"), branch.into()).expect("a branch");
    }

    /// Enters that a step of a development file was done, whatever the steps before it say.
    pub fn development_step(&mut self, file: DevelopmentFileId, step: u32, on: &str) {
        let kind = EntryKind::of_step(step).expect("a step");
        let entries = vec![Entry::new(kind, on.parse().expect("a day"))];
        let request = EntriesRequest { file, entries, insist: true, roster: false };
        development::save_entries(&mut self.desk("development_entries_save"), request).expect("an entry");
    }

    /// Adds a full member, changed as `change` says.
    pub fn add_member(&mut self, name: &str, change: impl FnOnce(&mut MemberRecord)) -> MemberId {
        self.add_member_since(name, "", change)
    }

    /// As [`TestFile::add_member`]; group, office … hold `since` that day, where one is given.
    pub fn add_member_since(&mut self, name: &str, since: &str, change: impl FnOnce(&mut MemberRecord)) -> MemberId {
        let mut record = MemberRecord::new(name, MemberKind::Full);
        change(&mut record);
        let changed = Changed { since: since.parse().ok(), ..Changed::default() };
        let request = MemberRequest { record, changed, confirmed_duplicate: true };
        let saved = roster::save(&mut self.desk("member_save"), request).expect("a member");
        saved.value.member.id.expect("an id")
    }

    /// Plans a meeting on a day, its leading kind first.
    pub fn add_meeting(&mut self, kinds: &[MeetingKind], on: &str) -> MeetingId {
        let request = MeetingHead {
            kinds: kinds.to_vec(),
            planned_at: format!("{on}T14:30:00").parse().expect("a day"),
            ..MeetingHead::default()
        };
        let saved = meetings::save(&mut self.desk("meeting_save"), request).expect("a meeting");
        saved.value.head.id.expect("an id")
    }

    /// Records that everyone came but those named.
    pub fn attend(&mut self, meeting: MeetingId, away: &[MemberId]) {
        let view = meetings::get(&mut self.desk("meeting_get"), meeting).expect("a meeting");
        let entry = |row: &AttendanceRow| {
            let status = if away.contains(&row.member) { AttendanceStatus::Absent } else { AttendanceStatus::Present };
            AttendanceEntry::of(row.member, status)
        };
        let request = AttendanceRequest { id: meeting, entries: view.attendance.iter().map(entry).collect() };
        meetings::save_attendance(&mut self.desk("attendance_save"), request).expect("attendance");
    }
}

/// Files of a folder, by their names.
pub struct Folder(pub tempfile::TempDir);

impl Folder {
    /// A new one with a file in it.
    pub fn with(name: &str, content: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join(name), content).expect("a file");
        Self(folder)
    }
}

impl Desktop for Folder {
    fn path(&self, token: &FileToken, _: FileUse) -> Option<PathBuf> {
        Some(self.0.path().join(&token.0))
    }
    fn print(&self, _: &str, _: &[u8]) -> Result<PrintedBy, String> {
        Err("no printer".into())
    }
}

/// Files anywhere: the token is the path.
pub struct Paths;

impl Desktop for Paths {
    fn path(&self, token: &FileToken, _: FileUse) -> Option<PathBuf> {
        Some(PathBuf::from(&token.0))
    }
    fn print(&self, _: &str, _: &[u8]) -> Result<PrintedBy, String> {
        Err("no printer".into())
    }
}

/// Answers every request with a failure.
pub struct NothingOutside;

impl Typeset for NothingOutside {
    fn svg_pages(&self, _: &dyn Document) -> Result<Made<Vec<String>>, TypesetError> {
        Err(TypesetError::Failed("no typesetter".into()))
    }
    fn pdf(&self, _: &dyn Document, _: &[Attachment], _: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, TypesetError> {
        Err(TypesetError::Failed("no typesetter".into()))
    }
    fn unprintable(&self, _: &str) -> Vec<char> {
        Vec::new()
    }
}

impl Seal for NothingOutside {
    fn new_identity(&self, _: &str, _: DateTime<FixedOffset>, _: u32) -> Result<Identity, SealError> {
        Err(SealError::Failed("no seal".into()))
    }
    fn certificate(&self, _: &[u8]) -> Result<CertificateView, SealError> {
        Err(SealError::NotACertificate)
    }
    fn certificate_pem(&self, _: &[u8]) -> Result<String, SealError> {
        Err(SealError::NotACertificate)
    }
    fn renew(&self, _: &Identity, _: &Identity, _: DateTime<FixedOffset>) -> Result<Renewal, SealError> {
        Err(SealError::Failed("no seal".into()))
    }
    fn renewed(&self, _: &Renewal) -> Option<CertificateView> {
        None
    }
    fn sign(&self, _: &[u8], _: &Identity, _: &str, _: DateTime<FixedOffset>) -> Result<Vec<u8>, SealError> {
        Err(SealError::Failed("no seal".into()))
    }
    fn enclose(&self, _: &[u8], _: &Identity) -> Result<Vec<u8>, SealError> {
        Err(SealError::Failed("no seal".into()))
    }
    fn disclose(&self, _: &[u8]) -> Result<Disclosed, Broken> {
        Err(Broken::Foreign)
    }
    fn verify(&self, _: &[u8]) -> Verdict {
        Verdict {
            valid: false,
            fault: None,
            certificate: None,
            signed_at: None,
            covers_whole_file: false,
            receipt: None,
            attachments: Vec::new(),
        }
    }
}

impl Office for NothingOutside {
    fn read(&self, _: &[u8]) -> Result<Vec<Sheet>, SheetError> {
        Err(SheetError::NotASheet)
    }
    fn write(&self, _: &Table) -> Result<Vec<u8>, SheetError> {
        Err(SheetError::Failed("no office".into()))
    }
    fn archive(&self, _: std::fs::File) -> Box<dyn crate::outside::Archive> {
        unreachable!("nothing is packed here")
    }
    fn text(&self, _: &[u8]) -> Option<String> {
        None
    }

    fn word(&self, _: &Writing, _: DateTime<FixedOffset>) -> Result<Made<Vec<u8>>, WordError> {
        Err(WordError::Failed(String::new()))
    }

    fn blank(&self, _: &[u8]) -> Result<Vec<BlankSheet>, BlankError> {
        Err(BlankError::OtherFormat)
    }

    fn fill(&self, _: &[u8], _: &[SheetFilling]) -> Result<Vec<u8>, BlankError> {
        Err(BlankError::OtherFormat)
    }
}

impl Picture for NothingOutside {
    fn shrink(&self, _: &[u8], _: u32) -> Result<Vec<u8>, PictureError> {
        Err(PictureError::NotAPicture)
    }

    fn pages(&self, _: &[u8], _: u32, _: &AtomicBool) -> Result<Vec<Vec<u8>>, PictureError> {
        Err(PictureError::NotAPicture)
    }
}

impl Desktop for NothingOutside {
    fn path(&self, _: &FileToken, _: FileUse) -> Option<PathBuf> {
        None
    }
    fn print(&self, _: &str, _: &[u8]) -> Result<PrintedBy, String> {
        Err("no printer".into())
    }
}
