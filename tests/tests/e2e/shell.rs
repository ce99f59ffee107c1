//! The window itself: what it is called, and what its page may not do.

use serde_json::{Value, json};
use zhibu_tests::{Home, Outcome, Window};

const TODAY: &str = "2026-11-23";

#[tokio::test]
async fn the_window_opens_in_chinese() -> Outcome {
    let home = Home::new()?;
    let window = Window::open(&home, TODAY).await?;
    window.wait_text("支部").await?;
    assert_eq!(window.title().await?, "支部工作台");
    assert_eq!(window.run("return document.documentElement.lang", &[]).await?, json!("zh-CN"));
    window.screenshot("opened").await?;
    window.close().await
}

/// Every picture of the walks is looked over by axe; without this nobody would notice if it found nothing any more.
#[tokio::test]
async fn a_field_without_a_name_fails_the_walk() -> Outcome {
    let home = Home::new()?;
    let window = Window::open(&home, TODAY).await?;
    window.wait_text("支部").await?;
    window.screenshot("opened-for-axe").await?;
    window.run("document.body.append(document.createElement('input'))", &[]).await?;
    let said = window.screenshot("nameless-field").await.err().ok_or("the field passed")?.to_string();
    assert!(said.contains("\"id\": \"label\""), "{said}");
    window.close().await
}

/// Promise 19, in the window itself: what a policy says and what the engine does are two things.
#[tokio::test]
async fn what_is_injected_into_the_page_neither_runs_nor_reaches_out() -> Outcome {
    let home = Home::new()?;
    let window = Window::open(&home, TODAY).await?;
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    let outside = format!("http://{}/", listener.local_addr()?);

    let inject = "
        const script = document.createElement('script');
        script.textContent = 'window.injected = true';
        document.body.append(script);
        const box = document.createElement('div');
        box.innerHTML = '<img src=x onerror=\"window.injected = true\"><p style=\"color: rgb(1, 2, 3)\">x</p>';
        document.body.append(box);
        return getComputedStyle(box.querySelector('p')).color";
    assert_ne!(window.run(inject, &[]).await?, json!("rgb(1, 2, 3)"), "an inline style was applied");

    let fetched = window.run("return fetch(arguments[0]).then(() => true, () => false)", &[json!(outside)]).await?;
    assert_eq!(fetched, json!(false), "the page fetched from outside");
    window.run("location.href = arguments[0]", &[json!(outside)]).await?;
    let page = window.run("return location.protocol", &[]).await?;
    assert_eq!(page, json!("tauri:"), "the window left its own pages");
    assert_eq!(window.run("return window.injected ?? null", &[]).await?, Value::Null, "injected code ran");
    listener.set_nonblocking(true)?;
    assert!(listener.accept().is_err(), "the window opened a connection");
    window.close().await
}

#[tokio::test]
async fn the_page_may_ask_for_the_shells_commands_and_nothing_else() -> Outcome {
    let home = Home::new()?;
    let window = Window::open(&home, TODAY).await?;
    for command in ["plugin:event|listen", "plugin:window|close", "plugin:path|resolve_directory", "dispatch"] {
        let answer = window.invoke(command, json!({})).await?;
        assert!(answer["refused"].is_string(), "{command} answered {answer}");
    }
    let answer = window.invoke("call", call("no_such_command", Value::Null)).await?;
    assert_eq!(answer["refused"]["code"], "unknown_command");
    let rules = window.invoke("call", call("rule_list", Value::Null)).await?;
    assert!(rules["ok"].is_array(), "rule_list answered {rules}");
    assert_eq!(window.invoke("recent", json!({})).await?, json!({ "ok": [] }));
    window.close().await
}

#[tokio::test]
async fn the_window_learns_names_of_chosen_files_but_no_paths() -> Outcome {
    let home = Home::new()?;
    let window = Window::open(&home, TODAY).await?;
    home.choose(&home.path("文档/三季度"))?;
    home.choose_nothing()?;

    let save = json!({ "request": { "kind": "save_pdf", "suggested": "报告" } });
    let picked = window.invoke("pick", save.clone()).await?;
    assert_eq!(picked["ok"][0]["name"], "三季度.pdf");
    assert!(!picked.to_string().contains("文档"), "a path came through: {picked}");
    assert_eq!(window.invoke("pick", save).await?, json!({ "ok": [] }));

    let suggested = window.invoke("default_vault", json!({ "branch": "示例协会支部" })).await?;
    assert_eq!(suggested["ok"]["name"], "示例协会支部.zhibu");
    assert!(home.path("文档/支部工作台").is_dir());
    window.close().await
}

/// The arguments with which the page calls the table.
fn call(name: &str, request: Value) -> Value {
    json!({ "name": name, "request": request, "job": null, "progress": "__CHANNEL__:0" })
}
