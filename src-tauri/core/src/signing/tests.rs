//! The state of a certificate over its life.

use chrono::{DateTime, FixedOffset};

use super::rules::{check, note, state};
use super::{CertificateState, SigningError, listed_signer, trust_list};
use crate::outside::CertificateView;
use crate::problem::Explain;

fn at(day: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{day}T09:00:00+08:00")).unwrap()
}

fn certificate() -> CertificateView {
    CertificateView {
        subject: "示例协会支部".to_owned(),
        fingerprint: "AB".repeat(32),
        valid_from: at("2026-11-23"),
        valid_to: at("2029-11-23"),
    }
}

#[test]
fn a_certificate_is_warned_of_six_months_ahead_and_signs_to_its_last_moment() {
    for (day, branch, expected) in [
        ("2026-11-22", "示例协会支部", CertificateState::NotYetValid),
        ("2026-11-23", "示例协会支部", CertificateState::Good),
        ("2029-05-22", "示例协会支部", CertificateState::Good),
        ("2029-05-23", "示例协会支部", CertificateState::EndsSoon),
        ("2029-11-23", "示例协会支部", CertificateState::EndsSoon),
        ("2029-11-24", "示例协会支部", CertificateState::Expired),
        ("2027-01-01", "示例协会第一支部", CertificateState::OtherName),
        // What ends sooner is said first.
        ("2029-11-24", "示例协会第一支部", CertificateState::Expired),
    ] {
        assert_eq!(state(&certificate(), branch, 6, at(day)), expected, "{day}");
        let signs = matches!(expected, CertificateState::Good | CertificateState::EndsSoon);
        assert_eq!(check(&certificate(), branch, at(day)).is_ok(), signs, "{day}");
    }
}

#[test]
fn a_line_of_a_list_is_a_fingerprint_however_it_was_copied_and_perhaps_a_name() {
    let (digits, groups) = ("ab".repeat(32), ["AB12"; 16].join(" "));
    for (line, fingerprint, name) in [
        (digits.clone(), "AB".repeat(32), ""),
        (format!("{digits} "), "AB".repeat(32), ""),
        (format!("{digits}\t示例 协会支部"), "AB".repeat(32), "示例 协会支部"),
        (format!("{groups} 示例协会支部"), "AB12".repeat(16), "示例协会支部"),
        (format!("{digits} AB协会支部"), "AB".repeat(32), "AB协会支部"),
    ] {
        let signer = listed_signer(&line).unwrap_or_else(|| panic!("{line}"));
        assert_eq!((signer.fingerprint.as_str(), signer.name.as_str()), (fingerprint.as_str(), name), "{line}");
    }
    for line in ["示例协会支部", &format!("示例协会支部 {digits}"), &format!("{digits}ab"), &digits[1..]] {
        assert_eq!(listed_signer(line), None, "{line}");
    }
    let list = trust_list(&format!("\u{feff}{digits}\r\n\r\n{digits} 甲\n")).unwrap();
    assert_eq!(list.iter().map(|signer| signer.name.as_str()).collect::<Vec<_>>(), ["", "甲"]);
    let error = trust_list(&format!("{digits}\n不是指纹")).unwrap_err();
    assert!(error.to_string().starts_with("“不是指纹”") && error.hint().is_some(), "{error}");
}

#[test]
fn a_certificate_that_cannot_sign_names_the_day_and_the_way_out() {
    let refused = check(&certificate(), "示例协会支部", at("2029-12-01")).unwrap_err();
    assert_eq!(refused.code(), "certificate_expired");
    assert!(
        refused.to_string().contains("2029年11月23日到期") && refused.to_string().contains("没有保存"),
        "{refused}"
    );
    assert!(refused.hint().unwrap().contains("续期"));
    let early = check(&certificate(), "示例协会支部", at("2025-01-01")).unwrap_err();
    assert!(matches!(early, SigningError::CannotSign(CertificateState::NotYetValid, _)));
    assert!(early.to_string().contains("2026年11月23日起才有效"), "{early}");
    assert_eq!(note(&certificate(), "示例协会支部", CertificateState::Good), None);
}

#[test]
fn marks_of_direction_are_no_part_of_the_name_under_which_a_certificate_is_trusted() {
    let mut file = crate::testing::TestFile::on("2026-11-23");
    let request = super::TrustRequest { fingerprint: "AB".repeat(32), name: " 示例\u{202E}支部 ".to_owned() };
    // The view that is answered needs a seal, which there is none of here.
    let answered = super::trust(&mut file.desk("signing_trust"), request);
    assert!(matches!(answered, Err(SigningError::Seal(_))));
    let trusted = file.vault.read(super::store::trusted).unwrap();
    assert_eq!(trusted[0].name, "示例支部");
}
