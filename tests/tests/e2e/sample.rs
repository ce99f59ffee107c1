//! The made-up branch: from the first page, marked on every page, in a file of its own.

use zhibu_tests::{Home, Outcome, Window};

const BAND: &str = "示例支部：人和事都是编的";

#[tokio::test]
async fn a_newcomer_plays_with_the_made_up_branch_and_begins_with_nothing_of_it() -> Outcome {
    let home = Home::new()?;
    let window = Window::open(&home, "2026-11-23").await?;
    window.click_text("先看看示例支部").await?;
    window.wait_text(BAND).await?;
    window.screenshot("sample-home").await?;
    for (room, there) in
        [("党员名册", "陈国国"), ("组织生活", "主题党日"), ("发展党员", "何若水"), ("报告报送", "签名")]
    {
        window.click_text(room).await?;
        window.wait_text(there).await?;
        window.wait_text(BAND).await?;
    }
    window.click_text("设置").await?;
    window.fill("姓名", "甲乙丙").await?;
    window.press("Enter").await?;
    window.wait_text("：修改设置").await?;

    // As it was left; then anew.
    window.click_text("退出示例").await?;
    window.wait_text("这是哪个支部？").await?;
    window.wait_gone(BAND).await?;
    window.click_text("先看看示例支部").await?;
    window.wait_text("：修改设置").await?;
    window.click_text("重新做一份").await?;
    window.wait_gone("：修改设置").await?;
    window.wait_text(BAND).await?;
    window.click_text("退出示例").await?;

    // It is not among the files opened before: the next start asks for the branch.
    window.wait_text("这是哪个支部？").await?;
    window.close().await?;
    let window = Window::open(&home, "2026-11-23").await?;
    window.wait_text("这是哪个支部？").await?;
    window.close().await
}
