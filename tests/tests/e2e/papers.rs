//! The papers of a meeting in the real window: a notice that goes out as a Word document, the resolution on whom the
//! branch admitted, the attendance of a quarter looked at and exported, and the quarter bound in one volume. Pictures
//! are left in `target/e2e`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};
use zhibu_core::outside::{Cell, Office};
use zhibu_documents::office::OfficeFiles;
use zhibu_tests::{Home, Outcome, Program, Window, pdf_pages};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-23";

const PHOTOS: [(&str, &[u8]); 4] = [
    ("会场.png", include_bytes!("../../../icons/icon.png")),
    ("领学.png", include_bytes!("../../../icons/icon.png")),
    ("服务.png", include_bytes!("../../../icons/icon.png")),
    ("资料.png", include_bytes!("../../../icons/icon.png")),
];

/// A branch of 46 with twelve meetings of the quarter; at the last one it admitted somebody.
fn quarter(folder: PathBuf) {
    fs::write(folder.join("r.xlsx"), include_bytes!("../../fixtures/rosters/national-export.xlsx")).unwrap();
    let program = Program::in_folder(folder, TODAY);
    let branch = json!({ "name": "中共示例市示例协会支部委员会", "has_committee": true });
    program.ok("vault_create", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    let digest = program.ok("roster_import_preview", json!({ "file": "r.xlsx" }))["digest"].clone();
    program.ok("roster_import", json!({ "file": "r.xlsx", "digest": digest }));
    let person = json!({ "id": null, "name": "江一帆", "id_number": null, "sex": null, "birth": "1994-05",
        "applied_on": "2024-10-01" });
    program.ok("development_save", person);
    let mut newest = Value::Null;
    for number in 0..12_usize {
        let day = format!("2026-{}-{:02}T14:30:00", if number < 6 { 10 } else { 11 }, number % 6 * 3 + 3);
        let (kind, title) =
            if number == 11 { ("general", "第四季度党员大会") } else { ("theme_day", "主题党日活动") };
        let head = json!({ "id": null, "kinds": [kind], "title": title, "planned_at": day, "place": "协会三楼会议室",
            "observers": ["钱某某"] });
        let meeting = program.ok("meeting_save", head)["value"].clone();
        newest = meeting["head"]["id"].clone();
        let entry = |(at, row): (usize, &Value)| match (at + number) % 13 {
            3 => json!({ "member": row["member"], "status": "on_leave", "reason": "因公出差" }),
            _ if at == 5 => json!({ "member": row["member"], "status": "absent", "reason": null }),
            _ => json!({ "member": row["member"], "status": "present", "reason": null }),
        };
        let entries: Vec<Value> = meeting["attendance"].as_array().unwrap().iter().enumerate().map(entry).collect();
        program.ok("attendance_save", json!({ "id": newest, "entries": entries }));
    }
    let vote = json!({ "meeting": newest, "id": null, "subject": "接收江一帆为预备党员", "motion": "admission",
        "ballot": "secret", "votes_for": 35, "votes_against": 0, "abstained": 1, "written_for": 1 });
    program.ok("vote_save", vote);
    for (name, bytes) in PHOTOS {
        fs::write(program.path(name), bytes).unwrap();
    }
    let names = PHOTOS.map(|(name, _)| name);
    // The sheet comes back from the scanner as a PDF.
    let sheet = json!({ "room": "meetings", "kind": "sign_in_sheet", "meeting": newest });
    program.ok("paper_save", json!({ "paper": sheet, "file": "扫描件.pdf" }));
    for (kind, files) in [("photo", &names[..]), ("sign_in_scan", &["扫描件.pdf"])] {
        let added =
            program.ok("attachment_add", json!({ "owner": { "meeting": newest }, "kind": kind, "files": files }));
        let rows = added["value"].as_array().unwrap().iter().filter(|row| row["kind"] == "photo");
        for (number, row) in rows.enumerate() {
            let caption = format!("第{}张照片的说明", number + 1);
            program.ok("attachment_save", json!({ "id": row["id"], "caption": caption, "position": null }));
        }
    }
}

#[tokio::test]
async fn a_notice_goes_out_as_word_and_the_attendance_of_a_quarter_as_a_sheet() -> Outcome {
    let home = Home::new()?;
    quarter(home.path("文档"));
    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    window.wait_text("组织生活").await?;
    window.click_text("组织生活").await?;
    window.wait_text("第四季度党员大会").await?;
    window.wait_quiet().await?;

    attendance(&window, &home).await?;
    window.click_text("组织生活").await?;
    window.wait_text("新建会议").await?;
    window.click_text("第四季度党员大会").await?;
    window.wait_text("打印签到表或记录").await?;
    window.wait_quiet().await?;
    resolution(&window, &home).await?;
    notice(&window, &home).await?;
    minutes(&window).await?;
    bound(&window, &home).await?;
    window.close().await
}

async fn attendance(window: &Window, home: &Home) -> Outcome {
    window.click_text("到会统计").await?;
    window.wait_text("每月到会率").await?;
    window.wait_text("连续三次未到").await?;
    window.wait_quiet().await?;
    window.screenshot("papers-01-attendance").await?;
    // The names stay where they are while the rest moves.
    let pinned = "const table = document.querySelector('.range');
        table.scrollIntoView({ block: 'start' });
        const name = table.querySelector('tbody .pinned');
        const before = name.getBoundingClientRect().left;
        table.scrollLeft = 400;
        return table.scrollLeft > 0 && name.getBoundingClientRect().left === before";
    assert_eq!(window.run(pinned, &[]).await?, true);
    window.screenshot("papers-02-attendance-scrolled").await?;
    home.choose(&home.path("文档/到会.xlsx"))?;
    window.click_text("导出表格…").await?;
    window.wait_text("已保存为「到会.xlsx」").await?;
    let grid = OfficeFiles.read(&fs::read(home.path("文档/到会.xlsx"))?)?.remove(0).grid?;
    assert_eq!(grid.rows[0][0], Cell::Text("姓名".to_owned()));
    assert_eq!(grid.rows[0].len(), 2 + 12 + 7);
    window.click_text("打印…").await?;
    window.wait_text("共 3 页").await?;
    window.wait_quiet().await?;
    window.screenshot("papers-03-attendance-paper").await?;
    window.press("Escape").await?;
    window.wait_gone("共 3 页").await
}

async fn resolution(window: &Window, home: &Home) -> Outcome {
    window.click_text("支部大会决议").await?;
    window.wait_text("主要优点").await?;
    window.fill("关于谁", "江一帆").await?;
    window.press("Escape").await?;
    window.fill("主要优点", "工作踏实，群众基础好。").await?;
    window.click_text("保存").await?;
    window.wait_text("已保存").await?;
    window.wait_quiet().await?;
    window.screenshot("papers-04-resolution").await?;
    home.choose(&home.path("文档/决议"))?;
    window.click_text("保存为 Word 文档…").await?;
    window.wait_text("已保存为「决议.docx」").await?;
    let docx = fs::read(home.path("文档/决议.docx"))?;
    assert!(holds(&docx, "关于接收江一帆为中共预备党员的决议") && holds(&docx, "工作踏实，群众基础好。"));
    window.click_text("收起").await?;
    window.click_text("表决票和计票单…").await?;
    window.wait_text("先写表决事项。").await?;
    window.fill("表决事项", "接收江一帆为预备党员").await?;
    window.press("Enter").await?;
    window.wait_text("页").await?;
    window.wait_quiet().await?;
    window.screenshot("papers-05-ballots").await?;
    window.press("Escape").await?;
    window.wait_gone("表决票张数").await
}

async fn notice(window: &Window, home: &Home) -> Outcome {
    window.click_text("会议通知").await?;
    window.wait_text("有关要求").await?;
    window.fill("有关要求", "请带《中国共产党章程》。").await?;
    window.click_text("保存").await?;
    window.wait_text("已保存").await?;
    window.wait_quiet().await?;
    window.screenshot("papers-06-notice").await?;
    home.choose(&home.path("文档/通知"))?;
    window.click_text("保存为 Word 文档…").await?;
    window.wait_text("已保存为「通知.docx」").await?;
    let docx = fs::read(home.path("文档/通知.docx"))?;
    assert!(docx.starts_with(b"PK") && holds(&docx, "请带《中国共产党章程》。") && holds(&docx, "全体党员："));
    Ok(())
}

async fn minutes(window: &Window) -> Outcome {
    window.click_text("会议记录").await?;
    window.wait_text("附照片（4 张）").await?;
    window.wait_text("共 3 页").await?;
    window.wait_quiet().await?;
    window.screenshot("papers-07-minutes-with-photos").await?;
    window.click_text("附照片（4 张）").await?;
    window.wait_text("共 2 页").await?;
    window.click_text("纪实报告表").await?;
    window.wait_text("共 1 页").await?;
    window.wait_quiet().await?;
    window.screenshot("papers-08-record-form").await.map(drop)
}

async fn bound(window: &Window, home: &Home) -> Outcome {
    window.click_text("组织生活").await?;
    window.wait_text("新建会议").await?;
    window.click_text("本季度计划").await?;
    window.click_text("合订本…").await?;
    window.wait_text("还缺这些，照样可以合订").await?;
    window.wait_text("没有签到表扫描件").await?;
    window.click_text("纪实报告表").await?;
    window.fill("整理人", "江一帆").await?;
    window.wait_quiet().await?;
    window.screenshot("papers-09-bound-choices").await?;
    window.press("Enter").await?;
    window.wait_text("保存和打印的是全部").await?;
    window.wait_quiet().await?;
    window.screenshot("papers-10-bound-preview").await?;
    home.choose(&home.path("文档/合订本"))?;
    window.click_text("保存为 PDF…").await?;
    window.wait_text("已保存为「合订本.pdf」").await?;

    let pages = pdf_pages(&home.path("文档/合订本.pdf"))?;
    assert!(
        pages[0].contains("2026年第四季度组织生活记录合订本") && pages[0].contains("整理人：江一帆"),
        "{}",
        pages[0]
    );
    let meeting = pages.iter().position(|page| page.contains("会议名称：第四季度党员大会")).ok_or("no minutes")? + 1;
    assert!(pages[1].contains("11月18日第四季度党员大会（支部党员大会）."), "{}", pages[1]);
    assert!(pages[1].contains(&format!(".{meeting}到会统计表")), "{meeting} in {}", pages[1]);
    let photos = pages.iter().find(|page| page.contains("附：会议照片")).ok_or("no photos")?;
    for number in 1..=4 {
        assert!(photos.contains(&format!("第{number}张照片的说明")), "{photos}");
    }
    assert_eq!(pages.iter().filter(|page| page.contains("纪实报告表")).count(), 12);
    // Its pages are pictures now, under their heads.
    assert_eq!(pages.iter().filter(|page| page.contains("签到表扫描件")).count(), 3);
    assert!(!pages.iter().any(|page| page.contains("未印入本册")));
    let info = Command::new("pdfinfo").arg(home.path("文档/合订本.pdf")).output()?;
    assert!(String::from_utf8_lossy(&info.stdout).contains(&format!("{}\n", pages.len())));
    window.press("Escape").await?;
    window.wait_gone("装订哪些").await
}

/// The parts of a .docx are stored as they are.
fn holds(docx: &[u8], text: &str) -> bool {
    docx.windows(text.len()).any(|part| part == text.as_bytes())
}
