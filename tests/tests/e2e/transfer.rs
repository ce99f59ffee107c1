//! A member goes and another comes, in the real window: the letter is issued and previewed, the member stays until the
//! receipt; the newcomer is in the roster from acceptance. A letter that ran out is on the home page. Pictures are left in
//! `target/e2e`.

use serde_json::{Value, json};
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-23";

#[tokio::test]
async fn a_member_leaves_with_the_receipt_and_another_comes_with_the_acceptance() -> Outcome {
    let home = Home::new()?;
    let (program, _) = branch_of_two(&home);
    let window = opened(&home, &program, TODAY).await?;
    window.click_text("党员名册").await?;
    transfers(&window).await?;
    window.wait_text("还没有转接过组织关系").await?;
    window.screenshot("transfer-01-empty").await?;

    issued(&window).await?;
    previewed(&window).await?;
    in_roster(&window, "钱秀英", "transfer-05-still-here").await?;
    received(&window).await?;
    corrected(&window).await?;
    among_the_former(&window).await?;
    arrived(&window).await?;
    accepted(&window).await?;
    window.close().await
}

#[tokio::test]
async fn a_letter_that_ran_out_is_a_pocket_member_on_the_home_page() -> Outcome {
    let home = Home::new()?;
    let (program, qian) = branch_of_two(&home);
    let letter = json!({ "id": null, "member": qian, "addressee": "中共示例区委组织部", "to_organization": "示例街道支部",
        "from_organization": "示例协会支部", "issued_on": "2026-10-01", "valid_days": 30, "dues_paid_to": "2026-10" });
    program.ok("transfer_save", letter);
    let window = opened(&home, &program, TODAY).await?;
    // The branch is new, and its first steps come first.
    window.click_text("看要办的事").await?;
    window.wait_text("已于2026年10月31日过期，没有接到回执（口袋党员）").await?;
    window.wait_quiet().await?;
    window.screenshot("transfer-13-pocket").await?;
    window.click_text("办理").await?;
    window.wait_text("登记回执…").await?;
    window.wait_text("已过期").await?;
    window.wait_quiet().await?;
    window.screenshot("transfer-14-expired").await?;
    window.click_text("重新开具…").await?;
    window.wait_text("重新开具介绍信").await?;
    window.click_text("开具").await?;
    window.wait_text("介绍信已开具").await?;
    window.wait_text("待回执").await?;
    window.click_text("介绍信 2026-001").await?;
    window.wait_text("原信已于2026年10月31日过期").await?;
    window.wait_quiet().await?;
    window.screenshot("transfer-15-replaced").await?;
    window.close().await
}

async fn issued(window: &Window) -> Outcome {
    window.click_nth("开介绍信", 0).await?;
    window.wait_text("开出介绍信还不算转出").await?;
    window.choose("党员", "钱秀英").await?;
    window.fill("抬头", "中共示例区委组织部").await?;
    window.fill("转往的党组织", "示例街道第二社区党支部").await?;
    window.fill("转出原因", "工作调动").await?;
    day(window, "开具日期", "2026-11-16").await?;
    window.screenshot("transfer-02-letter").await?;
    window.click_text("开具").await?;
    window.wait_text("介绍信已开具，党员仍在本支部").await?;
    window.wait_text("待回执").await?;
    window.wait_quiet().await?;
    window.screenshot("transfer-03-issued").await.map(drop)
}

async fn previewed(window: &Window) -> Outcome {
    window.click_text("打印介绍信").await?;
    window.wait_text("共 1 页").await?;
    window.wait_value("document.querySelector('.paper-page')?.naturalWidth > 0 || null").await?;
    window.wait_quiet().await?;
    window.screenshot("transfer-04-preview").await.map(drop)
}

async fn in_roster(window: &Window, name: &str, picture: &str) -> Outcome {
    window.press("Escape").await?;
    window.click_text("党员名册").await?;
    window.wait_text("现有 2").await?;
    window.wait_text(name).await?;
    window.wait_quiet().await?;
    window.screenshot(picture).await.map(drop)
}

async fn received(window: &Window) -> Outcome {
    transfers(window).await?;
    window.click_text("钱秀英").await?;
    window.click_text("登记回执…").await?;
    day(window, "回执上的接收日期", "2026-11-23").await?;
    window.screenshot("transfer-06-receipt").await?;
    window.click_text("登记回执").await?;
    window.wait_text("钱秀英已转出").await?;
    window.wait_quiet().await?;
    window.screenshot("transfer-07-gone").await.map(drop)
}

/// The day on the receipt was misread: the step has another, and so has the record.
async fn corrected(window: &Window) -> Outcome {
    window.click_text("更正日期").await?;
    window.wait_text("党员离开本支部的日期一并更正").await?;
    day(window, "对方接收，收到回执的日期", "2026-11-24").await?;
    window.click_text("更正日期").await?;
    window.wait_text("日期不能晚于今天").await?;
    day(window, "对方接收，收到回执的日期", "2026-11-01").await?;
    window.click_text("更正日期").await?;
    window.wait_text("日期早于开具介绍信的日期（2026年11月16日）").await?;
    window.screenshot("transfer-07b-refused").await?;
    day(window, "对方接收，收到回执的日期", "2026-11-22").await?;
    window.click_text("更正日期").await?;
    window.wait_text("日期已更正").await?;
    window.wait_text("2026年11月22日").await?;
    window.wait_quiet().await?;
    window.screenshot("transfer-07c-corrected").await.map(drop)
}

async fn among_the_former(window: &Window) -> Outcome {
    window.press("Escape").await?;
    window.click_text("党员名册").await?;
    window.wait_text("现有 1").await?;
    window.click_text("已离开 1").await?;
    window.wait_text("钱秀英").await?;
    window.wait_gone("孙志强").await?;
    window.wait_quiet().await?;
    window.screenshot("transfer-08-former").await.map(drop)
}

async fn arrived(window: &Window) -> Outcome {
    transfers(window).await?;
    window.click_text("登记转入…").await?;
    window.wait_text("登记以后还没有进名册").await?;
    window.fill("姓名", "许文静").await?;
    window.click_text("女").await?;
    window.fill("转出的党组织", "中共示例学院总支部").await?;
    window.fill("介绍信编号", "学 2026-18").await?;
    day(window, "介绍信日期", "2026-11-10").await?;
    day(window, "收到日期", "2026-11-20").await?;
    window.fill("入党日期", "2012-07-01").await?;
    window.screenshot("transfer-09-arrival").await?;
    window.click_text("保存").await?;
    window.wait_text("转入待接收").await?;
    window.wait_text("接收…").await?;
    window.wait_quiet().await?;
    window.screenshot("transfer-10-arrived").await?;
    window.press("Escape").await?;
    window.click_text("党员名册").await?;
    window.wait_text("现有 1").await?;
    // The name stands under 撤销 too.
    let row = "document.querySelector('[data-test=table]')?.innerText";
    window.wait_value(&format!("({row}?.includes('孙志强') && !{row}.includes('许文静')) || null")).await.map(drop)
}

async fn accepted(window: &Window) -> Outcome {
    transfers(window).await?;
    window.click_text("许文静").await?;
    window.click_text("接收…").await?;
    day(window, "接收日期", "2026-11-23").await?;
    window.click_text("接收").await?;
    window.wait_text("已接收，进入名册").await?;
    window.click_text("打印回执").await?;
    window.wait_text("共 1 页").await?;
    window.wait_value("document.querySelector('.paper-page')?.naturalWidth > 0 || null").await?;
    window.wait_quiet().await?;
    window.screenshot("transfer-11-receipt").await?;
    in_roster(window, "许文静", "transfer-12-newcomer").await
}

async fn transfers(window: &Window) -> Outcome {
    window.click_text("更多").await?;
    window.click_text("组织关系转接").await?;
    window.wait_text("登记转入…").await?;
    window.wait_quiet().await
}

/// A day is taken over when its field is left.
async fn day(window: &Window, label: &str, day: &str) -> Outcome {
    window.fill(label, day).await?;
    window.press("Tab").await?;
    window.wait_value("document.getAnimations().length === 0 || null").await.map(drop)
}

/// The program with its file, and the one who will go.
fn branch_of_two(home: &Home) -> (Program, Value) {
    let program = Program::in_folder(home.path("文档"), TODAY);
    let branch = json!({ "name": "中共示例市示例协会支部委员会", "superior": "示例街道社会组织党委" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    let member = |name: &str, sex: &str, mobile: &str| {
        let request = json!({ "id": null, "name": name, "kind": "full", "id_number": null, "sex": sex,
            "birth": "1980-05-03", "joined": "2010-07-01", "converted": "2011-07-01", "lost_contact_since": null,
            "entered_on": null, "ethnicity": "汉族", "education": "大学本科", "mobile": mobile });
        program.ok("member_save", json!({ "record": request }))["value"]["member"]["id"].clone()
    };
    let qian = member("钱秀英", "female", "13800000002");
    member("孙志强", "male", "13800000003");
    (program, qian)
}

/// The window with the program's file.
async fn opened(home: &Home, program: &Program, today: &str) -> Outcome<Window> {
    program.ok("vault_lock", json!({}));
    Window::open_file(home, "文档/a.zhibu", PASSPHRASE, today).await
}
