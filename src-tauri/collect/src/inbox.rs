//! The list of files that the workers share.

use std::collections::BTreeMap;

use postgres::{Client, Transaction};
use sha2::{Digest, Sha256};
use zhibu_core::signing::TrustedSigner;

use crate::database::text;
use crate::error::CollectError;
use crate::folder::Content;

/// Files that are entered at once.
const AT_ONCE: usize = 1000;

/// The workers that judge by the same list of certificates share an inbox; this is its name.
pub(crate) fn name(trust: &[TrustedSigner]) -> String {
    let mut lines: Vec<String> =
        trust.iter().map(|signer| format!("{} {}\n", signer.fingerprint, signer.name)).collect();
    lines.sort_unstable();
    lines.dedup();
    hex::encode(Sha256::digest(lines.concat()))
}

/// Enters what is not there yet; what was refused is judged anew, for the day is another, and perhaps the certificates on
/// record are. By hash, like everybody, so that no two workers wait for each other.
pub(crate) fn register(db: &mut Client, inbox: &str, contents: &[&Content]) -> Result<(), CollectError> {
    for some in contents.chunks(AT_ONCE) {
        let names: Vec<String> = some.iter().map(|content| text(content.name())).collect();
        let hashes = hashes(some);
        db.execute(include_str!("sql/register.sql"), &[&inbox, &hashes, &names])?;
        db.execute(include_str!("sql/ask_again.sql"), &[&inbox, &hashes])?;
    }
    Ok(())
}

/// Takes hold of those of the files that nobody has judged or is judging, until the transaction ends.
pub(crate) fn claim<'a>(
    tx: &mut Transaction<'_>,
    inbox: &str,
    contents: &[&'a Content],
) -> Result<Vec<&'a Content>, CollectError> {
    let rows = tx.query(include_str!("sql/claim.sql"), &[&inbox, &hashes(contents)])?;
    let claimed = rows.iter().map(|row| row.try_get(0)).collect::<Result<Vec<String>, _>>()?;
    Ok(contents.iter().copied().filter(|content| claimed.contains(&content.sha256)).collect())
}

/// What became of a file; a refused one has a code and a sentence.
pub(crate) struct Settled {
    pub(crate) sha256: String,
    pub(crate) refused: Option<Why>,
}

/// Why a file was refused.
pub(crate) struct Why {
    pub(crate) code: String,
    pub(crate) sentence: String,
}

/// Writes down what became of files.
pub(crate) fn settle(tx: &mut Transaction<'_>, inbox: &str, settled: &[Settled]) -> Result<(), CollectError> {
    let hashes: Vec<&str> = settled.iter().map(|one| &*one.sha256).collect();
    let why = || settled.iter().map(|one| one.refused.as_ref());
    let codes: Vec<_> = why().map(|why| why.map(|why| text(&why.code))).collect();
    let sentences: Vec<_> = why().map(|why| why.map(|why| text(&why.sentence))).collect();
    tx.execute(include_str!("sql/settle.sql"), &[&inbox, &hashes, &codes, &sentences])?;
    Ok(())
}

/// Which of the files were not taken, by hash: `None` for those that are not judged yet.
pub(crate) fn open(
    db: &mut Client,
    inbox: &str,
    contents: &[&Content],
) -> Result<BTreeMap<String, Option<Why>>, CollectError> {
    let rows = db.query(include_str!("sql/open.sql"), &[&inbox, &hashes(contents)])?;
    let read = |row: &postgres::Row| -> Result<_, postgres::Error> {
        let (code, sentence): (Option<String>, Option<String>) = (row.try_get("code")?, row.try_get("sentence")?);
        let why = code.zip(sentence).map(|(code, sentence)| Why { code, sentence });
        Ok((row.try_get("sha256")?, why))
    };
    Ok(rows.iter().map(read).collect::<Result<_, _>>()?)
}

fn hashes<'a>(contents: &[&'a Content]) -> Vec<&'a str> {
    contents.iter().map(|content| &*content.sha256).collect()
}
