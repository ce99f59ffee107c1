//! A backup on another medium.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{BackupFile, Progress};
use crate::disk::{self, Existing, Scratch};
use crate::vault::place::file_name;
use crate::vault::{VaultError, hold};

const COPY: &str = "copy.zhibu";
const PIECE: u64 = 1024 * 1024;

/// Copies a backup and reads it back from where it went. What stands there is never replaced.
///
/// # Errors
/// [`VaultError::Exists`], [`VaultError::CopyDiffers`] …; then nothing new stands there.
pub(crate) fn copy_backup(backup: &BackupFile, to: &Path, progress: &mut Progress<'_>) -> Result<(), VaultError> {
    if hold::is_held(&backup.path) {
        return Err(VaultError::InUse);
    }
    if to.exists() {
        return Err(VaultError::Exists(file_name(to)));
    }
    // Written once, read once from here and once from there.
    let total = backup.bytes * 2;
    disk::make_folder(to.parent().unwrap_or(Path::new("")))?;
    let scratch = Scratch::beside(to)?;
    let mut copy = File::create_new(scratch.path(COPY))?;
    copy.set_permissions(backup.path.metadata()?.permissions())?;
    let written = each_piece(&backup.path, |piece, done| {
        copy.write_all(piece)?;
        progress(done, total)
    })?;
    drop(copy);
    scratch.put(COPY, to, Existing::Kept)?;
    let there = each_piece(to, |_, done| progress(backup.bytes + done, total));
    if there.as_ref().is_ok_and(|there| *there == written) {
        return Ok(());
    }
    std::fs::remove_file(to)?;
    Err(there.err().unwrap_or(VaultError::CopyDiffers))
}

/// Reads a file piece by piece; gives its SHA-256.
fn each_piece(path: &Path, mut work: impl FnMut(&[u8], u64) -> Result<(), VaultError>) -> Result<[u8; 32], VaultError> {
    let (file, mut hash, mut done, mut piece) = (File::open(path)?, Sha256::new(), 0, Vec::new());
    loop {
        piece.clear();
        (&file).take(PIECE).read_to_end(&mut piece)?;
        if piece.is_empty() {
            return Ok(hash.finalize().into());
        }
        hash.update(&piece);
        done += piece.len() as u64;
        work(&piece, done)?;
    }
}
