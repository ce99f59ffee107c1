//! The quarterly report.

use super::*;

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
        r#"{ "funds": { "title": "工作经费", "paid": 3 }, "study": { "title": "学习教育", "sessions": "四次" } }"#;
    report.sections.extend(serde_json::from_str::<BTreeMap<_, _>>(later).expect("sections"));
    let text: String = text(&print("later_sections", &report.pages(), &[])).split_whitespace().collect();
    for title in ["工作经费", "学习教育"] {
        assert!(text.contains(&format!("{title}这一部分出自更新版本的程序")), "{title} in {text}");
    }
    assert!(text.contains("党员人数期末共有党员3名") && !text.contains("本季度组织学习"), "{text}");
}
