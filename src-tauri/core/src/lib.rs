//! The records and the rules of a Party branch.
//!
//! Architecture invariant: this crate knows no window, no async, no network, and no document format.
//! What it needs from outside (typesetting, signatures, spreadsheets, files, the clock) it names as traits in
//! [`outside`]; what it offers stands in one table, [`commands`].

pub mod app;
pub mod commands;
pub mod desk;
pub mod files;
pub mod outside;
pub mod problem;
pub mod values;

pub mod appraisal;
pub mod attachments;
pub mod attendance;
pub mod branch;
pub mod development;
pub mod elections;
pub mod home;
pub mod meetings;
pub mod papers;
pub mod reports;
pub mod roster;
pub mod rules;
pub mod settings;
pub mod signing;
pub mod study;
pub mod talks;
pub mod tasks;
pub mod transfers;
pub mod vault;

#[cfg(any(test, feature = "testing"))]
pub mod testing;
