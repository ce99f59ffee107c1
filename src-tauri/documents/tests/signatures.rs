//! What is signed verifies, here and elsewhere; what was touched afterwards does not.
#![allow(clippy::unwrap_used)]

use std::process::Command;

use chrono::{DateTime, FixedOffset};
use lopdf::{Document, Object, Stream, dictionary};
use proptest::prelude::*;
use rstest::rstest;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use zhibu_core::outside::{Attachment, Identity, Renewal, Seal, SealError, Verdict};
use zhibu_documents::signature::PdfSeal;

const BRANCH: &str = "中共深圳市示例行业协会支部委员会";
const REPORT: &[u8] = br#"{"schema":1}"#;

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn now() -> DateTime<FixedOffset> {
    at("2026-11-23T09:00:00+08:00")
}

fn identity(branch: &str) -> Identity {
    PdfSeal.new_identity(branch, now(), 3).unwrap()
}

fn fingerprint(identity: &Identity) -> String {
    PdfSeal.certificate(&identity.certificate).unwrap().fingerprint
}

fn sign(pdf: &[u8], identity: &Identity) -> Vec<u8> {
    PdfSeal.sign(pdf, identity, "报送季度报告", now()).unwrap()
}

fn fault(verdict: &Verdict) -> &str {
    verdict.fault.as_ref().map_or("none", |(code, _)| code)
}

/// Two pages and an attachment, written by hand.
fn handmade() -> Document {
    let mut pdf = Document::with_version("1.7");
    let pages = pdf.new_object_id();
    let page = dictionary! {
        "Type" => "Page", "Parent" => pages, "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! {},
    };
    let kids: Vec<Object> = (0..2).map(|_| pdf.add_object(page.clone()).into()).collect();
    pdf.set_object(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 2 });
    let stream = pdf.add_object(Stream::new(
        dictionary! { "Type" => "EmbeddedFile", "Subtype" => "application/json" },
        REPORT.to_vec(),
    ));
    let file = pdf.add_object(dictionary! {
        "Type" => "Filespec", "F" => Object::string_literal("report.json"), "UF" => Object::string_literal("report.json"),
        "Desc" => lopdf::text_string("本报告的数据"), "AFRelationship" => "Data", "EF" => dictionary! { "F" => stream },
    });
    let names = vec![Object::string_literal("report.json"), file.into()];
    let catalog = pdf.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => pages,
        "Names" => dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } },
    });
    pdf.trailer.set("Root", catalog);
    pdf
}

/// With a cross-reference table.
fn with_table() -> Vec<u8> {
    let mut pdf = handmade();
    pdf.reference_table.cross_reference_type = lopdf::xref::XrefType::CrossReferenceTable;
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}

/// With a cross-reference stream and object streams.
fn with_streams() -> Vec<u8> {
    let mut bytes = Vec::new();
    handmade().save_modern(&mut bytes).unwrap();
    bytes
}

/// One page of Typst's PDF/A-3b, which is what the program signs.
fn by_typst() -> Vec<u8> {
    struct Page {
        library: LazyHash<Library>,
        book: LazyHash<FontBook>,
        source: Source,
    }
    impl World for Page {
        fn library(&self) -> &LazyHash<Library> {
            &self.library
        }
        fn book(&self) -> &LazyHash<FontBook> {
            &self.book
        }
        fn main(&self) -> FileId {
            self.source.id()
        }
        fn source(&self, _: FileId) -> FileResult<Source> {
            Ok(self.source.clone())
        }
        fn file(&self, _: FileId) -> FileResult<Bytes> {
            Err(FileError::AccessDenied)
        }
        fn font(&self, _: usize) -> Option<Font> {
            None
        }
        fn today(&self, _: Option<Duration>) -> Option<Datetime> {
            None
        }
    }
    let page = Page {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::new()),
        source: Source::detached(
            r##"#rect(width: 5cm)
            #pdf.attach("report.json", bytes("{\"schema\":1}"), relationship: "data", mime-type: "application/json", description: "本报告的数据")"##,
        ),
    };
    let date = Datetime::from_ymd_hms(2026, 11, 23, 1, 0, 0).unwrap();
    let options = PdfOptions {
        ident: Smart::Auto,
        timestamp: Some(Timestamp::new_utc(date)),
        standards: PdfStandards::new(&[PdfStandard::A_3b]).unwrap(),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&typst::compile(&page).output.unwrap(), &options).unwrap()
}

#[rstest]
#[case::table(with_table())]
#[case::streams(with_streams())]
#[case::typst(by_typst())]
fn a_signed_file_verifies_and_gives_its_data_back(#[case] pdf: Vec<u8>) {
    let branch = identity(BRANCH);
    let signed = sign(&pdf, &branch);
    assert!(signed.starts_with(&pdf), "the signature is appended; not a byte of the report is changed");

    let verdict = PdfSeal.verify(&signed);
    assert_eq!(fault(&verdict), "none");
    assert!(verdict.valid && verdict.covers_whole_file);
    assert_eq!(verdict.signed_at, Some(now()));
    assert_eq!(verdict.certificate.unwrap().subject, BRANCH);
    let report = Attachment {
        name: "report.json".into(),
        mime: "application/json".into(),
        description: "本报告的数据".into(),
        bytes: REPORT.into(),
    };
    assert_eq!(verdict.attachments, [report]);
}

#[rstest]
#[case::table(with_table())]
#[case::streams(with_streams())]
#[case::typst(by_typst())]
fn popplers_pdfsig_finds_the_signature_valid_and_the_whole_file_signed(#[case] pdf: Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, sign(&pdf, &identity(BRANCH))).unwrap();
    let output = Command::new("pdfsig").arg("-nocert").arg(&path).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("Signature Validation: Signature is Valid."), "{said}");
    assert!(said.contains("Total document signed"), "{said}");
    assert!(said.contains("ETSI.CAdES.detached"), "{said}");
    assert!(said.contains(BRANCH), "{said}");
}

#[test]
fn the_signature_field_stands_on_the_last_page_and_forbids_changes() {
    let signed = Document::load_mem(&sign(&with_table(), &identity(BRANCH))).unwrap();
    let pages: Vec<_> = signed.page_iter().collect();
    assert!(!signed.get_dictionary(pages[0]).unwrap().has(b"Annots"));
    let annotations = signed.get_dictionary(pages[1]).unwrap().get(b"Annots").unwrap().as_array().unwrap();
    let widget = signed.get_dictionary(annotations[0].as_reference().unwrap()).unwrap();
    assert_eq!(widget.get(b"FT").unwrap().as_name().unwrap(), b"Sig");
    assert!(widget.has(b"AP"));

    let form = signed.catalog().unwrap().get_deref(b"AcroForm", &signed).unwrap().as_dict().unwrap();
    assert_eq!(form.get(b"SigFlags").unwrap().as_i64().unwrap(), 3);
    let allowed = signed.catalog().unwrap().get(b"Perms").unwrap().as_dict().unwrap();
    let signature = allowed.get_deref(b"DocMDP", &signed).unwrap().as_dict().unwrap();
    let reference = signature.get(b"Reference").unwrap().as_array().unwrap()[0].as_dict().unwrap();
    let parameters = reference.get(b"TransformParams").unwrap().as_dict().unwrap();
    assert_eq!(parameters.get(b"P").unwrap().as_i64().unwrap(), 2);
}

#[rstest]
#[case::table(with_table())]
#[case::streams(with_streams())]
#[case::typst(by_typst())]
fn a_receipt_covers_the_report_and_all_that_is_said_is_about_the_report(#[case] pdf: Vec<u8>) {
    let (branch, superior) = (identity(BRANCH), identity("上级党委"));
    let once = sign(&pdf, &branch);
    let later = now() + chrono::Duration::days(3);
    let twice = PdfSeal.sign(&once, &superior, "签收", later).unwrap();
    assert!(twice.starts_with(&once));
    let verdict = PdfSeal.verify(&twice);
    assert_eq!(fault(&verdict), "none");
    assert_eq!((verdict.certificate.unwrap().subject.as_str(), verdict.signed_at), (BRANCH, Some(now())));
    assert!(verdict.covers_whole_file && verdict.attachments.iter().any(|file| file.name == "report.json"));
    let receipt = verdict.receipt.unwrap();
    assert_eq!((receipt.certificate.subject.as_str(), receipt.signed_at), ("上级党委", later));
    assert_eq!(receipt.report_bytes, once.len());

    for cut in [once.len() + 1, once.len() + 700, twice.len() - 1] {
        assert!(!PdfSeal.verify(&twice[..cut]).valid, "cut at {cut}");
    }
    let thrice = sign(&twice, &identity("上级的上级"));
    assert_eq!(fault(&PdfSeal.verify(&thrice)), "several_signatures");
}

/// `signed` with whatever `change` does to its last page and its document, in an update.
fn updated(signed: &[u8], change: impl FnOnce(&mut lopdf::IncrementalDocument, lopdf::ObjectId)) -> Vec<u8> {
    let document = Document::load_mem(signed).unwrap();
    let last = document.page_iter().last().unwrap();
    let mut update = lopdf::IncrementalDocument::create_from(signed.to_vec(), document);
    change(&mut update, last);
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).unwrap();
    bytes
}

/// The superior's key may be anybody's: what it signs along with the report must be nothing.
#[rstest]
#[case::a_page(|update: &mut lopdf::IncrementalDocument, page| {
    update.opt_clone_object_to_new_document(page).unwrap();
    update.new_document.get_dictionary_mut(page).unwrap().set("Rotate", 90);
})]
#[case::a_note_on_the_page(|update: &mut lopdf::IncrementalDocument, page| {
    let note = update.new_document.add_object(dictionary! { "Type" => "Annot", "Subtype" => "FreeText",
        "Rect" => vec![0.into(), 0.into(), 500.into(), 500.into()], "Contents" => Object::string_literal("99") });
    update.opt_clone_object_to_new_document(page).unwrap();
    let page = update.new_document.get_dictionary_mut(page).unwrap();
    let list = page.get_mut(b"Annots").and_then(Object::as_array_mut).unwrap();
    list.push(note.into());
})]
#[case::other_data(|update: &mut lopdf::IncrementalDocument, _| {
    let (id, _) = update.get_prev_documents().objects.iter()
        .find(|(_, object)| object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"EmbeddedFile"))).unwrap();
    let id = *id;
    update.new_document.set_object(id, Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"{}".to_vec()));
})]
fn a_receipt_that_changes_anything_else_is_refused(
    #[case] change: fn(&mut lopdf::IncrementalDocument, lopdf::ObjectId),
) {
    let once = sign(&with_table(), &identity(BRANCH));
    let receipt = sign(&updated(&once, change), &identity("上级党委"));
    let verdict = PdfSeal.verify(&receipt);
    assert_eq!(fault(&verdict), "changed_after_signing");
    assert!(verdict.attachments.is_empty() && verdict.receipt.is_none());
}

/// `signed` with an update that puts another page in place of the last one.
fn forged(signed: &[u8]) -> Vec<u8> {
    updated(signed, |update, last| {
        update.opt_clone_object_to_new_document(last).unwrap();
        update.new_document.get_dictionary_mut(last).unwrap().set("Rotate", 180);
    })
}

#[test]
fn an_update_with_another_page_is_refused_and_named() {
    let signed = sign(&with_table(), &identity(BRANCH));
    assert_eq!(fault(&PdfSeal.verify(&forged(&signed))), "changed_after_signing");
}

#[rstest]
#[case::a_line_end(b"\r\n", "blanks_appended")]
#[case::blanks(b"\n\n  \n", "blanks_appended")]
#[case::zeros(&[0; 600], "blanks_appended")]
#[case::words(b"sent by my phone", "changed_after_signing")]
fn what_is_appended_after_signing_is_refused_and_named(#[case] more: &[u8], #[case] name: &str) {
    let signed = sign(&with_table(), &identity(BRANCH));
    let verdict = PdfSeal.verify(&[signed.as_slice(), more].concat());
    assert_eq!(fault(&verdict), name);
    assert!(!verdict.valid && !verdict.covers_whole_file && verdict.attachments.is_empty());
    assert_eq!(verdict.certificate.unwrap().subject, BRANCH);
    assert_eq!(verdict.signed_at, Some(now()));
}

#[test]
fn a_forged_update_that_is_signed_anew_speaks_for_nobody() {
    let (branch, forger) = (identity(BRANCH), identity(BRANCH));
    let verdict = PdfSeal.verify(&sign(&forged(&sign(&with_table(), &branch)), &forger));
    assert_eq!(fault(&verdict), "changed_after_signing");
}

/// The hole's first hex digit, and how many digits the signature itself takes.
fn hole(signed: &[u8]) -> (usize, usize) {
    let start = signed.windows(10).rposition(|window| window == b"/Contents<").unwrap() + 10;
    let head = hex::decode(&signed[start..start + 8]).unwrap();
    (start, 2 * (4 + usize::from(u16::from_be_bytes([head[2], head[3]]))))
}

#[test]
fn every_kind_of_damage_is_called_by_its_name() {
    let signed = sign(&with_table(), &identity(BRANCH));
    let (start, length) = hole(&signed);
    let changed = |at: usize, byte: u8| {
        let mut bytes = signed.clone();
        assert_ne!(bytes[at], byte);
        bytes[at] = byte;
        PdfSeal.verify(&bytes)
    };
    let media_box = signed.windows(3).position(|window| window == b"595").unwrap();
    assert_eq!(fault(&changed(media_box, b'6')), "content_changed");
    let last_digit = start + length - 1;
    let other = if signed[last_digit] == b'0' { b'1' } else { b'0' };
    assert_eq!(fault(&changed(last_digit, other)), "bad_signature");
    assert_eq!(fault(&changed(start + 16_383, b'1')), "malformed");
    let letter = signed[start..].iter().position(u8::is_ascii_uppercase).unwrap() + start;
    assert_eq!(fault(&changed(letter, signed[letter].to_ascii_lowercase())), "malformed");
    assert_eq!(fault(&PdfSeal.verify(&signed[..signed.len() - 1])), "truncated");
    assert_eq!(fault(&PdfSeal.verify(&with_table())), "not_signed");
}

/// A file's fault, and its sentence.
fn said(file: &[u8]) -> (String, String) {
    let verdict = PdfSeal.verify(file);
    assert!(!verdict.valid && verdict.attachments.is_empty());
    verdict.fault.unwrap()
}

#[rstest]
#[case::streams(with_streams())]
#[case::typst(by_typst())]
fn wherever_a_file_is_cut_off_or_goes_over_into_zeros_it_is_called_incomplete(#[case] pdf: Vec<u8>) {
    let signed = sign(&pdf, &identity(BRANCH));
    // One cut cannot be told: just behind the unsigned report, which is a whole file of its own.
    for kept in
        (8..signed.len()).step_by(37).chain([signed.len() - 2, signed.len() - 1]).filter(|kept| *kept != pdf.len())
    {
        let (code, sentence) = said(&signed[..kept]);
        assert!(code == "truncated" && sentence.contains("不完整"), "{kept} of {}: {code}", signed.len());
        let mut zeroed = signed.clone();
        zeroed[kept..].fill(0);
        let (code, sentence) = said(&zeroed);
        let few = signed.len() - kept <= 8;
        assert!(code == if few { "truncated" } else { "zero_tail" } && sentence.contains("不完整"), "{kept}: {code}");
    }
    assert_eq!(said(&vec![0; 5000]).0, "zero_tail");
}

#[test]
fn what_is_no_signed_report_is_called_what_it_is() {
    let encrypted = |how: &str| {
        format!("%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R /Encrypt {how} >>\n%%EOF\n")
    };
    let scan =
        "%PDF-1.4\n1 0 obj <</Subtype /Image /Filter /DCTDecode /Length 1>> stream\nx\nendstream endobj\n%%EOF\n";
    let scanned = scan.as_bytes();
    let table = with_table();
    let (by_password, by_key) = (encrypted("9 0 R"), encrypted("<</Filter /Adobe.PubSec>>"));
    let cases: [(&[u8], &str, &str); 18] = [
        (&[], "empty", "空的"),
        (b"\xFF\xD8\xFF\xE0JFIF", "not_a_pdf", "图片"),
        (b"\x89PNG\r\n\x1a\n", "not_a_pdf", "图片"),
        (b"\0\0\0\x18ftypheic", "not_a_pdf", "图片"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "not_a_pdf", "图片"),
        (b"PK\x03\x04....word/document.xml", "not_a_pdf", "Word"),
        (b"PK\x03\x04....xl/workbook.xml", "not_a_pdf", "Excel"),
        (b"PK\x03\x04....OFD.xml", "not_a_pdf", "OFD"),
        (b"PK\x03\x04", "not_a_pdf", "压缩包"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "not_a_pdf", "办公文件"),
        (b"\r\n<!DOCTYPE HTML><title>x</title>", "not_a_pdf", "网页"),
        (b"hello", "not_a_pdf", "不是 PDF"),
        (b"\r\n%PDF-1.7\n", "prefixed", "开头"),
        (scanned, "scanned", "扫描"),
        (&table, "not_signed", "没有签名"),
        (by_password.as_bytes(), "encrypted", "加密"),
        (by_key.as_bytes(), "encrypted", "加密"),
        (&by_password.as_bytes()[..60], "truncated", "不完整"),
    ];
    for (file, code, words) in cases {
        let (found, sentence) = said(file);
        assert!(found == code && sentence.contains(words), "{}: {found} {sentence}", file.escape_ascii());
    }
}

#[test]
fn a_key_says_which_certificate_takes_the_place_of_its_own_and_nobody_else_can() {
    let (old, new, other) = (identity(BRANCH), identity("改了名的支部"), identity(BRANCH));
    let renewal = PdfSeal.renew(&old, &new, now()).unwrap();
    assert_eq!((&renewal.old, &renewal.new), (&fingerprint(&old), &fingerprint(&new)));
    assert_eq!(PdfSeal.renewed(&renewal), Some(PdfSeal.certificate(&old.certificate).unwrap()));
    for changed in [
        Renewal { new: fingerprint(&other), ..renewal.clone() },
        Renewal { old: fingerprint(&other), ..renewal.clone() },
        Renewal { at: now() + chrono::Duration::seconds(1), ..renewal.clone() },
        Renewal { signature: PdfSeal.renew(&other, &new, now()).unwrap().signature, ..renewal.clone() },
        Renewal { signature: renewal.signature[2..].to_owned(), ..renewal.clone() },
        Renewal { signature: String::new(), ..renewal.clone() },
    ] {
        assert_eq!(PdfSeal.renewed(&changed), None, "{changed:?}");
    }
    let mixed = Identity { key: other.key.clone(), certificate: old.certificate.clone() };
    assert!(matches!(PdfSeal.renew(&mixed, &new, now()), Err(SealError::Failed(_))));
}

#[test]
fn a_byte_range_that_leaves_anything_out_is_refused() {
    let signed = sign(&with_table(), &identity(BRANCH));
    let at = signed.windows(11).rposition(|window| window == b"/ByteRange[").unwrap() + 11;
    let end = at + signed[at..].iter().position(|byte| *byte == b']').unwrap();
    let numbers: Vec<usize> =
        std::str::from_utf8(&signed[at..end]).unwrap().split_whitespace().map(|n| n.parse().unwrap()).collect();
    let [_, hole, rest, length] = numbers[..] else { panic!() };
    for range in [
        format!("1 {hole} {rest} {length}"),
        format!("0 {} {rest} {length}", hole - 1),
        format!("0 {hole} {} {}", rest + 1, length - 1),
        format!("0 {hole} {hole} {length}"),
        format!("0 {hole} {rest} {length} 0"),
        format!("0 {hole} {rest} 0{length}"),
        format!("0 {hole} {rest} +{length}"),
        format!("0 {hole} {rest} 18446744073709551615"),
        String::new(),
    ] {
        let mut bytes = signed.clone();
        let range = format!("{range:width$}", width = end - at);
        bytes[at..end].copy_from_slice(range.as_bytes());
        assert_eq!(fault(&PdfSeal.verify(&bytes)), "malformed", "{range}");
    }
}

#[test]
fn every_single_changed_byte_is_refused() {
    let signed = sign(&by_typst(), &identity(BRANCH));
    let step = signed.len() / 200;
    for round in 0..200 {
        let mut bytes = signed.clone();
        let at = round * step + round % step;
        bytes[at] ^= 1 << (round % 8);
        assert!(!PdfSeal.verify(&bytes).valid, "byte {at} of {}", signed.len());
    }
    // The signature and its padding are not covered by themselves.
    let (start, length) = hole(&signed);
    for at in (start - 1..start + length).step_by(3).chain((start + length..=start + 16_384).step_by(401)) {
        let mut bytes = signed.clone();
        bytes[at] ^= 1;
        assert!(!PdfSeal.verify(&bytes).valid, "byte {at} of {}", signed.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_mangled_file_is_valid_or_makes_the_program_fail(
        flips in prop::collection::vec((any::<prop::sample::Index>(), 1_u8..), 1..8),
        cut in prop::option::of(any::<prop::sample::Index>()),
        doubled in prop::option::of((any::<prop::sample::Index>(), any::<prop::sample::Index>())),
    ) {
        use std::sync::LazyLock;
        static SIGNED: LazyLock<Vec<u8>> = LazyLock::new(|| sign(&with_streams(), &identity(BRANCH)));
        let mut bytes = SIGNED.clone();
        for (at, flip) in flips {
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Some((from, to)) = doubled && !bytes.is_empty() {
            let copy = bytes[from.index(bytes.len())..].to_vec();
            let to = to.index(bytes.len());
            bytes.splice(to..to, copy);
        }
        prop_assume!(bytes != *SIGNED);
        prop_assert!(!PdfSeal.verify(&bytes).valid);
    }
}

#[test]
fn an_expired_certificate_is_refused_as_of_the_time_of_signing() {
    let old = PdfSeal.new_identity(BRANCH, at("2023-01-01T00:00:00+08:00"), 1).unwrap();
    let verdict = |when| PdfSeal.verify(&PdfSeal.sign(&with_table(), &old, "报送", at(when)).unwrap());
    assert_eq!(fault(&verdict("2022-12-31T23:59:59+08:00")), "certificate_expired");
    assert_eq!(fault(&verdict("2023-01-01T00:00:00+08:00")), "none");
    assert_eq!(fault(&verdict("2024-01-01T00:00:01+08:00")), "certificate_expired");
}

#[test]
fn a_certificate_that_is_not_for_signing_is_refused() {
    use p256::ecdsa::{DerSignature, SigningKey};
    use p256::pkcs8::DecodePrivateKey;
    use x509_cert::builder::{Builder, CertificateBuilder, profile::BuilderProfile};
    use x509_cert::der::{Decode, Encode};
    use x509_cert::ext::{
        Extension, ToExtension,
        pkix::{KeyUsage, KeyUsages},
    };
    use x509_cert::spki::SubjectPublicKeyInfoRef;
    use x509_cert::{Certificate, TbsCertificate, name::Name};

    struct Authority(Name);
    impl BuilderProfile for Authority {
        fn get_issuer(&self, subject: &Name) -> Name {
            subject.clone()
        }
        fn get_subject(&self) -> Name {
            self.0.clone()
        }
        fn build_extensions(
            &self,
            _: SubjectPublicKeyInfoRef<'_>,
            _: SubjectPublicKeyInfoRef<'_>,
            certificate: &TbsCertificate,
        ) -> x509_cert::builder::Result<Vec<Extension>> {
            Ok(vec![KeyUsage(KeyUsages::KeyCertSign.into()).to_extension(certificate.subject(), &[])?])
        }
    }
    let proper = identity(BRANCH);
    let key = SigningKey::from_pkcs8_der(&proper.key).unwrap();
    let model = Certificate::from_der(&proper.certificate).unwrap();
    let model = model.tbs_certificate();
    let (serial, validity) = (model.serial_number().clone(), *model.validity());
    let builder = CertificateBuilder::new(
        Authority(model.subject().clone()),
        serial,
        validity,
        model.subject_public_key_info().clone(),
    )
    .unwrap();
    let certificate = builder.build::<_, DerSignature>(&key).unwrap().to_der().unwrap();

    let signed = sign(&with_table(), &Identity { key: proper.key.clone(), certificate });
    assert_eq!(fault(&PdfSeal.verify(&signed)), "key_usage");
}

#[test]
fn a_certificate_is_read_from_der_and_pem_alike() {
    let branch = identity("支部，含“特殊”字符+=·𬭎");
    let view = PdfSeal.certificate(&branch.certificate).unwrap();
    assert_eq!(view.subject, "支部，含“特殊”字符+=·𬭎");
    assert_eq!((view.valid_from, view.valid_to), (now(), at("2029-11-23T09:00:00+08:00")));
    assert_eq!(view.fingerprint.len(), 64);
    let pem = PdfSeal.certificate_pem(&branch.certificate).unwrap();
    assert!(pem.starts_with("-----BEGIN CERTIFICATE-----\n"));
    assert_eq!(PdfSeal.certificate(pem.as_bytes()).unwrap(), view);
    assert_eq!(PdfSeal.certificate(pem.replace('\n', "\r\n").as_bytes()).unwrap(), view);
    for other in [&b""[..], b"-----BEGIN CERTIFICATE-----", b"hello", &branch.certificate[1..], &branch.key] {
        assert_eq!(PdfSeal.certificate(other), Err(SealError::NotACertificate));
    }
}

#[test]
fn nothing_is_signed_with_a_key_that_is_not_the_certificates() {
    let mixed = Identity { key: identity(BRANCH).key, certificate: identity(BRANCH).certificate };
    assert!(matches!(PdfSeal.sign(&with_table(), &mixed, "报送", now()), Err(SealError::Failed(_))));
    assert!(matches!(PdfSeal.sign(b"%PDF-1.7\n", &identity(BRANCH), "报送", now()), Err(SealError::Failed(_))));
}

#[test]
fn an_attachment_that_unpacks_without_end_is_refused() {
    let mut pdf = handmade();
    let stream = pdf.objects.values_mut().find_map(|object| object.as_stream_mut().ok()).unwrap();
    stream.set_plain_content(vec![0; (32 << 20) + 1]);
    stream.compress().unwrap();
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    assert!(bytes.len() < 1 << 20);
    assert_eq!(fault(&PdfSeal.verify(&sign(&bytes, &identity(BRANCH)))), "too_large");
}

#[test]
fn a_list_of_attachments_that_runs_in_circles_is_refused() {
    let mut pdf = handmade();
    let node = pdf.new_object_id();
    pdf.set_object(node, dictionary! { "Kids" => vec![node.into(); 9] });
    pdf.catalog_mut().unwrap().set("Names", dictionary! { "EmbeddedFiles" => node });
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    assert_eq!(fault(&PdfSeal.verify(&sign(&bytes, &identity(BRANCH)))), "too_large");
}

#[test]
fn of_very_many_object_streams_only_those_are_unpacked_that_matter() {
    let mut pdf = handmade();
    for _ in 0..40 {
        pdf.add_object(dictionary! { "Key" => "Value" });
    }
    let mut bytes = Vec::new();
    let options =
        lopdf::SaveOptions::builder().use_object_streams(true).use_xref_streams(true).max_objects_per_stream(1);
    pdf.save_with_options(&mut bytes, options.build()).unwrap();
    assert_eq!(fault(&PdfSeal.verify(&sign(&bytes, &identity(BRANCH)))), "none");
}
