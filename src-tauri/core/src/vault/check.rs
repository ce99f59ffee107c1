//! Reading every page and every link, and saying what does not hold.

use rusqlite::Connection;

use super::{CheckView, VaultError, audit, blobs};

/// Everything there is to check about a file. A page that cannot be read is a fault among others, not the end.
pub(super) fn check(connection: &Connection) -> Result<CheckView, VaultError> {
    let mut faults = Vec::new();
    let pages = or_fault(&mut faults, texts(connection, "PRAGMA cipher_integrity_check"))?;
    faults.extend(pages.iter().map(|page| format!("文件有一页损坏：{page}")));
    let structure = or_fault(&mut faults, texts(connection, "PRAGMA integrity_check"))?;
    faults.extend(structure.iter().filter(|line| *line != "ok").map(|fault| format!("数据结构不一致：{fault}")));
    let links = or_fault(&mut faults, texts(connection, "PRAGMA foreign_key_check"))?;
    faults.extend(links.iter().map(|table| format!("“{table}”中有记录指向不存在的内容")));
    let altered = or_fault(&mut faults, blobs::altered(connection))?;
    faults
        .extend(altered.iter().map(|name| format!("有一张照片或一个附件与存入时不符：{}", &name[..8.min(name.len())])));
    let audit_entries = match or_fault(&mut faults, audit::verify(connection).map(Some))? {
        Some(Ok(count)) => count,
        Some(Err(seq)) => {
            faults.push(format!("操作日志从第 {seq} 条起与记录不符，可能被改动过"));
            0
        }
        None => 0,
    };
    let audit_head = or_fault(&mut faults, audit::head(connection))?;
    faults.dedup();
    Ok(CheckView { ok: faults.is_empty(), faults, audit_entries, audit_head })
}

/// Notes damage as a fault and goes on with nothing.
fn or_fault<T: Default>(faults: &mut Vec<String>, outcome: Result<T, VaultError>) -> Result<T, VaultError> {
    match outcome {
        Err(error @ VaultError::Damaged) => {
            faults.push(error.to_string());
            Ok(T::default())
        }
        outcome => outcome,
    }
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
