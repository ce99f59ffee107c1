//! Whether the branch's certificate can sign, and what is to be done about it.

use chrono::{DateTime, FixedOffset, Months};

use super::{CertificateState, SigningError, store};
use crate::branch;
use crate::outside::{CertificateView, Identity, Outside};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::values::{Room, date_title};
use crate::vault::{Reader, VaultError};
use crate::watch::WatchContext;

/// How a certificate stands on a day, for a branch of this name. `months` before its end it is time to renew it.
pub(super) fn state(
    certificate: &CertificateView,
    branch: &str,
    months: u32,
    now: DateTime<FixedOffset>,
) -> CertificateState {
    let warned_from = certificate.valid_to.checked_sub_months(Months::new(months)).unwrap_or(certificate.valid_from);
    if now > certificate.valid_to {
        CertificateState::Expired
    } else if now < certificate.valid_from {
        CertificateState::NotYetValid
    } else if certificate.subject != branch {
        CertificateState::OtherName
    } else if now >= warned_from {
        CertificateState::EndsSoon
    } else {
        CertificateState::Good
    }
}

/// What the secretary is told about it; nothing where all is well.
pub(super) fn note(certificate: &CertificateView, branch: &str, state: CertificateState) -> Option<String> {
    let (from, to) = (certificate.valid_from.date_naive(), certificate.valid_to.date_naive());
    Some(match state {
        CertificateState::Good => return None,
        CertificateState::EndsSoon => {
            format!("签名证书{}到期，请在这之前续期，并把新的备案表交给上级党组织", date_title(to))
        }
        CertificateState::Expired => format!("签名证书已于{}到期，续期以后才能签名报告", date_title(to)),
        CertificateState::NotYetValid => {
            format!("签名证书从{}起才有效（生成证书时电脑的日期可能不对），续期以后才能签名报告", date_title(from))
        }
        CertificateState::OtherName => {
            format!("签名证书上的名称是“{}”，支部现在的名称是“{branch}”，续期以后才能签名报告", certificate.subject)
        }
    })
}

/// Months before its end at which a certificate is to be renewed (S21).
pub(super) fn months_ahead(rules: &RuleBook, now: DateTime<FixedOffset>) -> u32 {
    rules.number(RuleId::S21, "remind_months", now.date_naive()).unwrap_or_default()
}

/// Passes a certificate that may sign for a branch of this name now.
///
/// # Errors
/// [`SigningError::CannotSign`]: the way out is to renew it.
pub(super) fn check(
    certificate: &CertificateView,
    branch: &str,
    now: DateTime<FixedOffset>,
) -> Result<(), SigningError> {
    match state(certificate, branch, 0, now) {
        CertificateState::Good | CertificateState::EndsSoon => Ok(()),
        state => Err(SigningError::CannotSign(state, note(certificate, branch, state).unwrap_or_default())),
    }
}

/// The branch's own certificate.
pub struct Own {
    pub certificate: CertificateView,
    pub state: CertificateState,
    /// What is to be done about it, a Chinese sentence; `None` where all is well.
    pub note: Option<String>,
}

/// The branch's own certificate as it stands now; `None` before it has one.
///
/// # Errors
/// [`VaultError`].
pub fn own(reader: &Reader<'_>, rules: &RuleBook, outside: &Outside) -> Result<Option<Own>, VaultError> {
    let (seal, now) = (&outside.seal, outside.clock.now());
    let own = store::newest(reader)?.and_then(|Identity { certificate, .. }| seal.certificate(&certificate).ok());
    let Some(certificate) = own else { return Ok(None) };
    let branch = branch::stored(reader)?.name;
    let state = state(&certificate, &branch, months_ahead(rules, now), now);
    Ok(Some(Own { note: note(&certificate, &branch, state), state, certificate }))
}

/// That the certificate ends soon, or cannot sign any more (S21).
///
/// # Errors
/// [`VaultError`].
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let WatchContext { reader, rules, outside: Some(outside), .. } = *context else { return Ok(Vec::new()) };
    let Some(Own { certificate, state, note }) = own(reader, rules, outside)? else { return Ok(Vec::new()) };
    let (severity, key) = match state {
        CertificateState::EndsSoon => (Severity::Due, ""),
        _ => (Severity::Late, "cannot_sign"),
    };
    let due = matches!(state, CertificateState::EndsSoon | CertificateState::Expired)
        .then(|| certificate.valid_to.date_naive());
    let subject = Subject { room: Room::Signing, id: None };
    let found = note.map(|message| subject.finding(RuleId::S21, severity, message, "去续期").due_on(due).keyed(key));
    Ok(found.into_iter().collect())
}
