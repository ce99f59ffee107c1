//! The enrolment sheet.

use super::{SigningError, get};
use serde::{Deserialize, Serialize};

use crate::desk::Door;
use crate::outside::document;
use crate::paper::{Drawn, papers};
use crate::values::Room;

papers! {
    /// The paper of the certificate.
    SigningPaper, SigningError;
    /// 报送签名备案表
    EnrolmentSheet {} = enrolment_sheet;
}

fn enrolment_sheet(door: &Door<'_>) -> Result<Drawn, SigningError> {
    let sheet = door.desk(get::enrolment_sheet)?;
    Ok(Drawn::new("报送签名备案表", sheet, &[Room::Signing, Room::Branch, Room::Roster]))
}

/// 报送签名备案表: stamped and handed to the superior, who trusts the fingerprint from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentSheet {
    pub branch: String,
    /// 上级党组织
    pub superior: String,
    /// 所在社会组织
    pub unit: String,
    /// 书记
    pub secretary: String,
    /// Fingerprint in groups of four hex digits.
    pub fingerprint_groups: Vec<String>,
    /// The certificate it takes the place of, when it was renewed.
    #[serde(default)]
    pub replaces: Option<ReplacedCertificate>,
    /// What the QR code carries: `zhibu-cert:` and the fingerprint.
    pub qr: String,
    /// `2026-11-23`
    pub valid_from: String,
    /// `2029-11-22`
    pub valid_to: String,
    /// The day it is printed.
    pub printed_on: String,
}

/// A certificate that was renewed, as the sheet of the new one names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplacedCertificate {
    /// Fingerprint in groups of four hex digits.
    pub fingerprint_groups: Vec<String>,
    /// `2029-11-22`
    pub valid_to: String,
}

document! {
    EnrolmentSheet, "enrolment_sheet",
    fn qr(&self) -> Option<&str> {
        Some(&self.qr)
    }
}
