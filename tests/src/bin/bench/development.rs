//! Five hundred development files, and the largest one.

use serde_json::{Value, json};
use zhibu_tests::Program;

use crate::branch::{TODAY, found};
use crate::clock::{head, line, median, milliseconds, warm};

/// Measures the board, the examination of all, and opening the largest file.
pub(crate) fn measure() {
    head("500 份发展党员档案，每份 40 多条登记、50 多份材料");
    let program = Program::new(TODAY);
    found(&program);
    let mut newest = Value::Null;
    for number in 0..500 {
        newest = enter(&program, number);
    }
    let mut step = 0;
    let mut change = || {
        step += 1;
        let day = format!("2026-12-{:02}", step % 28 + 1);
        program.ok("development_intention_save", json!({ "file": newest, "step": 2, "on": day }));
    };
    let changed = |command: &str, change: &mut dyn FnMut()| {
        median(5, || {
            change();
            milliseconds(|| drop(program.ok(command, json!({}))))
        })
    };
    line("体检全部档案，刚改过一条", changed("development_audit", &mut change), Some(300.0));
    line("体检全部档案", warm(10, || drop(program.ok("development_audit", json!({})))), Some(300.0));
    line("发展党员一览，刚改过一条", changed("development_list", &mut change), Some(300.0));
    line("首页，刚改过一条", changed("home_overview", &mut change), Some(500.0));

    std::fs::write(program.path("1-1 第1页.png"), include_bytes!("../../../../icons/icon.png")).unwrap();
    for _ in 0..10 {
        let files = vec!["1-1 第1页.png"; 30];
        program.ok("development_scan_add", json!({ "file": newest, "files": files }));
    }
    let open = warm(20, || drop(program.ok("development_get", newest.clone())));
    line("打开其中一份，扫描件 300 页", open, Some(100.0));
}

/// A sound file of another person; its key.
fn enter(program: &Program, number: usize) -> Value {
    let text = zhibu_sample::SOUND.replace("@mentor", "赵正").replace("@sponsor", "钱介");
    let mut file: Value = serde_json::from_str(&text).unwrap();
    file["person"]["name"] = format!("申请人{number}").into();
    let id = program.ok("development_save", with_id(file["person"].take()))["value"]["person"]["id"].take();
    for (list, command, field) in
        [("entries", "development_entries_save", "entries"), ("materials", "development_materials_save", "materials")]
    {
        let list: Vec<Value> = file[list].as_array_mut().unwrap().iter_mut().map(|one| with_id(one.take())).collect();
        program.ok(command, json!({ "file": id, field: list, "insist": true }));
    }
    id
}

fn with_id(mut value: Value) -> Value {
    for field in ["id", "id_number", "applied_on"] {
        if value[field].is_null() {
            value[field] = Value::Null;
        }
    }
    value
}
