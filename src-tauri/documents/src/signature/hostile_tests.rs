//! Files that anyone can make and sign to bring down whoever checks them. Each is signed validly, so that nothing is
//! refused before it is read; each answer comes out of the bounds in `pdf.rs` and `syntax.rs`.

use std::fmt::Write;

use chrono::DateTime;
use lopdf::Object;
use p256::ecdsa::SigningKey;
use p256::pkcs8::DecodePrivateKey;
use rstest::rstest;
use zhibu_core::outside::Verdict;

use super::coverage::Coverage;
use super::syntax::Scanner;
use super::{cms, identity, pdf::Pdf, verify::verify};

const CATALOG: &str = "<</Type/Catalog/AcroForm<</Fields[91 0 R]>>/Names<</EmbeddedFiles 2 0 R>>>>";

/// A file in the making.
struct Hostile {
    bytes: Vec<u8>,
    table: String,
}

impl Hostile {
    fn new(catalog: &str) -> Self {
        let mut made = Self { bytes: b"%PDF-1.7\n".to_vec(), table: String::new() };
        made.add(1, catalog);
        made
    }

    fn add(&mut self, number: u32, content: &str) {
        writeln!(self.table, "{number} 1\n{:010} 00000 n ", self.bytes.len()).unwrap();
        self.bytes.extend(format!("{number} 0 obj\n{content}\nendobj\n").as_bytes());
    }

    fn stream(&mut self, number: u32, head: &str, data: &str) {
        self.add(number, &format!("<<{head}/Length {}>>stream\n{data}\nendstream", data.len()));
    }

    /// Writes the end of the file, with `more` in its trailer, and signs it.
    fn sign(mut self, more: &str) -> Vec<u8> {
        let range =
            self.bytes.len() + "90 0 obj\n<</SubFilter/ETSI.CAdES.detached/M(D:20261123090000+08'00')/ByteRange".len();
        let hole = "0".repeat(4096);
        self.add(
            90,
            &format!(
                "<</SubFilter/ETSI.CAdES.detached/M(D:20261123090000+08'00')/ByteRange[{:40}]/Contents<{hole}>>>",
                ""
            ),
        );
        self.add(91, "<</FT/Sig/V 90 0 R>>");
        let start = self.bytes.len();
        self.bytes.extend(
            format!("xref\n{}trailer\n<</Root 1 0 R/Size 100{more}>>\nstartxref\n{start}\n%%EOF\n", self.table)
                .as_bytes(),
        );

        let before = range + 42 + "/Contents".len();
        let after = before + hole.len() + 2;
        let numbers = format!("[0 {before} {after} {}", self.bytes.len() - after);
        self.bytes[range..range + numbers.len()].copy_from_slice(numbers.as_bytes());
        let now = DateTime::parse_from_rfc3339("2026-11-23T09:00:00+08:00").unwrap();
        let own = identity::create("示例支部", now, 3).unwrap();
        let key = SigningKey::from_pkcs8_der(&own.key).unwrap();
        let message = cms::sign(&Coverage::newest(&self.bytes).unwrap().digest(), &key, &own.certificate).unwrap();
        let message = hex::encode_upper(message);
        self.bytes[before + 1..before + 1 + message.len()].copy_from_slice(message.as_bytes());
        self.bytes
    }
}

fn code(verdict: &Verdict) -> &str {
    verdict.fault.as_ref().map_or("none", |(code, _)| code)
}

#[test]
fn a_file_made_here_is_valid_while_it_is_harmless() {
    let mut made = Hostile::new(CATALOG);
    made.add(2, "<</Names[(report.json)3 0 R]>>");
    made.add(3, "<</F(report.json)/EF<</F 4 0 R>>>>");
    made.stream(4, "", "{}");
    let verdict = verify(&made.sign(""));
    assert_eq!(code(&verdict), "none");
    assert_eq!(verdict.attachments[0].bytes, b"{}");
}

/// Nested deeper than any report, as a value that has to be read.
#[rstest]
#[case::arrays("[".repeat(100_000))]
#[case::closed_arrays("[".repeat(100_000) + &"]".repeat(100_000))]
#[case::dictionaries("<</A".repeat(100_000))]
#[case::both("[<</A".repeat(100_000))]
#[case::just_too_deep("[".repeat(30) + &"]".repeat(30))]
fn what_is_nested_deeply_is_refused(#[case] nested: String) {
    let mut made = Hostile::new(CATALOG);
    made.add(2, &nested);
    assert_eq!(code(&verify(&made.sign(""))), "too_large");
}

#[test]
fn brackets_in_a_text_are_text() {
    let text = "(".repeat(50_000) + &")".repeat(50_000);
    assert_eq!(Scanner::new(text.as_bytes()).value().unwrap().as_str().unwrap().len(), 99_998);
    assert!(Scanner::new(&text.as_bytes()[..60_000]).value().is_err());
}

#[rstest]
#[case::numbers("[", "0 ")]
#[case::arrays("[", "[]")]
#[case::dictionaries("[", "<<>>")]
#[case::keys("<<", "/A")]
#[case::texts("[", "()")]
#[case::references("[", "9 0 R ")]
#[case::a_text("(", "a")]
#[case::blanks("[", " ")]
fn thirty_megabytes_of_values_are_not_read(#[case] open: &str, #[case] value: &str) {
    let mut made = Hostile::new(CATALOG);
    made.add(2, &(open.to_owned() + &value.repeat((30 << 20) / value.len())));
    let verdict = verify(&made.sign(""));
    assert!(["too_large", "malformed"].contains(&code(&verdict)), "{}", code(&verdict));
}

/// Every way in which one thing can lead to itself.
#[rstest]
#[case::reference(&[(2, "2 0 R")])]
#[case::references(&[(2, "3 0 R"), (3, "2 0 R")])]
#[case::names(&[(2, "<</Kids[2 0 R]>>")])]
#[case::many_names(&[(2, "<</Kids[2 0 R 2 0 R 2 0 R 2 0 R 2 0 R 2 0 R 2 0 R 2 0 R 2 0 R]>>")])]
#[case::length(&[(2, "<</Length 2 0 R>>stream\nx\nendstream")])]
#[case::lengths(&[(2, "<</Length 3 0 R>>stream\nx\nendstream"), (3, "<</Length 2 0 R>>stream\nx\nendstream")])]
fn what_leads_back_to_itself_is_refused(#[case] objects: &[(u32, &str)]) {
    let mut made = Hostile::new(CATALOG);
    for (number, content) in objects {
        made.add(*number, content);
    }
    let verdict = verify(&made.sign(""));
    assert!(["too_large", "malformed"].contains(&code(&verdict)), "{}", code(&verdict));
}

#[rstest]
#[case::itself("/Prev 0")]
#[case::far_away("/Prev 99999999999")]
#[case::negative("/Prev -1")]
#[case::huge("/Prev 99999999999999999999999999")]
#[case::both_kinds("/XRefStm 9")]
fn a_cross_reference_that_leads_nowhere_is_refused(#[case] more: &str) {
    let mut made = Hostile::new(CATALOG);
    made.add(2, "<<>>");
    assert_eq!(code(&verify(&made.sign(more))), "malformed");
}

#[test]
fn an_encrypted_trailer_is_called_so() {
    assert_eq!(code(&verify(&Hostile::new(CATALOG).sign("/Encrypt<</Filter/Standard>>"))), "encrypted");
}

#[test]
fn a_cross_reference_that_names_itself_as_the_one_before_ends() {
    let mut made = Hostile::new(CATALOG);
    let start = made.bytes.len();
    made.bytes.extend(format!("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Prev {start}>>\n").as_bytes());
    assert_eq!(code(&verify(&made.sign(&format!("/Prev {start}")))), "too_large");
}

#[test]
fn sizes_that_are_only_claimed_cost_nothing() {
    let mut made = Hostile::new(CATALOG);
    made.add(2, "<<>>");
    assert_eq!(code(&verify(&made.sign("/Info 2 0 R"))), "none");
    // A table of four thousand million entries that are not there, and one of as many that take no bytes.
    for section in [
        "xref\n0 4294967295\n0000000000 65535 f \ntrailer\n<<>>\n",
        "9 0 obj\n<</Type/XRef/W[0 0 0]/Size 4294967295/Length 0>>stream\n\nendstream\nendobj\n",
        "9 0 obj\n<</Type/XRef/W[8 8 8]/Index[4294967295 4294967295]/Length 0>>stream\n\nendstream\nendobj\n",
        "9 0 obj\n<</Type/XRef/W[9999999999 8 8]/Size 1/Length 0>>stream\n\nendstream\nendobj\n",
    ] {
        let mut made = Hostile::new(CATALOG);
        let start = made.bytes.len();
        made.bytes.extend(section.as_bytes());
        let verdict = verify(&made.sign(&format!("/Prev {start}")));
        assert!(["too_large", "malformed"].contains(&code(&verdict)), "{section}: {}", code(&verdict));
    }
}

/// Object streams that hold each other, or of which each of many entries is the whole content.
#[test]
fn object_streams_are_read_one_object_at_a_time() {
    let section = |container: u32, index: u32| {
        // Object 2 in a container; object 7 the container itself, in object 2's place.
        let entry = |number: u32| format!("02{number:08X}{index:02X}");
        let data = entry(container) + ">";
        format!(
            "9 0 obj\n<</Type/XRef/W[1 4 1]/Index[2 1]/Filter/ASCIIHexDecode/Length {}>>stream\n{data}\nendstream\nendobj\n",
            data.len()
        )
    };
    let mut made = Hostile::new(CATALOG);
    let start = made.bytes.len();
    made.bytes.extend(section(2, 0).as_bytes());
    assert_eq!(code(&verify(&made.sign(&format!("/Prev {start}")))), "malformed", "packed otherwise than a report is");

    let within = |content: &str, first: usize, container: u8, index: u8| {
        let mut made = Hostile::new(CATALOG);
        made.stream(7, &format!("/Type/ObjStm/N 1/First {first}"), content);
        let start = made.bytes.len();
        made.bytes.extend(b"9 0 obj\n<</Type/XRef/W[1 1 1]/Index[2 1]/Length 3>>stream\n");
        made.bytes.extend([2, container, index]);
        made.bytes.extend(b"\nendstream\nendobj\n");
        made.sign(&format!("/Prev {start}"))
    };
    assert_eq!(code(&verify(&within("2 0 <<>>", 4, 7, 0))), "none");
    assert_eq!(code(&verify(&within("2 0 <<>>", 4, 2, 0))), "malformed", "it is in itself");
    assert_eq!(code(&verify(&within("2 0 <<>>", 4, 7, 255))), "malformed", "there is no such place");
    assert_eq!(code(&verify(&within("2 0 <<>>", 99_999_999, 7, 0))), "malformed");
    assert_eq!(code(&verify(&within("3 0 <<>>", 4, 7, 0))), "malformed", "it is another object");
    let many = format!("{}{}", "2 0 ".repeat(200_000), "[".to_owned() + &"0 ".repeat(100_000) + "]");
    assert_eq!(code(&verify(&within(&many, 800_000, 7, 200))), "malformed", "an array is no name tree");
}

#[test]
fn streams_that_overlap_are_copied_once_and_only_when_they_are_asked_for() {
    let mut made = Hostile::new(CATALOG);
    let files: Vec<String> = (0..99).map(|_| "(report.json)3 0 R".to_owned()).collect();
    made.add(2, &format!("<</Names[{}]>>", files.join(" ")));
    made.add(3, "<</F(report.json)/EF<</F 4 0 R>>>>");
    made.stream(4, "", &" ".repeat(1 << 20));
    assert_eq!(code(&verify(&made.sign(""))), "too_large", "ninety-nine times the same megabyte");
}

#[rstest]
#[case("99999999999999999999999999999999")]
#[case("-")]
#[case("+-1")]
#[case("1.2.3")]
#[case("1e9")]
#[case("<4")]
#[case("<xyz>")]
#[case("<</A>>")]
#[case("<</A 1/A 2>>")]
#[case("(\\")]
#[case("]")]
fn what_is_no_value_is_refused(#[case] text: &str) {
    match Scanner::new(text.as_bytes()).value() {
        Err(_) => {}
        Ok(Object::Real(number)) => assert!(number > 1e30, "{text}"),
        Ok(other) => panic!("{text} is read as {other:?}"),
    }
}

#[test]
fn a_value_is_read_as_other_programs_do() {
    let text = b"<</A(a\\(b\\)\\101\\\n(c)\\r)%x\n/B#42[1 -2 .5 true null 3 0 R<48656C6C6F>]/C<</D/E>>>>";
    let Object::Dictionary(read) = Scanner::new(text).value().unwrap() else { panic!() };
    assert_eq!(read.get(b"A").unwrap().as_str().unwrap(), b"a(b)A(c)\r");
    let list = read.get(b"BB").unwrap().as_array().unwrap();
    assert_eq!(list[5], Object::Reference((3, 0)));
    assert_eq!(list[6].as_str().unwrap(), b"Hello");
    assert_eq!(read.get(b"C").unwrap().as_dict().unwrap().get(b"D").unwrap().as_name().unwrap(), b"E");
}

#[test]
fn nothing_is_no_pdf() {
    for bytes in [&b""[..], b"startxref", b"startxref 0", b"startxref 99999999999999999999", b"xref startxref 0 "] {
        assert!(Pdf::read(bytes).is_err(), "{}", bytes.escape_ascii());
    }
}
