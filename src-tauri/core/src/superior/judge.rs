//! Judging one file that should be a report of a branch below. Nothing here knows where reports are kept: it runs on all
//! cores at once, and `zhibu-collect` judges by it what goes into a database.

use std::collections::HashSet;
use std::path::Path;

use chrono::{DateTime, Duration, FixedOffset};
use sha2::{Digest, Sha256};

use super::SuperiorRefusal;
use super::columns::{Figures, figures};
use crate::files;
use crate::outside::Seal;
use crate::problem::Explain;
use crate::reports::{QuarterlyReport, VerifyView, judge_verdict};
use crate::signing::Trust;
use crate::values::Period;

/// Bytes of a file at most; a report has about 200,000. Larger ones are not read to their end.
pub const LARGEST: u64 = 32 << 20;

/// So far two clocks may differ before a signature counts as made in the future.
const CLOCKS_DIFFER: Duration = Duration::minutes(10);

/// What a file is held against, as it was when the work began.
pub struct Judge<'a> {
    pub seal: &'a dyn Seal,
    pub trust: Trust,
    /// Names of the branches on record.
    pub names: HashSet<String>,
    /// Hashes of the reports that were taken.
    pub known: HashSet<String>,
    pub period: Option<Period>,
    pub now: DateTime<FixedOffset>,
}

/// What a file is.
pub enum Judged {
    /// A report that can be taken.
    Report(Box<Found>),
    /// One that was taken before.
    Known,
    Refused(SuperiorRefusal),
}

/// A report that can be taken, with what is to be kept of it.
pub struct Found {
    pub file: String,
    /// The branch, as it is on record.
    pub branch: String,
    pub fingerprint: String,
    pub period: Period,
    pub version: u32,
    pub signed_at: DateTime<FixedOffset>,
    pub sha256: String,
    pub figures: Figures,
    pub remark: String,
    /// The file as the branch signed it.
    pub bytes: Vec<u8>,
}

impl Judge<'_> {
    /// Judges a file of the folder. Never fails: what is wrong is said of this file and stops no other.
    pub fn file(&self, name: &str, path: &Path) -> Judged {
        match files::read_of_folder(name, path, LARGEST) {
            Ok(bytes) => self.bytes(name, bytes),
            Err(error) => refused(name, error.code(), error.to_string()),
        }
    }

    /// Judges what was read from a file.
    pub fn bytes(&self, name: &str, mut bytes: Vec<u8>) -> Judged {
        let sha256 = hex::encode(Sha256::digest(&bytes));
        if self.known.contains(&sha256) {
            return Judged::Known;
        }
        let verdict = self.seal.verify(&bytes);
        let view = judge_verdict(name, &verdict, &self.trust, self.seal, self.now);
        let report = match acceptable(&view, &self.names, self.period, self.now) {
            Ok(report) => report,
            Err((code, sentence)) => return refused(name, &code, sentence),
        };
        let mut found = Found {
            file: name.to_owned(),
            branch: report.branch.clone(),
            fingerprint: view.fingerprint.clone().unwrap_or_default(),
            period: report.period(),
            version: report.version,
            signed_at: view.signed_at.unwrap_or(self.now),
            sha256,
            figures: figures(report),
            remark: view.remarks.join("；"),
            bytes: Vec::new(),
        };
        // A receipt that came back: what the branch signed is kept, which may be here already.
        if let Some(receipt) = verdict.receipt {
            bytes.truncate(receipt.report_bytes);
            found.sha256 = hex::encode(Sha256::digest(&bytes));
            if self.known.contains(&found.sha256) {
                return Judged::Known;
            }
        }
        found.bytes = bytes;
        Judged::Report(Box::new(found))
    }
}

impl Found {
    /// It is refused because another file was taken as this version of the branch's report.
    pub fn other_content(&self) -> SuperiorRefusal {
        SuperiorRefusal {
            file: self.file.clone(),
            code: "other_content".to_owned(),
            sentence: format!(
                "“{}”{}报告的第{}版已经收过，那一份的内容与这份不同，没有收；请问清支部以哪一份为准，有更正的应出下一版",
                self.branch,
                self.period.title(),
                self.version
            ),
        }
    }
}

fn refused(file: &str, code: &str, sentence: String) -> Judged {
    Judged::Refused(SuperiorRefusal { file: file.to_owned(), code: code.to_owned(), sentence })
}

/// The report in a file that was judged, if it is one that can be taken; else a code and a sentence. What speaks most
/// against the file is said first: that it is damaged, that it is somebody else's, that it is not the one asked for.
pub(super) fn acceptable<'a>(
    view: &'a VerifyView,
    names: &HashSet<String>,
    period: Option<Period>,
    now: DateTime<FixedOffset>,
) -> Result<&'a QuarterlyReport, (String, String)> {
    let no = |code: &str, sentence: String| Err((code.to_owned(), sentence));
    if let Some(code) = view.fault.as_ref().or(view.unread.as_ref()) {
        return no(code, view.sentence.clone());
    }
    let (Some(report), Some(subject)) = (&view.report, &view.signer) else {
        return no("not_a_report", view.sentence.clone());
    };
    let fingerprint = grouped(view.fingerprint.as_deref().unwrap_or_default());
    match &view.known_as {
        _ if view.trusted => {}
        Some(_) => return no("renewed_late", view.sentence.clone()),
        None if names.contains(subject) => {
            return no(
                "other_key",
                format!(
                    "报告自称是“{subject}”的，签名用的却不是登记过的证书：可能换了证书没有备案，也可能是别人冒名，没有收；请与该支部核对（这份的证书指纹 {fingerprint}）"
                ),
            );
        }
        None => {
            return no(
                "unknown_signer",
                format!(
                    "签名有效，但“{subject}”的证书还没有登记，没有收；请对照备案表核对证书指纹 {fingerprint}，登记以后再收"
                ),
            );
        }
    }
    if let Some(known) = view.known_as.as_ref().filter(|known| *known != subject) {
        return no(
            "wrong_branch",
            format!("签名的证书登记的是“{known}”，报告却是“{subject}”的，没有收；支部改了名称的，请先在“下级支部”里改"),
        );
    }
    if view.signed_at.is_some_and(|at| at > now + CLOCKS_DIFFER) || report.period().first_day() > now.date_naive() {
        let sentence = "签名时间比现在还晚，没有收；请先问清是哪一台电脑的日期不对，改正后让支部重新签名";
        return no("from_the_future", sentence.to_owned());
    }
    match period.filter(|period| *period != report.period()) {
        None => Ok(report),
        Some(asked) => {
            no("wrong_quarter", format!("这是{}的报告，现在收的是{}，没有收", report.period().title(), asked.title()))
        }
    }
}

/// A fingerprint as the enrolment sheet prints it.
fn grouped(fingerprint: &str) -> String {
    let group = |part: &[u8]| String::from_utf8_lossy(part).into_owned();
    fingerprint.as_bytes().chunks(4).map(group).collect::<Vec<_>>().join(" ")
}
