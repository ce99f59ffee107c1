//! The real window, as a user goes through it. Each window has a screen of its own, so none needs a display.

#![allow(clippy::unwrap_used)] // a test's helper fails as the test does

mod appraisal;
mod backups;
mod branch;
mod certificate;
mod demo;
mod development;
mod dialog;
mod dues;
mod election;
mod hand;
mod hands;
mod help;
mod import;
mod layout;
mod library;
mod member;
mod papers;
mod quarter;
mod record;
mod returns;
mod rules;
mod sample;
mod shell;
mod story;
mod superior;
mod traces;
mod transfer;
