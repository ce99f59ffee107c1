//! This process's hold on a file of records, from before it is opened until after it is closed.
//!
//! SQLite's locks on Unix belong to the process: they are gone as soon as the process closes *any* descriptor of the file,
//! be it a command that was given the file by mistake or a file dialog that looks into what it lists. Then a second
//! program could open the file and write to it. So the hold has a lock of its own, which belongs to one descriptor and
//! stays as long as that is open; and it knows its file under every name, so that no command opens it once more.

use std::ffi::OsString;
use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::key::SALT_LENGTH;
use super::{VaultError, backup, head};
use crate::disk::{self, FileId};

/// The files this process holds. Of the process, as SQLite's locks are.
static HELD: Mutex<Vec<Held>> = Mutex::new(Vec::new());

struct Held {
    id: FileId,
    path: PathBuf,
}

/// A hold on one file. Dropped after the connection, never before.
pub(super) struct Hold {
    /// Open as long as the file is: to close it would drop SQLite's locks. Through it a backup reads the file's bytes.
    pub(super) file: File,
    registered: Registered,
    pub(super) salt: [u8; SALT_LENGTH],
}

impl Hold {
    /// Takes hold of the file at `path` and looks at its head, without changing anything.
    ///
    /// # Errors
    /// [`VaultError::NotFound`], [`VaultError::InUse`]; what [`head::salt`] says of a file that cannot be one of ours.
    pub(super) fn take(path: &Path) -> Result<Self, VaultError> {
        let name = super::place::file_name(path);
        let id = FileId::of(path).map_err(|error| no_file(&name, error))?;
        if !path.is_file() {
            return Err(VaultError::NotFound(name));
        }
        let registered = Registered::new(id, path)?;
        let mut file = File::options().read(true).write(true).open(path).map_err(|error| no_file(&name, error))?;
        lock(&file)?;
        let salt = head::salt(&mut file, path)?;
        Ok(Self { file, registered, salt })
    }

    /// The file was moved and now lies at `path`.
    pub(super) fn moved(&self, path: &Path) {
        held().iter_mut().filter(|held| held.id == self.registered.0).for_each(|held| held.path = path.to_owned());
    }
}

/// A line of [`HELD`] that goes with the value.
struct Registered(FileId);

impl Registered {
    fn new(id: FileId, path: &Path) -> Result<Self, VaultError> {
        let mut all = held();
        if all.iter().any(|held| held.id == id) {
            return Err(VaultError::InUse);
        }
        all.push(Held { id: id.clone(), path: path.to_owned() });
        Ok(Self(id))
    }
}

impl Drop for Registered {
    fn drop(&mut self) {
        held().retain(|held| held.id != self.0);
    }
}

/// Whether this process has the file at `path` open, under whatever name.
pub(crate) fn is_held(path: &Path) -> bool {
    FileId::of(path).is_ok_and(|id| held().iter().any(|held| held.id == id))
}

fn held() -> MutexGuard<'static, Vec<Held>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether `path` leads to a file of records or to what belongs to one, so that nothing else may be read from it or
/// written to it: it is named like one, or it is an open one, its journal or one of its backups under another name.
pub fn is_of_a_vault(path: &Path) -> bool {
    let whole = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if named_like_one(path) || named_like_one(&whole) {
        return true;
    }
    let id = FileId::of(path).ok();
    held().iter().any(|held| {
        let backups = backup::files(&held.path);
        let kept = backups.iter().chain([&held.path]).any(|kept| id.is_some() && FileId::of(kept).ok() == id);
        kept || id.as_ref() == Some(&held.id) || side_files(&held.path).any(|side| is_same_place(&side, &whole))
    })
}

/// `.zhibu`, also `.zhibu-journal`.
fn named_like_one(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.to_string_lossy().to_lowercase().starts_with("zhibu"))
}

/// What SQLite keeps, or looks for, beside a file.
fn side_files(vault: &Path) -> impl Iterator<Item = PathBuf> {
    ["-journal", "-wal", "-shm"].into_iter().map(|ending| {
        let mut path = OsString::from(vault.as_os_str());
        path.push(ending);
        PathBuf::from(path)
    })
}

/// The same file, or, while there is none yet, the same name in the same folder.
fn is_same_place(one: &Path, other: &Path) -> bool {
    let folder = |path: &Path| FileId::of(disk::parent(path)).ok();
    match (FileId::of(one), FileId::of(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one.file_name() == other.file_name() && folder(one).is_some() && folder(one) == folder(other),
    }
}

fn no_file(name: &str, error: std::io::Error) -> VaultError {
    match error.kind() {
        ErrorKind::NotFound => VaultError::NotFound(name.to_owned()),
        _ => error.into(),
    }
}

/// The lock of the hold, next to SQLite's and apart from it. On Windows locks belong to the descriptor anyway, and bind
/// others' reading too: there SQLite's are enough.
#[cfg(target_os = "linux")]
fn lock(file: &File) -> Result<(), VaultError> {
    // Of a file on a server the kernel makes one lock out of both kinds: SQLite would be kept out by ours.
    if is_on_a_server(file) {
        return Ok(());
    }
    // A process that another is just starting has a copy of every descriptor until it becomes its own program, and with it
    // the lock of a file that was closed meanwhile. On a busy machine that takes a while; a window holds on.
    for _ in 0..TRIES {
        match file.try_lock() {
            Err(std::fs::TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            // Taken; or a medium that knows no locks: SQLite will say what it thinks of it.
            _ => return Ok(()),
        }
    }
    Err(VaultError::InUse)
}

#[cfg(target_os = "linux")]
const TRIES: u32 = 25;
#[cfg(target_os = "linux")]
const PAUSE: std::time::Duration = std::time::Duration::from_millis(20);

#[cfg(target_os = "linux")]
fn is_on_a_server(file: &File) -> bool {
    /// NFS, SMB of three ages, 9P, AFS.
    const OF_SERVERS: [u32; 7] = [0x6969, 0xff53_4d42, 0xfe53_4d42, 0x517b, 0x0102_1997, 0x5346_414f, 0x6b41_4653];
    // The low 32 bits name the kind, whatever the width of the field.
    rustix::fs::fstatfs(file).is_ok_and(|system| OF_SERVERS.contains(&(system.f_type as u32)))
}

#[cfg(not(target_os = "linux"))]
fn lock(_: &File) -> Result<(), VaultError> {
    Ok(())
}
