//! What the program takes for what the secretary waits for, beside what other programs take for the same, in one run.
//! `make bench` builds it with optimisation. Times are medians; ratios hold where the machine drifts. It only says what
//! is over its budget: a slow machine is no fault.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a bench prints, and stops where something is missing

mod branch;
mod clock;
mod collect;
mod development;
mod dues;
mod peers;
mod sheets;
mod window;

use serde_json::{Value, json};
use zhibu_core::outside::{Clock, Seal, SystemClock};
use zhibu_core::reports::judge;
use zhibu_core::signing::Trust;
use zhibu_tests::Program;

use crate::branch::TODAY;
use crate::clock::{beside, growth, head, line, median, milliseconds, warm};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => SECTIONS.iter().for_each(|(_, measure)| measure()),
        ["--only", ref names @ ..] => {
            let meant = SECTIONS.iter().filter(|(name, _)| names.contains(name));
            meant.for_each(|(_, measure)| measure());
        }
        // This program as a process of its own, beside pyHanko as one.
        [pdf] => judge_file(pdf, zhibu_documents::outside().seal.as_ref()),
        _ => println!("bench, or bench --only SECTION…"),
    }
}

/// What is measured, by the name under which it can be measured alone.
const SECTIONS: [(&str, fn()); 5] = [
    ("development", development::measure),
    ("collect", collect::measure),
    ("branch", measure_branch),
    ("window", window::measure),
    ("growth", measure_growth),
];

/// A branch of fifty, then one of ten thousand.
fn measure_branch() {
    let seal = zhibu_documents::outside().seal;
    let program = Program::new(TODAY);
    branch::found(&program);

    head("导入（.xlsx，先预览，逐行核对；用时含导入前的备份）");
    let sheet = sheets::roster(&program, 1000);
    let import = median(5, || {
        let took = milliseconds(|| import_all(&program, &sheet, 1000));
        program.ok("undo", json!({}));
        took
    });
    line("预览并导入 1000 行", import, Some(1000.0));
    let preview = previewed(&program, &sheet);
    line("其中预览", preview, None);
    let openpyxl = peers::openpyxl(&program.path(&sheet));
    beside("openpyxl 只读这张表", &openpyxl, preview, Some(1.0));

    branch::settle(&program);
    for month in 0..12 {
        branch::hold_month(&program, month);
    }

    head("50 人的支部，一年的记录");
    let meeting = branch::plan(&program);
    let paper =
        json!({ "paper": { "room": "meetings", "kind": "sign_in_sheet", "meeting": meeting }, "file": "签到表.pdf" });
    let sign_in = warm(20, || drop(program.ok("paper_save", paper.clone())));
    line("50 人签到表，存为 PDF", sign_in, Some(100.0));
    let office = peers::libreoffice(&sheets::sign_in(&program, 50), program.folder());
    beside("LibreOffice 把同一张表转为 PDF，每次启动", &office.whole, sign_in, Some(20.0));
    beside("LibreOffice 启动之后，每多转一张", &office.further, sign_in, None);

    let sign = |reason: Value| program.ok("report_sign", json!({ "quarter": "2026Q3", "reason": reason }));
    let first = sign(Value::Null)["value"]["id"].take();
    line("季度报告：汇总、排版、签名、保存", warm(10, || drop(sign(json!("再签一次")))), Some(300.0));
    program.ok("report_export", json!({ "id": first, "file": "报告.pdf" }));
    program.ok("certificate_export", json!({ "file": "证书.pem" }));
    let (file, certificate) = (program.path("报告.pdf"), program.path("证书.pem"));
    let pdf = std::fs::read(&file).unwrap();
    let now = SystemClock.now();
    let verify = warm(100, || assert!(judge("报告.pdf", &pdf, &Trust::default(), seal.as_ref(), now).report.is_some()));
    line(&format!("核对签名并取出数据（{} KB）", pdf.len() / 1024), verify, Some(5.0));
    beside("pyHanko 核对同一文件，同一进程内反复", &peers::pyhanko(&file, &certificate), verify, Some(20.0));
    let process = warm(10, || peers::own_process(&file));
    line("同上，另起一个进程", process, None);
    beside("pyHanko，另起一个进程", &peers::pyhanko_process(&file, &certificate), process, None);

    let save = warm(100, changing(&program));
    line("保存一名党员（含日志和撤销），落盘为止", save, Some(100.0));
    beside("SQLite 不加密、只写一行，落盘为止", &peers::sqlite(program.folder()), save, Some(1.0 / 1.5));
    line("首页", warm(10, || drop(program.ok("home_overview", json!({})))), Some(100.0));

    head("十年的记录");
    for month in 12..120 {
        branch::hold_month(&program, month);
    }
    let meetings = program.ok("meeting_list", json!({})).as_array().map_or(0, Vec::len);
    let list = |query: Value| warm(20, || drop(program.ok("meeting_list", query.clone())));
    line(&format!("会议一览，全部 {meetings} 次"), list(json!({})), Some(100.0));
    line("会议一览，按文字查找", list(json!({ "search": "乡村振兴" })), Some(100.0));
    dues::keep(&program, 2016);
    line("首页，十年的党费和学习都在", warm(10, || drop(program.ok("home_overview", json!({})))), Some(50.0));
    let home = home_changed(&program);
    line("首页，刚改过一条", home, Some(50.0));
    dues::measure(&program, 100.0);
    line("学习一年", warm(20, || drop(program.ok("study_year", json!({ "year": 2026 })))), Some(100.0));
    line("谁缺多少学时", warm(20, || drop(program.ok("study_lacks", json!({ "year": 2026 })))), Some(100.0));
    let month = json!({ "year": 2026, "month": 11 });
    line("首页的月历", warm(10, || drop(program.ok("home_calendar", month.clone()))), Some(100.0));
    let text = json!({ "text": "zhuti", "names": ["首页", "组织生活", "新建会议"] });
    line("查找，所有栏目", warm(20, || drop(program.ok("home_find", text.clone()))), Some(100.0));
    let year = json!({ "from": "2026-01-01", "to": "2026-12-31" });
    line("到会统计，一年", warm(20, || drop(program.ok("attendance_range", year.clone()))), Some(100.0));

    head("10000 人的名册");
    let sheet = sheets::roster(&program, 10_000);
    let preview = previewed(&program, &sheet);
    line("预览 10000 行", preview, Some(2000.0));
    let openpyxl = peers::openpyxl(&program.path(&sheet));
    beside("openpyxl 只读这张表", &openpyxl, preview, Some(1.0));
    let import = milliseconds(|| import_all(&program, &sheet, 10_000));
    line("预览并导入 10000 行", import, None);
    beside("openpyxl 只读这张表，与上一行相比", &openpyxl, import, Some(0.5));
    let regroup = milliseconds(|| branch::regroup(&program));
    line("把一半的人编入另一个党小组", regroup, None);
    let list = |query: Value| milliseconds(|| drop(program.ok("roster_list", query)));
    let mut change = changing(&program);
    let changed = median(5, || {
        change();
        list(json!({}))
    });
    line("名册第一页和各项人数，刚改过一条", changed, Some(100.0));
    for (what, query) in [
        ("同上，没有改动", json!({})),
        ("名册第一页，2020 年的一天", json!({ "on": "2020-03-31" })),
        ("已离开的人", json!({ "former": true })),
        ("只看一个小组", json!({ "filters": [{ "by": "group", "label": "第一党小组" }] })),
        ("按姓氏笔画排列", json!({ "sort": "strokes" })),
        ("按党小组排列", json!({ "sort": "group" })),
        ("按姓名查找", json!({ "search": "诸葛文" })),
        ("按拼音首字母查找", json!({ "search": "zgw" })),
        ("查找不存在的人", json!({ "search": "查无此人" })),
    ] {
        line(what, median(20, || list(query.clone())), Some(100.0));
    }
    let one = json!({ "id": first_member(&program), "reveal": true });
    let get = warm(20, || drop(program.ok("member_get", one.clone())));
    line("打开一名党员", get, Some(100.0));
    let text = json!({ "text": "zgw", "names": ["首页", "党员名册"] });
    line("查找，所有栏目", warm(20, || drop(program.ok("home_find", text.clone()))), Some(100.0));
    line("保存一名党员", warm(100, &mut change), Some(100.0));
    line("首页，刚改过一条", home_changed(&program), Some(150.0));
    dues::keep(&program, 2026);
    dues::measure(&program, 300.0);
    line("首页，一年的党费都在，刚改过一条", home_changed(&program), Some(150.0));
    line("支部页", warm(5, || drop(program.ok("branch_get", json!({})))), Some(100.0));
    line("转接一览", warm(5, || drop(program.ok("transfer_list", json!({})))), Some(100.0));
    let export = json!({ "query": {}, "layout": "national", "file": "导出.xlsx" });
    line("导出为 .xlsx", warm(3, || drop(program.ok("roster_export", export.clone()))), None);
    // The quarter after them was signed for: nothing is added to it without a reason.
    for month in 3..6 {
        branch::hold_month(&program, month);
    }
    line("到会统计，一年", warm(5, || drop(program.ok("attendance_range", year.clone()))), Some(300.0));
    program.ok("vault_lock", json!({}));
    let unlock = median(5, || {
        let took = milliseconds(|| branch::unlock(&program));
        program.ok("vault_lock", json!({}));
        took
    });
    line("输入密码打开（其中密钥推导有意放慢）", unlock, None);
}

fn measure_growth() {
    head("季度报告随人数增长：汇总、排版、签名、保存");
    let [few, many] = [1000, 10_000].map(sign_large);
    line("1000 人", few, None);
    line("10000 人", many, None);
    growth("人数增加十倍，用时的增长指数", few, many, 10.0, 1.2);
}

/// What it takes to sign the report of a quarter of a branch of so many, once.
fn sign_large(people: usize) -> f64 {
    let program = Program::new(TODAY);
    branch::found(&program);
    import_all(&program, &sheets::roster(&program, people), people as u64);
    for month in 0..3 {
        branch::hold_month(&program, month);
    }
    let request = json!({ "quarter": "2026Q3", "reason": null });
    milliseconds(|| drop(program.ok("report_sign", request.clone())))
}

/// As `zhibu-cli verify`, for a process of its own.
fn judge_file(pdf: &str, seal: &dyn Seal) {
    assert!(judge(pdf, &std::fs::read(pdf).unwrap(), &Trust::default(), seal, SystemClock.now()).report.is_some());
}

/// A look at a file that was not looked at just before: that one is kept.
fn previewed(program: &Program, sheet: &str) -> f64 {
    let other = sheets::roster(program, 3);
    let look = |sheet: &str| drop(program.ok("roster_import_preview", json!({ "file": sheet })));
    median(5, || {
        look(&other);
        milliseconds(|| look(sheet))
    })
}

/// From the chosen file to `count` people in the roster.
fn import_all(program: &Program, sheet: &str, count: u64) {
    let digest = program.ok("roster_import_preview", json!({ "file": sheet }))["digest"].clone();
    program.ok("roster_import", json!({ "file": sheet, "digest": digest }));
    assert_eq!(program.ok("roster_list", json!({ "limit": 1 }))["current"], count);
}

/// Changes one member through the table of commands, each time to something new.
fn changing(program: &Program) -> impl FnMut() {
    let mut record = program.ok("member_get", json!({ "id": first_member(program), "reveal": true }))["member"].take();
    let mut n = 0;
    move || {
        n += 1;
        record["note"] = json!(format!("第 {n} 次修改"));
        program.ok("member_save", json!({ "record": record.clone() }));
    }
}

/// The home page right after a member was changed.
fn home_changed(program: &Program) -> f64 {
    let mut change = changing(program);
    median(5, || {
        change();
        milliseconds(|| drop(program.ok("home_overview", json!({}))))
    })
}

/// The key of the first on the list.
fn first_member(program: &Program) -> Value {
    program.ok("roster_list", json!({ "limit": 1 }))["rows"][0]["id"].take()
}
