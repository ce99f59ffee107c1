//! Papers as they leave the printer, read back with poppler. The PDFs stay in the target folder to be looked at.
#![allow(clippy::expect_used, clippy::print_stdout)]

mod samples;

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
#[case::quarterly_report("quarterly_report", Box::new(samples::quarterly_report(30).pages()), 6)]
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

/// GB/T 9704-2012, 5.2.3 and 5.2.4.
#[test]
fn a_page_of_minutes_has_22_lines_of_28_characters() {
    let mut minutes = samples::minutes(1);
    minutes.agenda[0].content = "字".repeat(28 * 60);

    let text = text(&print("grid", &minutes.writing(), &[]));

    let page = text.split('\u{c}').nth(2).expect("a third page");
    let lines: Vec<_> = page.lines().filter(|line| line.starts_with('字')).collect();
    assert_eq!(lines, vec!["字".repeat(28); 22]);
}

#[test]
fn rare_names_are_printed_and_can_be_searched() {
    let document = samples::sign_in_sheet(RARE_NAMES.len());

    let text = text(&print("rare_names", &document, &[]));

    for name in RARE_NAMES {
        assert!(text.contains(name), "{name} in {text}");
    }

    let roster = text_of_lists();
    for name in RARE_NAMES {
        assert_eq!(roster.matches(name).count(), 2, "{name} in {roster}");
    }
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

#[rstest]
#[case::four_to_a_sheet(4, 2)]
#[case::two_to_a_sheet(6, 4)]
#[case::one_to_a_sheet(12, 7)]
fn there_are_as_many_ballots_as_were_asked_for_and_all_are_alike(#[case] candidates: usize, #[case] sheets: usize) {
    let copies = 7;
    let pdf = print(&format!("ballots_of_{candidates}"), &samples::ballots(candidates, copies), &[]);

    assert_eq!(info(&pdf, "Pages"), sheets.to_string());
    let text: String = text(&pdf).split_whitespace().collect();
    for shown in ["换届选举支部委员会委员选票", "李𬭎", "弃权的在", "2026年11月25日"] {
        assert_eq!(text.matches(shown).count(), copies as usize, "{shown}");
    }
    assert!(!text.contains("No.") && !text.contains("编号"));
}

#[rstest]
#[case::four_to_a_sheet(3, 2)]
#[case::two_to_a_sheet(14, 4)]
#[case::one_to_a_sheet(15, 7)]
#[case::a_whole_branch(56, 7)]
#[case::more_than_a_page_holds(60, 14)]
fn appraisal_ballots_are_all_alike_and_each_has_every_name_once(#[case] people: usize, #[case] sheets: usize) {
    let copies = 7;
    let ballots = samples::appraisal_ballots(people, copies);
    let name = format!("appraisal_ballots_of_{people}");
    let pdf = print(&name, &ballots, &[]);

    assert_eq!(info(&pdf, "Pages"), sheets.to_string());
    let text: String = text(&pdf).split_whitespace().collect();
    for shown in ["民主评议党员测评票", "李𬭎", "无记名填写", "2026年11月25日"] {
        assert_eq!(text.matches(shown).count(), copies as usize, "{shown}");
    }
    assert!(!text.contains("No.") && !text.contains("编号"));
}

#[test]
fn markup_in_any_field_shows_as_text() {
    let m = || MARKUP.to_owned();
    let mut sheet = samples::sign_in_sheet(1);
    (sheet.branch, sheet.kinds, sheet.title, sheet.place, sheet.chair) = (m(), m(), m(), m(), m());
    (sheet.rows[0].name, sheet.rows[0].remark) = (m(), m());
    let mut form = samples::record_form(1, true);
    (form.superior, form.minutes.title, form.minutes.chair, form.minutes.on_leave) = (m(), m(), m(), vec![m()]);
    (form.minutes.agenda[0].content, form.resolutions[0].text) = (m(), m());
    let mut volume = samples::bound_quarter(1, 3, 1);
    (volume.branch, volume.superior, volume.compiled_by, volume.resolutions[0].text) = (m(), m(), m(), m());
    (volume.meetings[0].heading, volume.meetings[0].minutes.photos[0].caption) = (m(), m());
    (volume.kept_files[0].name, volume.plan) = (m(), samples::marked(samples::meeting_plan(1), MARKUP).0);
    let mut report = samples::quarterly_report(1);
    (report.branch, report.reason) = (m(), Some(m()));
    samples::change(&mut report, |problems: &mut ProblemsSection| problems.text = m());
    samples::change(&mut report, |plan: &mut PlanSection| plan.text = m());
    samples::change(&mut report, |section: &mut MeetingsSection| section.meetings[0].title = m());
    samples::change(&mut report, |section: &mut AttendanceSection| section.members[0].name = m());
    samples::change(&mut report, |section: &mut FindingsSection| section.findings[0].message = m());

    let mut ballots = samples::ballots(2, 1);
    (ballots.branch, ballots.title) = (m(), m());
    (ballots.candidates[0], ballots.notes[0]) = (m(), m());
    let mut attendance = samples::attendance(2, 1);
    (attendance.branch, attendance.period, attendance.scope) = (m(), m(), m());
    (attendance.range.rows[0].attendance.name, attendance.range.legend) = (m(), m());
    let mut appraisal_ballots = samples::appraisal_ballots(2, 1);
    (appraisal_ballots.branch, appraisal_ballots.title, appraisal_ballots.names[0]) = (m(), m(), m());
    let mut roster = samples::roster(1);
    (roster.branch, roster.scope, roster.rows[0].name, roster.rows[0].job_position) = (m(), m(), m(), m());
    let mut contacts = samples::contact_list(1);
    (contacts.branch, contacts.phone, contacts.groups[0].name) = (m(), m(), m());
    (contacts.groups[0].rows[0].name, contacts.groups[0].rows[0].workplace) = (m(), m());
    let mut record = samples::member_record(1);
    (record.branch, record.sections[0].title) = (m(), m());
    (record.sections[0].fields[0].value, record.history[0].title, record.history[0].why) = (m(), m(), m());
    let mut statistics = samples::statistics(1);
    (statistics.branch, statistics.superior, statistics.tables[7].counts[0].label) = (m(), m(), m());
    let mut letter = samples::introduction_letter();
    (letter.number, letter.addressee, letter.name, letter.address) = (m(), m(), m(), m());

    for (name, document, least) in [
        ("markup_attendance", &attendance as &dyn Document, 5),
        ("markup_ballots", &ballots, 4),
        ("markup_appraisal_ballots", &appraisal_ballots, 3),
        ("markup_sheet", &sheet, 7),
        ("markup_form", &form, 6),
        ("markup_volume", &volume, 8),
        ("markup_letter", &letter, 9),
        ("markup_report", &report.pages(), 7),
        ("markup_roster", &roster, 4),
        ("markup_contacts", &contacts, 5),
        ("markup_record", &record, 5),
        ("markup_statistics", &statistics, 3),
    ] {
        let text: String = text(&print(name, document, &[])).split_whitespace().collect();
        let shown = text.matches(&MARKUP.replace(' ', "")).count();
        assert!(shown >= least, "{name}: {shown} times in {text}");
    }
}

#[rstest]
#[case::minutes(samples::minutes(1).writing())]
#[case::notice(samples::meeting_notice())]
#[case::resolution(samples::vote_resolution(true))]
#[case::report(samples::election_report())]
#[case::tally(samples::tally_sheet())]
#[case::result(samples::appraisal_result(2))]
#[case::plan(samples::meeting_plan(1))]
fn markup_in_any_text_of_a_block_shows_as_text(#[case] writing: Writing) {
    let name = format!("markup_{}", writing.blocks.len());
    let (writing, count) = samples::marked(writing, MARKUP);

    let text: String = text(&print(&name, &writing, &[])).split_whitespace().collect();

    let shown = text.matches(&MARKUP.replace(' ', "")).count();
    assert!(shown >= count, "{shown} of {count} times in {text}");
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

/// Each group's name stands above its people, and never alone at the foot of a page.
#[test]
fn a_sign_in_sheet_by_groups_names_each_group_above_its_people() {
    let mut sheet = samples::sign_in_sheet(50);
    let groups = ["第一党小组", "第二党小组", "第三党小组"];
    for (at, row) in sheet.rows.iter_mut().enumerate() {
        row.group = groups.get(at / 17).map_or_else(|| "列席".to_owned(), |name| (*name).to_owned());
    }
    let pdf = print("sign_in_sheet_by_groups", &sheet, &[]);
    let text = text(&pdf);
    for group in groups {
        let mut places = text.split(group).skip(1).peekable();
        assert!(places.peek().is_some(), "{group} is missing");
        assert!(
            places.all(|after| after.trim_start().starts_with(|c: char| c.is_ascii_digit())),
            "{group} stands alone"
        );
    }
}

/// As pasted from a chat: `1️⃣` and the like. Elsewhere on the paper the same digits stand in dates.
#[rstest]
#[case::keycap("1\u{FE0F}\u{20E3}", "1")]
#[case::keycap_bare("2\u{20E3}", "2")]
#[case::circle("头\u{20DD}", "头")]
#[case::across("好\u{20E0}", "好□")]
#[case::arrow("2\u{20D7}", "2□")]
#[case::accents("6\u{0331}\u{0323}", "6")]
fn a_sign_around_a_character_takes_nothing_else_from_the_paper(#[case] written: &str, #[case] paper: &str) {
    let mut sheet = samples::sign_in_sheet(3);
    let plain = text(&print("signs-none", &sheet, &[]));
    sheet.place = format!("头到{written}甲");
    let signs = text(&print("signs", &sheet, &[]));
    assert!(signs.contains(&format!("头到{paper}")), "{signs}");
    for date in plain.split_whitespace().filter(|word| word.contains('年')) {
        assert!(signs.contains(date), "{date} is gone");
    }
}

/// It stays archival: not one glyph of a font that stands for none.
#[rstest]
#[case::unassigned('\u{0378}', "U+0378")]
#[case::private_use('\u{F6A1}', "U+F6A1")]
#[case::private_plane('\u{10FFFD}', "U+10FFFD")]
#[case::emoji('\u{1F44D}', "U+1F44D")]
#[case::lost('\u{FFFD}', "U+FFFD")]
#[case::no_character('\u{FFFE}', "U+FFFE")]
#[case::tibetan('\u{0F56}', "U+0F56")]
fn a_character_no_font_can_show_leaves_a_box_and_is_named(#[case] unseen: char, #[case] code: &str) {
    let mut sheet = samples::sign_in_sheet(3);
    sheet.rows[1].name = format!("王{unseen}");
    sheet.place = format!("王{unseen}");

    let preview = Typesetter::new().svg_pages(&sheet).expect("a preview");
    let pdf = print("box", &sheet, &[]);

    let gaps = [Gap { text: "王□".into(), missing: vec![unseen] }];
    assert_eq!(preview.gaps, gaps);
    assert_eq!(gaps[0].sentence(), format!("“王□”里的一个字（{code}）没有字体能印，留了空框，请手写补上"));
    assert_eq!(Typesetter::new().pdf(&sheet, &[], at()).expect("a PDF").gaps, gaps);
    assert_eq!(text(&pdf).matches("王□").count(), 2);
    assert_eq!(Typesetter::new().unprintable(&format!("王{unseen}某{unseen}")), [unseen]);
    assert_eq!(Typesetter::new().unprintable("李𬭎 阿卜杜拉·买买提 A1"), Vec::<char>::new());
}

/// What people draw lines with, paste, and are called.
const RUNS: [(&str, usize); 7] =
    [("_", 60), ("—", 40), ("。", 40), ("%E4%B8%AD", 5), ("Abdurrahman", 4), ("字\"", 20), ("👍", 10)];

/// A paper into every text of which such a thing got.
#[derive(Debug)]
struct Spoilt(Box<dyn Document>);

impl Document for Spoilt {
    fn template(&self) -> &'static str {
        self.0.template()
    }
    fn data(&self) -> serde_json::Result<Vec<u8>> {
        let mut data = serde_json::from_slice(&self.0.data()?)?;
        spoil(&mut data, &mut RUNS.iter().map(|(sign, times)| sign.repeat(*times)).cycle());
        serde_json::to_vec(&data)
    }
    fn photos(&self) -> Vec<&Photo> {
        self.0.photos()
    }
    fn qr(&self) -> Option<&str> {
        self.0.qr()
    }
}

/// Puts a run at the end of every text with a Chinese character, one after the other: dates and kinds stay what they are.
fn spoil(data: &mut serde_json::Value, runs: &mut impl Iterator<Item = String>) {
    match data {
        serde_json::Value::String(text) if text.chars().any(|c| ('\u{4E00}'..'\u{9FFF}').contains(&c)) => {
            text.extend(runs.next());
        }
        serde_json::Value::Array(parts) => parts.iter_mut().for_each(|part| spoil(part, runs)),
        // What a column is called is never what people typed.
        serde_json::Value::Object(parts) => {
            parts.iter_mut().filter(|(key, _)| *key != "columns").for_each(|(_, part)| spoil(part, runs));
        }
        _ => {}
    }
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

#[test]
fn no_run_leaves_the_page_on_any_paper() {
    for document in samples::one_of_each() {
        let name = format!("runs_{}", document.template());
        assert_eq!(outside(&print(&name, &Spoilt(document), &[])), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_long_run_can_be_found_and_copied() {
    let mut minutes = samples::minutes(1);
    let runs = ["https://mp.weixin.qq.com/s/".to_owned() + &"aB3".repeat(60), "_".repeat(90), "%E4%B8%AD".repeat(30)];
    let base64 = "Q2hpbmE+/".repeat(220);
    let words = "Donaudampfschifffahrtsgesellschaft ".repeat(40);
    minutes.agenda[0].content = runs.join("前文\n") + "\n" + &base64 + "\n" + &words;
    minutes.title.push_str(&runs[0]);

    let pdf = print("copied", &minutes.writing(), &[]);

    let text = text(&pdf);
    assert!(!text.contains('\u{200B}'), "{text:?}");
    let text: String = text.lines().filter(|line| !line.starts_with("— ")).map(squeezed).collect();
    for run in runs.iter().chain([&base64, &squeezed(&words)]) {
        assert!(text.contains(run.as_str()), "{run} in {text}");
    }
}

#[test]
fn a_line_ends_wherever_one_was_ended() {
    let mut minutes = samples::minutes(1);
    minutes.agenda[0].content = "第一行\u{B}第二行\u{C}第三行\u{85}第四行\u{2028}第五行\u{2029}第六行\r第七行".into();
    let text = text(&print("lines", &minutes.writing(), &[]));
    for line in ["第一行", "第二行", "第三行", "第四行", "第五行", "第六行", "第七行"] {
        assert!(text.lines().any(|printed| printed.trim() == line), "{line} in {text}");
    }
}

/// They come in with pasted text and have no shape of their own.
#[rstest]
#[case::zero_width_space("李\u{200B}某")]
#[case::byte_order_mark("李\u{FEFF}某")]
#[case::tab("李\t某")]
#[case::line_end("李\r\n某")]
#[case::variation_selector("葛\u{E0100}某")]
#[case::control("李\u{1}某")]
fn characters_without_a_shape_do_not_stop_a_paper(#[case] name: &str) {
    let mut sheet = samples::sign_in_sheet(1);
    sheet.rows[0].name = name.to_owned();
    let document = sheet;

    assert_eq!(Typesetter::new().svg_pages(&document).map(|made| (made.paper.len(), made.gaps)), Ok((1, Vec::new())));
    assert!(Typesetter::new().pdf(&document, &[], at()).is_ok_and(|made| made.paper.starts_with(b"%PDF-1.7")));
}

#[test]
fn a_very_long_name_stays_on_the_paper() {
    let mut sheet = samples::sign_in_sheet(3);
    sheet.rows[0].name = "阿卜杜热合曼·".repeat(8);
    sheet.place = "示例市示例区示例街道示例社区示例路一百二十三号示例大厦甲座十二楼一二〇六室党群活动中心".into();

    let text: String = text(&print("long_name", &sheet, &[])).split_whitespace().collect();

    assert!(text.contains("一二〇六室党群活动中心"));
    assert_eq!(text.matches("阿卜杜热合曼·").count(), 8);
}

#[test]
fn a_very_long_name_stays_in_its_column_of_the_lists() {
    let name = "阿卜杜热合曼·".repeat(8);
    let mut sheet = samples::roster(3);
    sheet.rows[0].name.clone_from(&name);
    sheet.rows[1].name = "Abdurrahman-Muhammadjan-Osmanjan-Alikhan-Yusufjan".into();
    let mut list = samples::contact_list(3);
    list.groups[0].rows[0].name = name;
    let mut record = samples::member_record(1);
    record.sections[0].fields[0].value = "阿卜杜热合曼·".repeat(8);

    for (name, document) in
        [("long_name_roster", &sheet as &dyn Document), ("long_name_contacts", &list), ("long_name_record", &record)]
    {
        let pdf = print(name, document, &[]);
        let text: String = text(&pdf).split_whitespace().collect();
        assert_eq!(text.matches("阿卜杜热合曼·").count(), 8, "{text}");
    }
}

/// However much was written before them.
#[rstest]
fn the_signatures_of_minutes_and_plan_stand_below_what_they_sign(#[values(0, 1, 2, 3, 4, 5, 6, 7)] more: usize) {
    let mut minutes = samples::minutes(1);
    minutes.resolutions = (0..=more).map(|number| format!("第{number}项决议")).collect();
    let pdf = print(&format!("minutes_signed_{more}"), &minutes.writing(), &[]);
    let page = on_last_page(&pdf, None);
    assert!(page.contains("主持人（签字）") && page.contains(&format!("第{more}项决议")), "{page}");

    let pdf = print(&format!("plan_signed_{more}"), &samples::meeting_plan(14 + more), &[]);
    let page = on_last_page(&pdf, None);
    assert!(page.contains("填报日期") && page.contains("合计：") && page.contains("14:30"), "{page}");
}

#[rstest]
fn totals_and_signatures_are_never_alone_on_a_page(#[values(9, 10, 11, 12, 13, 14, 15, 16)] people: usize) {
    let pdf = print(&format!("totals_{people}"), &samples::roster(people), &[]);
    let page = on_last_page(&pdf, None);
    assert!(page.contains(&format!("共{people}人：正式")) && page.contains("制表人："), "{page}");
    assert!(page.contains("138****5678"), "a member stands above them: {page}");

    let pdf = print(&format!("contacts_{people}"), &samples::contact_list(people * 2), &[]);
    let page = on_last_page(&pdf, None);
    assert!(page.contains("妥善保管") && page.contains("13812345678"), "{page}");

    let pdf = print(&format!("signed_{people}"), &samples::member_record(people), &[]);
    let page = on_last_page(&pdf, None);
    assert!(page.contains("本人（签字）") && page.contains("2026年第四季度"), "{page}");
}

#[test]
fn every_page_of_a_roster_repeats_its_header_and_every_page_of_contacts_its_group() {
    let roster = text(&print("headers_roster", &samples::roster(50), &[]));
    let contacts = text(&print("headers_contacts", &samples::contact_list(80), &[]));
    for page in roster.split('\u{c}').filter(|page| !page.trim().is_empty()) {
        assert!(page.contains("姓名") && page.contains("截至 2026年11月25日"), "{page}");
    }
    for page in contacts.split('\u{c}').filter(|page| !page.trim().is_empty()) {
        assert!(page.contains("固定电话") && (page.contains("党小组（") || page.contains("未编组（")), "{page}");
    }
}

#[test]
fn every_page_of_attendance_repeats_its_header_and_the_names() {
    let sheet = samples::attendance(50, 40);
    let pages = text(&print("headers_attendance", &sheet, &[]));
    for page in pages.split('\u{c}').filter(|page| !page.trim().is_empty()) {
        assert!(page.contains("姓名") && page.contains("2026年第三季度"), "{page}");
    }
    let pages: String = pages.split_whitespace().collect();
    for name in RARE_NAMES {
        assert_eq!(pages.matches(name).count(), 3, "{name} on each of three widths");
    }
    assert_eq!(pages.matches("提示").count(), pages.matches("到会率提示").count());
}

#[test]
fn what_the_branch_has_not_written_is_left_to_a_hand() {
    let text = text(&print("blank_resolution", &samples::vote_resolution(false), &[]));
    let text: String = text.split_whitespace().collect();
    assert!(text.contains("一、主要优点二、主要缺点三、大会意见四、表决情况"), "{text}");
}

#[test]
fn a_roster_prints_what_it_was_given_and_no_more() {
    let mut sheet = samples::roster(3);
    assert!(!text(&print("masked", &sheet.clone(), &[])).contains("公民身份号码"));
    sheet.revealed = true;
    sheet.rows[0].id_number = "440300199003105609".into();
    assert!(text(&print("revealed", &sheet, &[])).contains("440300199003105609"));
}

#[test]
fn a_photo_is_printed_where_there_is_one() {
    let mut record = samples::member_record(3);
    record.photo = Some(Photo { number: 0, bytes: samples::PNG.to_vec() });
    let document = record;

    let pdf = print("photo", &document, &[]);

    let images = run("pdfimages", &["-list".as_ref(), pdf.as_os_str()]);
    assert!(images.lines().skip(2).any(|line| line.contains("image")), "{images}");
    let preview = Typesetter::new().svg_pages(&document).expect("a preview").paper;
    assert!(preview[0].contains("href=\"data:image/png;base64,"), "the picture is inside the page");
    assert!(!text(&pdf).contains("照片"));
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

#[rstest]
#[case::twelve(12, 3)]
#[case::five(5, 2)]
#[case::one(1, 1)]
fn photos_stand_four_to_a_page_with_every_caption(#[case] count: u32, #[case] on: usize) {
    let alone = pages(&print("without_photos", &samples::minutes(3).writing(), &[]));
    let mut minutes = samples::minutes(3);
    minutes.photos = samples::photos(0, count);
    let captions: Vec<String> = minutes.photos.iter().map(|photo| photo.caption.clone()).collect();

    let pdf = print(&format!("photos_{count}"), &minutes.writing(), &[]);

    let pages = pages(&pdf);
    assert_eq!(pages[..alone.len()], alone, "the record itself stays as it is");
    assert_eq!(pages.len(), alone.len() + on);
    for (at, page) in pages.iter().enumerate().skip(alone.len()) {
        assert!(page.contains("附：会议照片2026年第四季度支部党员大会2026年11月25日"), "{page}");
        assert!(page.contains(&format!("—{}—", at + 1)), "{page}");
    }
    for (at, caption) in captions.iter().enumerate() {
        assert!(pages[alone.len() + at / 4].contains(caption.as_str()), "{caption}");
    }
    let unread = usize::from(count > 2);
    assert_eq!(pages.concat().matches("这张照片读不出来").count(), unread);
    assert_eq!(images(&pdf), count as usize - unread);
}

#[rstest]
#[case::of_three(3, 3, 5)]
#[case::of_fifty(12, 50, 12)]
#[case::of_one_meeting(1, 3, 0)]
fn a_bound_quarter_begins_each_meeting_on_a_new_page_that_its_contents_name(
    #[case] meetings: usize,
    #[case] people: usize,
    #[case] photos: u32,
) {
    let volume = samples::bound_quarter(meetings, people, photos);
    let (headings, captions): (Vec<_>, Vec<_>) = volume
        .meetings
        .iter()
        .map(|meeting| {
            let captions: Vec<_> = meeting.minutes.photos.iter().map(|photo| photo.caption.clone()).collect();
            (meeting.heading.clone(), captions)
        })
        .unzip();

    let pdf = print(&format!("bound_{meetings}_{people}"), &volume, &[]);

    let pages = pages(&pdf);
    let contents = text(&pdf).split('\u{c}').nth(1).expect("the contents").to_owned();
    let contents: Vec<_> = contents.lines().map(squeezed).collect();
    for (at, heading) in headings.iter().enumerate() {
        let title = format!("会议名称：第{}次支部党员大会", at + 1);
        let page = page_of(&pages, &title).expect("the minutes");
        assert!(
            pages[page - 1].starts_with(&format!("{}会议记录", samples::BRANCH)),
            "on a new page: {}",
            pages[page - 1]
        );
        assert!(pages[page - 1..=page].concat().contains("一、上次决议落实情况"), "numbered from the beginning");
        let line = contents.iter().find(|line| line.starts_with(&squeezed(heading))).expect("in the contents");
        assert_eq!(line.rsplit('.').next(), Some(page.to_string().as_str()), "{line}");
    }
    let whole = pages.concat();
    for caption in captions.iter().flatten().filter(|caption| !caption.is_empty()) {
        assert_eq!(whole.matches(caption.as_str()).count(), 1, "{caption}");
    }
    for (at, page) in pages.iter().enumerate().skip(1) {
        assert!(page.contains(&format!("—{}—", at + 1)), "numbered throughout: {page}");
        assert!(!page.contains("共1页"), "{page}");
    }
    for name in RARE_NAMES.iter().take(people) {
        assert!(whole.contains(name), "{name}");
    }
    assert!(whole.contains("签到表扫描20260920.pdf") && whole.contains("已取消：因台风停止户外活动"));
}

#[test]
fn a_bound_quarter_has_its_meetings_as_bookmarks_and_each_photo_once() {
    let mut volume = samples::bound_quarter(2, 3, 4);
    // The same picture at another meeting.
    let again = volume.meetings[0].minutes.photos[0].photo.clone().expect("a photo").bytes;
    volume.meetings[1].minutes.photos[0].photo.as_mut().expect("a photo").bytes = again;

    let pdf = print("bookmarks", &volume, &[]);

    let document = lopdf::Document::load(&pdf).expect("a readable PDF");
    let toc = document.get_toc().expect("bookmarks").toc;
    let titles: Vec<_> = toc.iter().map(|entry| (entry.level, entry.title.as_str())).collect();
    let expected = [
        (1, "组织生活计划与落实情况"),
        (1, "7月1日　第1次支部党员大会"),
        (2, "会议记录"),
        (2, "三会一课纪实报告表"),
        (2, "签到表扫描件"),
        (2, "会议照片"),
        (1, "8月2日　第2次支部党员大会"),
        (2, "会议记录"),
        (2, "会议照片"),
        (1, "到会统计表"),
        (1, "决议与落实情况"),
        (1, "未印入本册的签到表扫描件"),
    ];
    assert_eq!(titles, expected);
    let list = run("pdfimages", &["-list".as_ref(), pdf.as_os_str()]);
    let objects: BTreeSet<_> =
        list.lines().skip(2).filter_map(|line| line.split_whitespace().nth(10).map(str::to_owned)).collect();
    assert_eq!(objects.len(), 6, "{list}");
}

#[rstest]
fn the_signature_mark_stands_in_its_place_wherever_the_text_ends(#[values(0, 3, 6, 9, 12, 15, 18, 21)] lines: usize) {
    let mut report = samples::quarterly_report(3);
    samples::change(&mut report, |plan: &mut PlanSection| plan.text = "补足学时。\n".repeat(lines));
    let pdf = print(&format!("mark_{lines}"), &report.pages(), &[]);

    let mark = on_last_page(&pdf, Some(MARK_RECT));

    let fingerprint = "0123456789ABCDEF".repeat(4);
    assert_eq!(mark, format!("电子签名：{}签署时间：2026-10-0309:12+08:00证书指纹：{fingerprint}", samples::BRANCH));
    let page = on_last_page(&pdf, None);
    assert!(page.contains("（盖章）书记（签字）："), "{page}");
    assert!(page.contains(if lines == 0 { "无。" } else { "补足学时。" }), "the seal is not alone on its page: {page}");
}

#[test]
fn the_movements_of_a_quarter_stand_in_one_row() {
    let report = samples::quarterly_report(30);
    let text =
        run("pdftotext", &["-layout".as_ref(), print("movements", &report.pages(), &[]).as_os_str(), "-".as_ref()]);
    let row = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert!(text.lines().any(|line| row(line) == ["29", "1", "1", "0", "1", "0", "30"]), "{text}");
}

/// Every one of them in the order of the list, whatever the name's length; no row runs into another.
#[test]
fn a_report_of_hundreds_names_every_one() {
    let mut report = samples::quarterly_report(450);
    let mut members = report.section::<AttendanceSection>().expect("the section").members;
    members[3].name = "阿卜杜热合曼·".repeat(6);
    members[4].name = "Abdurrahman-Muhammadjan-Osmanjan-Alikhan-Yusufjan".into();
    samples::change(&mut report, |section: &mut AttendanceSection| section.members.clone_from(&members));
    let pdf = print("report_of_hundreds", &report.pages(), &[]);

    let text = run("pdftotext", &["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()]);

    for (index, member) in members.iter().enumerate() {
        let number = (index + 1).to_string();
        let row = text.lines().find(|line| {
            let mut words = line.split_whitespace();
            words.next() == Some(&number) && words.any(|word| word.contains('%'))
        });
        let row = squeezed(row.unwrap_or_else(|| panic!("no row {number}")));
        assert!(row.starts_with(&format!("{number}{}{}11", member.name, member.kind)), "{row}");
    }
    assert_eq!(outside(&pdf), Vec::<String>::new());
}

#[test]
fn an_unsigned_report_says_so_on_every_page_and_a_signed_one_nowhere() {
    let mut report = samples::quarterly_report(3);
    let signed = print("signed", &report.pages(), &[]);
    assert!(!text(&signed).contains("草稿") && !info(&signed, "Title").contains("草稿"));
    report.mark = None;
    let pdf = print("unsigned", &report.pages(), &[]);
    assert!(info(&pdf, "Title").contains("草稿"));
    let pages: Vec<String> = text(&pdf).split('\u{C}').map(|page| page.split_whitespace().collect()).collect();
    assert!(
        pages.len() > 2 && pages.iter().filter(|page| !page.is_empty()).all(|page| page.contains("草稿")),
        "{pages:?}"
    );

    assert_eq!(on_last_page(&pdf, Some(MARK_RECT)), "本件是草稿，没有签名，不作报送之用。");
}

/// What a later program wrote is named on the pages, and so is what it wrote in a way that cannot be read here.
#[test]
fn a_section_of_a_later_program_is_named() {
    let mut report = samples::quarterly_report(3);
    let later =
        r#"{ "dues": { "title": "党费收缴", "paid": 3 }, "study": { "title": "学习教育", "sessions": "四次" } }"#;
    report.sections.extend(serde_json::from_str::<BTreeMap<_, _>>(later).expect("sections"));
    let text: String = text(&print("later_sections", &report.pages(), &[])).split_whitespace().collect();
    for title in ["党费收缴", "学习教育"] {
        assert!(text.contains(&format!("{title}这一部分出自更新版本的程序")), "{title} in {text}");
    }
    assert!(text.contains("党员人数期末共有党员3名") && !text.contains("本季度组织学习"), "{text}");
}

/// Stub, letter and receipt each bear the number, and the number stands over both seams.
#[test]
fn a_letter_can_be_cut_into_its_three_parts() {
    let pdf = print("letter_in_parts", &samples::introduction_letter(), &[]);

    let text: String = text(&pdf).split_whitespace().collect();

    assert_eq!(text.matches("2026-007").count(), 5, "{text}");
    assert_eq!(text.matches("骑缝章").count(), 2);
    for part in ["介绍信存根", "介绍信回执联", "贴回执联处", "（有效期玖拾天）", "44030019900310562X"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
}

/// What nobody entered is left for the hand.
#[test]
fn a_letter_of_which_little_is_known_or_much_keeps_to_its_sheet() {
    let mut blank = samples::introduction_letter();
    (blank.sex, blank.age, blank.ethnicity, blank.id_number) = Default::default();
    (blank.dues_paid_to, blank.phone, blank.address, blank.office_phone, blank.postcode) = Default::default();
    let mut long = samples::introduction_letter();
    long.name = "阿卜杜热合曼·".repeat(8);
    for text in [&mut long.from_organization, &mut long.to_organization, &mut long.addressee, &mut long.address] {
        *text = "中共示例市示例区示例街道示例行业示例协会示例商会联合支部委员会".into();
    }

    for (name, letter) in [("blank_letter", blank), ("long_letter", long)] {
        let pdf = print(name, &letter, &[]);
        assert_eq!(info(&pdf, "Pages"), "1", "{name}");
    }
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
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
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
