//! A certificate that has ended, in the real window: signing says so, it is renewed, the report is signed after
//! a look at what is still open, and the signed file is checked and compared. Pictures are left in `target/e2e`.

use serde_json::json;
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const FOUNDED: &str = "2026-10-03";
const TODAY: &str = "2029-11-26";

fn branch() -> Program {
    let program = Program::new(FOUNDED);
    let branch = json!({ "name": "示例协会支部", "superior": "示例街道社会组织党委", "unit": "示例协会" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    program.ok("signing_get", json!({}));
    let head =
        json!({ "id": null, "kinds": ["general"], "title": "第四季度党员大会", "planned_at": "2029-12-10T14:30:00" });
    program.ok("meeting_save", head);
    program.ok("vault_lock", json!({}));
    program
}

#[tokio::test]
async fn an_ended_certificate_is_renewed_and_the_signed_file_is_the_one_that_goes_out() -> Outcome {
    let home = Home::new()?;
    std::fs::copy(branch().path("a.zhibu"), home.path("文档/支部.zhibu"))?;
    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    // The branch is new, and its first steps come first.
    window.click_text("看要办的事").await?;
    window.wait_text("签名证书已于2029年10月3日到期").await?;
    window.screenshot("certificate-01-home").await?;

    window.click_text("报告报送").await?;
    window.wait_text("草稿（未签名）").await?;
    window.wait_text("保存草稿为 PDF…").await?;
    window.wait_quiet().await?;
    window.screenshot("certificate-02-draft").await?;
    window.click_text("签名并冻结…").await?;
    window.wait_text("本季度还有 35 天").await?;
    window.wait_text("有 1 次会议既没有登记到会，也没有取消").await?;
    window.screenshot("certificate-03-asked-first").await?;
    window.click_text("我知道，仍然现在签名").await?;
    window.fill("档案的密码", PASSPHRASE).await?;
    window.click_text("签名并冻结").await?;
    window.wait_text("没有保存任何内容").await?;
    window.screenshot("certificate-04-refused").await?;
    window.click_text("去续期证书").await?;

    window.wait_text("续期以后才能签名报告").await?;
    window.wait_quiet().await?;
    window.screenshot("certificate-05-ended").await?;
    window.click_text("续期证书…").await?;
    window.wait_text("续期不能撤销").await?;
    window.wait_text("上级要照新的备案表登记以后").await?;
    window.screenshot("certificate-06-renew").await?;
    window.click_text("续期").await?;
    window.wait_text("证书已续期").await?;
    window.wait_text("已由现在的证书接替").await?;
    window.wait_value("document.querySelector('.paper-page')?.complete").await?;
    window.wait_quiet().await?;
    window.screenshot("certificate-07-renewed").await?;

    window.click_text("报告报送").await?;
    window.click_text("签名并冻结…").await?;
    window.click_text("我知道，仍然现在签名").await?;
    window.fill("档案的密码", PASSPHRASE).await?;
    window.click_text("签名并冻结").await?;
    window.wait_text("已签名的第 1 版").await?;
    window.wait_gone("保存草稿为 PDF…").await?;
    window.wait_value("document.querySelector('.paper-page')?.complete").await?;
    window.wait_quiet().await?;
    window.screenshot("certificate-08-signed").await?;
    home.choose(&home.path("文档/四季度"))?;
    window.click_text("保存签名的报告 第 1 版").await?;
    window.wait_text("已保存为「四季度.pdf」").await?;

    window.click_text("核验报告文件…").await?;
    home.choose(&home.path("文档/四季度.pdf"))?;
    window.click_text("选文件…").await?;
    window.wait_text("由“示例协会支部”签名，签名有效").await?;
    window.click_text("与本支部的档案比较").await?;
    window.wait_text("与档案一致").await?;
    window.wait_quiet().await?;
    window.screenshot("certificate-09-compared").await?;
    window.close().await
}
