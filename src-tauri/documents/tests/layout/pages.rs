//! Where a page ends: lines, headers that repeat, signatures that stay with what they sign.

use super::*;

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
