//! What the program promises, kept without a window: over real files, against crashes, full disks and other people's hands.
//! `docs/BEHAVIOUR.md` says which promise is kept where.
#![allow(clippy::unwrap_used, clippy::panic)] // a test's helper fails as the test does

mod backup;
mod certificate;
mod cli;
mod crash;
mod development;
mod dues;
#[cfg(target_os = "linux")]
mod full_disk;
mod home;
mod hostile;
mod lock;
mod material;
mod meeting_papers;
mod migration;
mod package;
mod passphrase;
mod policy;
#[cfg(target_os = "linux")]
mod postgres;
#[cfg(target_os = "linux")]
mod power_loss;
mod report;
mod returns;
mod roster_export;
mod roster_import;
mod roster_sheets;
mod rule_set;
mod superior;
mod tables;
mod tampering;
mod typescript;
mod undo;
mod undo_signed;
mod vault;
