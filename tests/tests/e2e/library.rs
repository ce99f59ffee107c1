//! The library in the real window: a document with a file is taken in, found by its sound and by what is written in the file,
//! learnt from, and named in the record of the session.

use std::process::Command;

use serde_json::json;
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-23";

#[tokio::test]
async fn a_document_is_taken_in_found_by_pinyin_learnt_and_named_in_the_record() -> Outcome {
    let home = Home::new()?;
    branch(&home);
    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    window.click_text("学习教育").await?;
    window.click_text("文库").await?;
    window.wait_text("文库里还没有文件").await?;
    window.click_text("收进一份文件").await?;
    window.fill("标题", "集中学习考勤办法").await?;
    window.fill("文号", "示例〔2026〕8号").await?;
    window.press("Enter").await?;
    window.wait_text("已收进文库").await?;
    window.wait_text("用在哪里").await?;

    let notes = home.path("文档/考勤办法.txt");
    std::fs::write(&notes, "第一条 请假由党小组长同意。\n第二条 缺席的一个月内补学。")?;
    home.choose(&notes)?;
    window.click_text("加文件…").await?;
    window.wait_text("考勤办法.txt").await?;
    window.screenshot("library-01-document").await?;
    window.click_text("查看").await?;
    window.wait_text("第二条 缺席的一个月内补学。").await?;
    window.press("Escape").await?;
    window.wait_gone("第二条 缺席的一个月内补学。").await?;
    window.press("Escape").await?;
    window.wait_gone("用在哪里").await?;

    window.fill("在文库里查找", "jzxx").await?;
    window.wait_text("集中学习考勤办法").await?;
    window.fill("在文库里查找", "党小组长同意").await?;
    window.wait_text("文件“考勤办法.txt”").await?;
    window.screenshot("library-02-found").await?;

    window.click_text("集中学习考勤办法").await?;
    window.click_text("用它记一次学习…").await?;
    window.wait_value("document.querySelector('[data-test=study-form]') && document.querySelector('[data-test=document-picker]').textContent.includes('示例〔2026〕8号') || null").await?;
    window.click_text("全选").await?;
    window.screenshot("library-03-session").await?;
    window.press("Control+s").await?;
    window.wait_text("材料 1 份").await?;
    window.close().await?;
    what_was_kept(&home);
    Ok(())
}

fn branch(home: &Home) {
    let program = Program::in_folder(home.path("文档"), TODAY);
    let branch = json!({ "name": "示例协会党支部", "superior": "示例街道党委" });
    program.ok("vault_create", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    let record = json!({ "id": null, "name": "张三", "kind": "full", "joined": "2010-01-05", "converted": "2011-01-05",
        "id_number": null, "sex": null, "birth": null, "lost_contact_since": null, "entered_on": null });
    program.ok("member_save", json!({ "record": record }));
    program.ok("vault_lock", json!({}));
}

fn what_was_kept(home: &Home) {
    let program = Program::in_folder(home.path("文档"), TODAY);
    program.ok("vault_unlock", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE }));
    let session = program.ok("study_year", json!({ "year": 2026 }))["sessions"][0]["id"].clone();
    let record = json!({ "room": "study", "kind": "study_record", "session": session });
    program.ok("paper_save", json!({ "paper": record, "file": "记录.pdf" }));
    let text = Command::new("pdftotext").args(["-raw"]).arg(home.path("文档/记录.pdf")).arg("-").output().unwrap();
    let text = String::from_utf8_lossy(&text.stdout).replace(char::is_whitespace, "");
    assert!(
        text.contains("《集中学习考勤办法》（示例〔2026〕8号）"),
        "the record does not name what was learnt: {text}"
    );
}
