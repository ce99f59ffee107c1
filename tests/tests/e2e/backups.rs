//! Backups in the window: one put in the file's place and that taken back, one taken along, and a damaged file made whole
//! again before it is open. Pictures are left in `target/e2e`.

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};

use serde_json::json;
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-23";
const PLACE: &str = "文档/支部.zhibu";

/// A branch of two members, both from before the day's first backup.
async fn opened(home: &Home) -> Outcome<Window> {
    let program = Program::in_folder(home.path("文档"), "2026-11-20");
    let branch = json!({ "name": "中共示例市示例协会支部委员会", "superior": "示例街道社会组织党委",
        "unit": "示例市示例协会", "has_committee": false });
    program.ok("vault_create", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    for name in ["丁一", "王二"] {
        let member = json!({ "id": null, "name": name, "kind": "full", "id_number": null, "sex": null, "birth": null,
            "joined": null, "converted": null, "lost_contact_since": null, "offices": [], "entered_on": null });
        program.ok("member_save", json!({ "record": member }));
    }
    drop(program);
    Window::open_file(home, PLACE, PASSPHRASE, TODAY).await
}

async fn register_a_talk(window: &Window) -> Outcome {
    window.click_text("组织生活").await?;
    window.click_text("谈心谈话").await?;
    window.click_text("登记谈话").await?;
    window.choose("谈话人", "丁一").await?;
    window.choose("谈话对象", "王二").await?;
    window.fill("谈了什么", "谈了工作").await?;
    window.press("Control+s").await?;
    window.wait_text("丁一 与 王二").await
}

async fn to_the_talks(window: &Window) -> Outcome {
    window.click_text("组织生活").await?;
    window.click_text("谈心谈话").await
}

async fn to_the_backups(window: &Window) -> Outcome {
    window.click_text("设置").await?;
    window.click_text("备份与恢复…").await?;
    window.wait_text("为什么做的").await
}

async fn restore(window: &Window, kind: &str) -> Outcome {
    window.click_text(kind).await?;
    window.wait_text("最近一次修改").await?;
    window.click_text("恢复到这一天…").await?;
    window.wait_text("现在的档案先另存一份").await?;
    window.click_text("恢复").await?;
    window.wait_text("已经恢复").await
}

#[tokio::test]
async fn a_day_before_comes_back_and_what_came_after_it_too() -> Outcome {
    let home = Home::new()?;
    let window = opened(&home).await?;
    to_the_backups(&window).await?;
    window.wait_text("✓ 已验证").await?;
    register_a_talk(&window).await?;

    to_the_backups(&window).await?;
    window.click_text("日常备份").await?;
    window.wait_text("最近一次修改").await?;
    window.screenshot("backups-01-inside").await?;
    restore(&window, "日常备份").await?;
    window.screenshot("backups-02-restored").await?;
    to_the_talks(&window).await?;
    window.wait_text("登记谈话").await?;
    window.wait_quiet().await?;
    assert!(!window.text().await?.contains("丁一 与 王二"), "the talk came after the backup");

    to_the_backups(&window).await?;
    restore(&window, "恢复前留下").await?;
    to_the_talks(&window).await?;
    window.wait_text("丁一 与 王二").await?;

    // One is taken along; what arrived is a file that opens.
    let taken = home.path("U盘/带走的备份.zhibu");
    fs::create_dir_all(taken.parent().unwrap())?;
    home.choose(&taken)?;
    to_the_backups(&window).await?;
    window.click_text("日常备份").await?;
    window.click_text("复制到U盘…").await?;
    window.wait_text("读回来核对一致").await?;
    window.close().await?;
    let program = Program::in_folder(home.path("U盘"), TODAY);
    program.ok("vault_unlock", json!({ "file": "带走的备份.zhibu", "passphrase": PASSPHRASE }));
    Ok(())
}

#[tokio::test]
async fn a_damaged_file_is_made_whole_from_its_backup_without_being_opened() -> Outcome {
    let home = Home::new()?;
    let window = opened(&home).await?;
    to_the_backups(&window).await?;
    window.wait_text("✓ 已验证").await?;
    window.close().await?;

    let file = home.path(PLACE);
    let mut damaged = File::options().write(true).open(&file)?;
    damaged.seek(SeekFrom::Start(100))?;
    damaged.write_all(&[0; 4000])?;
    drop(damaged);
    let found = fs::read(&file)?;

    let window = Window::open(&home, TODAY).await?;
    window.fill("密码", PASSPHRASE).await?;
    window.press("Enter").await?;
    window.wait_value("document.querySelector('.problem')?.innerText || null").await?;
    window.screenshot("backups-03-damaged").await?;
    assert_eq!(fs::read(&file)?, found, "what cannot be opened is left as it is");
    window.click_text("从备份恢复…").await?;
    window.fill("密码", PASSPHRASE).await?;
    window.press("Enter").await?;
    window.wait_text("✓ 已验证").await?;
    window.click_text("日常备份").await?;
    window.wait_text("最近一次修改").await?;
    window.screenshot("backups-04-before-opening").await?;
    window.click_text("恢复到这一天…").await?;
    window.click_text("恢复").await?;
    window.wait_text("要办的事").await?;
    window.click_text("党员名册").await?;
    window.wait_text("现有 2").await?;
    window.close().await
}
