//! A quarter of meetings in the real window: planned, signed in by keyboard, written down, and bound in one volume.

#![allow(clippy::print_stdout)] // it says how long it took

use std::path::PathBuf;
use std::time::Instant;

use serde_json::json;
use zhibu_tests::{Home, Outcome, Program, Window, pdf_pages};

const PASSPHRASE: &str = "晨光里的名册2026";
const BEGINNING: &str = "2026-10-02";
const END: &str = "2026-12-30";
/// Members of the branch, as many as one branch may have (B05).
const MEMBERS: usize = 50;

/// A branch of fifty, without a committee, and nothing held yet.
fn branch(folder: PathBuf) {
    let program = Program::in_folder(folder, BEGINNING);
    let branch = json!({ "name": "中共示例市示例协会支部委员会", "superior": "示例街道社会组织党委",
        "unit": "示例市示例协会", "has_committee": false });
    program.ok("vault_create", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    for number in 0..MEMBERS {
        let name: String = ["赵钱孙李周吴郑王冯陈", "建国文思晓玉志海丽明"]
            .iter()
            .zip([number / 5 % 10, number % 10])
            .filter_map(|(letters, at)| letters.chars().nth(at))
            .collect();
        let rare = ["李𬭎", "何䶮", "马𫟦"].get(number).map(|name| (*name).to_owned());
        let member = json!({ "id": null, "name": rare.unwrap_or(name), "kind": "full", "id_number": null, "sex": null,
            "birth": null, "joined": null, "converted": null, "lost_contact_since": null,
            "offices": if number == 0 { json!(["secretary"]) } else { json!([]) }, "entered_on": null,
            "party_group": format!("第{}党小组", ["一", "二"][number % 2]) });
        program.ok("member_save", json!({ "record": member, "confirmed_duplicate": true }));
    }
}

#[tokio::test]
async fn a_quarter_goes_from_its_plan_to_one_bound_volume() -> Outcome {
    let home = Home::new()?;
    branch(home.path("文档"));
    let window = open(&home, BEGINNING).await?;
    plan(&window, &home).await?;
    window.close().await?;

    let window = open(&home, END).await?;
    window.click_text("组织生活").await?;
    window.wait_text("年度工作总结党员大会").await?;
    window.click_text("年度工作总结党员大会").await?;
    window.wait_text("还没有登记到会").await?;
    window.wait_quiet().await?;
    sign_in(&window).await?;
    write(&window, &home).await?;
    copy(&window).await?;
    bind(&window, &home).await?;
    window.close().await
}

async fn open(home: &Home, today: &str) -> Outcome<Window> {
    home.forget_choices()?;
    let window = Window::open_file(home, "文档/支部.zhibu", PASSPHRASE, today).await?;
    window.wait_quiet().await?;
    Ok(window)
}

/// What the rules ask for is proposed, one of them named otherwise, and all of it planned with one button.
async fn plan(window: &Window, home: &Home) -> Outcome {
    window.click_text("组织生活").await?;
    window.wait_quiet().await?;
    window.click_text("本季度计划").await?;
    window.wait_text("还缺这些，建议这样安排").await?;
    window.wait_quiet().await?;
    window.screenshot("quarter-01-proposed").await?;
    let titles = "[...document.querySelectorAll('.plan-draft')].find((draft) => draft.innerText.includes('党员大会'))";
    window.run(&format!("{titles}.querySelector('[aria-label=标题]').select()"), &[]).await?;
    window.type_text("年度工作总结党员大会").await?;
    let planned = window.run("return document.querySelectorAll('.plan-draft').length", &[]).await?;
    window.click_text(&format!("把这 {planned} 次列入计划")).await?;
    window.wait_text("按规程要开的，这一季度都已经有了安排。").await?;
    window.wait_quiet().await?;
    window.screenshot("quarter-02-planned").await?;

    let pdf = home.path("计划.pdf");
    home.choose(&pdf)?;
    window.click_text("看计划报备表").await?;
    window.wait_quiet().await?;
    window.click_text("保存为 PDF…").await?;
    window.wait_text("计划.pdf").await?;
    assert!(pdf_pages(&pdf)?.concat().contains("年度工作总结党员大会"));

    // The next year, all of it at once.
    window.click_text("收起报备表").await?;
    window.click_text("全年").await?;
    window.click_text("下一年").await?;
    window.wait_text("2027年").await?;
    window.wait_quiet().await?;
    window.screenshot("quarter-02b-year").await?;
    let proposed = window.run("return document.querySelectorAll('.plan-draft').length", &[]).await?;
    assert!(proposed.as_u64().is_some_and(|count| count > 40), "12 theme days, 24 group meetings …: {proposed}");
    window.click_text("看计划报备表").await?;
    window.wait_value("document.querySelector('img[alt=\"2027年组织生活计划 第1页\"]') ? 1 : null").await.map(drop)
}

/// Fifty people with one key each, and nothing but the keyboard.
async fn sign_in(window: &Window) -> Outcome {
    window.run("document.querySelector('[data-person]').focus()", &[]).await?;
    let started = Instant::now();
    for number in 0..MEMBERS {
        match number {
            7 | 23 => {
                window.press("q").await?;
                window.type_text("出差").await?;
                window.press("Enter").await?;
            }
            31 => window.press("x").await?,
            _ => window.press("Space").await?,
        }
    }
    window.press("Control+s").await?;
    window.wait_value("document.querySelector('[data-test=save-state]').innerText === '已保存' || null").await?;
    println!("{MEMBERS} people signed in by keyboard in {:.1} s", started.elapsed().as_secs_f64());
    let counts = window.run("return document.querySelector('[data-test=counts]').innerText", &[]).await?;
    let counts: String = counts.as_str().unwrap_or_default().split_whitespace().collect();
    assert!(counts.contains("应到50实到47请假2缺席1"), "{counts}");
    assert!(!counts.contains("未登记"), "{counts}");
    window.wait_quiet().await?;
    window.screenshot("quarter-03-signed-in").await?;

    window.select("名单的排列", "按党小组").await?;
    window.wait_text("名单的排列已更改").await?;
    window.wait_quiet().await?;
    window.screenshot("quarter-04-by-groups").await.map(drop)
}

/// An item, a resolution somebody has to see to, and the photos of the day.
async fn write(window: &Window, home: &Home) -> Outcome {
    window.click_text("加一个议题").await?;
    window.fill("议题 1", "总结全年工作").await?;
    window.fill("议题 1 的记录", "支部书记作工作总结，党员逐一发言。").await?;
    window.click_text("加一条决议").await?;
    window.fill("决议 1", "明年每月第二个星期三过主题党日").await?;
    window.fill("谁落实", "李𬭎").await?;
    window.press("Control+s").await?;
    window.wait_quiet().await?;
    let mut photos = Vec::new();
    for number in 1..=5 {
        let path = home.path(format!("照片{number}.png"));
        std::fs::write(&path, include_bytes!("../../../icons/icon.png"))?;
        photos.push(path.display().to_string());
    }
    home.choose(photos.join("\t").as_ref())?;
    window.click_text("加照片…").await?;
    window.wait_value("document.querySelectorAll('[data-test=attachments] .photos img').length === 5 || null").await?;
    window.click_text("放大照片 2").await?;
    window.wait_text("第 2 张，共 5 张").await?;
    window.press("Right").await?;
    window.wait_text("第 3 张，共 5 张").await?;
    window.wait_quiet().await?;
    window.screenshot("quarter-05-large-photo").await?;
    window.press("Escape").await?;
    window.wait_gone("第 3 张，共 5 张").await
}

/// The copy is a page of its own: what is changed there is not changed here.
async fn copy(window: &Window) -> Outcome {
    window.click_text("照此再开一次…").await?;
    window.fill("日期", "2027-01-13").await?;
    window.click_text("建立会议").await?;
    window.wait_text("2027年1月13日 星期三").await?;
    window.wait_quiet().await?;
    window.wait_text("未召开").await?;
    let resolutions = "return document.querySelectorAll('[data-test=resolutions] textarea').length";
    assert_eq!(window.run(resolutions, &[]).await?, json!(0));
    window.screenshot("quarter-06-copied").await.map(drop)
}

async fn bind(window: &Window, home: &Home) -> Outcome {
    window.click_text("组织生活").await?;
    window.wait_quiet().await?;
    window.click_text("本季度计划").await?;
    window.wait_quiet().await?;
    window.click_text("合订本…").await?;
    window.wait_text("装订哪些").await?;
    window.wait_quiet().await?;
    window.screenshot("quarter-07-what-to-bind").await?;
    let pdf = home.path("合订本.pdf");
    home.choose(&pdf)?;
    window.click_text("合订并预览").await?;
    window.wait_text("共 ").await?;
    window.wait_quiet().await?;
    window.screenshot("quarter-08-bound").await?;
    window.click_text("保存为 PDF…").await?;
    window.wait_text("合订本.pdf").await?;
    let text = pdf_pages(&pdf)?.concat();
    for said in [
        "2026年第四季度",
        "年度工作总结党员大会",
        "总结全年工作",
        "明年每月第二个星期三过主题党日",
        "应到50人",
        "整理人：李𬭎",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    Ok(())
}
