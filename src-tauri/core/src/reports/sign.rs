//! Signing a report: from then on it is frozen.

use chrono::{DateTime, FixedOffset};
use sha2::{Digest, Sha256};

use super::{QuarterlyReport, ReportError, ReportMark, ReportSignRequest, ReportVersion, build, store};
use crate::desk::Door;
use crate::outside::{Attachment, Gap, Made};
use crate::values::date_title;
use crate::vault::{Done, Tx};
use crate::{roster, signing};

/// The attachment by which a report shows that its certificate took the place of an older one.
pub(super) const RENEWALS: &str = "renewals.json";

/// Signs the report on a period as the records stand, and keeps the signed file. What was signed before stays.
///
/// # Errors
/// [`ReportError::ReasonNeeded`] for a correction without a reason; [`ReportError::WrongPassphrase`]; [`signing::SigningError::CannotSign`] when the
/// certificate has to be renewed first; [`VaultError::ChangedMeanwhile`](crate::vault::VaultError) when a record was changed
/// while the pages were set. Then nothing is stored.
pub fn sign(door: &Door<'_>, request: ReportSignRequest) -> Result<Done<ReportVersion>, ReportError> {
    let period = request.period;
    let (rules, today, now) = (door.rules, door.today(), door.outside.clock.now());
    if today < period.first_day() {
        return Err(ReportError::NotBegun(period));
    }
    let earlier = door.read(|reader| store::versions(reader, period))?.len();
    let reason = request.reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty());
    if earlier > 0 && reason.is_none() {
        return Err(ReportError::ReasonNeeded(period));
    }

    if let Some(passphrase) = &request.passphrase
        && !door.desk(|desk| Ok::<_, ReportError>(desk.vault.is_opened_by(passphrase)))?
    {
        return Err(ReportError::WrongPassphrase);
    }
    let identity = door.desk(signing::ready)?;
    let (built, people, renewals, head) = door.read(|reader| -> Result<_, ReportError> {
        let built = build(reader, rules, period, today)?;
        let people = roster::table_on(reader, built.as_of)?;
        Ok((built, people, signing::renewals(reader)?, reader.audit_head()?))
    })?;
    let certificate = door.outside.seal.certificate(&identity.certificate)?;
    let report = QuarterlyReport {
        version: u32::try_from(earlier).unwrap_or(u32::MAX).saturating_add(1),
        reason: reason.filter(|_| earlier > 0),
        mark: Some(ReportMark {
            signer: certificate.subject,
            signed_at: beijing(now),
            fingerprint: certificate.fingerprint,
        }),
        ..built
    };
    let data = serde_json::to_string_pretty(&report)?;
    let mut attachments = vec![
        Attachment {
            name: "report.json".to_owned(),
            mime: "application/json".to_owned(),
            description: "工作报告数据".to_owned(),
            bytes: data.clone().into_bytes(),
        },
        Attachment {
            name: "roster.xlsx".to_owned(),
            mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned(),
            description: "党员名册".to_owned(),
            bytes: door.outside.office.write(&people)?,
        },
    ];
    if !renewals.is_empty() {
        attachments.push(Attachment {
            name: RENEWALS.to_owned(),
            mime: "application/json".to_owned(),
            description: "签名证书续期记录".to_owned(),
            bytes: serde_json::to_vec_pretty(&renewals)?,
        });
    }
    let Made { paper: unsigned, gaps } = door.outside.typeset.pdf(&report.pages(), &attachments, now)?;
    let pdf = door.outside.seal.sign(&unsigned, &identity, &format!("{}报告", period.title()), now)?;

    let signed = store::Signed {
        report: &report,
        signed_at: now.to_rfc3339(),
        sha256: hex::encode(Sha256::digest(&pdf)),
        data: &data,
        pdf: &pdf,
    };
    let label = format!("签名{}报告第{}版", period.title(), report.version);
    let keep = |tx: &Tx<'_>| -> Result<ReportVersion, ReportError> {
        tx.irrevocable();
        let id = store::add_version(tx, &signed)?;
        Ok(ReportVersion {
            id,
            period,
            version: report.version,
            signed_at: now,
            reason: report.reason.clone(),
            sha256: signed.sha256.clone(),
            problem: None,
            receipt: None,
            gaps: Gap::sentences(&gaps),
        })
    };
    door.desk_since(&head, |desk| desk.transact(label, keep))
}

/// `2026年11月25日 20:34（北京时间）`, wherever the clock stands.
pub(super) fn beijing(at: DateTime<FixedOffset>) -> String {
    let beijing = at.naive_utc() + chrono::Duration::hours(8);
    format!("{} {}（北京时间）", date_title(beijing.date()), beijing.format("%H:%M"))
}
