//! One member in the real window: what is missing is filled in with one click, a change is dated, a photo kept, the past
//! written down, and a person who was entered twice becomes one again. Pictures are left in `target/e2e`.

use serde_json::{Value, json};
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-23";

#[tokio::test]
async fn a_member_is_filled_in_dated_photographed_and_merged() -> Outcome {
    let home = Home::new()?;
    let window = opened(&home).await?;
    window.click_text("党员名册").await?;
    window.click_text("钱秀英").await?;
    window.wait_text("还缺：").await?;
    window.wait_quiet().await?;
    window.screenshot("member-01-facts").await?;

    missing_with_one_click(&window).await?;
    photo(&window, &home).await?;
    dated_change(&window).await?;
    past(&window).await?;
    window.click_text("组织生活").await?;
    window.wait_quiet().await?;
    tab(&window, "组织生活", "九月党员大会", "member-08-meetings").await?;
    tab(&window, "学习", "2026年", "member-09-study").await?;
    tab(&window, "记录", "保存钱秀英的照片", "member-10-log").await?;
    entered_twice(&window).await?;
    merged(&window).await?;
    leave(&window).await?;
    print(&window).await?;
    found(&window).await?;
    window.close().await
}

/// The field has the focus: what is typed goes there.
async fn missing_with_one_click(window: &Window) -> Outcome {
    window.click_text("家庭住址").await?;
    window.wait_value("document.activeElement.closest('[data-field=address]')").await?;
    window.screenshot("member-02-form").await?;
    window.type_text("示例市示例区示例路 1 号").await?;
    window.wait_value("document.activeElement.value === '示例市示例区示例路 1 号' || null").await?;
    window.press("Control+s").await?;
    window.wait_text("已保存").await?;
    window.wait_text("示例市示例区示例路 1 号").await
}

async fn photo(window: &Window, home: &Home) -> Outcome {
    let path = home.path("照片.png");
    std::fs::write(&path, include_bytes!("../../../icons/icon.png"))?;
    home.choose(&path)?;
    window.click_text("加照片…").await?;
    window.wait_text("换照片…").await?;
    window.wait_value("document.querySelector('.photo-place img')?.naturalWidth > 0 || null").await?;
    window.screenshot("member-03-photo").await.map(drop)
}

async fn dated_change(window: &Window) -> Outcome {
    window.click_text("修改").await?;
    window.fill("党小组", "第二党小组").await?;
    window.press("Tab").await?;
    window.wait_text("有变动").await?;
    window.fill("变动原因", "调整分组").await?;
    window.screenshot("member-04-changed").await?;
    window.fill("从何时起", "2026-06").await?;
    window.fill("手机号", "１３８００００００９９").await?;
    window.press("Control+s").await?;
    window.wait_text("手机号已规范为“13800000099”").await?;
    window.screenshot("member-05-normalised").await.map(drop)
}

async fn past(window: &Window) -> Outcome {
    window.click_text("经历").await?;
    window.wait_text("编入第二党小组").await?;
    window.wait_text("调整分组").await?;
    window.click_text("补记一条变动…").await?;
    window.wait_quiet().await?;
    window.fill("从何时起", "2023-05-10").await?;
    window.fill("原因", "支部大会选举").await?;
    window.screenshot("member-06-past").await?;
    window.click_text("补记").await?;
    window.wait_text("任书记").await?;
    window.wait_quiet().await?;
    window.screenshot("member-07-timeline").await.map(drop)
}

async fn tab(window: &Window, name: &str, shown: &str, picture: &str) -> Outcome {
    window.run(CLICK_TAB, &[json!(name)]).await?;
    window.wait_text(shown).await?;
    window.wait_quiet().await?;
    window.screenshot(picture).await.map(drop)
}

/// 组织生活 also stands in the sidebar.
const CLICK_TAB: &str =
    "[...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent === arguments[0]).click()";

async fn entered_twice(window: &Window) -> Outcome {
    window.press("Escape").await?;
    window.click_text("添加党员").await?;
    window.fill("姓名", "钱秀英").await?;
    window.fill("固定电话", "0755-12345678").await?;
    window.press("Control+s").await?;
    window.wait_text("名册里已有同名的人").await?;
    window.screenshot("member-11-alike").await?;
    window.click_text("不是同一个人，仍然添加").await?;
    window.wait_text("还缺：").await
}

async fn merged(window: &Window) -> Outcome {
    window.press("Escape").await?;
    window.wait_quiet().await?;
    window.click_nth("钱秀英", 0).await?;
    window.click_text("合并重复的记录…").await?;
    window.click_text("与这一份比较").await?;
    window.wait_text("逐项选用哪一份的").await?;
    window.wait_quiet().await?;
    window.screenshot("member-12-merge").await?;
    window.click_text("合并成一份").await?;
    window.wait_text("两份记录已合并").await?;
    window.wait_text("现有 2").await?;
    window.wait_text("0755-12345678").await?;
    window.wait_quiet().await?;
    window.screenshot("member-13-merged").await?;
    window.press("Control+z").await?;
    // Both are back.
    window.wait_text("现有 3").await
}

async fn leave(window: &Window) -> Outcome {
    window.click_text("离开支部…").await?;
    window.wait_text("转出一般先开介绍信").await?;
    window.screenshot("member-14-leave").await?;
    window.click_text("取消").await
}

async fn print(window: &Window) -> Outcome {
    window.click_text("打印党员信息表…").await?;
    window.wait_text("共 2 页").await?;
    window.wait_quiet().await?;
    // A page that may not show what is in it shows a white place instead.
    window.wait_value(PHOTO_IN_PAGE).await?;
    window.screenshot("member-15-print").await?;
    window.press("Escape").await.map(drop)
}

/// Where the photo stands on the first page something red is seen, as in the picture that was given.
const PHOTO_IN_PAGE: &str = "(() => {
    const page = document.querySelector('.paper-page');
    if (!page?.naturalWidth) return null;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [600, Math.round(600 * page.naturalHeight / page.naturalWidth)];
    const ink = canvas.getContext('2d');
    ink.drawImage(page, 0, 0, canvas.width, canvas.height);
    const { data } = ink.getImageData(400, 0, 200, 300);
    let red = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 200 && data[at] > data[at + 1] + 80) red += 1;
    return red > 100 || null;
})()";

/// By keyboard alone, from wherever one is.
async fn found(window: &Window) -> Outcome {
    window.press("Escape").await?;
    window.click_text("首页").await?;
    for (typed, picture) in [("钱秀", "name"), ("qxy", "initials"), ("1020", "id-tail"), ("0099", "phone-tail")] {
        window.press("Control+k").await?;
        window.wait_value("document.activeElement.matches('.jump-input') || null").await?;
        window.type_text(typed).await?;
        window
            .wait_value(
                "document.querySelector('.jump-hit[aria-selected=true]')?.innerText.startsWith('钱秀英') || null",
            )
            .await?;
        window.screenshot(&format!("member-16-found-by-{picture}")).await?;
        window.press("Enter").await?;
        window.wait_value("document.querySelector('dialog.jump') === null || null").await?;
        window.wait_value("/roster\\/\\d+/.test(location.href) || null").await?;
        window.wait_text("打印党员信息表…").await?;
        window.press("Escape").await?;
        window.click_text("首页").await?;
        window.wait_text("要办的事").await?;
    }
    Ok(())
}

/// The window with a small roster: two members, a meeting and a session.
async fn opened(home: &Home) -> Outcome<Window> {
    let program = Program::in_folder(home.path("文档"), TODAY);
    let branch = json!({ "name": "示例协会支部" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    let member = |name: &str, more: Value| {
        let mut request = json!({ "id": null, "name": name, "kind": "full", "id_number": null, "sex": "female",
            "birth": "1980-05-03", "joined": "2010-07-01", "converted": "2011-07-01", "lost_contact_since": null,
            "entered_on": null, "ethnicity": "汉族", "education": "大学本科", "job_position": "干事",
            "mobile": "13800000002", "party_group": "第一党小组" });
        request.as_object_mut().into_iter().for_each(|all| all.extend(more.as_object().cloned().unwrap_or_default()));
        program.ok("member_save", json!({ "record": request }))["value"]["member"]["id"].clone()
    };
    let qian = member(
        "钱秀英",
        json!({ "id_number": "440300198005031020", "particulars": { "school": "示例大学", "work_began": "2003-08" } }),
    );
    member("孙志强", json!({ "sex": "male", "address": "示例路 2 号", "mobile": "13800000003" }));
    let head = json!({ "id": null, "kinds": ["general", "theme_day"], "title": "九月党员大会",
        "planned_at": "2026-09-18T14:30:00", "started_at": null, "ended_at": null, "place": "会议室",
        "party_group": null, "observers": [] });
    let meeting = program.ok("meeting_save", head)["value"]["head"]["id"].clone();
    let entry = json!({ "member": qian, "status": "on_leave", "reason": "出差" });
    program.ok("attendance_save", json!({ "id": meeting, "entries": [entry] }));
    let session = json!({ "id": null, "title": "学习党章", "held_on": "2026-10-10", "hours": 8, "intensive": true,
        "participants": [qian] });
    program.ok("study_save", session);
    program.ok("vault_lock", json!({}));
    Window::open_file(home, "文档/a.zhibu", PASSPHRASE, TODAY).await
}
