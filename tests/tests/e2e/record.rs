//! A meeting is written down in the real window: who came late, who said what, a kept agenda, photos, and a resolution
//! that a later meeting follows up. Pictures are left in `target/e2e`.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use zhibu_tests::{Home, Outcome, Program, Window, pdf_pages};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-30";

/// Four members, a meeting held and one to be held, both in this quarter; and what the third quarter's report has counted.
fn meetings(folder: PathBuf) {
    let program = Program::in_folder(folder, TODAY);
    let branch = json!({ "name": "中共示例市示例协会支部委员会", "superior": "示例街道社会组织党委",
        "unit": "示例市示例协会", "has_committee": false });
    program.ok("vault_create", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    for (name, offices) in [("丁一", vec!["secretary"]), ("王二", vec![]), ("李𬭎", vec![]), ("张三", vec![])]
    {
        let member = json!({ "id": null, "name": name, "kind": "full", "id_number": null, "sex": null, "birth": null,
            "joined": null, "converted": null, "lost_contact_since": null, "offices": offices, "entered_on": null });
        program.ok("member_save", json!({ "record": member }));
    }
    for (kind, title, at) in [
        ("general", "九月支部党员大会", "2026-09-16T14:30:00"),
        ("general", "十月支部党员大会", "2026-10-20T14:30:00"),
        ("organizational_life", "年度组织生活会", "2026-11-25T14:30:00"),
    ] {
        let head = json!({ "id": null, "kinds": [kind], "title": title, "planned_at": at, "started_at": null,
            "ended_at": null, "place": "协会三楼会议室", "chair": "丁一", "recorder": "王二", "party_group": null });
        let meeting = program.ok("meeting_save", head)["value"].clone();
        if kind == "general" {
            let entry = |row: &Value| json!({ "member": row["member"], "status": "present", "reason": null });
            let entries: Vec<Value> = meeting["attendance"].as_array().unwrap().iter().map(entry).collect();
            program.ok("attendance_save", json!({ "id": meeting["head"]["id"], "entries": entries }));
        }
        if title.starts_with('十') {
            let record = json!({ "id": meeting["head"]["id"], "agenda": [{ "title": "学习", "content": "学习文件" }],
                "resolutions": [{ "text": "购置学习书籍", "responsible": "张三", "due": "2026-11-20" }] });
            program.ok("meeting_record_save", record);
        }
    }
    program.ok("report_sign", json!({ "quarter": "2026Q3", "reason": null }));
}

#[tokio::test]
async fn a_meeting_is_written_down_with_photos_and_follows_up_what_was_resolved() -> Outcome {
    let home = Home::new()?;
    meetings(home.path("文档"));
    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    window.wait_text("决议“购置学习书籍”（张三）已过期限，还没有办结").await?;
    window.screenshot("record-01-home").await?;

    window.click_text("组织生活").await?;
    window.wait_text("年度组织生活会").await?;
    window.wait_quiet().await?;
    window.click_text("年度组织生活会").await?;
    window.wait_text("上次决议落实").await?;
    window.wait_quiet().await?;
    attend(&window).await?;
    follow_up(&window).await?;
    write(&window).await?;
    admit(&window).await?;
    photos(&window, &home).await?;
    minutes(&window, &home).await?;
    correct(&window).await?;
    window.close().await
}

/// By keyboard: two came, one of them late, one is on leave, one away.
async fn attend(window: &Window) -> Outcome {
    window.run("document.querySelector('[data-person]').focus()", &[]).await?;
    for key in ["Space", "Up", "t", "Down", "q"] {
        window.press(key).await?;
    }
    window.type_text("出差").await?;
    window.press("Enter").await?;
    window.press("x").await?;
    window.wait_value("document.querySelector('[data-test=counts]').innerText.includes('迟到 1') || null").await?;
    window.press("Control+s").await?;
    window.wait_quiet().await?;
    window.screenshot("record-02-attendance").await.map(drop)
}

async fn follow_up(window: &Window) -> Outcome {
    window.run("document.querySelector('[data-test=follow-up]').scrollIntoView()", &[]).await?;
    window.click_text("登记落实情况").await?;
    window.fill("落实情况", "已购 4 册，发到每名党员").await?;
    window.click_text("已办结").await?;
    window.click_text("保存").await?;
    window.wait_text("已购 4 册").await?;
    window.wait_quiet().await?;
    window.screenshot("record-03-follow-up").await.map(drop)
}

/// An item with a speaker, kept as an agenda; and what a member found in himself.
async fn write(window: &Window) -> Outcome {
    window.click_text("加一个议题").await?;
    window.fill("议题 1", "交流发言").await?;
    window.click_text("加一人发言").await?;
    window.wait_value("document.activeElement.closest('.point-line') ? 1 : null").await?;
    window.type_text("李𬭎").await?;
    window.press("Tab").await?;
    window.fill("发言要点", "谈了学习体会").await?;
    window.press("Control+s").await?;
    window.wait_quiet().await?;
    window.screenshot("record-04-points").await?;

    window.click_text("常用议程…").await?;
    window.fill("把现在的议题存为", "组织生活会").await?;
    window.click_text("存为常用议程").await?;
    window.wait_text("已存为常用议程“组织生活会”").await?;
    window.screenshot("record-05-template").await?;
    window.press("Escape").await?;

    window.run("document.querySelector('[data-test=examinations] textarea').focus()", &[]).await?;
    window.type_text("深入群众不够").await?;
    window.press("Control+s").await?;
    window.wait_quiet().await?;
    window.screenshot("record-06-examination").await.map(drop)
}

/// D15: only a general meeting admits, whatever the vote is called. The refusal stands at its field, and the three counts
/// still in one line.
async fn admit(window: &Window) -> Outcome {
    window.click_text("登记表决").await?;
    window.fill("表决事项", "接收张三为预备党员").await?;
    for (label, votes) in [("赞成", "2"), ("不赞成", "0"), ("弃权", "0")] {
        window.fill(label, votes).await?;
    }
    window.click_text("保存表决").await?;
    window.wait_text("这次会议不是支部党员大会").await?;
    window.wait_quiet().await?;
    window.screenshot("record-07-refused").await?;
    let at_its_field =
        "document.querySelector('[data-test=vote-form] [data-field=motion] .field-error')?.innerText || null";
    window.wait_value(at_its_field).await?;
    let tops = window
        .run(
            "return [...document.querySelectorAll('.vote-counts input')].map((one) => one.getBoundingClientRect().top)",
            &[],
        )
        .await?;
    let tops = tops.as_array().unwrap();
    assert!(tops.len() == 3 && tops.iter().all(|top| top == &tops[0]), "{tops:?}");
    window.click_text("取消").await?;
    window.click_text("不保存").await
}

/// Two photos in one dialog, one of them with what it shows.
async fn photos(window: &Window, home: &Home) -> Outcome {
    for name in ["会场.png", "合影.png"] {
        fs::write(home.path(name), include_bytes!("../../../icons/icon.png"))?;
    }
    let both = format!("{}\t{}", home.path("会场.png").display(), home.path("合影.png").display());
    home.choose(both.as_ref())?;
    window.click_text("加照片…").await?;
    window.wait_value("document.querySelectorAll('[data-test=attachments] img').length === 2 || null").await?;
    window.run("document.querySelector('[data-test=attachments] .photos input').focus()", &[]).await?;
    window.type_text("会场").await?;
    window.press("Enter").await?;
    window
        .wait_value("document.querySelector('[data-test=attachments]').textContent.includes('已保存') || null")
        .await?;
    window.wait_quiet().await?;
    window.screenshot("record-08-photos").await.map(drop)
}

async fn minutes(window: &Window, home: &Home) -> Outcome {
    let pdf = home.path("记录.pdf");
    home.choose(&pdf)?;
    window.run("document.querySelector('#meeting-print').scrollIntoView()", &[]).await?;
    window.click_text("会议记录").await?;
    window.wait_quiet().await?;
    window.click_text("保存为 PDF…").await?;
    window.wait_text("记录.pdf").await?;
    let text = pdf_pages(&pdf)?.concat();
    for said in [
        "丁一（迟到）",
        "李𬭎（出差）",
        "购置学习书籍：已购4册，发到每名党员（已办结）",
        "李𬭎：谈了学习体会",
        "深入群众不够",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    Ok(())
}

/// What was signed for is changed only with a reason.
async fn correct(window: &Window) -> Outcome {
    window.click_text("组织生活").await?;
    window.wait_text("九月支部党员大会").await?;
    window.wait_quiet().await?;
    window.click_text("九月支部党员大会").await?;
    window.wait_text("这次会议已写进").await?;
    window.wait_quiet().await?;
    window.screenshot("record-08-reported").await?;
    window.fill("为什么更正", "漏记一人迟到").await?;
    window.click_text("开始更正").await?;
    window.wait_text("正在更正：漏记一人迟到").await
}
