//! Every page of the window in the smallest window and the largest letters: nothing is wider than its place, cut, or on top
//! of something else. Pictures are left in `target/e2e`.

use std::process::Command;

use serde_json::json;
use zhibu_tests::{Home, Outcome, Window, binary};

const TODAY: &str = "2026-11-23";
const PASSPHRASE: &str = "demo-branch-2026";
/// What a page is looked over with.
const CHECK: &str = include_str!("layout_check.js");

const PAGES: &[&str] = &[
    "/",
    "/branch",
    "/roster",
    "/roster/1",
    "/roster/new",
    "/roster/import",
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
    "/elections/new/1",
    "/appraisals",
    "/appraisals?new=1",
    "/appraisals/1",
    "/development",
    "/development/1",
    "/development/audit",
    "/development/1/audit",
    "/development/register",
    "/study",
    "/study?new=1",
    "/dues",
    "/dues?member=1",
    "/dues/bases",
    "/dues/ledger",
    "/dues/import",
    "/roster/disposals",
    "/study/plan",
    "/study/plan?new=1",
    "/study/hours",
    "/study/lacks",
    "/study/library",
    "/study/library/1",
    "/study/library?new=1",
    "/reports",
    "/reports/2026",
    "/reports/2026Q3/sign",
    "/reports/signing",
    "/reports/handbook",
    "/reports/package",
    "/reports/returns",
    "/reports/returns/1",
    "/reports/verify",
    "/superior/branches",
    "/superior/inbox",
    "/superior/sums",
    "/rules",
    "/rules/set",
    "/settings",
    "/backups",
];

/// The places of the window's own table to which none of some addresses leads.
const LEFT_OUT: &str = "const router = document.querySelector('#app').__vue_app__.config.globalProperties.$router;
    const visited = arguments[0].map((page) => router.resolve(page).matched.at(-1)?.path);
    return router.getRoutes().filter(({ path, redirect }) => !redirect && !visited.includes(path)).map(({ path }) => path)";

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

    let left_out = window.run(LEFT_OUT, &[json!(PAGES)]).await?;
    assert_eq!(left_out, json!([]), "places that are not looked at");

    let mut faults = Vec::new();
    for (width, letters) in [(1366, 16), (1024, 16), (1366, 20), (1024, 20)] {
        window.resize(width, 768).await?;
        window.run("localStorage.setItem('text-size', arguments[0])", &[json!(letters.to_string())]).await?;
        window.run("document.documentElement.style.fontSize = arguments[0]", &[json!(format!("{letters}px"))]).await?;
        let size = Size { width, letters };
        for page in PAGES {
            go_to(&window, page).await?;
            size.look_over(&window, page, &mut faults).await?;
        }
        look_over_what_was_chosen(&window, &home, &size, &mut faults).await?;
        go_to(&window, "/roster").await?;
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

    go_to(&window, "/meetings/1").await?;
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

/// The pages that show a file once it is chosen.
async fn look_over_what_was_chosen(window: &Window, home: &Home, size: &Size, faults: &mut Vec<String>) -> Outcome {
    home.choose(&home.path("文档/示范/名册（全国系统导出）.xlsx"))?;
    go_to(window, "/roster/import").await?;
    window.click_text("选文件…").await?;
    window.wait_text("改栏目和表头…").await?;
    size.look_over(window, "/roster/import?read", faults).await?;
    window.click_text("改栏目和表头…").await?;
    size.look_over(window, "/roster/import?columns", faults).await?;

    home.choose(&home.path("文档/示范/2026年第三季度报告（已签名）.pdf"))?;
    go_to(window, "/reports/verify").await?;
    window.click_text("选文件…").await?;
    window.wait_text("报告里的数据").await?;
    size.look_over(window, "/reports/verify?read", faults).await?;

    go_to(window, "/backups").await?;
    window.run("document.querySelector('[data-test=backups] .link-button').click()", &[]).await?;
    window.wait_text("恢复到这一天…").await?;
    size.look_over(window, "/backups?chosen", faults).await
}

async fn go_to(window: &Window, page: &str) -> Outcome {
    window.run("location.hash = arguments[0]", &[json!(format!("#{page}"))]).await?;
    window.wait_quiet().await
}

/// How wide the window is, and how high the letters.
struct Size {
    width: u32,
    letters: u32,
}

impl Size {
    /// Adds what is wrong with the page that is shown. Of the smallest window with the largest letters a picture is kept
    /// in any case.
    async fn look_over(&self, window: &Window, page: &str, faults: &mut Vec<String>) -> Outcome {
        let Self { width, letters } = self;
        window.wait_quiet().await?;
        let found = window.run(CHECK, &[]).await?;
        let faulty = found.as_array().is_some_and(|found| !found.is_empty());
        if faulty || (*width == 1024 && *letters == 20) {
            window.screenshot(&format!("layout-{width}-{letters}{}", page.replace(['/', '?', '='], "-"))).await?;
        }
        if faulty {
            faults.push(format!("{page} at {width}, {letters} px: {found}"));
        }
        Ok(())
    }
}
