//! Keys, certificates and trusted fingerprints.

use zeroize::Zeroizing;

use super::{SigningError, TrustedSigner};
use crate::branch;
use crate::desk::Desk;
use crate::outside::{Identity, Seal};
use crate::vault::{Reader, Tx, VaultError};

/// A certificate is valid for so many years.
const YEARS: u32 = 3;

/// The branch's key and certificate; made at first use.
///
/// # Errors
/// [`SigningError::Seal`] when no key can be made.
pub fn identity(desk: &mut Desk<'_>) -> Result<Identity, SigningError> {
    if let Some(identity) = desk.read(newest)? {
        return Ok(identity);
    }
    let now = desk.outside.clock.now();
    let name = desk.read(branch::stored)?.name;
    let made = desk.outside.seal.new_identity(&name, now, YEARS)?;
    desk.transact("生成报送签名证书", |tx| {
        tx.irrevocable();
        tx.insert(
            "INSERT INTO signing_identity (private_key, certificate, made_at) VALUES (?1, ?2, ?3)",
            (made.key.as_slice(), &made.certificate, now.to_rfc3339()),
        )
        .map_err(SigningError::from)
    })?;
    Ok(made)
}

fn newest(reader: &Reader<'_>) -> Result<Option<Identity>, VaultError> {
    reader.first("SELECT private_key, certificate FROM signing_identity ORDER BY id DESC LIMIT 1", [], |row| {
        Ok(Identity { key: Zeroizing::new(row.get(0)?), certificate: row.get(1)? })
    })
}

/// Every trusted signer, by name.
///
/// # Errors
/// [`VaultError`].
pub fn trusted(reader: &Reader<'_>) -> Result<Vec<TrustedSigner>, VaultError> {
    reader.all("SELECT fingerprint, name FROM signing_trust ORDER BY name, fingerprint", [], |row| {
        Ok(TrustedSigner { fingerprint: row.get(0)?, name: row.get(1)? })
    })
}

/// Fingerprints that a report may be signed with to be trusted here: the branch's own and those it was told to trust.
///
/// # Errors
/// [`VaultError`].
pub fn trusted_fingerprints(reader: &Reader<'_>, seal: &dyn Seal) -> Result<Vec<String>, VaultError> {
    let own = reader.all("SELECT certificate FROM signing_identity", [], |row| row.get::<_, Vec<u8>>(0))?;
    let own = own.iter().filter_map(|der| seal.certificate(der).ok()).map(|certificate| certificate.fingerprint);
    Ok(trusted(reader)?.into_iter().map(|signer| signer.fingerprint).chain(own).collect())
}

pub(super) fn put_trusted(tx: &Tx<'_>, signer: &TrustedSigner) -> Result<(), VaultError> {
    tx.execute(
        "INSERT OR REPLACE INTO signing_trust (fingerprint, name) VALUES (?1, ?2)",
        (&signer.fingerprint, &signer.name),
    )?;
    Ok(())
}

pub(super) fn remove_trusted(tx: &Tx<'_>, fingerprint: &str) -> Result<(), VaultError> {
    tx.execute("DELETE FROM signing_trust WHERE fingerprint = ?1", [fingerprint])?;
    Ok(())
}
