//! The way of a report through two real windows: the branch signs, the superior takes it, sums it and signs the receipt, and
//! the branch keeps the receipt. Pictures are left in `target/e2e`.

use std::fs;

use serde_json::json;
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-10-08";
const BRANCH: &str = "示例协会支部";
const COMMITTEE: &str = "示例街道社会组织委员会";

/// A branch whose report is signed and saved; its certificate's fingerprint.
fn branch(program: &Program) -> String {
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": { "name": BRANCH } }));
    fs::write(program.path("r.xlsx"), include_bytes!("../../fixtures/rosters/national-export.xlsx")).unwrap();
    let preview = program.ok("roster_import_preview", json!({ "file": "r.xlsx" }));
    program.ok("roster_import", json!({ "file": "r.xlsx", "digest": preview["digest"] }));
    let version = program.ok("report_sign", json!({ "quarter": "2026Q3", "reason": null }))["value"].take();
    program.ok("report_export", json!({ "id": version["id"], "file": "报告.pdf" }));
    let own = program.ok("signing_get", json!({}))["own"]["fingerprint"].take();
    program.ok("vault_lock", json!({}));
    own.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_report_goes_to_the_superior_and_its_receipt_comes_home() -> Outcome {
    let program = Program::new(TODAY);
    let fingerprint = branch(&program);
    let superior = Home::new()?;
    for folder in ["收件", "回执"] {
        fs::create_dir(superior.path(folder))?;
    }
    let sent = fs::read(program.path("报告.pdf"))?;
    fs::write(superior.path("收件/报告.pdf"), &sent)?;
    fs::write(superior.path("收件/半份.pdf"), &sent[..sent.len() / 2])?;

    let window = Window::open(&superior, TODAY).await?;
    first_run(&window).await?;
    enrol(&window, &fingerprint).await?;
    collect(&window, &superior).await?;
    remind(&window).await?;
    sums(&window).await?;
    receipt(&window, &superior).await?;
    window.click_text("证书").await?;
    window.wait_text("本级党组织的证书").await?;
    let own = window.wait_value("document.querySelector('[data-test=fingerprint]')?.innerText").await?;
    window.wait_quiet().await?;
    window.screenshot("superior-09-certificate").await?;
    window.close().await?;

    let home = Home::new()?;
    fs::copy(program.path("a.zhibu"), home.path("文档/支部.zhibu"))?;
    let receipts: Vec<_> = fs::read_dir(superior.path("回执"))?.flatten().map(|entry| entry.path()).collect();
    let [receipt] = receipts.as_slice() else { return Err(format!("{receipts:?}").into()) };
    comes_home(&home, receipt, own.as_str().ok_or("no fingerprint")?).await
}

async fn first_run(window: &Window) -> Outcome {
    window.wait_text("这是哪个支部？").await?;
    window.click_text("给上级党组织用：收下级支部的报告").await?;
    window.wait_text("这是哪个上级党组织？").await?;
    window.fill("党组织名称", COMMITTEE).await?;
    window.fill("联系电话", "0755-12345678").await?;
    window.screenshot("superior-01-first-run").await?;
    window.click_text("下一步").await?;
    window.fill("密码", PASSPHRASE).await?;
    window.fill("再输一次密码", PASSPHRASE).await?;
    window.click_text("建立文件").await?;
    let code = window.wait_value("document.querySelector('.recovery-groups li:last-child')?.innerText").await?;
    window.wait_text("共 1 页").await?;
    window.fill("请照着纸上抄写最后一组", code.as_str().ok_or("no code")?).await?;
    window.click_text("核对并完成").await?;
    window.wait_text("这一期还没有收到报告").await?;
    let rooms = "[...document.querySelectorAll('nav.sidebar a')].map((one) => one.innerText.trim())";
    let rooms = window.run(&format!("return {rooms}"), &[]).await?;
    assert_eq!(rooms, json!(["收件", "汇总", "下级支部", "证书", "核验", "设置"]));
    window.wait_quiet().await?;
    window.screenshot("superior-02-empty").await.map(drop)
}

async fn enrol(window: &Window, fingerprint: &str) -> Outcome {
    window.click_text("下级支部").await?;
    window.click_text("登记第一张证书…").await?;
    window.fill("支部名称", BRANCH).await?;
    window.fill("证书指纹", &format!("zhibu-cert:{fingerprint}")).await?;
    window.wait_text("登记 1 张").await?;
    window.screenshot("superior-03-enrol").await?;
    window.click_text("登记 1 张").await?;
    window.wait_text("已登记 1 张证书").await?;
    window.click_text("加一个支部").await?;
    window.fill("支部名称", "示例商会支部").await?;
    window.fill("联系人", "李四").await?;
    window.click_text("保存").await?;
    window.wait_text("支部已保存").await?;
    window.wait_quiet().await?;
    window.screenshot("superior-04-branches").await.map(drop)
}

async fn collect(window: &Window, home: &Home) -> Outcome {
    window.click_text("收件").await?;
    window.wait_text("2026年第三季度").await?;
    home.choose(&home.path("收件"))?;
    window.click_text("收取文件夹…").await?;
    window.wait_text("收下 1 份，以前收过 0 份，未收下 1 份。").await?;
    window.wait_text(BRANCH).await?;
    window.wait_quiet().await?;
    window.screenshot("superior-05-collected").await?;
    window.click_text("上次未收下 1").await?;
    window.wait_text("文件不完整").await?;
    window.wait_quiet().await?;
    window.screenshot("superior-06-refused").await.map(drop)
}

async fn remind(window: &Window) -> Outcome {
    window.click_text("未报送 1").await?;
    window.click_text("催报单… 示例商会支部").await?;
    window.wait_value("document.querySelector('.paper-page')?.complete").await?;
    window.wait_quiet().await?;
    window.screenshot("superior-07-reminder").await?;
    window.press("Escape").await?;
    window.wait_gone("共 1 页").await
}

async fn sums(window: &Window) -> Outcome {
    window.click_text("汇总").await?;
    let members = window.wait_value("document.querySelector('[data-test=sum-members]')?.innerText").await?;
    assert_eq!(members, json!("46"));
    window.click_text("预备党员").await?;
    window.wait_quiet().await?;
    window.screenshot("superior-08-sums").await.map(drop)
}

async fn receipt(window: &Window, home: &Home) -> Outcome {
    window.click_text("收件").await?;
    window.wait_text("全部签收…").await?;
    home.choose(&home.path("回执"))?;
    window.click_text("全部签收…").await?;
    window.wait_text("已签收 1 份，回执存在“回执”里").await?;
    window.wait_text("再签收").await
}

/// In the branch's window the receipt is kept, and its signer is known once its fingerprint was compared.
async fn comes_home(home: &Home, receipt: &std::path::Path, own: &str) -> Outcome {
    let window = Window::open_file(home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    window.run("location.hash = '#/reports/2026Q3'", &[]).await?;
    window.wait_text("已签名的第 1 版").await?;
    home.choose(receipt)?;
    window.click_text("登记上级签收…").await?;
    window.wait_text("上级签收已登记").await?;
    window.wait_text("它的证书还没有被信任").await?;
    window.run("location.hash = '#/reports/signing'", &[]).await?;
    window.fill("是哪个支部", COMMITTEE).await?;
    window.fill("证书指纹", own).await?;
    window.click_text("登记").await?;
    window.wait_text("不再信任").await?;
    window.run("location.hash = '#/reports/2026Q3'", &[]).await?;
    window.wait_text(&format!("上级已签收：“{COMMITTEE}”已于")).await?;
    window.wait_quiet().await?;
    window.screenshot("superior-10-receipt").await?;
    window.run("location.hash = '#/reports/verify'", &[]).await?;
    home.choose(receipt)?;
    window.click_text("选文件…").await?;
    window.wait_text(&format!("“{COMMITTEE}”已于")).await?;
    window.wait_quiet().await?;
    window.screenshot("superior-11-verified").await?;
    window.close().await
}
