//! Reading every page and every link, and saying what does not hold.

use rusqlite::Connection;

use super::audit::Chain;
use super::{CheckView, VaultError, Watch, audit, blobs, evidence};

/// Everything there is to check about a file. A page that cannot be read is a fault among others, not the end.
pub(super) fn check(connection: &Connection, watch: Watch<'_>) -> Result<CheckView, VaultError> {
    watch(0, 1, "检查文件的每一页")?;
    let (mut faults, chain) = storage(connection)?;
    for look in [evidence::schema, evidence::signed_reports, evidence::undo_steps] {
        let found = or_fault(&mut faults, look(connection))?;
        faults.extend(found);
    }
    let found = or_fault(&mut faults, evidence::records(connection, watch))?;
    faults.extend(found);
    let audit_head = or_fault(&mut faults, audit::head(connection))?;
    faults.dedup();
    let set_back = chain
        .set_back
        .iter()
        .map(|seq| format!("第 {seq} 条操作的时间早于前一条：当时电脑的时钟往回调过。先后以序号为准"));
    Ok(CheckView {
        ok: faults.is_empty(),
        notes: set_back.collect(),
        audit_entries: if chain.broken_at.is_none() { chain.entries } else { 0 },
        audit_head,
        faults,
    })
}

/// What can be told of the file as such, without its meaning.
pub(super) fn storage(connection: &Connection) -> Result<(Vec<String>, Chain), VaultError> {
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
    let chain = or_fault(&mut faults, audit::verify(connection))?;
    faults.extend(chain.broken_at.map(|seq| format!("操作日志从第 {seq} 条起与记录不符，可能被改动过")));
    faults.dedup();
    Ok((faults, chain))
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

/// Of a copy that was just made, whose log is known to be the same: the first fault of its storage, in words.
pub(super) fn sound(connection: &Connection) -> Result<(), String> {
    let (faults, _) = storage(connection).map_err(|error| error.to_string())?;
    faults.into_iter().next().map_or(Ok(()), Err)
}

fn texts(connection: &Connection, pragma: &str) -> Result<Vec<String>, VaultError> {
    let mut statement = connection.prepare(pragma)?;
    let lines = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(lines)
}
