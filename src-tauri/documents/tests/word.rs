//! Word documents: well-formed, the same as the PDF in words and length, and opened by LibreOffice as they were made. The
//! files stay in the target folder to be looked at.
#![allow(clippy::expect_used, clippy::panic)]

#[allow(dead_code)] // what only the other papers need
mod samples;

use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use quick_xml::events::Event;
use rstest::rstest;
use samples::{MARKUP, RARE_NAMES, at};
use zhibu_core::outside::{Office, Page, Typeset, Writing};
use zhibu_documents::layout::Typesetter;
use zhibu_documents::office::OfficeFiles;

#[rstest]
#[case::minutes("minutes", samples::minutes(3).writing())]
#[case::long_minutes("long_minutes", samples::minutes(14).writing())]
#[case::notice("notice", samples::meeting_notice())]
#[case::resolution("resolution", samples::vote_resolution(true))]
#[case::blank_resolution("blank_resolution", samples::vote_resolution(false))]
#[case::report("report", samples::election_report())]
#[case::tally("tally", samples::tally_sheet())]
#[case::result("result", samples::appraisal_result(3))]
#[case::plan("plan", samples::meeting_plan(3))]
fn a_word_document_says_what_the_pdf_says_on_as_many_pages(#[case] name: &str, #[case] writing: Writing) {
    let ours = save(name, "pdf", &Typesetter::new().pdf(&writing, &[], at()).expect("a PDF").paper);
    let theirs = through_libreoffice(name, &writing);

    let (ours_pages, theirs_pages) = (pages(&ours), pages(&theirs));
    assert!(ours_pages.abs_diff(theirs_pages) <= 1, "{ours_pages} pages here, {theirs_pages} there");
    let [mut theirs, mut ours] = [theirs, ours].map(|pdf| letters(&pdf).chars().collect::<Vec<_>>());
    // Which cell of a row is read first depends on where its lines break.
    if writing.page == Page::Form {
        theirs.sort_unstable();
        ours.sort_unstable();
    }
    assert_eq!(theirs.iter().collect::<String>(), ours.iter().collect::<String>());
}

#[test]
fn rare_names_survive_the_way_through_another_program() {
    let text = text(&through_libreoffice("rare_names", &samples::minutes(1).writing()));
    for name in RARE_NAMES {
        assert!(text.contains(name), "{name} in {text}");
    }
}

#[test]
fn markup_in_any_field_shows_as_text() {
    let m = || format!("{MARKUP}&amp;\u{1}<w:br/>]]>");
    for (name, writing) in [
        ("markup_minutes", samples::minutes(1).writing()),
        ("markup_notice", samples::meeting_notice()),
        ("markup_resolution", samples::vote_resolution(true)),
        ("markup_tally", samples::tally_sheet()),
    ] {
        let (writing, count) = samples::marked(writing, &m());
        well_formed(&word(&writing));
        let text = letters(&through_libreoffice(name, &writing));
        let shown: String = m().chars().filter(|c| !c.is_control() && !c.is_whitespace() && *c != '_').collect();
        assert!(text.matches(&shown).count() >= count, "{name}: {text}");
    }
}

#[test]
fn every_part_is_well_formed_and_the_faces_have_their_usual_names() {
    for document in samples::one_of_each() {
        let Some(writing) = document.writing() else { continue };
        let parts = well_formed(&word(writing));
        let body = &parts.iter().find(|(name, _)| name == "word/document.xml").expect("a body").1;
        for face in ["仿宋", "黑体", "方正小标宋简体"] {
            assert!(body.contains(&format!("w:eastAsia=\"{face}\"")), "{face}");
        }
        // A4; 37 mm above, 28 mm at the left.
        assert!(body.contains("w:w=\"11906\" w:h=\"16838\"") && body.contains("w:top=\"2097\""), "{body}");
        assert!(body.contains("w:left=\"1587\""));
    }
}

#[test]
fn the_same_document_and_time_give_the_same_bytes() {
    for writing in samples::one_of_each().iter().filter_map(|document| document.writing()) {
        assert!(word(writing) == word(writing));
    }
}

/// As on paper: what XML cannot hold is gone, lines end where they ended, and what no font shows leaves a box.
#[test]
fn what_cannot_be_shown_leaves_a_box_and_the_document_stays_sound() {
    let mut minutes = samples::minutes(1);
    minutes.recorder = "陈\u{F6A1}".into();
    minutes.title = "上半\u{B}下半\u{0}\u{1B}\u{FFFE}".into();
    minutes.agenda[0].content = "同意👍\u{B}第二行\u{2028}第三行\u{8}".into();

    let made = OfficeFiles.word(&minutes.writing(), at()).expect("a Word document");

    let told: Vec<_> = made.gaps.iter().map(|gap| gap.text.as_str()).collect();
    assert_eq!(told, ["上半 下半□", "陈□", "同意□ 第二行 第三行"]);
    let parts = well_formed(&made.paper);
    let body = &parts.iter().find(|(name, _)| name == "word/document.xml").expect("a body").1;
    for shown in ["上半</w:t><w:br", "陈□<", "同意□<", ">第二行<", ">第三行<"] {
        assert!(body.contains(shown), "{shown} in {body}");
    }
}

fn word(writing: &Writing) -> Vec<u8> {
    OfficeFiles.word(writing, at()).expect("a Word document").paper
}

/// The parts of a .docx, each read as XML.
fn well_formed(docx: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("an archive");
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a part");
        if file.is_dir() {
            continue;
        }
        let (name, mut text) = (file.name().expect("a name").into_owned(), String::new());
        file.read_to_string(&mut text).expect("text");
        let mut reader = quick_xml::Reader::from_str(&text);
        let mut depth = 0;
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0, "{name}");
        parts.push((name, text));
    }
    parts
}

/// What LibreOffice makes of it, as PDF. Each run has a profile of its own: two of them at once would not start.
fn through_libreoffice(name: &str, writing: &Writing) -> PathBuf {
    let docx = save(name, "docx", &word(writing));
    let folder = docx.with_file_name("libreoffice");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let pdf = folder.join("paper.pdf");
    if pdf.exists() {
        std::fs::remove_file(&pdf).expect("that of an earlier run goes");
    }
    let status = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .args([&folder, &docx])
        .output()
        .expect("libreoffice-writer is installed");
    assert!(status.status.success() && pdf.exists(), "{}", String::from_utf8_lossy(&status.stderr));
    pdf
}

fn save(name: &str, ending: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("word").join(name);
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(format!("paper.{ending}"));
    std::fs::write(&path, bytes).expect("a file");
    path
}

/// Every letter of a PDF in order, without white space, page numbers, and what only fills a line.
fn letters(pdf: &Path) -> String {
    let text = text(pdf);
    let is_page = |line: &str| line.starts_with('—') || (line.starts_with("第 ") && line.ends_with('页'));
    let lines = text.lines().map(str::trim).filter(|line| !is_page(line));
    lines.flat_map(str::chars).filter(|c| !c.is_whitespace() && !matches!(c, '_' | '＿' | '\u{3000}')).collect()
}

fn pages(pdf: &Path) -> usize {
    let info = run("pdfinfo", &[pdf.as_os_str()]);
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:"));
    pages.and_then(|pages| pages.trim().parse().ok()).expect("a number of pages")
}

fn text(pdf: &Path) -> String {
    run("pdftotext", &["-raw".as_ref(), pdf.as_os_str(), "-".as_ref()])
}

fn run(program: &str, args: &[&std::ffi::OsStr]) -> String {
    let output = Command::new(program).args(args).output().expect("poppler-utils are installed");
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
