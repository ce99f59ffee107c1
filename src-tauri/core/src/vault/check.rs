//! Reading every page and every link, and saying what does not hold.

use rusqlite::Connection;

use super::{CheckView, VaultError, audit};

/// Everything there is to check about a file.
pub(super) fn check(connection: &Connection) -> Result<CheckView, VaultError> {
    let mut faults = Vec::new();
    for page in texts(connection, "PRAGMA cipher_integrity_check")? {
        faults.push(format!("文件有一页损坏:{page}"));
    }
    for fault in texts(connection, "PRAGMA integrity_check")?.into_iter().filter(|line| line != "ok") {
        faults.push(format!("数据结构不一致:{fault}"));
    }
    for table in texts(connection, "PRAGMA foreign_key_check")? {
        faults.push(format!("“{table}”中有记录指向不存在的内容"));
    }
    let audit_entries = match audit::verify(connection)? {
        Ok(count) => count,
        Err(seq) => {
            faults.push(format!("操作日志从第 {seq} 条起与记录不符,可能被改动过"));
            0
        }
    };
    Ok(CheckView { ok: faults.is_empty(), faults, audit_entries, audit_head: audit::head(connection)? })
}

/// As [`check`], for a copy that was just made: the first fault, in words.
pub(super) fn sound(connection: &Connection) -> Result<(), String> {
    let view = check(connection).map_err(|error| error.to_string())?;
    view.faults.into_iter().next().map_or(Ok(()), Err)
}

fn texts(connection: &Connection, pragma: &str) -> Result<Vec<String>, VaultError> {
    let mut statement = connection.prepare(pragma)?;
    let lines = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(lines)
}
