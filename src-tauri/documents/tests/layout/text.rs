//! What is written arrives on the page: rare characters, markup, endless runs, long names.

use super::*;

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
