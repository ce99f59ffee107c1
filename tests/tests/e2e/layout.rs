//! Every page of the window in the smallest window and the largest letters: nothing is wider than its place, cut, or on top
//! of something else. Pictures are left in `target/e2e`.

use std::process::Command;

use serde_json::json;
use zhibu_tests::{Home, Outcome, Window, binary};

const TODAY: &str = "2026-11-23";
const PASSPHRASE: &str = "demo-branch-2026";
/// What a page is looked over with.
const CHECK: &str = include_str!("layout_check.js");

const PAGES: [&str; 30] = [
    "/",
    "/branch",
    "/roster",
    "/roster/1",
    "/roster/new",
    "/roster/statistics",
    "/transfers",
    "/transfers?new=out",
    "/transfers?new=in",
    "/meetings",
    "/meetings?new=1",
    "/meetings/plan",
    "/meetings/plan/2027Q1",
    "/meetings/attendance",
    "/meetings/tasks",
    "/meetings/talks",
    "/meetings/1",
    "/elections",
    "/elections/1",
    "/appraisals",
    "/appraisals?new=1",
    "/appraisals/1",
    "/development",
    "/development/1",
    "/study",
    "/study?new=1",
    "/reports",
    "/reports/signing",
    "/rules",
    "/settings",
];

#[tokio::test]
async fn no_page_overlaps_or_is_cut_in_a_small_window_with_large_letters() -> Outcome {
    let home = Home::new()?;
    let made = Command::new(binary("zhibu-cli")?)
        .args(["--today", TODAY, "demo"])
        .arg(home.path("文档/示范"))
        .env("ZHIBU_PASSPHRASE", PASSPHRASE)
        .output()?;
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let file = std::fs::read_dir(home.path("文档/示范"))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| path.extension().is_some_and(|ending| ending == "zhibu"))
        .ok_or("the demo made no file")?;
    let name = file.strip_prefix(home.path(""))?.to_string_lossy().into_owned();
    let window = Window::open_file(&home, &name, PASSPHRASE, TODAY).await?;

    // Something to be done again: the bar below is at its fullest.
    window.click_text("设置").await?;
    window.fill("姓名", "甲乙丙").await?;
    window.press("Enter").await?;
    window.wait_text("：修改设置").await?;
    window.run("document.activeElement.blur()", &[]).await?;
    window.press("Control+z").await?;
    window.wait_value("document.querySelectorAll('footer .status-label').length === 3 || null").await?;

    let mut faults = Vec::new();
    for (width, letters) in [(1366, 16), (1024, 16), (1366, 20), (1024, 20)] {
        window.resize(width, 768).await?;
        window.run("localStorage.setItem('text-size', arguments[0])", &[json!(letters.to_string())]).await?;
        window.run("document.documentElement.style.fontSize = arguments[0]", &[json!(format!("{letters}px"))]).await?;
        for page in PAGES {
            window.run("location.hash = arguments[0]", &[json!(format!("#{page}"))]).await?;
            window.wait_quiet().await?;
            let found = window.run(CHECK, &[]).await?;
            if found.as_array().is_some_and(|found| !found.is_empty()) {
                let picture = format!("layout-{width}-{letters}{}", page.replace(['/', '?', '='], "-"));
                window.screenshot(&picture).await?;
                faults.push(format!("{page} at {width}, {letters} px: {found}"));
            } else if width == 1024 && letters == 20 {
                window.screenshot(&format!("layout-{width}-{letters}{}", page.replace(['/', '?', '='], "-"))).await?;
            }
        }
        window.run("location.hash = '#/roster'", &[]).await?;
        window.wait_quiet().await?;
        window.click_text("筛选").await?;
        let inside = "const { left, right } = document.querySelector('.drop-body').getBoundingClientRect();
            return left >= 0 && right <= innerWidth";
        if window.run(inside, &[]).await? != json!(true) {
            window.screenshot(&format!("layout-{width}-{letters}-filters")).await?;
            faults.push(format!("the filters of the roster at {width}, {letters} px: outside of the window"));
        }
        window.press("Escape").await?;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));

    window.run("location.hash = '#/meetings/1'", &[]).await?;
    window.wait_quiet().await?;
    window.click_text("登记表决").await?;
    window.fill("表决事项", "购置学习书籍").await?;
    window.fill("赞成", "999").await?;
    window.click_text("保存表决").await?;
    window.wait_value("document.querySelector('.vote-counts .field-error')?.innerText || null").await?;
    window.screenshot("layout-vote-error").await?;
    let tops = "return [...new Set([...document.querySelectorAll('.vote-counts input')]
        .map((box) => Math.round(box.getBoundingClientRect().top)))].length";
    assert_eq!(window.run(tops, &[]).await?, json!(1), "the boxes of a vote stand in one line");
    let apart = "const boxes = [...document.querySelectorAll('.vote-counts .el-input-number')];
        return boxes.every((box, at) => at === 0
            || boxes[at - 1].getBoundingClientRect().right <= box.getBoundingClientRect().left)";
    assert_eq!(window.run(apart, &[]).await?, json!(true), "and beside each other");
    window.close().await
}
