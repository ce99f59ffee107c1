//! The records and the rules of a Party branch.
//!
//! Architecture invariant: this crate knows no window, no async, no network, and no document format.
//! What it needs from outside (typesetting, signatures, spreadsheets, files, the clock) it names as traits in
//! [`outside`]; what it offers stands in one table, [`commands`].

// Floor by floor, from the ground up: a room knows those of the floors below it, and none beside or above.

pub mod problem;

pub mod values;

pub mod disk;
pub mod outside;
pub mod parallel;

pub mod rules;
pub mod vault;

pub mod attendance;
pub mod desk;
pub mod typed;

pub mod paper;

pub mod files;
pub mod report_section;
pub mod watch;

pub mod attachments;
pub mod settings;

pub mod roster;

pub mod library;

pub mod branch;
pub mod study;
pub mod talks;

pub mod app;
pub mod signing;
pub mod transfers;

pub mod meetings;

pub mod appraisal;
pub mod disposals;
pub mod dues;
pub mod elections;
pub mod tasks;

pub mod development;

pub mod watches;

pub mod reports;

pub mod home;
pub mod superior;

pub mod papers;
pub mod returns;
pub mod rule_sets;

pub mod commands;

#[cfg(any(test, feature = "testing"))]
pub mod testing;
