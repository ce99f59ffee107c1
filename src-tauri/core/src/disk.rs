//! Files on the disk: which one a path leads to, and putting one in its place so that it is there whole or not at all,
//! also after a power loss.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Begins the name of every scratch folder.
const SCRATCH: &str = ".zhibu-";
/// In a scratch folder: locked as long as its program runs.
const LOCK: &str = "lock";

/// Why the disk refused, in Chinese; the system says it in English.
pub fn reason(error: &io::Error) -> String {
    let known = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => "磁盘已满",
        io::ErrorKind::PermissionDenied => "没有权限，或者文件正被别的程序占用",
        io::ErrorKind::ReadOnlyFilesystem => "磁盘是只读的",
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "找不到文件或文件夹，U盘可能已经拔出",
        io::ErrorKind::AlreadyExists => "同名的文件已经存在",
        io::ErrorKind::IsADirectory => "这是一个文件夹",
        io::ErrorKind::InvalidFilename => "文件名太长，或含有不能用的字符",
        io::ErrorKind::CrossesDevices => "文件夹在另一个磁盘上",
        io::ErrorKind::ResourceBusy => "文件夹正被别的程序占用",
        _ => {
            let code = error.raw_os_error().map_or_else(|| "未知".to_owned(), |code| code.to_string());
            return format!("磁盘没有完成读写（系统代码 {code}）");
        }
    };
    known.to_owned()
}

/// The file behind a path, whatever the path: a hard link and a symbolic link lead to the same one. Learned without
/// opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileId(
    #[cfg(unix)] (u64, u64), // device and inode
    #[cfg(not(unix))] PathBuf,
);

impl FileId {
    /// Of the file or folder at `path`.
    ///
    /// # Errors
    /// When there is none.
    pub fn of(path: &Path) -> io::Result<Self> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let metadata = fs::metadata(path)?;
            Ok(Self((metadata.dev(), metadata.ino())))
        }
        #[cfg(not(unix))]
        Ok(Self(fs::canonicalize(path)?))
    }
}

/// What to do about a file that stands where another is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// The new one takes its place and its permissions.
    Replaced,
    /// It stays; [`io::ErrorKind::AlreadyExists`].
    Kept,
}

/// A folder beside a file to be, in which it is made. It goes with the value; where the program was killed, with the
/// next one made there.
#[derive(Debug)]
pub struct Scratch {
    folder: TempDir,
    /// Kept open: with it the lock goes.
    _lock: File,
}

impl Scratch {
    /// In the same folder as `target` (where a link leads), so that a file can be moved there at once. What killed
    /// programs left there goes.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn beside(target: &Path) -> io::Result<Self> {
        let target = behind(target)?;
        let parent = parent(&target);
        sweep(parent);
        // Another program may take the folder for a left-over until it is locked; then it is made once more.
        for _ in 0..9 {
            let folder = tempfile::Builder::new().prefix(SCRATCH).tempdir_in(parent)?;
            let path = folder.path().join(LOCK);
            let Ok(lock) = File::create_new(&path) else { continue };
            // Where the medium knows no locks, others leave it alone for its age.
            let taken = matches!(lock.try_lock(), Err(fs::TryLockError::WouldBlock));
            if !taken && path.exists() {
                return Ok(Self { folder, _lock: lock });
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    /// A place in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Moves the finished file `name` to `target`: its content reaches the disk before its name does, and the name
    /// before this returns. A symbolic link at `target` is followed, not replaced.
    ///
    /// # Errors
    /// Then what stood at `target` still stands there.
    pub fn put(self, name: &str, target: &Path, existing: Existing) -> io::Result<()> {
        let made = self.path(name);
        // Windows flushes only what may be written.
        File::options().write(true).open(&made)?.sync_all()?;
        let target = behind(target)?;
        match existing {
            Existing::Replaced => {
                if let Ok(metadata) = fs::metadata(&target) {
                    fs::set_permissions(&made, metadata.permissions())?;
                }
                fs::rename(&made, &target)?;
            }
            // A medium without hard links (a USB stick) gets the plain move.
            Existing::Kept => fs::hard_link(&made, &target).or_else(|_| {
                if target.exists() { Err(io::ErrorKind::AlreadyExists.into()) } else { fs::rename(&made, &target) }
            })?,
        }
        sync_folder(parent(&target))
    }
}

/// Writes a file whole, in the place of what stands at `target`.
///
/// # Errors
/// Then what stood there still stands there.
pub fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let scratch = Scratch::beside(target)?;
    private(&scratch.path("file"))?.write_all(bytes)?;
    scratch.put("file", target, Existing::Replaced)
}

/// Has everything that was written into a file on the disk before this returns.
///
/// # Errors
/// When it cannot be put there.
pub(crate) fn settle(file: &File) -> io::Result<()> {
    file.sync_all()
}

/// Gives a file another name, which is on the disk before this returns.
///
/// # Errors
/// Then it has the name it had.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)?;
    sync_folder(parent(from))?;
    sync_folder(parent(to))
}

/// Gives the bytes of a file a second name, or on a medium without such names a copy; either is on the disk before this
/// returns.
///
/// # Errors
/// When `to` is taken or cannot be written.
pub(crate) fn keep_as(from: &Path, to: &Path) -> io::Result<()> {
    if fs::hard_link(from, to).is_err() {
        if to.exists() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        fs::copy(from, to)?;
        // Windows flushes only what may be written.
        File::options().write(true).open(to)?.sync_all()?;
    }
    sync_folder(parent(to))
}

/// Makes a folder, with those above it as far as they are missing.
///
/// # Errors
/// When it cannot be made.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    make_folder(parent(folder))?;
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => sync_folder(parent(folder)),
    }
}

/// Removes what killed programs left in a folder: scratch folders that nobody holds. What cannot be removed is tried
/// again the next time.
pub fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_random = |rest: &str| rest.len() == 6 && rest.chars().all(|c| c.is_ascii_alphanumeric());
        let is_ours = name.strip_prefix(SCRATCH).is_some_and(is_random);
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_dir()) && is_left_over(&entry.path()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn is_left_over(scratch: &Path) -> bool {
    match File::options().write(true).open(scratch.join(LOCK)) {
        Ok(lock) => match lock.try_lock() {
            Ok(()) => true,
            Err(fs::TryLockError::WouldBlock) => false,
            // A medium without locks: whoever made it has finished by the next day.
            Err(fs::TryLockError::Error(_)) => {
                let made = fs::metadata(scratch).and_then(|metadata| metadata.modified());
                made.is_ok_and(|at| at.elapsed().is_ok_and(|age| age.as_secs() > 24 * 60 * 60))
            }
        },
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

/// A new file that only its user can read.
fn private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Where a symbolic link leads; any other path as it is.
fn behind(path: &Path) -> io::Result<PathBuf> {
    if path.is_symlink() { fs::canonicalize(path) } else { Ok(path.to_owned()) }
}

/// The folder of a path; of a name alone the current one.
pub(crate) fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Brings the names in a folder to the disk.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    // A folder one may write to but not read cannot be opened; some media cannot flush one. Neither undoes what is done.
    let Ok(folder) = File::open(folder) else { return Ok(()) };
    match folder.sync_all() {
        Err(error) if ![io::ErrorKind::InvalidInput, io::ErrorKind::Unsupported].contains(&error.kind()) => Err(error),
        _ => Ok(()),
    }
}

/// Windows' file systems write names down in order by themselves, and a folder cannot be flushed.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_put_in_place_whole_and_nothing_is_left_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let target = dir.path().join("a.pdf");
        write(&target, b"1").unwrap();
        write(&target, b"22").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"22");
        assert_eq!(names(dir.path()), ["a.pdf"]);
    }

    #[test]
    fn a_file_that_is_to_be_kept_is_not_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let target = dir.path().join("a.zhibu");
        fs::write(&target, b"old").unwrap();
        let scratch = Scratch::beside(&target).unwrap();
        fs::write(scratch.path("new"), b"new").unwrap();
        let refused = scratch.put("new", &target, Existing::Kept).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!((fs::read(&target).unwrap(), names(dir.path())), (b"old".to_vec(), vec!["a.zhibu".to_owned()]));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_replaced_keeps_its_permissions_and_a_link_stays_a_link() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let dir = tempfile::tempdir().unwrap();
        let (file, link) = (dir.path().join("a.pdf"), dir.path().join("link.pdf"));
        fs::write(&file, b"old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&file, &link).unwrap();
        write(&link, b"new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn what_a_killed_program_left_goes_and_what_is_in_use_stays() {
        let dir = tempfile::tempdir().unwrap();
        let target = dir.path().join("a.pdf");
        let used = Scratch::beside(&target).unwrap();
        fs::write(used.path("file"), b"half").unwrap();
        for left in [".zhibu-before", ".zhibu-killed"] {
            fs::create_dir(dir.path().join(left)).unwrap();
            fs::write(dir.path().join(left).join("copy.zhibu"), b"whole").unwrap();
        }
        fs::write(dir.path().join(".zhibu-killed").join(LOCK), b"").unwrap();
        fs::create_dir(dir.path().join(".zhibu-of-others")).unwrap();
        fs::write(dir.path().join(".zhibu-abcdef"), b"no folder").unwrap();
        sweep(dir.path());
        let own = used.path("").file_name().unwrap().to_string_lossy().into_owned();
        let mut expected = [".zhibu-of-others".to_owned(), ".zhibu-abcdef".to_owned(), own];
        expected.sort();
        assert_eq!(names(dir.path()), expected);
    }

    #[test]
    fn a_refusal_is_said_in_chinese_whatever_the_system_says() {
        for code in 1..134 {
            let said = reason(&io::Error::from_raw_os_error(code));
            assert!(!said.chars().any(|c| c.is_ascii_alphabetic() && c != 'U'), "{said}");
        }
        assert_eq!(reason(&io::Error::from(io::ErrorKind::StorageFull)), "磁盘已满");
    }

    #[cfg(unix)]
    #[test]
    fn every_name_of_a_file_leads_to_the_same_one() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a");
        let [hard, soft, copy] = ["hard", "soft", "copy"].map(|name| dir.path().join(name));
        fs::write(&file, b"1").unwrap();
        fs::hard_link(&file, &hard).unwrap();
        std::os::unix::fs::symlink(&file, &soft).unwrap();
        fs::copy(&file, &copy).unwrap();
        let id = FileId::of(&file).unwrap();
        assert_eq!([FileId::of(&hard).unwrap(), FileId::of(&soft).unwrap()], [id.clone(), id.clone()]);
        assert_ne!(FileId::of(&copy).unwrap(), id);
    }
}
