//! Nothing typed is lost unasked, no date changes by itself, people are picked by name: with real keys, in the real window.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-23";

/// A branch of three members.
fn branch(folder: PathBuf) -> Program {
    let program = Program::in_folder(folder, TODAY);
    let branch = json!({ "name": "中共示例市示例协会支部委员会", "superior": "示例街道社会组织党委",
        "unit": "示例市示例协会", "has_committee": false });
    program.ok("vault_create", json!({ "file": "支部.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    for name in ["丁一", "王二", "王小二"] {
        let member = json!({ "id": null, "name": name, "kind": "full", "id_number": null, "sex": null, "birth": null,
            "joined": null, "converted": null, "lost_contact_since": null, "offices": [], "entered_on": null });
        program.ok("member_save", json!({ "record": member }));
    }
    program
}

async fn opened(home: &Home) -> Outcome<Window> {
    branch(home.path("文档"));
    Window::open_file(home, "文档/支部.zhibu", PASSPHRASE, TODAY).await
}

/// Opens the form for a talk and writes into it.
async fn begin_a_talk(window: &Window) -> Outcome {
    window.click_text("组织生活").await?;
    window.click_text("谈心谈话").await?;
    window.click_text("登记谈话").await?;
    window.fill("谈了什么", "谈了工作和家里的难处").await
}

const QUESTION: &str = "有内容还没有保存";

async fn answer(window: &Window, button: &str) -> Outcome {
    window.wait_text(QUESTION).await?;
    window.wait_quiet().await?;
    window.click_text(button).await?;
    window.wait_gone(QUESTION).await
}

/// Waits until what is typed is in the file: a moment after the last key.
async fn kept(window: &Window) -> Outcome {
    for _ in 0..3000 {
        let ask = json!({ "name": "draft_list", "request": null, "job": null, "progress": "__CHANNEL__:0" });
        if window.invoke("call", ask).await?["ok"].as_array().is_some_and(|drafts| !drafts.is_empty()) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    Err("nothing is kept in the file".into())
}

async fn written(window: &Window) -> Outcome {
    let words = "document.querySelector('.side-panel textarea')?.value === '谈了工作和家里的难处' || null";
    window.wait_value(words).await.map(drop)
}

#[tokio::test]
async fn every_way_out_of_a_form_with_changes_asks_first() -> Outcome {
    let home = Home::new()?;
    let window = opened(&home).await?;
    begin_a_talk(&window).await?;
    window.press("Escape").await?;
    window.wait_text(QUESTION).await?;
    window.wait_quiet().await?;
    window.screenshot("hands-01-question").await?;
    answer(&window, "继续填写").await?;
    written(&window).await?;

    for way in ["关闭", "党员名册", "锁定"] {
        window.click_text(way).await?;
        answer(&window, "继续填写").await?;
        written(&window).await?;
    }
    window.press("Control+k").await?;
    window.type_text("设置").await?;
    window.press("Enter").await?;
    answer(&window, "继续填写").await?;
    written(&window).await?;
    window.run("history.back()", &[]).await?;
    answer(&window, "继续填写").await?;
    written(&window).await?;

    // Who is talked with is missing: saving is refused, and the form stays with the reason at its field.
    window.press("Escape").await?;
    answer(&window, "保存").await?;
    window.wait_value("document.querySelector('.side-panel .field-error')?.innerText || null").await?;
    window.screenshot("hands-02-refused").await?;
    written(&window).await?;

    window.choose("谈话人", "丁一").await?;
    window.choose("谈话对象", "王二").await?;
    window.click_text("党员名册").await?;
    answer(&window, "保存").await?;
    window.wait_text("现有 3").await?;
    window.click_text("组织生活").await?;
    window.click_text("谈心谈话").await?;
    window.wait_text("丁一 与 王二").await?;

    window.click_text("登记谈话").await?;
    window.fill("谈了什么", "不要了").await?;
    window.press("Escape").await?;
    answer(&window, "不保存").await?;
    window.wait_gone("谈了什么").await?;
    window.close().await
}

#[tokio::test]
async fn what_was_typed_is_offered_again_after_the_idle_lock_and_after_a_kill() -> Outcome {
    let home = Home::new()?;
    branch(home.path("文档")).ok("settings_save", json!({ "lock_after_minutes": 1 }));
    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    begin_a_talk(&window).await?;
    kept(&window).await?;
    window.kill();

    let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
    window.wait_text("上次“谈心谈话”没有填完").await?;
    window.wait_quiet().await?;
    window.screenshot("hands-03-offered").await?;
    window.click_text("接着填").await?;
    written(&window).await?;
    window.screenshot("hands-04-taken-up").await?;

    // A minute without a sign of life.
    let mut locked = window.wait_text("打开别的文件").await;
    for _ in 0..6 {
        if locked.is_err() {
            locked = window.wait_text("打开别的文件").await;
        }
    }
    locked?;
    assert!(!window.text().await?.contains(QUESTION), "nobody is there to be asked");
    window.fill("密码", PASSPHRASE).await?;
    window.press("Enter").await?;
    window.wait_text("上次“谈心谈话”没有填完").await?;
    window.click_text("接着填").await?;
    written(&window).await?;
    window.choose("谈话人", "丁一").await?;
    window.choose("谈话对象", "王二").await?;
    window.click_text("保存").await?;
    window.wait_text("丁一 与 王二").await?;
    window.click_text("锁定").await?;
    window.fill("密码", PASSPHRASE).await?;
    window.press("Enter").await?;
    window.wait_text("谈心谈话").await?;
    window.wait_quiet().await?;
    assert!(!window.text().await?.contains("没有填完"), "what is saved is not offered");
    window.close().await
}

#[tokio::test]
async fn the_window_asks_before_it_closes_and_can_still_be_closed() -> Outcome {
    let home = Home::new()?;
    let window = opened(&home).await?;
    begin_a_talk(&window).await?;
    wish_to_close(&window)?;
    answer(&window, "继续填写").await?;
    written(&window).await?;
    wish_to_close(&window)?;
    window.wait_text(QUESTION).await?;
    window.screenshot("hands-05-closing").await?;
    // Whoever wishes it twice is not held: what was typed is in the file by then.
    wish_to_close(&window)?;
    for _ in 0..3000 {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        if window.text().await.is_err() {
            let window = Window::open_file(&home, "文档/支部.zhibu", PASSPHRASE, TODAY).await?;
            window.wait_text("上次“谈心谈话”没有填完").await?;
            return window.close().await;
        }
    }
    Err("the window is still there".into())
}

#[tokio::test]
async fn a_date_stays_as_typed_and_says_what_it_understood() -> Outcome {
    let home = Home::new()?;
    let window = opened(&home).await?;
    window.click_text("组织生活").await?;
    window.click_text("新建会议").await?;
    window.wait_text("计划日期").await?;
    for (typed, said) in [
        ("2026.2.3", "2026年2月3日 星期二"),
        ("20260203", "2026年2月3日 星期二"),
        ("2月3日", "2026年2月3日 星期二"),
        ("11-20", "2026年11月20日 星期五"),
        ("2026-02-30", "日历上没有“2026-02-30”这一天"),
    ] {
        window.fill("计划日期", typed).await?;
        window.press("Tab").await?;
        window.wait_text(said).await?;
        assert_eq!(value_of(&window, "计划日期").await?, json!(typed));
    }
    window.screenshot("hands-06-no-such-day").await?;
    window.click_text("建立会议").await?;
    window.wait_quiet().await?;
    assert!(window.text().await?.contains("日历上没有"), "a meeting was planned on no day");

    // The calendar gives a day by keyboard.
    window.fill("计划日期", "2026-11-20").await?;
    window.press("Tab").await?;
    window.press("Enter").await?;
    window.wait_value("document.querySelector('.el-picker-panel') && true || null").await?;
    window.wait_quiet().await?;
    window.screenshot("hands-07-calendar").await?;
    for key in ["Right", "Right", "Down", "Enter"] {
        window.press(key).await?;
    }
    window.wait_text("2026年11月29日 星期日").await?;
    window.wait_value("!document.querySelector('.el-picker-panel') || null").await?;
    window.wait_quiet().await?;
    let focused = window.wait_value("document.activeElement.ariaLabel ?? ''").await?;
    assert_eq!(focused, json!("打开日历"), "whoever goes on by keyboard goes on from there");
    // What the arrows passed is not chosen, nor a month on the way to a day.
    window.press("Enter").await?;
    window.wait_value("document.querySelector('.el-picker-panel') && true || null").await?;
    window.wait_quiet().await?;
    window.press("Left").await?;
    window.press("Escape").await?;
    window.wait_value("!document.querySelector('.el-picker-panel') || null").await?;
    assert_eq!(value_of(&window, "计划日期").await?, json!("2026-11-29"));
    window.press("Enter").await?;
    window.click_text("11 月").await?;
    window.click_text("十二月").await?;
    window.wait_text("12 月").await?;
    window.wait_quiet().await?;
    assert_eq!(value_of(&window, "计划日期").await?, json!("2026-11-29"));
    window.press("Escape").await?;
    window.wait_value("!document.querySelector('.el-picker-panel') || null").await?;
    window.fill("计划时间", "9点半").await?;
    window.press("Tab").await?;
    window.wait_text("09:30").await?;
    window.click_text("建立会议").await?;
    window.wait_text("2026年11月29日 星期日 09:30").await?;
    window.close().await
}

#[tokio::test]
async fn a_person_is_picked_by_name_and_enter() -> Outcome {
    let home = Home::new()?;
    let window = opened(&home).await?;
    begin_a_talk(&window).await?;
    window.fill("谈话人", "dingyi").await?;
    window.press("Enter").await?;
    window.wait_value(&is("谈话人", "丁一")).await?;
    window.fill("谈话对象", "王").await?;
    window.wait_text("王小二").await?;
    window.screenshot("hands-08-several").await?;
    window.press("Down").await?;
    window.press("Enter").await?;
    window.wait_value(&is("谈话对象", "王二")).await?;
    window.fill("谈话对象", "不存在的人").await?;
    window.press("Tab").await?;
    window.wait_text("“不存在的人”不在名册里，请从名单里选").await?;
    window.press("Escape").await?;
    answer(&window, "不保存").await?;

    window.click_text("学习教育").await?;
    window.click_text("记一次学习").await?;
    window.fill("主讲人", "不存在的人").await?;
    window.press("Tab").await?;
    window.wait_text("“不存在的人”不在名册里，按名册以外的人记下").await?;
    window.screenshot("hands-09-stranger").await?;
    window.close().await
}

/// Whether the field labelled `label` holds `value`.
fn is(label: &str, value: &str) -> String {
    format!(
        "[...document.querySelectorAll('label')].find((one) => one.innerText.startsWith('{label}'))?.control?.value \
         === '{value}' || null"
    )
}

async fn value_of(window: &Window, label: &str) -> Outcome<Value> {
    let script = "return [...document.querySelectorAll('label')]
        .find((one) => one.innerText.startsWith(arguments[0]))?.control?.value";
    window.run(script, &[json!(label)]).await
}

/// What the × of a window's frame sends; there is no frame without a window manager.
fn wish_to_close(window: &Window) -> Outcome {
    let found = window.xdotool(&["search", "--onlyvisible", "--name", "^支部工作台$"])?;
    let [frame] = found.lines().collect::<Vec<_>>()[..] else { return Err(format!("one window: {found}").into()) };
    window.on_screen(Command::new("python3").args(["-c", WM_DELETE_WINDOW, frame])).map(drop)
}

const WM_DELETE_WINDOW: &str = "
import ctypes, sys
x11 = ctypes.CDLL('libX11.so.6')
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XInternAtom.restype = ctypes.c_ulong
x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
x11.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
class ClientMessage(ctypes.Structure):
    _fields_ = [('type', ctypes.c_int), ('serial', ctypes.c_ulong), ('sent', ctypes.c_int), ('display', ctypes.c_void_p),
                ('window', ctypes.c_ulong), ('message', ctypes.c_ulong), ('format', ctypes.c_int),
                ('data', ctypes.c_long * 5), ('room', ctypes.c_long * 24)]
display = x11.XOpenDisplay(None)
atom = lambda name: x11.XInternAtom(display, name, 0)
event = ClientMessage(type=33, window=int(sys.argv[1]), message=atom(b'WM_PROTOCOLS'), format=32)
event.data[0] = atom(b'WM_DELETE_WINDOW')
x11.XSendEvent(display, event.window, 0, 0, ctypes.byref(event))
x11.XCloseDisplay(display)
";
