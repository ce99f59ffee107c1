//! A development file from the application to the archive, across the change of the law, in the real window: what happened is
//! entered step by step, the meeting that admitted is the one in the minutes book, who is approved stands in the roster, the
//! examination is walked through, and papers come out.

use serde_json::json;
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
/// All of it is over: the file reaches into years whose holidays are not known yet.
const TODAY: &str = "2028-01-31";
/// The general meeting that admits.
const ADMISSION: &str = "2026-10-13";

/// What is entered, in order: the kind as the page calls it, what its day is called, and the day.
const BEFORE_THE_MEETING: &[(&str, &str, &str)] = &[
    ("党组织派人谈话", "谈话日期", "2024-09-20"),
    ("确定为入党积极分子", "会议日期", "2025-01-07"),
    ("上级党委备案", "备案日期", "2025-01-15"),
    ("指定培养联系人", "指定日期", "2025-01-07"),
    ("半年考察", "考察日期", "2025-07-01"),
    ("讨论拟列为发展对象", "会议日期", "2026-05-19"),
    ("上级党委备案（同意）", "答复日期", "2026-06-01"),
    ("列为发展对象", "列为发展对象日期", "2026-06-15"),
    ("确定入党介绍人", "确定日期", "2026-06-16"),
    ("政治审查结论", "结论日期", "2026-07-15"),
    ("短期集中培训", "开始日期", "2026-08-03"),
    ("支委会审查", "会议日期", "2026-09-01"),
    ("上级党委预审", "书面答复日期", "2026-09-18"),
    ("填写入党志愿书", "填写日期", "2026-09-25"),
];

const AFTER_THE_APPROVAL: &[(&str, &str, &str)] = &[
    ("上级组织部门备案", "备案日期", "2026-12-01"),
    ("编入党支部和党小组", "编入日期", "2026-11-20"),
    ("入党宣誓", "宣誓日期", "2026-12-10"),
    ("预备党员考察", "考察日期", "2027-04-12"),
    ("提出转正申请", "申请书落款日期", "2027-10-08"),
    ("支委会审查（转正）", "会议日期", "2027-10-12"),
    ("支部大会讨论转正", "大会日期", "2027-10-19"),
];

#[tokio::test]
async fn a_file_goes_from_the_application_to_the_archive_across_the_change_of_the_law() -> Outcome {
    let home = Home::new()?;
    branch(&home);
    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    window.click_text("发展党员").await?;
    window.click_text("新建发展档案").await?;
    window.fill("姓名", "江一帆").await?;
    window.fill("递交入党申请书日期", "2024-09-02").await?;
    window.press("Tab").await?;
    window.click_text("建立档案").await?;
    window.wait_text("第 1 / 25 步").await?;
    for (kind, day_title, day) in BEFORE_THE_MEETING {
        enter(&window, kind, day_title, day).await?;
    }
    window.wait_text("第 14 / 25 步").await?;
    window.wait_text("从这一步起按2026年修订的细则").await?;
    window.screenshot("development-01-candidate").await?;

    // The meeting is the one in the minutes book, with its vote: no number is typed again.
    window.click_text("登记“支部大会讨论接收”").await?;
    // The list of a form opens where it is shown, not at its input.
    let opened = "(() => { const list = document.querySelector('[data-test=meeting-choice] .el-select__wrapper')
        list?.scrollIntoView({ block: 'center' }); list?.click(); return list ? true : null })()";
    window.wait_value(opened).await?;
    window.click_text("2026年10月13日 接收预备党员的支部党员大会").await?;
    window.wait_text("按会议里的这项表决").await?;
    window.screenshot("development-02-meeting").await?;
    save(&window, "支部大会讨论接收").await?;
    enter(&window, "上级党委派人谈话", "谈话日期", "2026-10-28").await?;
    // By the approval the person comes into the roster.
    enter(&window, "上级党委审批", "批复日期", "2026-11-16").await?;
    for (kind, day_title, day) in AFTER_THE_APPROVAL {
        enter(&window, kind, day_title, day).await?;
    }
    enter(&window, "上级党委审批（转正）", "批复日期", "2027-11-15").await?;
    enter(&window, "材料归档", "移交日期", "2027-12-06").await?;
    window.wait_text("第 25 / 25 步").await?;
    window.wait_quiet().await?;
    window.screenshot("development-03-archived").await?;
    examination(&window).await?;
    window.close().await?;
    in_the_roster(&home);
    Ok(())
}

/// By the approval the person came into the roster, by that of the conversion became a full member from the end of the
/// probation on.
fn in_the_roster(home: &Home) {
    let program = Program::in_folder(home.path("文档"), TODAY);
    program.ok("vault_unlock", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE }));
    let rows = program.ok("roster_list", json!({ "search": "江一帆" }));
    let member = program.ok("member_get", json!({ "id": rows["rows"][0]["id"], "reveal": false }))["member"].clone();
    assert_eq!((&member["kind"], &member["joined"]), (&json!("full"), &json!(ADMISSION)));
    assert_eq!(member["converted"], "2027-10-13");
}

/// A branch of seven with a committee, and the meeting that admits: held, and voted.
fn branch(home: &Home) {
    let program = Program::in_folder(home.path("文档"), TODAY);
    let branch = json!({ "name": "示例协会党支部", "superior": "示例街道党委", "has_committee": true });
    program.ok("vault_create", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    for number in 1..=7 {
        let record = json!({ "id": null, "name": format!("党员{number}"), "kind": "full", "joined": "2010-01-05",
            "converted": "2011-01-05", "id_number": null, "sex": null, "birth": null, "lost_contact_since": null,
            "entered_on": null });
        program.ok("member_save", json!({ "record": record, "changed": { "since": "2012-01-01", "why": "" } }));
    }
    let head = json!({ "id": null, "kinds": ["general"], "title": "接收预备党员的支部党员大会",
        "planned_at": format!("{ADMISSION}T14:30:00"), "place": "会议室", "observers": [] });
    let meeting = program.ok("meeting_save", head)["value"].clone();
    let id = meeting["head"]["id"].clone();
    let rows = meeting["attendance"].as_array().unwrap().iter();
    let entries: Vec<_> =
        rows.map(|row| json!({ "member": row["member"], "status": "present", "reason": null })).collect();
    program.ok("attendance_save", json!({ "id": id, "entries": entries }));
    program.ok(
        "vote_save",
        json!({ "meeting": id, "id": null, "subject": "接收江一帆为中共预备党员",
        "motion": "admission", "ballot": "secret", "votes_for": 7, "votes_against": 0, "abstained": 0 }),
    );
    program.ok("vault_lock", json!({}));
}

async fn enter(window: &Window, kind: &str, day_title: &str, day: &str) -> Outcome {
    window.click_text(&format!("登记“{kind}”")).await?;
    window.fill(day_title, day).await?;
    window.press("Tab").await?;
    save(window, kind).await
}

/// Saves the open form, and waits until it is gone.
async fn save(window: &Window, kind: &str) -> Outcome {
    window.run("document.querySelector('[data-test=entry-form] button[type=submit]').click()", &[]).await?;
    let settled = "(() => { const form = document.querySelector('[data-test=entry-form]')
        return !form || form.innerText.includes('照样保存') || form.querySelector('[role=alert]') ? true : null })()";
    window.wait_value(settled).await?;
    let left = window.run("return document.querySelector('[data-test=entry-form]')?.innerText ?? ''", &[]).await?;
    assert_eq!(left, "", "{kind} was not saved");
    window.wait_quiet().await
}

async fn examination(window: &Window) -> Outcome {
    window.click_text("体检").await?;
    window.wait_text("档案里没有入党申请书").await?;
    window.wait_quiet().await?;
    window.screenshot("development-04-audit").await?;
    window.click_text("逐条查看").await?;
    window.wait_quiet().await?;
    window.press("j").await?;
    window.wait_quiet().await?;
    window.screenshot("development-05-walk").await.map(drop)
}
