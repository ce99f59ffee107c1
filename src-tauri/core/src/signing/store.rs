//! Keys, certificates and trusted fingerprints.

use chrono::{DateTime, FixedOffset};
use zeroize::Zeroizing;

use super::{SigningError, Trust, TrustedSigner, rules};
use crate::branch;
use crate::desk::Desk;
use crate::outside::{CertificateView, Identity, Renewal, Seal};
use crate::vault::{Reader, Tx, VaultError};

/// A certificate is valid for so many years.
pub(super) const YEARS: u32 = 3;

/// The branch's key and certificate; made at first use.
///
/// # Errors
/// [`SigningError::Seal`] when no key can be made.
pub(super) fn identity(desk: &mut Desk<'_>) -> Result<Identity, SigningError> {
    if let Some(identity) = desk.read(newest)? {
        return Ok(identity);
    }
    let now = desk.outside.clock.now();
    let name = desk.read(branch::stored)?.name;
    let made = desk.outside.seal.new_identity(&name, now, YEARS)?;
    desk.transact("生成报送签名证书", |tx| {
        tx.irrevocable();
        add_identity(tx, &made, None, now)
    })?;
    Ok(made)
}

/// The branch's key and certificate, if they may sign now.
///
/// # Errors
/// [`SigningError::CannotSign`]; nothing is stored.
pub fn ready(desk: &mut Desk<'_>) -> Result<Identity, SigningError> {
    let identity = identity(desk)?;
    let certificate = desk.outside.seal.certificate(&identity.certificate)?;
    rules::check(&certificate, &desk.read(branch::stored)?.name, desk.outside.clock.now())?;
    Ok(identity)
}

pub(super) fn add_identity(
    tx: &Tx<'_>,
    identity: &Identity,
    renewal: Option<&Renewal>,
    now: DateTime<FixedOffset>,
) -> Result<(), SigningError> {
    let renewal = renewal.map(serde_json::to_string).transpose()?;
    tx.insert(
        "INSERT INTO signing_identity (private_key, certificate, made_at, renewal) VALUES (?1, ?2, ?3, ?4)",
        (identity.key.as_slice(), &identity.certificate, now.to_rfc3339(), renewal),
    )?;
    Ok(())
}

/// The newest key and certificate, if any was made yet.
pub(super) fn newest(reader: &Reader<'_>) -> Result<Option<Identity>, VaultError> {
    reader.first("SELECT private_key, certificate FROM signing_identity ORDER BY id DESC LIMIT 1", [], |row| {
        Ok(Identity { key: Zeroizing::new(row.get(0)?), certificate: row.get(1)? })
    })
}

/// What the branch's keys said of the certificates after them, the oldest first: every report takes them along.
///
/// # Errors
/// [`VaultError`].
pub fn renewals(reader: &Reader<'_>) -> Result<Vec<Renewal>, VaultError> {
    let kept = reader.all("SELECT renewal FROM signing_identity WHERE renewal IS NOT NULL ORDER BY id", [], |row| {
        row.get::<_, String>(0)
    })?;
    Ok(kept.iter().filter_map(|text| serde_json::from_str(text).ok()).collect())
}

/// Every certificate that the branch has had, the oldest first.
///
/// # Errors
/// [`VaultError`].
pub fn own_certificates(reader: &Reader<'_>, seal: &dyn Seal) -> Result<Vec<CertificateView>, VaultError> {
    let own = reader.all("SELECT certificate FROM signing_identity ORDER BY id", [], |row| row.get::<_, Vec<u8>>(0))?;
    Ok(own.iter().filter_map(|der| seal.certificate(der).ok()).collect())
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

/// Whose reports are trusted here: the branch's own, under its own name, and those that it was told to trust.
///
/// # Errors
/// [`VaultError`].
pub fn trusted_here(reader: &Reader<'_>, seal: &dyn Seal) -> Result<Trust, VaultError> {
    let own = own_certificates(reader, seal)?.into_iter();
    let own = own.map(|certificate| TrustedSigner { fingerprint: certificate.fingerprint, name: certificate.subject });
    Ok(trusted(reader)?.into_iter().chain(own).collect())
}

/// Trusts a signer from now on.
///
/// # Errors
/// [`VaultError`].
pub fn put_trusted(tx: &Tx<'_>, signer: &TrustedSigner) -> Result<(), VaultError> {
    tx.execute(
        "INSERT OR REPLACE INTO signing_trust (fingerprint, name) VALUES (?1, ?2)",
        (&signer.fingerprint, &signer.name),
    )?;
    Ok(())
}

/// Whose certificates stood under a name stand under another from now on.
///
/// # Errors
/// [`VaultError`].
pub fn rename_trusted(tx: &Tx<'_>, from: &str, to: &str) -> Result<(), VaultError> {
    tx.execute("UPDATE signing_trust SET name = ?2 WHERE name = ?1", (from, to))?;
    Ok(())
}

/// No longer trusts the certificates that stand under a name.
///
/// # Errors
/// [`VaultError`].
pub fn distrust_named(tx: &Tx<'_>, name: &str) -> Result<(), VaultError> {
    tx.execute("DELETE FROM signing_trust WHERE name = ?1", [name])?;
    Ok(())
}

pub(super) fn remove_trusted(tx: &Tx<'_>, fingerprint: &str) -> Result<(), VaultError> {
    tx.execute("DELETE FROM signing_trust WHERE fingerprint = ?1", [fingerprint])?;
    Ok(())
}
