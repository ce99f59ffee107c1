//! A newer rule set in the real window: made by the superior with the command line, trusted by its fingerprint, looked at,
//! taken over, seen on the home page, taken back. Pictures are left in `target/e2e`.

use serde_json::{Value, json};
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-23";

fn founded(name: &str) -> Program {
    let program = Program::new(TODAY);
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": { "name": name } }));
    program
}

/// A set in which E01 asks for other hours, signed by the superior; gives the certificate's fingerprint.
fn signed_set() -> Outcome<(Vec<u8>, String)> {
    let superior = founded("示例街道党委");
    let fingerprint =
        superior.ok("signing_get", json!({}))["own"]["fingerprint"].as_str().unwrap_or_default().to_owned();
    let mut texts = superior.ok("rule_set_texts", json!({}))["texts"].clone();
    let text = texts["rules/education.toml"].as_str().unwrap_or_default();
    texts["rules/education.toml"] =
        json!(text.replacen("不少于32学时", "不少于40学时", 1).replacen("hours = 32", "hours = 40", 1));
    let request = json!({ "name": "全国规程 2026-12", "number": 2, "holds_from": "2026-01-01",
        "changes": "集中学习改为40学时。", "texts": texts, "file": "set.zbrules" });
    superior.ok("rule_set_sign", request);
    Ok((std::fs::read(superior.path("set.zbrules"))?, fingerprint))
}

fn branch() -> Program {
    let program = founded("示例协会支部");
    let member = json!({ "name": "江一帆", "kind": "full", "joined": "2001-07-01" });
    let mut request: Value = json!({ "record": member });
    request["changed"] = json!({ "since": "2020-01-01" });
    program.ok("member_save", request);
    program.ok("vault_lock", json!({}));
    program
}

#[tokio::test]
async fn a_newer_rule_set_is_trusted_looked_at_taken_over_and_taken_back() -> Outcome {
    let home = Home::new()?;
    std::fs::copy(branch().path("a.zhibu"), home.path("文档/支部.zhibu"))?;
    let (set, fingerprint) = signed_set()?;
    std::fs::write(home.path("文档/全国规程.zbrules"), set)?;
    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    window.click_text("看要办的事").await?;
    window.wait_text("江一帆今年还差 32 学时").await?;

    window.click_text("规程").await?;
    window.wait_text("现在用的是全国规程 2026-11（第 1 号），程序自带").await?;
    window.wait_quiet().await?;
    window.screenshot("rules-01-in-use").await?;
    window.click_text("采用更新的规程…").await?;
    home.choose(&home.path("文档/全国规程.zbrules"))?;
    window.click_text("选规程文件…").await?;
    window.wait_text("它还不在可信的签名人里，不能采用").await?;
    window.wait_text(&fingerprint[..4]).await?;
    window.wait_quiet().await?;
    window.screenshot("rules-02-unknown").await?;
    window.click_text("核对指纹后设为可信…").await?;
    window.click_text("登记").await?;
    window.wait_text("不再信任").await?;

    window.click_text("规程").await?;
    window.click_text("采用更新的规程…").await?;
    home.choose(&home.path("文档/全国规程.zbrules"))?;
    window.click_text("选规程文件…").await?;
    window.wait_text("示例街道党委（可信，签名有效）").await?;
    window.wait_text("江一帆今年还差 40 学时").await?;
    window.wait_text("江一帆今年还差 32 学时").await?;
    window.wait_quiet().await?;
    window.screenshot("rules-03-looked-at").await?;
    window.click_text("采用").await?;
    window.wait_text("2026年11月23日采用，由“示例街道党委”签发").await?;
    window.wait_quiet().await?;
    window.screenshot("rules-04-adopted").await?;

    window.click_text("首页").await?;
    window.wait_text("江一帆今年还差 40 学时").await?;
    window.run("document.activeElement.blur()", &[]).await?;
    window.press("Control+z").await?;
    window.wait_text("江一帆今年还差 32 学时").await?;
    window.close().await
}
