//! Making a backup: the file's pages are copied as they lie on the disk, enciphered, a piece at a time; between two
//! pieces the file may be worked with. What changed meanwhile is copied again.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use rusqlite::OpenFlags;
use sha2::{Digest, Sha256};

use super::look::MARK;
use super::{BackupKind, folder, keep, target};
use crate::disk::{self, Existing, Scratch};
use crate::vault::place::{Place, connect};
use crate::vault::{Vault, VaultError, audit, check};

/// A backup's name while it is made.
const COPY: &str = "copy.zhibu";

/// Bytes that are copied without giving the file back.
const PIECE: u64 = 4 * 1024 * 1024;

/// So often the copy may be brought up to date while the file is worked with; the last time it is held.
const PASSES: u32 = 3;

/// Lends the open file for as long as one piece of work takes.
type Borrow<'a> = dyn FnMut(&mut dyn FnMut(&Vault) -> Result<(), VaultError>) -> Result<(), VaultError> + 'a;

/// Told how many bytes of how many are done; an error ends the work.
pub(crate) type Progress<'a> = dyn FnMut(u64, u64) -> Result<(), VaultError> + 'a;

/// Makes a backup of a file that nobody else works with, and thins out the others.
pub(in crate::vault) fn make(
    vault: &Vault,
    kind: BackupKind,
    now: DateTime<FixedOffset>,
) -> Result<PathBuf, VaultError> {
    back_up(&mut |work| work(vault), kind, now, &mut |_, _| Ok(()))
}

/// Makes a verified backup, `NAME 备份/NAME STAMP.zhibu`, under the file's own key, and thins out old ones.
pub(crate) fn back_up(
    borrow: &mut Borrow<'_>,
    kind: BackupKind,
    now: DateTime<FixedOffset>,
    progress: &mut Progress<'_>,
) -> Result<PathBuf, VaultError> {
    let mut place = None;
    borrow(&mut |vault| {
        vault.refuse_backup()?;
        place.clone_from(&vault.place);
        Ok(())
    })?;
    // A file in memory has no place, and no backup.
    let Some(place) = place else { return Ok(PathBuf::new()) };
    let at = now.naive_local();
    let (folder, target) = (folder(&place.path), target(&place.path, kind, at));
    // The folder appears with the first backup and not before.
    let scratch = Scratch::beside(if folder.is_dir() { &target } else { &place.path })?;
    let copy = Place { path: scratch.path(COPY), ..place.clone() };
    let head = copied(borrow, &copy, progress)?;
    mark_and_verify(&copy, now, &head)?;
    disk::make_folder(&folder)?;
    scratch.put(COPY, &target, Existing::Replaced)?;
    keep::thin(&place, at)?;
    Ok(target)
}

/// Copies the file's bytes; gives the head of its log as it is in the copy.
fn copied(borrow: &mut Borrow<'_>, copy: &Place, progress: &mut Progress<'_>) -> Result<String, VaultError> {
    let mut to = File::create_new(&copy.path)?;
    let mut pieces: Vec<[u8; 32]> = Vec::new();
    let mut head = String::new();
    for _ in 0..PASSES {
        let (mut before, mut same) = (0, false);
        borrow(&mut |vault| {
            // Who may look into the file may look into its copy, and nobody else.
            let original = vault.bytes()?.metadata()?;
            to.set_permissions(original.permissions())?;
            before = vault.connection.total_changes();
            Ok(())
        })?;
        pass_over(borrow, &mut to, &mut pieces, progress)?;
        borrow(&mut |vault| {
            same = vault.connection.total_changes() == before;
            head = audit::head(&vault.connection)?;
            Ok(())
        })?;
        if same {
            return Ok(head);
        }
    }
    borrow(&mut |vault| {
        // Nobody is told meanwhile: who is told may ask for the file.
        pass_over(&mut |work| work(vault), &mut to, &mut pieces, &mut |_, _| Ok(()))?;
        head = audit::head(&vault.connection)?;
        Ok(())
    })?;
    Ok(head)
}

/// Goes over the file once and writes those of its pieces that are not in the copy as they are.
fn pass_over(
    borrow: &mut Borrow<'_>,
    to: &mut File,
    pieces: &mut Vec<[u8; 32]>,
    progress: &mut Progress<'_>,
) -> Result<(), VaultError> {
    let mut bytes = Vec::new();
    for index in 0.. {
        let start = index as u64 * PIECE;
        let mut length = 0;
        borrow(&mut |vault| {
            let mut file = vault.bytes()?;
            length = file.metadata()?.len();
            bytes.clear();
            file.seek(SeekFrom::Start(start))?;
            file.take(PIECE).read_to_end(&mut bytes)?;
            Ok(())
        })?;
        if bytes.is_empty() {
            pieces.truncate(index);
            to.set_len(length)?;
            return Ok(());
        }
        let digest: [u8; 32] = Sha256::digest(&bytes).into();
        if pieces.get(index) != Some(&digest) {
            to.seek(SeekFrom::Start(start))?;
            to.write_all(&bytes)?;
            match pieces.get_mut(index) {
                Some(known) => *known = digest,
                None => pieces.push(digest),
            }
        }
        progress(start + bytes.len() as u64, length)?;
    }
    Ok(())
}

/// Writes into the copy that it is one, and checks that it opens, is sound, and holds what the file held.
fn mark_and_verify(copy: &Place, now: DateTime<FixedOffset>, head: &str) -> Result<(), VaultError> {
    let connection = connect(copy, OpenFlags::empty())?;
    let sql = "INSERT OR REPLACE INTO vault_state (key, value) VALUES (?1, ?2)";
    connection.execute(sql, (MARK, now.to_rfc3339()))?;
    check::sound(&connection).map_err(VaultError::BackupUnsound)?;
    if audit::head(&connection)? != head {
        return Err(VaultError::BackupUnsound("内容不一致".to_owned()));
    }
    connection.close().map_err(|(_, error)| error.into())
}
