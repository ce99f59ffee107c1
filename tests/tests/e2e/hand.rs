//! The hand that the other window tests use: it must find what a user would find, and miss what a user cannot reach.

use serde_json::json;
use zhibu_tests::{Home, Outcome, Window};

const FORM: &str = r#"
    document.body.innerHTML = `
        <label for="name">* 支部名称:</label><input id="name" value="旧名">
        <label><input type="checkbox" id="box"> <span>到会</span></label>
        <button disabled>保存</button> <button hidden>保存</button> <button id="save"><span>保 存</span></button>
        <button id="a">删除</button> <button id="b">删除</button>
        <ul role="listbox"><li role="option" id="leave">请假</li></ul>`;
    window.log = [];
    document.querySelector('#save span').textContent = '保存';
    document.addEventListener('click', (e) => window.log.push(e.target.closest('[id]')?.id ?? ''));
    document.addEventListener('keydown', (e) => { if (e.ctrlKey && e.key === 'z') window.log.push('undo') });"#;

#[tokio::test]
async fn it_types_chinese_and_clicks_what_it_reads() -> Outcome {
    let home = Home::new()?;
    let window = Window::open(&home, "2026-11-23").await?;
    window.run(FORM, &[]).await?;

    window.fill("支部名称", "示例协会𬱖支部 A1").await?;
    assert_eq!(window.wait_value("document.getElementById('name').value").await?, json!("示例协会𬱖支部 A1"));

    window.run("window.log = []", &[]).await?;
    window.click_text("保存").await?;
    window.click_nth("删除", 1).await?;
    window.click_text("请假").await?;
    window.press("Control+z").await?;
    assert_eq!(window.wait_value("window.log").await?, json!(["save", "b", "leave", "undo"]));

    window.click_text("到会").await?;
    assert_eq!(window.wait_value("document.getElementById('box').checked").await?, json!(true));
    window.close().await
}
