//! The branch's key and certificate, and whom it trusts.

mod certificate;
mod error;
mod get;
mod model;
mod papers;
mod renew;
mod rules;
mod standing;
mod store;
#[cfg(test)]
mod tests;
mod trust;

pub use certificate::{export_certificate, read_certificates};
pub use error::SigningError;
pub use get::get;
pub use model::*;
pub use papers::{EnrolmentSheet, ReplacedCertificate, SigningPaper};
pub use renew::renew;
pub use rules::{Own, own, watch};
pub use standing::{Standing, Trust, standing};
pub use store::{
    distrust_named, own_certificates, put_trusted, ready, rename_trusted, renewals, trusted, trusted_here,
};
pub use trust::{NoFingerprint, distrust, listed_signer, plain_fingerprint, trust, trust_list};
