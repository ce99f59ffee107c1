//! The superior's tables in the real window: one is taken in, a cell is typed once, and the table is filled in and saved.

use std::process::Command;

use serde_json::json;
use zhibu_tests::{Home, Outcome, Program, Window, python};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-23";

#[tokio::test]
async fn a_table_is_taken_in_mapped_and_filled() -> Outcome {
    let home = Home::new()?;
    branch(&home);
    let ledger = home.path("文档/工作台账.xlsx");
    std::fs::write(&ledger, include_bytes!("../../fixtures/returns/ledger.xlsx"))?;
    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    window.click_text("报告报送").await?;
    window.click_text("上级的表").await?;
    window.wait_text("还没有导入上级的表").await?;
    home.choose(&ledger)?;
    window.click_text("导入第一张空白表…").await?;
    window.wait_text("记住填法").await?;
    window.wait_text("有公式，由表格自己计算").await?;
    window.screenshot("returns-01-mapping").await?;

    home.choose(&home.path("文档/已填.xlsx"))?;
    window.click_text("填好并保存…").await?;
    window.wait_text("空着：档案里没有这一项").await?;
    window.screenshot("returns-02-filled").await?;
    window.close().await?;

    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/verifiers/return_table.py");
    let shown = Command::new(python()).args([script, "show"]).arg(home.path("文档/已填.xlsx")).output()?;
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout)?;
    assert_eq!(shown["cells"]["E5"], "示例协会党支部");
    Ok(())
}

fn branch(home: &Home) {
    let program = Program::in_folder(home.path("文档"), TODAY);
    let branch = json!({ "name": "示例协会党支部", "superior": "示例街道党委" });
    program.ok("vault_create", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    program.ok("vault_lock", json!({}));
}
