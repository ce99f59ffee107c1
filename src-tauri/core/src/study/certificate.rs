//! 结业证书 of those who took part.

use chrono::NaiveDate;

use super::{StudyCertificate, StudyError, StudyPlace, StudySessionView, get, store};
use crate::desk::Desk;
use crate::problem::Invalid;
use crate::vault::{Done, Reader};

/// Writes down someone's certificate; what was written down before is replaced.
///
/// # Errors
/// [`StudyError::NoSuchSession`]; [`StudyError::Invalid`] with the fields at fault.
pub fn save_certificate(
    desk: &mut Desk<'_>,
    certificate: StudyCertificate,
) -> Result<Done<StudySessionView>, StudyError> {
    let today = desk.today();
    desk.transact("登记结业证书", |tx| {
        check(tx, &certificate, today)?;
        store::save_certificate(tx, &certificate)?;
        get::view(tx, certificate.session)?.ok_or(StudyError::NoSuchSession)
    })
}

/// Takes a certificate out that was entered by mistake.
///
/// # Errors
/// [`StudyError::NoSuchCertificate`].
pub fn delete_certificate(desk: &mut Desk<'_>, place: StudyPlace) -> Result<Done<StudySessionView>, StudyError> {
    desk.transact("删除结业证书登记", |tx| {
        if !store::delete_certificate(tx, place)? {
            return Err(StudyError::NoSuchCertificate);
        }
        get::view(tx, place.session)?.ok_or(StudyError::NoSuchSession)
    })
}

fn check(reader: &Reader<'_>, certificate: &StudyCertificate, today: NaiveDate) -> Result<(), StudyError> {
    let view = get::view(reader, certificate.session)?.ok_or(StudyError::NoSuchSession)?;
    let mut invalid = Invalid::default();
    if !view.present.iter().any(|person| person.member == certificate.member) {
        invalid.add("member", "没有参加这次学习的人，不能登记证书");
    }
    if certificate.number.trim().is_empty() {
        invalid.add("number", "请填写证书编号");
    }
    match certificate.issued_on {
        Some(on) if on > today => invalid.add("issued_on", "发证日期不能晚于今天"),
        Some(on) if on < view.row.session.held_on => invalid.add("issued_on", "发证日期不能早于学习开始的日期"),
        _ => {}
    }
    Ok(invalid.into_result()?)
}
