//! How the window looks on this machine: the size of its letters, the columns of a table. It is kept here because the
//! web view has a private profile, which forgets everything when the program ends.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use tauri::State;

use crate::{Shell, kept};

/// Longer than any choice of columns; whatever is longer is no preference.
const LONGEST: usize = 4_000;
/// More than the window has.
const AT_MOST: usize = 40;

/// Choices by name, in a file that holds nothing about any person.
pub(crate) struct Preferences {
    store: PathBuf,
}

impl Preferences {
    /// The choices kept in the file `store`.
    pub(crate) fn at(store: PathBuf) -> Self {
        Self { store }
    }

    fn all(&self) -> BTreeMap<String, String> {
        kept::read(&self.store)
    }

    fn set(&self, name: String, value: String) {
        let mut all = self.all();
        if name.len() + value.len() > LONGEST || (all.len() >= AT_MOST && !all.contains_key(&name)) {
            return;
        }
        all.insert(name, value);
        // A convenience: a choice that cannot be kept holds until the program ends.
        let _ = kept::write(&self.store, &all);
    }
}

/// Every choice that was kept.
#[tauri::command]
pub(crate) fn preferences(shell: State<'_, Arc<Shell>>) -> BTreeMap<String, String> {
    shell.preferences.all()
}

/// Keeps one choice.
#[tauri::command]
pub(crate) fn prefer(shell: State<'_, Arc<Shell>>, name: String, value: String) {
    shell.preferences.set(name, value);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_there_after_a_restart_and_nothing_large_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        let store = dir.path().join("config/preferences.json");
        let preferences = Preferences::at(store.clone());
        preferences.set("text-size".to_owned(), "20".to_owned());
        preferences.set("columns".to_owned(), "x".repeat(LONGEST));
        let expected = BTreeMap::from([("text-size".to_owned(), "20".to_owned())]);
        assert_eq!(Preferences::at(store).all(), expected);
    }

    #[test]
    fn no_more_choices_are_kept_than_a_window_has() {
        let dir = tempfile::tempdir().unwrap();
        let preferences = Preferences::at(dir.path().join("preferences.json"));
        for n in 0..AT_MOST + 5 {
            preferences.set(n.to_string(), "1".to_owned());
        }
        assert_eq!(preferences.all().len(), AT_MOST);
    }
}
