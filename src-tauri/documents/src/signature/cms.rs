//! The signature itself: a CMS message with one signer and one certificate (RFC 5652, ETSI EN 319 122-1 and 319 142-1).

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier, SignerInfo};
use der::asn1::{Any, ObjectIdentifier, OctetString, SetOfVec};
use der::oid::db::{rfc5911, rfc5912};
use der::{Decode, Encode, Reader, Sequence, SliceReader};
use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{DerSignature, SigningKey, VerifyingKey};
use p256::pkcs8::DecodePublicKey;
use sha2::{Digest, Sha256};
use x509_cert::attr::Attribute;
use x509_cert::certificate::Certificate;
use x509_cert::ext::pkix::KeyUsage;
use x509_cert::spki::AlgorithmIdentifierOwned;

use super::fault::Fault;

/// Binds the signature to one certificate (RFC 5035).
#[derive(Sequence)]
struct SigningCertificateV2 {
    certs: Vec<EssCertIdV2>,
    policies: Option<Any>,
}

/// A certificate, by its hash; SHA-256 unless said.
#[derive(Sequence)]
struct EssCertIdV2 {
    algorithm: Option<AlgorithmIdentifierOwned>,
    hash: OctetString,
    issuer_serial: Option<Any>,
}

fn algorithm(oid: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid, parameters: None }
}

fn attribute(oid: ObjectIdentifier, value: &impl Encode) -> der::Result<Attribute> {
    let value = Any::from_der(&value.to_der()?)?;
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![value])? })
}

/// Signs `digest` of something that lies elsewhere; the result is DER.
pub(super) fn sign(digest: &[u8; 32], key: &SigningKey, certificate: &[u8]) -> der::Result<Vec<u8>> {
    sign_around(None, digest, key, certificate)
}

/// Signs `content`, which lies inside; the result is DER.
pub(super) fn enclose(content: &[u8], key: &SigningKey, certificate: &[u8]) -> der::Result<Vec<u8>> {
    let content_octets = Any::from_der(&OctetString::new(content)?.to_der()?)?;
    sign_around(Some(content_octets), &Sha256::digest(content).into(), key, certificate)
}

fn sign_around(content: Option<Any>, digest: &[u8; 32], key: &SigningKey, certificate: &[u8]) -> der::Result<Vec<u8>> {
    let binding = SigningCertificateV2 {
        certs: vec![EssCertIdV2 {
            algorithm: None,
            hash: OctetString::new(Sha256::digest(certificate).as_slice())?,
            issuer_serial: None,
        }],
        policies: None,
    };
    // No signing-time: in a PDF it stands in the signature dictionary.
    let attributes = SignedAttributes::try_from(vec![
        attribute(rfc5911::ID_CONTENT_TYPE, &rfc5911::ID_DATA)?,
        attribute(rfc5911::ID_MESSAGE_DIGEST, &OctetString::new(digest.as_slice())?)?,
        attribute(rfc5911::ID_AA_SIGNING_CERTIFICATE_V_2, &binding)?,
    ])?;
    let signature: DerSignature = key.sign(&attributes.to_der()?);

    let certificate = Certificate::from_der(certificate)?;
    let tbs = certificate.tbs_certificate();
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: tbs.issuer().clone(),
            serial_number: tbs.serial_number().clone(),
        }),
        digest_alg: algorithm(rfc5912::ID_SHA_256),
        signed_attrs: Some(attributes),
        signature_algorithm: algorithm(rfc5912::ECDSA_WITH_SHA_256),
        signature: OctetString::new(signature.as_bytes())?,
        unsigned_attrs: None,
    };
    let message = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: vec![algorithm(rfc5912::ID_SHA_256)].try_into()?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: rfc5911::ID_DATA, econtent: content },
        certificates: Some(vec![CertificateChoices::Certificate(certificate)].try_into()?),
        crls: None,
        signer_infos: vec![signer].try_into()?,
    };
    ContentInfo { content_type: rfc5911::ID_SIGNED_DATA, content: Any::from_der(&message.to_der()?)? }.to_der()
}

/// A signature as read from a file, not yet believed.
pub(super) struct Message {
    signer: SignerInfo,
    /// The signer's certificate.
    pub(super) certificate: Certificate,
    /// Its encoding.
    pub(super) certificate_der: Vec<u8>,
}

impl Message {
    /// Reads the signature at the start of `contents`, of something that lies elsewhere; behind it only zeros.
    pub(super) fn read(contents: &[u8]) -> Result<Self, Fault> {
        match Self::parse(contents)? {
            (message, None, _) => Ok(message),
            _ => Err(Fault::UnsupportedAlgorithm),
        }
    }

    /// Reads a signature with what it signs inside, and nothing behind it.
    pub(super) fn read_enclosed(file: &[u8]) -> Result<(Self, Vec<u8>), Fault> {
        match Self::parse(file)? {
            (message, Some(content), 0) => Ok((message, content)),
            _ => Err(Fault::Malformed),
        }
    }

    /// Reads a message, what lies inside, and how many zeros follow. Every byte has to be what writing the message anew
    /// would give: what the signature does not cover must not be changeable either.
    fn parse(contents: &[u8]) -> Result<(Self, Option<Vec<u8>>, usize), Fault> {
        let malformed = |_| Fault::Malformed;
        let mut reader = SliceReader::new(contents).map_err(malformed)?;
        let info = ContentInfo::decode(&mut reader).map_err(malformed)?;
        let length = usize::try_from(reader.position()).map_err(malformed)?;
        let (bytes, padding) = contents.split_at_checked(length).ok_or(Fault::Malformed)?;
        let message: SignedData = info.content.decode_as().map_err(malformed)?;
        let canonical =
            info.to_der().map_err(malformed)? == bytes && message.to_der().ok() == info.content.to_der().ok();
        if padding.iter().any(|byte| *byte != 0) || !canonical || info.content_type != rfc5911::ID_SIGNED_DATA {
            return Err(Fault::Malformed);
        }

        let content = &message.encap_content_info;
        let digests = message.digest_algorithms.as_slice();
        let certificates = message.certificates.as_ref().map(|set| set.0.as_slice()).unwrap_or_default();
        let ([digest], [CertificateChoices::Certificate(certificate)], [signer]) =
            (digests, certificates, message.signer_infos.0.as_slice())
        else {
            return Err(Fault::UnsupportedAlgorithm);
        };
        let tbs = certificate.tbs_certificate();
        let named = match &signer.sid {
            SignerIdentifier::IssuerAndSerialNumber(id) => {
                id.issuer == *tbs.issuer() && id.serial_number == *tbs.serial_number()
            }
            SignerIdentifier::SubjectKeyIdentifier(_) => false,
        };
        let plain = message.version == CmsVersion::V1
            && signer.version == CmsVersion::V1
            && content.econtent_type == rfc5911::ID_DATA
            && message.crls.is_none()
            && signer.unsigned_attrs.is_none()
            && *digest == signer.digest_alg;
        if !named || !plain {
            return Err(Fault::UnsupportedAlgorithm);
        }
        let certificate_der = certificate.to_der().map_err(malformed)?;
        let inside = content.econtent.as_ref().map(|octets| octets.decode_as::<OctetString>()).transpose();
        let inside = inside.map_err(malformed)?.map(|octets| octets.as_bytes().to_vec());
        let message = Self { signer: signer.clone(), certificate: certificate.clone(), certificate_der };
        Ok((message, inside, padding.len()))
    }

    /// Whether the certificate's key signed `digest`.
    pub(super) fn check(&self, digest: &[u8; 32]) -> Result<(), Fault> {
        if !is(&self.signer.digest_alg, rfc5912::ID_SHA_256)
            || self.signer.signature_algorithm != algorithm(rfc5912::ECDSA_WITH_SHA_256)
        {
            return Err(Fault::UnsupportedAlgorithm);
        }
        let content_type: ObjectIdentifier = self.attribute(rfc5911::ID_CONTENT_TYPE)?;
        let signed: OctetString = self.attribute(rfc5911::ID_MESSAGE_DIGEST)?;
        let binding: SigningCertificateV2 = self.attribute(rfc5911::ID_AA_SIGNING_CERTIFICATE_V_2)?;
        if content_type != rfc5911::ID_DATA {
            return Err(Fault::Malformed);
        }
        if signed.as_bytes() != digest {
            return Err(Fault::ContentChanged);
        }
        let bound = binding.certs.first().is_some_and(|id| {
            id.algorithm.as_ref().is_none_or(|algorithm| is(algorithm, rfc5912::ID_SHA_256))
                && id.hash.as_bytes() == Sha256::digest(&self.certificate_der).as_slice()
        });
        if !bound {
            return Err(Fault::BadSignature);
        }

        let public = self.certificate.tbs_certificate().subject_public_key_info().to_der();
        let public = public.map_err(|_| Fault::Malformed)?;
        let key = VerifyingKey::from_public_key_der(&public).map_err(|_| Fault::UnsupportedAlgorithm)?;
        let signature = DerSignature::from_bytes(self.signer.signature.as_bytes()).map_err(|_| Fault::BadSignature)?;
        let attributes = self.signer.signed_attrs.to_der().map_err(|_| Fault::Malformed)?;
        key.verify(&attributes, &signature).map_err(|_| Fault::BadSignature)
    }

    /// Whether the certificate allows signing documents.
    pub(super) fn check_key_usage(&self) -> Result<(), Fault> {
        let usage = self.certificate.tbs_certificate().get_extension::<KeyUsage>();
        match usage.map_err(|_| Fault::Malformed)? {
            Some((_, usage)) if usage.digital_signature() || usage.non_repudiation() => Ok(()),
            _ => Err(Fault::KeyUsage),
        }
    }

    /// A signed attribute, which must stand there once, with one value.
    fn attribute<T: for<'a> Decode<'a, Error = der::Error>>(&self, oid: ObjectIdentifier) -> Result<T, Fault> {
        let attributes = self.signer.signed_attrs.as_ref().ok_or(Fault::Malformed)?;
        let found: Vec<&Attribute> = attributes.iter().filter(|attribute| attribute.oid == oid).collect();
        let [attribute] = found[..] else { return Err(Fault::Malformed) };
        let [value] = attribute.values.as_slice() else { return Err(Fault::Malformed) };
        T::from_der(&value.to_der().map_err(|_| Fault::Malformed)?).map_err(|_| Fault::Malformed)
    }
}

/// Whether `algorithm` is `oid`, with its parameters left out or null.
fn is(algorithm: &AlgorithmIdentifierOwned, oid: ObjectIdentifier) -> bool {
    algorithm.oid == oid && algorithm.parameters.as_ref().is_none_or(|parameters| *parameters == Any::null())
}
