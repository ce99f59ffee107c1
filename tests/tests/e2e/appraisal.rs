//! Members are appraised in the real window: begun from the meeting, ticked, balloted and counted by keyboard, graded, the
//! result table on paper and the grade on the member's page. Pictures are left in `target/e2e`.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-30";
const FULL: [&str; 5] = ["丁一", "王二", "李𬭎", "张三", "赵五"];

/// Five members and one on probation; the meeting was held, and one stayed away.
fn held_meeting(folder: PathBuf) {
    let program = Program::in_folder(folder, TODAY);
    let branch = json!({ "name": "中共示例市示例协会支部委员会", "superior": "示例街道社会组织党委",
        "unit": "示例市示例协会", "has_committee": false });
    program.ok("vault_create", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    for (name, kind) in FULL.map(|name| (name, "full")).into_iter().chain([("冯预备", "probationary")]) {
        let member = json!({ "id": null, "name": name, "kind": kind, "id_number": null, "sex": null, "birth": null,
            "joined": null, "converted": null, "lost_contact_since": null, "entered_on": null });
        program.ok("member_save", json!({ "record": member }));
    }
    let head = json!({ "id": null, "kinds": ["appraisal"], "title": "年度评议会", "planned_at": "2026-11-25T14:30:00",
        "started_at": null, "ended_at": null, "place": "协会三楼会议室", "chair": "", "recorder": "", "party_group": null });
    let meeting = program.ok("meeting_save", head);
    let entry = |row: &Value| {
        let status = if row["name"] == "赵五" { "absent" } else { "present" };
        json!({ "member": row["member"], "status": status, "reason": null })
    };
    let entries: Vec<Value> = meeting["value"]["attendance"].as_array().unwrap().iter().map(entry).collect();
    program.ok("attendance_save", json!({ "id": meeting["value"]["head"]["id"], "entries": entries }));
}

#[tokio::test]
async fn members_are_appraised_from_the_meeting_to_the_result_table() -> Outcome {
    let home = Home::new()?;
    held_meeting(home.path("文档"));
    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    // No rule says until which day.
    window.click_text("以后或没有期限").await?;
    window.wait_text("已召开，还没有登记民主评议的情况").await?;
    window.screenshot("appraisal-01-home").await?;

    begin(&window).await?;
    tick(&window).await?;
    count(&window).await?;
    grade(&window).await?;
    papers(&window, &home).await?;
    on_the_members_page(&window).await?;
    window.close().await
}

async fn begin(window: &Window) -> Outcome {
    window.click_text("组织生活").await?;
    window.wait_text("年度评议会").await?;
    window.wait_quiet().await?;
    window.click_text("年度评议会").await?;
    window.wait_text("开始民主评议").await?;
    window.wait_quiet().await?;
    window.screenshot("appraisal-02-meeting").await?;
    window.click_text("开始民主评议").await?;
    window.wait_text("应到党员 6 名，实到 5 名").await?;
    window.wait_quiet().await?;
    window.screenshot("appraisal-03-begun").await.map(drop)
}

/// One text is written, all are ticked.
async fn tick(window: &Window) -> Outcome {
    window.click_text("写自评材料").await?;
    window.wait_value("document.activeElement.matches('[data-test=own] textarea')").await?;
    window.type_text("一年来按时参加组织生活").await?;
    window.click_text("全部已自评").await?;
    window.wait_value("document.querySelector('[data-test=own] .tag.good')?.innerText === '6 / 6' || null").await?;
    window.screenshot("appraisal-04-own").await?;
    window.click_text("全部已互评").await?;
    window.wait_value("document.querySelector('[data-test=mutual] .tag.good')?.innerText === '6 / 6' || null").await?;
    window.wait_quiet().await
}

/// By keyboard: Enter after each number.
async fn count(window: &Window) -> Outcome {
    // The first one is in the index of the page.
    window.click_text("民主测评").await?;
    window.run("document.querySelector('[data-test=ballot-form] input[data-column=\"1\"]').focus()", &[]).await?;
    window.type_text("5").await?;
    window.press("Enter").await?;
    for votes in [[1, 4, 0, 0], [4, 1, 0, 0], [4, 2, 0, 0], [2, 3, 0, 0], [0, 2, 3, 0]] {
        for number in votes {
            window.type_text(&number.to_string()).await?;
            window.press("Enter").await?;
        }
    }
    window.wait_text("四项共 6 票，多于收回的 5 张").await?;
    window.screenshot("appraisal-05-too-many").await?;
    window
        .run("document.querySelector('[data-test=ballot-form] input[data-row=\"3\"][data-column=\"1\"]').focus()", &[])
        .await?;
    window.type_text("1").await?;
    window.wait_gone("多于收回的 5 张").await?;
    window.click_text("保存计票").await?;
    window.wait_text("计票已保存").await?;
    window.wait_quiet().await?;
    window.screenshot("appraisal-06-counted").await.map(drop)
}

/// 王二 and 李𬭎 have the most 优秀; the last one gets less than 合格.
async fn grade(window: &Window) -> Outcome {
    window.click_text("组织评定").await?;
    window.run("document.querySelector('[data-person]').focus()", &[]).await?;
    for key in ["1", "1", "1", "2", "3"] {
        window.press(key).await?;
    }
    window.wait_value("document.activeElement.matches('.grade-reason input') || null").await?;
    window.wait_text("评为优秀 3 名，6 名党员中一般不超过 2 名").await?;
    window.screenshot("appraisal-07-too-many-excellent").await?;
    window.type_text("长期在外，由书记谈话").await?;
    window.run("document.querySelectorAll('[data-person]')[2].focus()", &[]).await?;
    window.press("2").await?;
    window.wait_gone("评为优秀 3 名").await?;
    window.wait_quiet().await?;
    window.screenshot("appraisal-08-graded").await.map(drop)
}

async fn papers(window: &Window, home: &Home) -> Outcome {
    window.click_text("民主评议结果表").await?;
    window.wait_text("共 1 页").await?;
    window.wait_quiet().await?;
    window.screenshot("appraisal-09-result").await?;
    home.choose(&home.path("文档/结果表.pdf"))?;
    window.click_text("保存为 PDF…").await?;
    window.wait_text("已保存为「结果表.pdf」").await?;
    assert!(fs::read(home.path("文档/结果表.pdf"))?.starts_with(b"%PDF"));
    Ok(())
}

async fn on_the_members_page(window: &Window) -> Outcome {
    window.click_text("党员名册").await?;
    window.wait_text("赵五").await?;
    window.wait_quiet().await?;
    window.click_text("赵五").await?;
    window.wait_text("打印党员信息表…").await?;
    window.wait_quiet().await?;
    window.click_text("民主评议").await?;
    window.wait_text("基本合格").await?;
    window.wait_text("长期在外，由书记谈话").await?;
    window.screenshot("appraisal-10-member").await.map(drop)
}
