//! The encrypted file on disk: making it, opening it, giving it a new key.

use std::fs::File;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::place::{Place, connect};
use super::{VaultError, blobs, migrate};

/// Makes an empty file with the present schema. It is built under another name and renamed when it is whole.
pub(super) fn create(place: &Place, at: &str) -> Result<Connection, VaultError> {
    if place.path.exists() {
        return Err(VaultError::Exists(place.file_name()));
    }
    let folder = place.path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let scratch = tempfile::Builder::new().prefix(".zhibu-").tempdir_in(folder)?;
    let unfinished = Place { path: scratch.path().join("new.zhibu"), ..place.clone() };
    let mut connection = connect(&unfinished, OpenFlags::SQLITE_OPEN_CREATE)?;
    migrate::bring_up_to_date(&mut connection, at)?;
    connection.close().map_err(|(_, error)| error)?;
    std::fs::hard_link(&unfinished.path, &place.path).or_else(|_| {
        if place.path.exists() {
            Err(std::io::ErrorKind::AlreadyExists.into())
        } else {
            std::fs::rename(&unfinished.path, &place.path)
        }
    })?;
    drop(scratch);
    connect(place, OpenFlags::empty())
}

/// Opens an existing file and brings its schema up to date.
pub(super) fn open(place: &Place, at: &str) -> Result<Connection, VaultError> {
    if !place.path.is_file() {
        return Err(VaultError::NotFound(place.file_name()));
    }
    let mut connection = connect(place, OpenFlags::empty())?;
    migrate::refuse_newer(&connection)?;
    if migrate::is_behind(&connection)? {
        super::backup::make(&connection, place, &format!("{at} 升级前"))?;
        migrate::bring_up_to_date(&mut connection, at)?;
    }
    blobs::sweep(&connection)?;
    Ok(connection)
}

/// Writes the open file's content into a new file under `fresh`'s key, checks it, and puts it in the old one's place.
pub(super) fn rekey(connection: Connection, old: &Place, fresh: &Place) -> Result<Connection, VaultError> {
    let folder = old.path.parent().unwrap_or(Path::new("."));
    let scratch = tempfile::Builder::new().prefix(".zhibu-").tempdir_in(folder)?;
    let unfinished = Place { path: scratch.path().join("new.zhibu"), ..fresh.clone() };
    // ATTACH does not make a file for a connection that was opened without the right to.
    File::create_new(&unfinished.path)?;
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    connection.execute(
        "ATTACH DATABASE ?1 AS fresh KEY ?2",
        (unfinished.path.to_string_lossy(), unfinished.key.pragma(&unfinished.salt).as_str()),
    )?;
    connection.query_row("SELECT sqlcipher_export('fresh')", [], |_| Ok(()))?;
    connection.pragma_update(Some("fresh"), "user_version", version)?;
    connection.execute_batch("DETACH DATABASE fresh")?;
    let head = super::audit::head(&connection)?;
    let copy = connect(&unfinished, OpenFlags::empty())?;
    super::check::sound(&copy).map_err(VaultError::BackupUnsound)?;
    if super::audit::head(&copy)? != head {
        return Err(VaultError::BackupUnsound("内容不一致".to_owned()));
    }
    copy.close().map_err(|(_, error)| error)?;
    connection.close().map_err(|(_, error)| error)?;
    File::open(&unfinished.path)?.sync_all()?;
    std::fs::rename(&unfinished.path, &old.path)?;
    connect(fresh, OpenFlags::empty())
}
