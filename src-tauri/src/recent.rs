//! The files opened before. Only their paths are kept, outside any file, in the program's configuration folder.

use std::path::{Path, PathBuf};

use crate::kept;

const AT_MOST: usize = 5;

/// A short list of paths, newest first.
pub(crate) struct Recent {
    store: PathBuf,
}

impl Recent {
    /// The list kept in the file `store`.
    pub(crate) fn at(store: PathBuf) -> Self {
        Self { store }
    }

    /// Those that still exist, newest first.
    pub(crate) fn list(&self) -> Vec<PathBuf> {
        self.read().into_iter().filter(|path| path.is_file()).collect()
    }

    /// Puts `path` first.
    pub(crate) fn note(&self, path: &Path) {
        let mut paths = self.read();
        paths.retain(|known| known != path);
        paths.insert(0, path.to_owned());
        paths.truncate(AT_MOST);
        // A convenience: a list that cannot be kept must not make opening a file fail.
        let _ = kept::write(&self.store, &paths);
    }

    fn read(&self) -> Vec<PathBuf> {
        kept::read(&self.store)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_newest_five_that_exist_are_offered_once_each() {
        let dir = tempfile::tempdir().unwrap();
        let recent = Recent::at(dir.path().join("config/recent.json"));
        let files: Vec<PathBuf> = (0..7).map(|n| dir.path().join(format!("{n}.zhibu"))).collect();
        for file in &files {
            fs::write(file, b"").unwrap();
            recent.note(file);
        }
        recent.note(&files[3]);
        fs::remove_file(&files[5]).unwrap();
        let expected = [&files[3], &files[6], &files[4], &files[2]].map(PathBuf::clone);
        assert_eq!(recent.list(), expected);
    }

    #[test]
    fn a_damaged_list_is_an_empty_list() {
        let dir = tempfile::tempdir().unwrap();
        let store = dir.path().join("recent.json");
        fs::write(&store, b"{").unwrap();
        assert_eq!(Recent::at(store).list(), Vec::<PathBuf>::new());
    }
}
