//! Is this report genuine, and by whom?

use chrono::{DateTime, Duration, FixedOffset};

use super::read::read;
use super::sign::{RENEWALS, beijing};
use super::{QuarterlyReport, ReceiptView, ReportError, ReportVerifyRequest, Unreadable, VerifyView};
use crate::app::App;
use crate::desk::Job;
use crate::outside::{CertificateView, Receipt, Renewal, Seal, Verdict};
use crate::signing::{Standing, Trust};
use crate::values::date_title;
use crate::{files, signing};

/// So far two clocks may differ before a signature counts as made in the future.
const CLOCKS_DIFFER: Duration = Duration::minutes(10);

/// Judges a report file. Trusted are the branch's own certificate and those it was told to trust; with no file open,
/// none.
///
/// # Errors
/// [`ReportError::File`] when the file cannot be read; a bad signature is an answer, not an error.
pub fn verify(app: &App, request: ReportVerifyRequest, _: &Job<'_>) -> Result<VerifyView, ReportError> {
    let (name, file) = files::read(app.outside.desktop.as_ref(), &request.file)?;
    let seal = app.outside.seal.as_ref();
    let trusted = match app.vault().as_ref() {
        Some(vault) => vault.read(|reader| signing::trusted_here(reader, seal))?,
        None => Trust::default(),
    };
    Ok(judge(&name, &file, &trusted, seal, app.outside.clock.now()))
}

/// As [`verify`], for a file in hand and a list of trusted signers; one without a name is called what it calls itself.
pub fn judge(name: &str, file: &[u8], trusted: &Trust, seal: &dyn Seal, now: DateTime<FixedOffset>) -> VerifyView {
    judge_verdict(name, &seal.verify(file), trusted, seal, now)
}

/// As [`judge`], for what was found in a file.
pub fn judge_verdict(
    name: &str,
    verdict: &Verdict,
    trusted: &Trust,
    seal: &dyn Seal,
    now: DateTime<FixedOffset>,
) -> VerifyView {
    let inside = Inside::read(verdict);
    let certificate = verdict.certificate.as_ref();
    let fault = verdict.fault.clone().or_else(|| contradiction(certificate?, inside.report()?));
    let standing = match certificate.filter(|_| fault.is_none()) {
        Some(certificate) => signing::standing(certificate, trusted, &renewals(verdict), seal),
        None => Standing::Unknown,
    };
    let remarks = if fault.is_none() { remarks(verdict, &standing, &inside, now) } else { Vec::new() };
    let said =
        fault.as_ref().map_or_else(|| sentence(certificate, &standing, &inside), |(_, sentence)| sentence.clone());
    let unread = inside.unread().filter(|_| fault.is_none()).map(str::to_owned);
    let receipt = verdict.receipt.as_ref().filter(|_| fault.is_none()).map(|receipt| receipt_view(receipt, trusted));
    let report = if fault.is_none() { inside.into_report() } else { None };
    VerifyView {
        file: name.to_owned(),
        valid: fault.is_none(),
        trusted: matches!(standing, Standing::Trusted(_) | Standing::Renewed { .. }),
        sentence: std::iter::once(&said)
            .chain(receipt.as_ref().map(|receipt| &receipt.sentence))
            .chain(&remarks)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("；"),
        receipt,
        unread,
        signer: certificate.map(|certificate| certificate.subject.clone()),
        known_as: certificate.and_then(|certificate| known_as(&standing, certificate)).map(str::to_owned),
        fingerprint: certificate.map(|certificate| certificate.fingerprint.clone()),
        signed_at: verdict.signed_at,
        covers_whole_file: verdict.covers_whole_file,
        remarks,
        facts: report.as_ref().map(QuarterlyReport::facts).unwrap_or_default(),
        report,
        fault: fault.map(|(code, _)| code),
    }
}

/// Who has confirmed with a signature that the report arrived.
pub(super) fn receipt_view(receipt: &Receipt, trusted: &Trust) -> ReceiptView {
    let Receipt { certificate, signed_at, .. } = receipt;
    let known = trusted.get(&certificate.fingerprint);
    let name = known.map(|signer| &signer.name).filter(|name| !name.is_empty()).unwrap_or(&certificate.subject);
    let sentence = match known {
        Some(_) => format!("“{name}”已于{}签收", beijing(*signed_at)),
        None => {
            format!("有“{name}”的签收（{}），但它的证书还没有被信任，请对照上级给的证书指纹核对", beijing(*signed_at))
        }
    };
    ReceiptView {
        signer: name.clone(),
        fingerprint: certificate.fingerprint.clone(),
        signed_at: *signed_at,
        trusted: known.is_some(),
        sentence,
    }
}

/// The name under which the signer stands in the list of trusted ones; what it calls itself, where none stands there.
fn known_as<'a>(standing: &'a Standing<'_>, certificate: &'a CertificateView) -> Option<&'a str> {
    let (Standing::Trusted(signer) | Standing::Renewed { signer, .. } | Standing::RenewedLate { signer, .. }) =
        standing
    else {
        return None;
    };
    Some(if signer.name.is_empty() { certificate.subject.as_str() } else { signer.name.as_str() })
}

/// What the report brings along to show that its certificate took the place of another.
fn renewals(verdict: &Verdict) -> Vec<Renewal> {
    let file = verdict.attachments.iter().find(|file| file.name == RENEWALS);
    file.and_then(|file| serde_json::from_slice(&file.bytes).ok()).unwrap_or_default()
}

/// What a signed file holds, read from the signed revision only.
enum Inside {
    /// A report of a branch.
    Report(Box<QuarterlyReport>),
    /// One that cannot be read.
    Unreadable(Unreadable),
    /// Something else.
    Nothing,
}

impl Inside {
    fn read(verdict: &Verdict) -> Self {
        let data = verdict.attachments.iter().find(|file| file.name == "report.json");
        match data.map(|data| read(&data.bytes)) {
            Some(Ok(report)) => Self::Report(Box::new(report)),
            Some(Err(unreadable)) => Self::Unreadable(unreadable),
            None => Self::Nothing,
        }
    }

    /// Why there is no report to be read, as a name that stays.
    fn unread(&self) -> Option<&'static str> {
        match self {
            Self::Report(_) => None,
            Self::Unreadable(Unreadable::Newer(_)) => Some("newer_format"),
            Self::Unreadable(Unreadable::Broken) => Some("broken_data"),
            Self::Nothing => Some("not_a_report"),
        }
    }

    fn report(&self) -> Option<&QuarterlyReport> {
        if let Self::Report(report) = self { Some(report) } else { None }
    }

    fn into_report(self) -> Option<QuarterlyReport> {
        if let Self::Report(report) = self { Some(*report) } else { None }
    }
}

/// The certificate, the mark on the pages and the branch that the report is about have to be one: each alone is only
/// what somebody wrote there.
fn contradiction(certificate: &CertificateView, report: &QuarterlyReport) -> Option<(String, String)> {
    let fault = |code: &str, sentence: String| Some((code.to_owned(), sentence));
    let mark = report.mark.as_ref();
    if mark.is_none_or(|mark| mark.fingerprint != certificate.fingerprint) {
        let sentence = "报告里印的证书指纹不是实际签名的证书的指纹，不能采信，请让对方重新出具报告";
        return fault("fingerprint_differs", sentence.to_owned());
    }
    let names = [Some(&report.branch), mark.map(|mark| &mark.signer)];
    let other = names.into_iter().flatten().find(|name| **name != certificate.subject)?;
    let sentence = format!(
        "报告写的是“{other}”，签名的证书却是“{}”的，两个名称不一致，不能采信，请让对方重新出具报告",
        certificate.subject
    );
    fault("name_differs", sentence)
}

/// What is unusual about a valid signature.
fn remarks(verdict: &Verdict, standing: &Standing<'_>, inside: &Inside, now: DateTime<FixedOffset>) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(certificate) = &verdict.certificate
        && known_as(standing, certificate).is_some_and(|known| known != certificate.subject)
    {
        remarks.push(format!("它自称“{}”，与登记的名称不同", certificate.subject));
    }
    if let Standing::Renewed { at, .. } = standing {
        remarks.push(format!("该支部{}换了新的签名证书，原来登记的证书确认过", date_title(at.date_naive())));
    }
    if let Some(at) = verdict.signed_at.filter(|at| *at > now + CLOCKS_DIFFER) {
        remarks.push(format!("签名时间写的是{}，比现在还晚，请先问清是哪一台电脑的日期不对", beijing(at)));
    }
    match inside {
        Inside::Report(report) => {
            let foreign = report.foreign();
            if !foreign.is_empty() {
                let titles = foreign.join("”“");
                remarks.push(format!("报告里的“{titles}”出自更新版本的程序，要升级本程序后才能看"));
            }
        }
        Inside::Unreadable(unreadable) => remarks.push(unreadable.to_string()),
        Inside::Nothing => remarks.push("但里面没有工作报告的数据，不是程序出具的工作报告".to_owned()),
    }
    remarks
}

fn sentence(certificate: Option<&CertificateView>, standing: &Standing<'_>, inside: &Inside) -> String {
    let what = inside.report().map_or_else(
        || "这份文件".to_owned(),
        |report| format!("这份{}报告（第{}版）", report.period().title(), report.version),
    );
    let subject = certificate.map_or("没有写名称", |certificate| certificate.subject.as_str());
    let known = certificate.and_then(|certificate| known_as(standing, certificate)).unwrap_or(subject);
    let sound = format!("{what}的签名有效、内容没有被改动");
    match standing {
        Standing::Trusted(_) | Standing::Renewed { .. } => {
            format!("{what}由“{known}”签名，签名有效，内容没有被改动")
        }
        Standing::RenewedLate { old, .. } => format!(
            "{sound}，签名证书是“{known}”续期的新证书，但确认它的原证书（有效期{}至{}）续期时不在有效期内，请对照新的备案表核对证书指纹后再登记",
            date_title(old.valid_from.date_naive()),
            date_title(old.valid_to.date_naive()),
        ),
        Standing::Unknown => {
            format!("{sound}，但签名证书（自称“{subject}”）还没有被信任，请对照备案表核对证书指纹")
        }
    }
}
