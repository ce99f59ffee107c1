//! The files of the folder, known by their content: copies are one, and what another machine calls otherwise is the same.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use zhibu_core::files::{self, FileError};
use zhibu_core::parallel::on_all_cores;
use zhibu_core::problem::Explain;
use zhibu_core::superior::{Judge, Judged, LARGEST, SuperiorRefusal};

use crate::error::CollectError;

/// What lies in the folder.
pub(crate) struct Folder {
    /// One for each content, by hash.
    pub(crate) contents: BTreeMap<String, Content>,
    /// Files that could not be read: nobody else can judge them either.
    pub(crate) unreadable: Vec<SuperiorRefusal>,
}

/// A content, and the files that have it.
pub(crate) struct Content {
    pub(crate) sha256: String,
    pub(crate) bytes: usize,
    /// Names from the folder on, the first in order first.
    pub(crate) names: Vec<String>,
    path: PathBuf,
}

/// Reads every PDF of the folder once.
pub(crate) fn read(folder: &Path) -> Result<Folder, CollectError> {
    let files = files::pdfs_in(folder)?;
    let read = on_all_cores(&files, |(name, path)| {
        files::read_of_folder(name, path, LARGEST).map(|bytes| (hash(&bytes), bytes.len()))
    });
    let mut found = Folder { contents: BTreeMap::new(), unreadable: Vec::new() };
    for ((name, path), read) in files.into_iter().zip(read) {
        match read {
            Ok((sha256, bytes)) => {
                let new = || Content { sha256: sha256.clone(), bytes, names: Vec::new(), path };
                found.contents.entry(sha256.clone()).or_insert_with(new).names.push(name);
            }
            Err(error) => found.unreadable.push(refusal(&name, &error)),
        }
    }
    Ok(found)
}

impl Folder {
    /// How many files there are.
    pub(crate) fn files(&self) -> usize {
        self.unreadable.len() + self.contents.values().map(|content| content.names.len()).sum::<usize>()
    }
}

impl Content {
    /// The name under which it is kept.
    pub(crate) fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    /// Judges it, unless the file has become another since it was first read.
    pub(crate) fn judged(&self, judge: &Judge<'_>) -> Judged {
        let name = self.name();
        match files::read_of_folder(name, &self.path, LARGEST) {
            Ok(bytes) if hash(&bytes) == self.sha256 => judge.bytes(name, bytes),
            Ok(_) => Judged::Refused(SuperiorRefusal {
                file: name.to_owned(),
                code: "changed_meanwhile".to_owned(),
                sentence: format!("“{name}”在收取的时候被改动了，没有收；请再收一次"),
            }),
            Err(error) => Judged::Refused(refusal(name, &error)),
        }
    }
}

fn refusal(file: &str, error: &FileError) -> SuperiorRefusal {
    SuperiorRefusal { file: file.to_owned(), code: error.code().to_owned(), sentence: error.to_string() }
}

fn hash(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
