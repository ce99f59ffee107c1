//! Papers as they leave the printer, read back with poppler. The PDFs stay in the target folder to be looked at.
#![allow(clippy::expect_used, clippy::print_stdout)]

mod pages;
mod report;
#[path = "../samples/mod.rs"]
mod samples;
mod sheets;
mod text;
mod volume;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use rstest::rstest;
use samples::{MARKUP, RARE_NAMES, at, attachments};
use zhibu_core::branch::BranchSection;
use zhibu_core::development::DevelopmentSection;
use zhibu_core::meetings::{AttendanceSection, MeetingsSection};
use zhibu_core::outside::{Attachment, Document, Gap, Photo, Typeset, Writing};
use zhibu_core::reports::{FindingsSection, PlanSection, ProblemsSection};
use zhibu_core::roster::MembersSection;
use zhibu_core::study::StudySection;
use zhibu_documents::layout::{MARK_RECT, Typesetter};

#[rstest]
#[case::sign_in_sheet("sign_in_sheet", Box::new(samples::sign_in_sheet(50)), 3)]
#[case::sign_in_sheet_of_three("sign_in_sheet_of_three", Box::new(samples::sign_in_sheet(3)), 1)]
#[case::minutes("minutes", Box::new(samples::minutes(3).writing()), 3)]
#[case::long_minutes("long_minutes", Box::new(samples::minutes(14).writing()), 7)]
#[case::record_form("record_form", Box::new(samples::record_form(3, true)), 2)]
#[case::long_record_form("long_record_form", Box::new(samples::record_form(14, true)), 4)]
#[case::blank_record_form("blank_record_form", Box::new(samples::record_form(0, false)), 1)]
#[case::meeting_notice("meeting_notice", Box::new(samples::meeting_notice()), 1)]
#[case::vote_resolution("vote_resolution", Box::new(samples::vote_resolution(true)), 2)]
#[case::blank_vote_resolution("blank_vote_resolution", Box::new(samples::vote_resolution(false)), 2)]
#[case::motion_ballots("motion_ballots", Box::new(samples::motion_ballots("接收李𬭎同志为中共预备党员", 9)), 3)]
#[case::motion_tally("motion_tally", Box::new(samples::motion_tally(true)), 1)]
#[case::empty_motion_tally("empty_motion_tally", Box::new(samples::motion_tally(false)), 1)]
#[case::attendance("attendance", Box::new(samples::attendance(50, 14)), 3)]
#[case::attendance_of_a_year("attendance_of_a_year", Box::new(samples::attendance(50, 40)), 9)]
#[case::attendance_of_three("attendance_of_three", Box::new(samples::attendance(3, 2)), 1)]
#[case::attendance_of_nobody("attendance_of_nobody", Box::new(samples::attendance(0, 0)), 1)]
#[case::ballots("ballots", Box::new(samples::ballots(4, 9)), 3)]
#[case::one_long_ballot("one_long_ballot", Box::new(samples::ballots(12, 2)), 2)]
#[case::tally_sheet("tally_sheet", Box::new(samples::tally_sheet()), 1)]
#[case::empty_tally_sheet("empty_tally_sheet", Box::new(samples::empty_tally_sheet()), 1)]
#[case::election_report("election_report", Box::new(samples::election_report()), 3)]
#[case::appraisal_ballots("appraisal_ballots", Box::new(samples::appraisal_ballots(50, 2)), 2)]
#[case::few_on_a_ballot("few_on_a_ballot", Box::new(samples::appraisal_ballots(3, 5)), 2)]
#[case::appraisal_tally("appraisal_tally", Box::new(samples::appraisal_tally(50, true)), 2)]
#[case::empty_appraisal_tally("empty_appraisal_tally", Box::new(samples::appraisal_tally(3, false)), 1)]
#[case::appraisal_result("appraisal_result", Box::new(samples::appraisal_result(50)), 2)]
#[case::appraisal_result_of_three("appraisal_result_of_three", Box::new(samples::appraisal_result(3)), 1)]
#[case::meeting_plan("meeting_plan", Box::new(samples::meeting_plan(12)), 2)]
#[case::no_plan("no_plan", Box::new(samples::meeting_plan(0)), 1)]
#[case::quarterly_report("quarterly_report", Box::new(samples::quarterly_report(30).pages()), 9)]
#[case::recovery_sheet("recovery_sheet", Box::new(samples::recovery_sheet()), 1)]
#[case::enrolment_sheet("enrolment_sheet", Box::new(samples::enrolment_sheet()), 1)]
#[case::renewed_enrolment_sheet("renewed_enrolment_sheet", Box::new(samples::renewed_enrolment_sheet()), 1)]
#[case::roster("roster", Box::new(samples::roster(50)), 4)]
#[case::roster_of_three("roster_of_three", Box::new(samples::roster(3)), 1)]
#[case::roster_of_one("roster_of_one", Box::new(samples::roster(1)), 1)]
#[case::empty_roster("empty_roster", Box::new(samples::roster(0)), 1)]
#[case::contact_list("contact_list", Box::new(samples::contact_list(50)), 3)]
#[case::contact_list_of_three("contact_list_of_three", Box::new(samples::contact_list(3)), 1)]
#[case::empty_contact_list("empty_contact_list", Box::new(samples::contact_list(0)), 1)]
#[case::member_record("member_record", Box::new(samples::member_record(6)), 2)]
#[case::long_member_record("long_member_record", Box::new(samples::member_record(40)), 3)]
#[case::statistics("statistics", Box::new(samples::statistics(3)), 1)]
#[case::statistics_of_many_units("statistics_of_many_units", Box::new(samples::statistics(46)), 2)]
#[case::introduction_letter("introduction_letter", Box::new(samples::introduction_letter()), 1)]
#[case::transfer_receipt("transfer_receipt", Box::new(samples::transfer_receipt()), 1)]
fn every_paper_prints_and_previews_on_the_same_pages(
    #[case] name: &str,
    #[case] document: Box<dyn Document>,
    #[case] pages: usize,
) {
    let pdf = print(name, document.as_ref(), &[]);

    assert_eq!(info(&pdf, "Pages"), pages.to_string());
    let on_its_side = ["roster", "attendance"].contains(&document.template());
    let size = if on_its_side { "841.89 x 595.276 pts (A4)" } else { "595.276 x 841.89 pts (A4)" };
    assert_eq!(info(&pdf, "Page size"), size);
    let preview = Typesetter::new().svg_pages(document.as_ref()).expect("a preview").paper;
    assert_eq!(preview.len(), pages);
    for page in preview {
        assert!(page.starts_with("<svg"));
        assert!(!page.contains("<image") && !page.contains("<script") && !page.contains("<style"));
        let mut links = page.split("href=\"").skip(1);
        assert!(links.all(|link| link.starts_with('#')), "the preview shows nothing from elsewhere");
    }
}

#[test]
fn every_template_has_a_sample() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let files = std::fs::read_dir(folder).expect("the templates").map(|entry| entry.expect("a file").path());
    let names = files
        .filter(|path| path.is_file())
        .map(|path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned());
    let templates: BTreeSet<String> = names.filter(|name| name != "paper").collect();
    let samples = samples::one_of_each().iter().map(|document| document.template().to_owned()).collect();
    assert_eq!(templates, samples);
}

#[test]
fn fonts_travel_inside() {
    for (index, document) in samples::one_of_each().iter().enumerate() {
        let pdf = print(&format!("fonts_{index}"), document.as_ref(), &[]);

        let fonts = run("pdffonts", &[pdf.as_os_str()]);

        let fonts: Vec<_> = fonts.lines().skip(2).collect();
        assert!(!fonts.is_empty());
        for font in fonts {
            // name, type, encoding, emb, sub, uni, object id
            assert!(font.contains(" yes yes yes "), "embedded, subset, with Unicode: {font}");
            assert!(!font.contains("Type 3"), "{font}");
        }
    }
}

#[test]
fn the_same_paper_and_time_give_the_same_bytes() {
    for document in samples::one_of_each() {
        let make = || Typesetter::new().pdf(document.as_ref(), &attachments(), at()).expect("a PDF").paper;
        assert!(make() == make());
    }
}

#[test]
fn it_is_archival_and_dated() {
    let pdf = print("archival", &samples::recovery_sheet(), &[]);

    let metadata = run("pdfinfo", &["-meta".as_ref(), pdf.as_os_str()]);
    assert!(metadata.contains("<pdfaid:part>3</pdfaid:part>"), "{metadata}");
    assert!(metadata.contains("<pdfaid:conformance>B</pdfaid:conformance>"), "{metadata}");
    assert_eq!(info(&pdf, "Creator"), "支部工作台");
    assert!(
        info(&pdf, "CreationDate").starts_with("Sat Oct  3 01:12:00 2026"),
        "in UTC: {}",
        info(&pdf, "CreationDate")
    );
}

#[test]
fn every_paper_is_tagged_but_the_report_that_others_have_to_check() {
    let tagged = |document: &dyn Document| {
        let pdf = Typesetter::new().pdf(document, &[], at()).expect("a PDF").paper;
        let pdf = lopdf::Document::load_mem(&pdf).expect("a readable PDF");
        pdf.catalog().expect("a catalog").has(b"StructTreeRoot")
    };
    for document in samples::one_of_each() {
        assert_eq!(tagged(document.as_ref()), !document.template().eq("quarterly_report"));
    }
}

#[test]
fn attachments_come_out_byte_for_byte() {
    let document = samples::quarterly_report(3).pages();
    let pdf = print("with_attachments", &document, &attachments());

    let list = run("pdfdetach", &["-list".as_ref(), pdf.as_os_str()]);
    assert!(list.contains("2 embedded files"), "{list}");
    for Attachment { name, bytes, .. } in attachments() {
        let out = pdf.with_file_name(&name);
        run("pdfdetach", &["-savefile".as_ref(), name.as_ref(), "-o".as_ref(), out.as_os_str(), pdf.as_os_str()]);
        assert!(std::fs::read(out).expect("detached") == bytes, "{name}");
    }
    let raw = String::from_utf8_lossy(&std::fs::read(&pdf).expect("the PDF")).into_owned();
    assert!(raw.contains("/AFRelationship/Data") || raw.contains("/AFRelationship /Data"));
    assert!(raw.contains("application#2Fjson"));
}

/// The words of a PDF that leave their page.
fn outside(pdf: &Path) -> Vec<String> {
    let boxes = run("pdftotext", &["-bbox".as_ref(), pdf.as_os_str(), "-".as_ref()]);
    let number = |line: &str, name: &str| -> f32 {
        let from = line.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        from.and_then(|number| number.parse().ok()).expect("a number")
    };
    let (mut width, mut height, mut words, mut outside) = (0.0, 0.0, 0, Vec::new());
    for line in boxes.lines().map(str::trim) {
        if line.starts_with("<page") {
            (width, height) = (number(line, "width"), number(line, "height"));
        } else if line.starts_with("<word") {
            words += 1;
            let inside = number(line, "xMin") > 0.0 && number(line, "xMax") < width;
            if !inside || number(line, "yMin") < 0.0 || number(line, "yMax") > height {
                outside.push(line.to_owned());
            }
        }
    }
    assert!(words > 0);
    outside
}

/// Where a text stands first: the page, from 1.
fn page_of(pages: &[String], text: &str) -> Option<usize> {
    pages.iter().position(|page| page.contains(text)).map(|at| at + 1)
}

/// The text of each page without white space.
fn pages(pdf: &Path) -> Vec<String> {
    let text = text(pdf);
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    pages.map(squeezed).collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn images(pdf: &Path) -> usize {
    let list = run("pdfimages", &["-list".as_ref(), pdf.as_os_str()]);
    list.lines().skip(2).filter(|line| line.contains(" image ")).count()
}

#[test]
fn a_new_branch_with_nothing_to_say_gets_its_papers() {
    let mut report = samples::quarterly_report(0);
    (report.reason, report.branch) = Default::default();
    samples::change(&mut report, |section: &mut BranchSection| *section = Default::default());
    samples::change(&mut report, |section: &mut MembersSection| *section = Default::default());
    samples::change(&mut report, |section: &mut MeetingsSection| *section = Default::default());
    samples::change(&mut report, |section: &mut DevelopmentSection| *section = Default::default());
    samples::change(&mut report, |section: &mut StudySection| *section = Default::default());
    samples::change(&mut report, |section: &mut FindingsSection| *section = Default::default());
    samples::change(&mut report, |section: &mut ProblemsSection| *section = Default::default());
    samples::change(&mut report, |section: &mut PlanSection| *section = Default::default());
    let mut minutes = samples::minutes(0);
    (minutes.ended_at, minutes.votes, minutes.resolutions) = Default::default();
    (minutes.place, minutes.chair, minutes.recorder) = Default::default();
    let mut sheet = samples::sign_in_sheet(0);
    (sheet.rows, sheet.place, sheet.chair, sheet.blank_lines) = Default::default();

    print("empty_report", &report.pages(), &[]);
    print("empty_minutes", &minutes.writing(), &[]);
    print("empty_sheet", &sheet, &[]);
}

/// The text on the last page, or in a rectangle of it, without white space.
fn on_last_page(pdf: &Path, rect: Option<[f32; 4]>) -> String {
    let last = info(pdf, "Pages");
    let mut args = vec!["-raw".to_owned(), "-f".to_owned(), last.clone(), "-l".to_owned(), last];
    if let Some([left, bottom, right, top]) = rect {
        let crop = [("-x", left), ("-y", 841.89 - top), ("-W", right - left), ("-H", top - bottom)];
        args.extend(crop.into_iter().flat_map(|(name, points)| [name.to_owned(), points.round().to_string()]));
    }
    args.extend([pdf.display().to_string(), "-".to_owned()]);
    run("pdftotext", &args.iter().map(AsRef::as_ref).collect::<Vec<_>>()).split_whitespace().collect()
}

fn print(name: &str, document: &dyn Document, attachments: &[Attachment]) -> PathBuf {
    let started = std::time::Instant::now();
    let pdf = Typesetter::new().pdf(document, attachments, at()).expect("a PDF").paper;
    println!("{name}: {} KB in {:?}", pdf.len() / 1024, started.elapsed());
    // The cases of one test run beside each other: each has a folder of its own.
    let test = std::thread::current().name().unwrap_or("main").replace("::", "-");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).join(test);
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("paper.pdf");
    std::fs::write(&path, pdf).expect("a file");
    path
}

/// The rare names in a roster and in a contact list.
fn text_of_lists() -> String {
    let people = RARE_NAMES.len();
    let roster = text(&print("rare_roster", &samples::roster(people), &[]));
    let contacts = text(&print("rare_contacts", &samples::contact_list(people), &[]));
    (roster + &contacts).split_whitespace().collect()
}

fn text(pdf: &Path) -> String {
    run("pdftotext", &["-raw".as_ref(), pdf.as_os_str(), "-".as_ref()])
}

fn info(pdf: &Path, field: &str) -> String {
    let info = run("pdfinfo", &[pdf.as_os_str()]);
    let line = info.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':')).unwrap_or_default();
    line.trim().to_owned()
}

fn run(program: &str, args: &[&std::ffi::OsStr]) -> String {
    let output = Command::new(program).args(args).env("TZ", "UTC").output().expect("poppler-utils are installed");
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
