//! Files as tests need them.

use std::collections::BTreeMap;

use serde_json::json;

use super::entries::Entry;
use super::{DevelopmentFile, DevelopmentFileId};

/// A file with these entries, by day, and nothing else.
pub(super) fn file_with(mut entries: Vec<Entry>) -> DevelopmentFile {
    entries.sort_by_key(|entry| entry.on);
    DevelopmentFile {
        id: DevelopmentFileId(1),
        person: serde_json::from_value(json!({ "name": "李某某" })).unwrap(),
        recorded_on: entries.iter().map(|entry| entry.on).collect(),
        entries,
        guides: Vec::new(),
        guide_members: Vec::new(),
        materials: Vec::new(),
        scans: BTreeMap::new(),
        intended: BTreeMap::new(),
        closed: None,
        member: None,
    }
}
