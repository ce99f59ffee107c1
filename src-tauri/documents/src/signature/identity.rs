//! Keys and certificates.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, Months};
use der::asn1::{Any, GeneralizedTime, SetOfVec};
use der::pem::{self, LineEnding};
use der::{Decode, Encode, Tag};
use p256::ecdsa::{DerSignature, SigningKey};
use p256::elliptic_curve::Generate;
use p256::pkcs8::EncodePrivateKey;
use sha2::{Digest, Sha256};
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::builder::profile::BuilderProfile;
use x509_cert::builder::{Builder, CertificateBuilder};
use x509_cert::certificate::{Certificate, TbsCertificate};
use x509_cert::der::flagset::FlagSet;
use x509_cert::ext::pkix::name::DirectoryString;
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage, KeyUsages, SubjectKeyIdentifier};
use x509_cert::ext::{Extension, ToExtension};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{SubjectPublicKeyInfo, SubjectPublicKeyInfoRef};
use x509_cert::time::{Time, Validity};
use zeroize::Zeroizing;
use zhibu_core::outside::{CertificateView, Identity, SealError};

use super::failed;

/// `CERTIFICATE` in PEM.
const LABEL: &str = "CERTIFICATE";

/// A fresh key and its self-signed certificate.
pub(super) fn create(branch: &str, now: DateTime<FixedOffset>, years: u32) -> Result<Identity, SealError> {
    let key = SigningKey::try_generate().map_err(failed)?;
    let mut serial = [0; 16];
    getrandom::fill(&mut serial).map_err(failed)?;
    // Positive, and never shorter than it says.
    serial[0] = serial[0] & 0x7F | 0x40;

    let until = years.checked_mul(12).and_then(|months| now.checked_add_months(Months::new(months)));
    let validity = Validity::new(time(now)?, time(until.ok_or_else(|| failed("validity"))?)?);
    let public = SubjectPublicKeyInfo::from_key(key.verifying_key()).map_err(failed)?;
    let serial = SerialNumber::new(&serial).map_err(failed)?;
    let profile = Signer(common_name(branch).map_err(failed)?);
    let certificate = CertificateBuilder::new(profile, serial, validity, public)
        .and_then(|builder| builder.build::<_, DerSignature>(&key))
        .map_err(failed)?;
    Ok(Identity {
        key: Zeroizing::new(key.to_pkcs8_der().map_err(failed)?.as_bytes().to_vec()),
        certificate: certificate.to_der().map_err(failed)?,
    })
}

/// What the certificate of a branch says of its key: it signs documents and nothing else.
struct Signer(Name);

impl BuilderProfile for Signer {
    fn get_issuer(&self, subject: &Name) -> Name {
        subject.clone()
    }

    fn get_subject(&self) -> Name {
        self.0.clone()
    }

    fn build_extensions(
        &self,
        key: SubjectPublicKeyInfoRef<'_>,
        _issuer: SubjectPublicKeyInfoRef<'_>,
        certificate: &TbsCertificate,
    ) -> x509_cert::builder::Result<Vec<Extension>> {
        let usage: FlagSet<KeyUsages> = KeyUsages::DigitalSignature | KeyUsages::NonRepudiation;
        let subject = certificate.subject();
        Ok(vec![
            SubjectKeyIdentifier::try_from(key)?.to_extension(subject, &[])?,
            BasicConstraints { ca: false, path_len_constraint: None }.to_extension(subject, &[])?,
            KeyUsage(usage).to_extension(subject, &[])?,
        ])
    }
}

/// A name of one part. Built, not parsed: a branch's name may hold any character.
fn common_name(branch: &str) -> der::Result<Name> {
    let value = Any::new(Tag::Utf8String, branch.as_bytes())?;
    let mut parts = SetOfVec::new();
    parts.insert(AttributeTypeAndValue { oid: der::oid::db::rfc4519::CN, value })?;
    let mut sequence = RdnSequence::default();
    sequence.push(RelativeDistinguishedName::from(parts));
    Name::from_der(&sequence.to_der()?)
}

fn time(at: DateTime<FixedOffset>) -> Result<Time, SealError> {
    let seconds = u64::try_from(at.timestamp()).map_err(failed)?;
    Ok(Time::GeneralTime(GeneralizedTime::from_unix_duration(Duration::from_secs(seconds)).map_err(failed)?))
}

/// Reads a certificate, DER or PEM.
pub(super) fn read(bytes: &[u8]) -> Result<CertificateView, SealError> {
    let from_pem = pem::decode_vec(bytes.trim_ascii()).ok().filter(|(label, _)| *label == LABEL);
    let der = from_pem.map_or_else(|| bytes.to_vec(), |(_, der)| der);
    let certificate = Certificate::from_der(&der).map_err(|_| SealError::NotACertificate)?;
    view(&certificate, &der).ok_or(SealError::NotACertificate)
}

/// What `certificate`, whose encoding is `der`, says.
pub(super) fn view(certificate: &Certificate, der: &[u8]) -> Option<CertificateView> {
    let tbs = certificate.tbs_certificate();
    let moment = |time: Time| {
        let seconds = i64::try_from(time.to_unix_duration().as_secs()).ok()?;
        // In China's time, so that its day is the one people mean.
        Some(DateTime::from_timestamp(seconds, 0)?.with_timezone(&FixedOffset::east_opt(8 * 3600)?))
    };
    let name = match tbs.subject().common_name().ok().flatten() {
        Some(DirectoryString::Utf8String(name)) => name,
        Some(DirectoryString::PrintableString(name)) => name.to_string(),
        _ => tbs.subject().to_string(),
    };
    Some(CertificateView {
        subject: name,
        fingerprint: hex::encode_upper(Sha256::digest(der)),
        valid_from: moment(tbs.validity().not_before)?,
        valid_to: moment(tbs.validity().not_after)?,
    })
}

/// A DER certificate as PEM, for a file that is handed over.
pub(super) fn certificate_pem(der: &[u8]) -> String {
    // Fails only for sizes that no certificate has.
    pem::encode_string(LABEL, LineEnding::LF, der).unwrap_or_default()
}
