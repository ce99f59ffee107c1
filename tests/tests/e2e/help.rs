//! The help in the real window: on the first page, beside a page and beside a form, and a search in it. Pictures are left in
//! `target/e2e`.

use std::path::PathBuf;

use serde_json::json;
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-23";
const ABOUT_STUDY: &str = "这里订全年的学习计划，登记每次学习，按人累计学时，谁缺了什么也列得出来。";
const ABOUT_MEETINGS: &str = "这一页列出支部的各种会议和活动。";

#[tokio::test]
async fn f1_explains_the_page_one_is_on_and_is_in_nobodys_way() -> Outcome {
    let home = Home::new()?;
    let window = Window::open(&home, TODAY).await?;
    window.wait_text("这是哪个支部？").await?;
    window.press("F1").await?;
    window.wait_text("第一次使用").await?;
    window.screenshot("help-01-first").await?;
    window.press("Escape").await?;
    window.wait_gone("第一次使用").await?;
    window.close().await?;

    branch(home.path("文档"));
    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    window.resize(1366, 768).await?;
    follows(&window).await?;
    search(&window).await?;
    beside_a_form(&window).await?;
    window.close().await
}

fn branch(folder: PathBuf) {
    let program = Program::in_folder(folder, TODAY);
    let branch = json!({ "name": "中共示例市示例协会支部委员会", "superior": "示例街道社会组织党委",
        "unit": "示例市示例协会", "has_committee": false });
    program.ok("vault_create", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
}

/// It opens at the page's own section and goes along to the next page.
async fn follows(window: &Window) -> Outcome {
    window.click_text("学习教育").await?;
    window.wait_quiet().await?;
    window.press("F1").await?;
    window.wait_text(ABOUT_STUDY).await?;
    window.screenshot("help-02-page").await?;
    window.click_text("组织生活").await?;
    window.wait_text(ABOUT_MEETINGS).await
}

/// What is found opens with the words marked.
async fn search(window: &Window) -> Outcome {
    window.fill("查找说明", "恢复码 钥匙").await?;
    window.wait_text("第一次使用 · 恢复码").await?;
    window.screenshot("help-03-found").await?;
    window.press("Enter").await?;
    window.wait_value("document.querySelector('[data-test=help] article mark')").await?;
    window.click_text("回到这一页的说明").await?;
    window.wait_text(ABOUT_MEETINGS).await?;
    window.press("Escape").await?;
    window.wait_gone(ABOUT_MEETINGS).await
}

/// A form that is half filled in stays as it is; the next Esc is the form's own.
async fn beside_a_form(window: &Window) -> Outcome {
    window.click_text("新建会议").await?;
    window.fill("标题", "写了一半").await?;
    window.press("F1").await?;
    window.wait_text(ABOUT_MEETINGS).await?;
    window.screenshot("help-04-form").await?;
    window.press("Escape").await?;
    window.wait_gone(ABOUT_MEETINGS).await?;
    window.wait_value("document.activeElement.value === '写了一半' || null").await?;
    window.press("Escape").await?;
    window.wait_text("有内容还没有保存").await?;
    window.click_text("不保存").await?;
    window.wait_gone("计划日期").await
}
