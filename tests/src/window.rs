//! A hand on the real window, through WebDriver. Things are found the way a user finds them: by what stands there.

use std::fs;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::screen::Screen;
use crate::{Home, Outcome, binary, target_folder};

/// Finds what is visible, enabled and not covered.
const FIND: &str = include_str!("find.js");

/// Finds what keeps somebody from using the page, with axe.
const ACCESSIBLE: &str = include_str!("accessible.js");

/// axe itself, as `make test` installs it.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");

/// How long something may take to appear before the test gives up. It bounds a failure, not a pass: on a machine that is
/// busy with other things everything in the window takes many times as long.
const PATIENCE: Duration = Duration::from_secs(300);

/// The program's window, on a screen of its own. Dropping it kills the program as `kill -9` does; [`Window::close`] ends it
/// politely.
pub struct Window {
    client: Client,
    driver: Child,
    pictures: PathBuf,
    screen: Screen,
}

impl Window {
    /// Starts the program in `home` on the day `today` and waits for its page.
    ///
    /// # Errors
    /// When the driver, the program or the server of screens is missing.
    pub async fn open(home: &Home, today: &str) -> Outcome<Self> {
        // Asked for and given back: the driver cannot say which port it took.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let screen = Screen::new()?;
        let mut command = Command::new("WebKitWebDriver");
        home.house(&mut command, today);
        command.args([&format!("--port={port}"), "--host=127.0.0.1"]).env("TAURI_WEBVIEW_AUTOMATION", "true");
        command.env("DISPLAY", screen.name()).env_remove("WAYLAND_DISPLAY");
        // The renderer the program prefers never answers when asked for a picture (WebKitGTK 2.50 under Xvfb).
        command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "0");
        // A group of its own, so that all it starts can be ended together.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let driver = command.stdout(Stdio::null()).spawn().map_err(|e| format!("WebKitWebDriver: {e}"))?;
        let mut driver = Starting(Some(driver));

        let mut capabilities = fantoccini::wd::Capabilities::new();
        capabilities.insert("webkitgtk:browserOptions".to_owned(), json!({ "binary": binary("zhibu")?, "args": [] }));
        capabilities.insert("timeouts".to_owned(), json!({ "script": PATIENCE.as_millis() }));
        let address = format!("http://127.0.0.1:{port}");
        let started = Instant::now();
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match timely("a window", builder.capabilities(capabilities.clone()).connect(&address)).await {
                Ok(client) => break client,
                Err(error) if started.elapsed() > PATIENCE => return Err(error),
                Err(_) => pause().await,
            }
        };
        let driver = driver.0.take().ok_or("the driver is gone")?;
        let window = Self { client, driver, pictures: target_folder("e2e")?, screen };
        window.wait_until("the page to be there", "return document.readyState === 'complete'").await?;
        Ok(window)
    }

    /// Starts the program and opens its `file`, a path in `home`, with the passphrase: chosen in the dialog, or offered
    /// by name where it was opened here before.
    ///
    /// # Errors
    /// As [`Window::open`].
    pub async fn open_file(home: &Home, file: &str, passphrase: &str, today: &str) -> Outcome<Self> {
        let window = Self::open(home, today).await?;
        window.wait_text("打开").await?;
        if window.text().await?.contains("打开已有的文件…") {
            home.choose(&home.path(file))?;
            window.click_text("打开已有的文件…").await?;
        }
        window.fill("密码", passphrase).await?;
        window.press("Enter").await?;
        window.wait_text("首页").await?;
        Ok(window)
    }

    /// Saves pictures to `folder` instead of `target/e2e`.
    #[must_use]
    pub fn with_pictures_in(mut self, folder: PathBuf) -> Self {
        self.pictures = folder;
        self
    }

    /// The window's title as the page has it.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn title(&self) -> Outcome<String> {
        Ok(self.client.title().await?)
    }

    /// All text that can be seen.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn text(&self) -> Outcome<String> {
        let text = self.run("return document.body.innerText", &[]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until `text` can be seen.
    ///
    /// # Errors
    /// Says what was seen instead.
    pub async fn wait_text(&self, text: &str) -> Outcome {
        let seen = "return document.body.innerText.includes(arguments[0])";
        self.wait_for(&format!("“{text}”"), seen, &[json!(text)]).await.map(drop)
    }

    /// Waits until `text` can no longer be seen.
    ///
    /// # Errors
    /// Says what was seen instead.
    pub async fn wait_gone(&self, text: &str) -> Outcome {
        let gone = "return !document.body.innerText.includes(arguments[0])";
        self.wait_for(&format!("“{text}” to go"), gone, &[json!(text)]).await.map(drop)
    }

    /// Waits until the text of the window has stopped changing: pages have loaded, toasts have come.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn wait_quiet(&self) -> Outcome {
        let mut before = self.text().await?;
        loop {
            tokio::time::sleep(Duration::from_millis(300)).await;
            let now = self.text().await?;
            let busy = "return document.querySelector('.is-loading') !== null";
            let loading = now.contains("正在读取") || self.run(busy, &[]).await? == Value::Bool(true);
            if now == before && !loading {
                return Ok(());
            }
            before = now;
        }
    }

    /// Clicks what carries exactly `text` (or is labelled so): buttons and links before plain text.
    ///
    /// # Errors
    /// Says what was seen instead.
    pub async fn click_text(&self, text: &str) -> Outcome {
        self.click("click", text, 0).await
    }

    /// Clicks the `nth` (from 0) of several things that carry `text`, in reading order.
    ///
    /// # Errors
    /// Says what was seen instead.
    pub async fn click_nth(&self, text: &str, nth: usize) -> Outcome {
        self.click("click", text, nth).await
    }

    /// Puts `text` into the field labelled `label`, in place of what stands there.
    ///
    /// # Errors
    /// Says what was seen instead.
    pub async fn fill(&self, label: &str, text: &str) -> Outcome {
        let field = self.find("field", label, 0).await?;
        field.click().await?;
        self.press("Control+a").await?;
        self.press("Delete").await?;
        self.type_text(text).await?;
        let typed = "return document.activeElement.value === arguments[0]";
        self.wait_for(&format!("“{text}” in the field “{label}”"), typed, &[json!(text)]).await.map(drop)
    }

    /// Chooses `option` in the drop-down labelled `label`.
    ///
    /// # Errors
    /// Says what was seen instead.
    pub async fn choose(&self, label: &str, option: &str) -> Outcome {
        self.click("field", label, 0).await?;
        self.click("option", option, 0).await
    }

    /// Chooses the option that contains `option` in the system's own list labelled `label`: its options are drawn outside
    /// of the page, where no click reaches them.
    ///
    /// # Errors
    /// Says what was seen instead.
    pub async fn select(&self, label: &str, option: &str) -> Outcome {
        let list =
            self.wait_for(&format!("the list “{label}”"), FIND, &[json!("field"), json!(label), json!(0)]).await?;
        let choose = "const option = [...arguments[0].options].find((one) => one.text.includes(arguments[1]));
            if (!option) return false;
            arguments[0].value = option.value;
            return arguments[0].dispatchEvent(new Event('change', { bubbles: true }))";
        self.wait_for(&format!("“{option}” in the list “{label}”"), choose, &[list, json!(option)]).await.map(drop)
    }

    /// Types `text` at the place that has the focus.
    ///
    /// # Errors
    /// When nothing has the focus.
    pub async fn type_text(&self, text: &str) -> Outcome {
        // The driver drops keys beyond U+FFFF, where rare names live: those come as from an input method.
        if text.chars().any(|letter| letter > '\u{ffff}') {
            return self.run("document.execCommand('insertText', false, arguments[0])", &[json!(text)]).await.map(drop);
        }
        Ok(self.client.active_element().await?.send_keys(text).await?)
    }

    /// Presses keys together: `Enter`, `Control+z`, `Control+Shift+z`.
    ///
    /// # Errors
    /// When a key has no such name.
    pub async fn press(&self, keys: &str) -> Outcome {
        let keys = keys.split('+').map(key).collect::<Outcome<Vec<char>>>()?;
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let actions = down.chain(up).fold(KeyActions::new("keyboard".to_owned()), |all, one| all.then(one));
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Runs `script` in the page, for what no user can do; `return` gives its answer.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn run(&self, script: &str, arguments: &[Value]) -> Outcome<Value> {
        timely("a script", self.client.execute(script, arguments.to_vec())).await
    }

    /// Waits until the page's `expression` has a value, and gives it.
    ///
    /// # Errors
    /// Says what was seen instead.
    pub async fn wait_value(&self, expression: &str) -> Outcome<Value> {
        self.wait_for(expression, &format!("return ({expression}) ?? null"), &[]).await
    }

    /// Asks the shell as the page would: `{"ok": …}` or `{"refused": …}`.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn invoke(&self, command: &str, arguments: Value) -> Outcome<Value> {
        let ask = "const done = arguments[2];
            window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])
                .then((ok) => done({ ok: ok ?? null }), (refused) => done({ refused }))";
        timely(command, self.client.execute_async(ask, vec![json!(command), arguments])).await
    }

    /// Makes the window so wide and high, in pixels.
    ///
    /// # Errors
    /// When it keeps another size.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        self.client.set_window_size(width, height).await?;
        let fits = "return innerWidth === arguments[0]";
        self.wait_for(&format!("a window {width} wide"), fits, &[json!(width)]).await.map(drop)
    }

    /// Does something with the screen from outside of the program, as `xdotool` calls it: for what the driver does not reach,
    /// the system's own dialogs. Gives what it printed.
    ///
    /// # Errors
    /// What it said when it could not.
    pub fn xdotool(&self, arguments: &[&str]) -> Outcome<String> {
        self.on_screen(Command::new("timeout").arg("20").arg("xdotool").args(arguments))
    }

    /// Runs `command` where the window is, and gives what it printed.
    ///
    /// # Errors
    /// What it said when it failed.
    pub fn on_screen(&self, command: &mut Command) -> Outcome<String> {
        let output = command.env("DISPLAY", self.screen.name()).output()?;
        if !output.status.success() {
            return Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(String::from_utf8(output.stdout)?)
    }

    /// Leaves a picture of the window, `NAME.png`, and looks over what it shows: whoever cannot see it well, or has no
    /// mouse, must be able to use it too. So every page and dialog of the walks is looked over.
    ///
    /// # Errors
    /// Names what axe finds serious or critical.
    pub async fn screenshot(&self, name: &str) -> Outcome<PathBuf> {
        let path = self.picture(name).await?;
        if self.run("return !window.axe", &[]).await? == Value::Bool(true) {
            self.run(&fs::read_to_string(AXE).map_err(|e| format!("{AXE}: {e}"))?, &[]).await?;
        }
        let found = timely("axe", self.client.execute_async(ACCESSIBLE, Vec::new())).await?;
        match found.as_array().map(Vec::as_slice) {
            Some([]) => Ok(path),
            _ => Err(format!("{name} keeps somebody out: {found:#}; picture: {}", path.display()).into()),
        }
    }

    async fn picture(&self, name: &str) -> Outcome<PathBuf> {
        let path = self.pictures.join(format!("{name}.png"));
        // What stands in the page is on the screen two frames later.
        let painted = "requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))";
        timely("two frames", self.client.execute_async(painted, Vec::new())).await?;
        fs::write(&path, timely("a picture", self.client.screenshot()).await?)?;
        Ok(path)
    }

    /// Ends the program the way the driver does: the window goes away.
    ///
    /// # Errors
    /// When it was gone already.
    pub async fn close(self) -> Outcome {
        timely("the end", self.client.clone().close()).await
    }

    /// Ends the program as a power cut would.
    pub fn kill(self) {
        drop(self);
    }

    async fn click(&self, kind: &str, text: &str, nth: usize) -> Outcome {
        let started = Instant::now();
        loop {
            match self.settled(kind, text, nth).await?.click().await {
                Ok(()) => return Ok(()),
                // It was drawn anew between being found and being clicked.
                Err(_) if started.elapsed() < PATIENCE => pause().await,
                Err(error) => return Err(self.missing(&format!("a click on “{text}” ({error})")).await),
            }
        }
    }

    /// What is found once it stays where it is: a click that goes down on one thing and comes up on what moved under it is
    /// no click.
    async fn settled(&self, kind: &str, text: &str, nth: usize) -> Outcome<Element> {
        let started = Instant::now();
        let mut before = None;
        loop {
            let element = self.find(kind, text, nth).await?;
            let place = element.rectangle().await.ok().map(|place| (element.element_id(), place));
            if place.is_some() && place == before {
                return Ok(element);
            }
            if started.elapsed() > PATIENCE {
                return Err(self.missing(&format!("“{text}” to stay in its place")).await);
            }
            before = place;
            pause().await;
        }
    }

    async fn find(&self, kind: &str, text: &str, nth: usize) -> Outcome<Element> {
        let found = self.wait_for(&format!("{kind} “{text}”"), FIND, &[json!(kind), json!(text), json!(nth)]).await?;
        let id = found.as_object().and_then(|element| element.values().next()).and_then(Value::as_str);
        let id = id.ok_or_else(|| format!("{kind} “{text}”: {found} is no element"))?;
        Ok(Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned())))
    }

    async fn wait_until(&self, what: &str, script: &str) -> Outcome {
        self.wait_for(what, script, &[]).await.map(drop)
    }

    /// Runs `script` until its answer is neither `null` nor `false`.
    async fn wait_for(&self, what: &str, script: &str, arguments: &[Value]) -> Outcome<Value> {
        let started = Instant::now();
        loop {
            match self.run(script, arguments).await {
                Ok(Value::Null | Value::Bool(false)) => {}
                Ok(answer) => return Ok(answer),
                // What was found was drawn anew before it could be named.
                Err(error) if error.downcast_ref().is_some_and(CmdError::is_stale_element_reference) => {}
                Err(error) => return Err(error),
            }
            if started.elapsed() > PATIENCE {
                return Err(self.missing(what).await);
            }
            pause().await;
        }
    }

    async fn missing(&self, what: &str) -> Box<dyn std::error::Error + Send + Sync> {
        let picture = self
            .picture(&format!("missing-{}", self.driver.id()))
            .await
            .map(|path| path.display().to_string())
            .unwrap_or_default();
        let text = self.text().await.unwrap_or_default();
        format!("waited in vain for {what}; picture: {picture}; the window showed:\n{text}").into()
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        end_group(&mut self.driver);
    }
}

/// Ends the driver when the window could not be opened.
struct Starting(Option<Child>);

impl Drop for Starting {
    fn drop(&mut self) {
        if let Some(driver) = &mut self.0 {
            end_group(driver);
        }
    }
}

/// The driver alone would leave the program running. Comes back when the program is gone and has let go of its file: who
/// opens the file next would find it in use.
fn end_group(driver: &mut Child) {
    let group = driver.id().to_string();
    let _ = Command::new("kill").args(["-KILL", "--", &format!("-{group}")]).stderr(Stdio::null()).status();
    let _ = driver.wait();
    let started = Instant::now();
    // Thread by thread: a program whose first thread has ended looks dead while the others still hold its files.
    let is_there = || {
        let alive =
            Command::new("pgrep").args(["--lightweight", "--runstates", "R,S,D,T", "--pgroup", &group]).output();
        alive.is_ok_and(|found| found.status.success())
    };
    while is_there() && started.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A driver that hangs fails the test instead of stopping the whole run.
async fn timely<T, E: std::error::Error + Send + Sync + 'static>(
    what: &str,
    asked: impl Future<Output = Result<T, E>>,
) -> Outcome<T> {
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(answer) => Ok(answer?),
        Err(_) => Err(format!("the driver did not answer when asked for {what}").into()),
    }
}

async fn pause() {
    tokio::time::sleep(Duration::from_millis(50)).await;
}

fn key(name: &str) -> Outcome<char> {
    let named = match name {
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => Key::Space,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "F1" => Key::F1,
        _ => {
            let mut letters = name.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => Ok(letter),
                _ => Err(format!("no key is called {name}").into()),
            };
        }
    };
    Ok(named.into())
}
