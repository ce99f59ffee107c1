//! What can be told of a file before its key is known: whether it can be one of ours at all.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::VaultError;
use super::key::SALT_LENGTH;
use super::place::file_name;

/// Every file of ours is whole pages of this size.
pub(super) const PAGE: u64 = 4096;

/// How a journal begins that has something to take back.
const HOT_JOURNAL: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// The first bytes of what people have otherwise. A salt is random and could begin so too, so none is short.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"SQLite format 3\0", "没有加密的数据库"),
    (b"%PDF-1.", "PDF 文件"),
    (b"%PDF-2.", "PDF 文件"),
    (b"PK\x03\x04\x14\0", "压缩包，或 Excel、Word、WPS 文档"),
    (b"PK\x03\x04\x0a\0", "压缩包，或 Excel、Word、WPS 文档"),
    (b"PK\x03\x04\x2d\0", "压缩包，或 Excel、Word、WPS 文档"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Excel、Word 文档"),
    (b"\x89PNG\r\n\x1a\n", "图片"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "照片"),
    (b"Rar!\x1a\x07", "压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包"),
    (&HOT_JOURNAL, "档案的临时文件"),
];

/// The salt of the file at `path`, open as `file`.
///
/// # Errors
/// [`VaultError::Empty`], [`VaultError::Incomplete`], [`VaultError::NotAVault`].
pub(super) fn salt(file: &mut File, path: &Path) -> Result<[u8; SALT_LENGTH], VaultError> {
    let name = file_name(path);
    let length = file.metadata()?.len();
    if length == 0 {
        return Err(VaultError::Empty(name));
    }
    let mut head = Vec::new();
    file.by_ref().take(SALT_LENGTH as u64).read_to_end(&mut head)?;
    if let Some((_, what)) = FOREIGN.iter().find(|(begin, _)| head.starts_with(begin)) {
        return Err(VaultError::NotAVault(name, what));
    }
    // A write that was broken off leaves a journal, from which the whole pages come back.
    let is_whole = length >= PAGE && (length.is_multiple_of(PAGE) || is_interrupted(path));
    let (Ok(salt), true) = (head.try_into(), is_whole) else {
        return Err(VaultError::Incomplete(name, format!("只有 {length} 字节，后面的部分被截断了")));
    };
    if last_page(file)?.iter().all(|byte| *byte == 0) && !is_interrupted(path) {
        return Err(VaultError::Incomplete(name, "后面一部分全是空白，没有写完或没有下载完".to_owned()));
    }
    Ok(salt)
}

fn last_page(file: &mut File) -> Result<Vec<u8>, VaultError> {
    let mut page = Vec::new();
    file.seek(SeekFrom::End(-(PAGE as i64)))?;
    file.read_to_end(&mut page)?;
    Ok(page)
}

fn is_interrupted(path: &Path) -> bool {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    let mut begin = [0; HOT_JOURNAL.len()];
    File::open(PathBuf::from(journal)).and_then(|mut file| file.read_exact(&mut begin)).is_ok() && begin == HOT_JOURNAL
}
