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

pub use certificate::export_certificate;
pub use error::SigningError;
pub use get::get;
pub use model::*;
pub use papers::{EnrolmentSheet, ReplacedCertificate, SigningPaper};
pub use renew::renew;
pub use rules::{Own, own, watch};
pub use standing::{Standing, standing};
pub use store::{own_certificates, ready, renewals, trusted, trusted_here};
pub use trust::{distrust, plain_fingerprint, trust};
