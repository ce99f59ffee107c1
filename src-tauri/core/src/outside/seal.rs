//! Keys, certificates and signatures.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Attachment;

/// A key and its certificate.
#[derive(Clone, PartialEq, Eq)]
pub struct Identity {
    /// PKCS#8, DER. Never leaves the vault.
    pub key: zeroize::Zeroizing<Vec<u8>>,
    /// X.509, DER.
    pub certificate: Vec<u8>,
}

/// What a certificate says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CertificateView {
    /// Common name: the branch.
    pub subject: String,
    /// SHA-256 of the certificate, 64 upper-case hex digits.
    pub fingerprint: String,
    /// First valid moment.
    pub valid_from: DateTime<FixedOffset>,
    /// Last valid moment.
    pub valid_to: DateTime<FixedOffset>,
}

/// The word of an old key that another certificate takes the place of its own. It holds no secret and travels in every
/// later report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewal {
    /// Fingerprint of the certificate that gives the word.
    pub old: String,
    /// Fingerprint of the one that takes its place.
    pub new: String,
    /// When, by the branch's clock.
    pub at: DateTime<FixedOffset>,
    /// The old key's signature, with its certificate: a CMS message in hex.
    pub signature: String,
}

/// Signs PDFs (PAdES B-B, ECDSA P-256) and judges signed ones.
pub trait Seal: Send + Sync {
    /// A fresh P-256 key with a self-signed certificate in the branch's name, valid for `years`.
    ///
    /// # Errors
    /// [`SealError::Failed`] when no randomness can be had.
    fn new_identity(&self, branch: &str, now: DateTime<FixedOffset>, years: u32) -> Result<Identity, SealError>;

    /// Reads a certificate, DER or PEM.
    ///
    /// # Errors
    /// [`SealError::NotACertificate`].
    fn certificate(&self, bytes: &[u8]) -> Result<CertificateView, SealError>;

    /// A certificate as PEM text.
    ///
    /// # Errors
    /// [`SealError::NotACertificate`].
    fn certificate_pem(&self, certificate: &[u8]) -> Result<String, SealError>;

    /// The word of the `old` key that `new` takes its place.
    ///
    /// # Errors
    /// [`SealError::Failed`] when the old key is not its certificate's.
    fn renew(&self, old: &Identity, new: &Identity, at: DateTime<FixedOffset>) -> Result<Renewal, SealError>;

    /// The old certificate, if it was its key that gave the word.
    fn renewed(&self, renewal: &Renewal) -> Option<CertificateView>;

    /// `pdf` with a signature over all of it, appended as an incremental update.
    ///
    /// # Errors
    /// [`SealError::Failed`] when the PDF cannot be extended.
    fn sign(
        &self,
        pdf: &[u8],
        identity: &Identity,
        reason: &str,
        at: DateTime<FixedOffset>,
    ) -> Result<Vec<u8>, SealError>;

    /// `content` and a signature over it as one file.
    ///
    /// # Errors
    /// [`SealError::Failed`] when the key is not its certificate's.
    fn enclose(&self, content: &[u8], identity: &Identity) -> Result<Vec<u8>, SealError>;

    /// The content of such a file, if every byte of it is as it was signed. Whether the signer is trusted is not asked
    /// here.
    ///
    /// # Errors
    /// [`Broken`].
    fn disclose(&self, file: &[u8]) -> Result<Disclosed, Broken>;

    /// Judges a file. Data is read from the signed revision only. Never fails: what is wrong stands in the verdict.
    /// Whether the signer is trusted is not asked here.
    fn verify(&self, file: &[u8]) -> Verdict;
}

/// What [`Seal::verify`] found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The signature is sound and covers the file as it is.
    pub valid: bool,
    /// Why it is not valid: `code` and a Chinese sentence.
    pub fault: Option<(String, String)>,
    /// The signer's certificate, as far as it could be read.
    pub certificate: Option<CertificateView>,
    /// The time the signer claims.
    pub signed_at: Option<DateTime<FixedOffset>>,
    /// The newest signature covers every byte of the file.
    pub covers_whole_file: bool,
    /// The superior's signature on top of the report's own. Everything else here is then about the report below it.
    pub receipt: Option<Receipt>,
    /// Files inside the signed revision; empty unless valid.
    pub attachments: Vec<Attachment>,
}

/// What [`Seal::disclose`] found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    pub content: Vec<u8>,
    /// The signer's certificate.
    pub certificate: CertificateView,
}

/// Why a file with its signature gives no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// It is nothing of this kind.
    #[error("这不是签过名的规程文件，没有采用")]
    Foreign,
    #[error("文件不完整，后面缺了一部分，没有采用")]
    CutOff,
    #[error("文件里的内容在签名以后被改动过，没有采用")]
    Changed,
    #[error("签名与签名证书对不上，没有采用")]
    BadSignature,
    #[error("文件太大，不像一份规程，没有采用")]
    TooLarge,
}

/// A superior's signature on top of a report's own, with nothing else added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The superior's certificate. Whether it is trusted is not asked here.
    pub certificate: CertificateView,
    /// When, as the superior says.
    pub signed_at: DateTime<FixedOffset>,
    /// So many bytes, from the first on, are the report as its branch signed it.
    pub report_bytes: usize,
}

/// Why signing did not work.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Neither DER nor PEM of an X.509 certificate.
    #[error("这不是可以识别的证书文件")]
    NotACertificate,
    /// Anything else, for the log.
    #[error("签名没有成功，没有生成文件：{0}")]
    Failed(String),
}
