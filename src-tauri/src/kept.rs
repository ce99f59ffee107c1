//! Small JSON files in the program's configuration folder: what belongs to this machine and not to any file of records.

use std::fs;
use std::io;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use zhibu_core::disk;

/// What `store` holds. A missing or damaged file holds nothing: all that is kept here is a convenience.
pub(crate) fn read<T: DeserializeOwned + Default>(store: &Path) -> T {
    fs::read(store).ok().and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default()
}

/// Puts `value` in place of what `store` held, whole or not at all.
pub(crate) fn write<T: Serialize>(store: &Path, value: &T) -> io::Result<()> {
    store.parent().map_or(Ok(()), disk::make_folder)?;
    disk::write(store, &serde_json::to_vec(value)?)
}
