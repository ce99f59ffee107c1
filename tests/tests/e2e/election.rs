//! A committee is elected in the real window: prepared from the meeting, ballots on paper, counted by keyboard, a second
//! vote for the seat that was left, offices, the letter to the superior. Pictures are left in `target/e2e`.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
/// A list that is still opening lets a click through; one that is still closing would be taken for the next one.
const LIST_OPEN: &str = "document.getAnimations().length === 0 &&
    [...document.querySelectorAll('.el-select__popper')].some((list) => list.getBoundingClientRect().width > 0)";
const LISTS_CLOSED: &str = "document.getAnimations().length === 0 &&
    [...document.querySelectorAll('.el-select__popper')].every((list) => list.getBoundingClientRect().width === 0)";
const TODAY: &str = "2026-11-23";

/// A branch of 46 whose general meeting was held; the last two of those who may vote stayed away.
fn held_meeting(folder: PathBuf) -> Vec<String> {
    let sheet = include_bytes!("../../fixtures/rosters/national-export.xlsx");
    fs::write(folder.join("r.xlsx"), sheet).unwrap();
    let program = Program::in_folder(folder, TODAY);
    let branch = json!({ "name": "中共示例市示例协会支部委员会", "superior": "示例街道社会组织党委",
        "unit": "示例市示例协会", "has_committee": true });
    program.ok("vault_create", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    let digest = program.ok("roster_import_preview", json!({ "file": "r.xlsx" }))["digest"].clone();
    program.ok("roster_import", json!({ "file": "r.xlsx", "digest": digest }));
    let head = json!({ "id": null, "kinds": ["general"], "title": "换届选举党员大会", "planned_at": "2026-11-20T14:30:00",
        "started_at": null, "ended_at": null, "place": "协会三楼会议室", "chair": "", "recorder": "", "party_group": null });
    let meeting = program.ok("meeting_save", head);
    let rows = meeting["value"]["attendance"].as_array().unwrap().clone();
    let voters: Vec<&Value> = rows.iter().filter(|row| row["voting"] == true).collect();
    let away = &voters[voters.len() - 2..];
    let entry = |row: &Value| {
        let status = if away.iter().any(|one| one["member"] == row["member"]) { "absent" } else { "present" };
        json!({ "member": row["member"], "status": status, "reason": null })
    };
    let id = meeting["value"]["head"]["id"].clone();
    let entries: Vec<Value> = rows.iter().map(entry).collect();
    program.ok("attendance_save", json!({ "id": id, "entries": entries }));
    voters.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_committee_is_elected_from_the_candidates_to_the_letter() -> Outcome {
    let home = Home::new()?;
    let names = held_meeting(home.path("文档"));
    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    window.wait_text("组织生活").await?;

    prepare(&window, &names).await?;
    papers(&window, &home).await?;
    let present = u32::try_from(names.len()).unwrap() - 2;
    count(&window, present, &[present, present - 3, 5, 2], "election-06-tally").await?;
    window.wait_text("还有 1 个名额没有选出，须另行选举。").await?;
    window.screenshot("election-07-counted").await?;
    count(&window, present, &[present - 1, 0], "election-08-second-tally").await?;
    conclude(&window).await?;
    window.close().await
}

/// Three seats, four candidates.
async fn prepare(window: &Window, names: &[String]) -> Outcome {
    window.click_text("组织生活").await?;
    window.wait_text("换届选举党员大会").await?;
    window.wait_quiet().await?;
    window.click_text("换届选举党员大会").await?;
    window.wait_text("打印签到表或记录").await?;
    window.wait_quiet().await?;
    window.click_text("表决").await?;
    window.screenshot("election-01-meeting").await?;
    window.click_text("选举…").await?;
    window.wait_text("为什么选举").await?;
    window.fill("应选名额", "3").await?;
    window.fill("总监票人", &names[10]).await?;
    window.fill("监票人", &format!("{}、{}", names[11], names[12])).await?;
    window.fill("计票人", &names[13]).await?;
    window.screenshot("election-02-prepare").await?;
    window.click_text("下一步：选定候选人").await?;
    window.wait_text("候选人至少 4 名").await?;
    for name in &names[..4] {
        window.click_text(name).await?;
    }
    window.screenshot("election-03-candidates").await?;
    window.click_text("保存候选人").await?;
    window.wait_text("应选 3 名，候选人 4 名").await
}

async fn papers(window: &Window, home: &Home) -> Outcome {
    // The first one is in the index of the page.
    window.click_nth("选票", 1).await?;
    window.wait_text("页").await?;
    window.wait_quiet().await?;
    window.screenshot("election-04-ballots").await?;
    home.choose(&home.path("文档/选票.pdf"))?;
    window.click_text("保存为 PDF…").await?;
    window.wait_text("已保存为「选票.pdf」").await?;
    assert!(fs::read(home.path("文档/选票.pdf"))?.starts_with(b"%PDF"));
    Ok(())
}

/// By keyboard alone: Enter after each number, the abstentions follow.
async fn count(window: &Window, present: u32, votes: &[u32], picture: &str) -> Outcome {
    window.click_text("登记计票").await?;
    window.wait_value("document.activeElement.matches('.tally input')").await?;
    for number in [present, 0] {
        window.type_text(&number.to_string()).await?;
        window.press("Enter").await?;
    }
    for votes_for in votes {
        for number in [*votes_for, present - votes_for] {
            window.type_text(&number.to_string()).await?;
            window.press("Enter").await?;
        }
        window.press("Enter").await?;
    }
    window.wait_value("document.querySelector('[data-test=outcome]')?.innerText.includes('得票情况') || null").await?;
    window.screenshot(picture).await?;
    window.press("Enter").await?;
    window.wait_text("计票已保存").await
}

async fn conclude(window: &Window) -> Outcome {
    window.click_text("结果").await?;
    window.wait_text("当选支部委员会委员").await?;
    window.screenshot("election-09-result").await?;
    window.click_text("办结选举").await?;
    window.wait_text("有 3 处填写需要改正").await?;
    window.screenshot("election-10-refused").await?;
    for office in ["书记", "组织委员", "宣传委员"] {
        // The first who has none yet.
        window.click_text("请选职务").await?;
        window.wait_value(LIST_OPEN).await?;
        window.click_text(office).await?;
        window.wait_value(LISTS_CLOSED).await?;
    }
    window.click_text("办结选举").await?;
    window.wait_text("起记入党员名册").await?;
    window.wait_text("已办结").await?;
    window.screenshot("election-11-concluded").await?;
    window.click_text("选举结果报告").await?;
    window.wait_text("共 3 页").await?;
    window.wait_quiet().await?;
    window.screenshot("election-12-letter").await.map(drop)
}
