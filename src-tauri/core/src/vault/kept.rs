//! What was read whole and is good as long as nothing changes it.

use std::any::{Any, TypeId};
use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::audit::Described;

/// After so many changed records whatever is kept is read anew: that is quicker than mending it.
const AT_MOST: usize = 200;

/// Values by their type, each with the changes that were made before it was read.
#[derive(Default)]
pub(super) struct Kept {
    values: BTreeMap<TypeId, (Arc<dyn Any + Send + Sync>, usize)>,
    changes: Vec<Value>,
}

/// What is known of a kept value.
pub(super) enum Known<T> {
    /// It is as the file has it.
    Fresh(Arc<T>),
    /// It was, before these records were changed.
    Stale(Arc<T>, Vec<Value>),
}

impl Kept {
    pub(super) fn get<T: Any + Send + Sync>(&self) -> Option<Known<T>> {
        let (value, before) = self.values.get(&TypeId::of::<T>())?;
        let value = Arc::clone(value).downcast().ok()?;
        let since = self.changes.get(*before..).unwrap_or_default();
        Some(if since.is_empty() { Known::Fresh(value) } else { Known::Stale(value, since.to_vec()) })
    }

    pub(super) fn put<T: Any + Send + Sync>(&mut self, value: &Arc<T>) {
        self.values.insert(TypeId::of::<T>(), (value.clone(), self.changes.len()));
    }

    /// Takes in what a change did, as the log has it.
    pub(super) fn note(&mut self, described: &Described) {
        let few = (self.changes.len() + described.records <= AT_MOST).then_some(&described.changes);
        match few.and_then(|changes| serde_json::from_str::<Vec<Value>>(changes).ok()) {
            Some(changes) => self.changes.extend(changes),
            None => *self = Self::default(),
        }
    }
}
