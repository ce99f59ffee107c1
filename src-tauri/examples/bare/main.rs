//! A window with one word in it: what any program of this kind takes before it does anything. `make bench` measures the
//! program against it.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("examples/bare/tauri.conf.json"))
}
