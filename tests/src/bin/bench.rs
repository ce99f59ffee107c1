//! What the program takes for what the secretary waits for, beside what other programs take for the same, in one run.
//! `make bench` builds it with optimisation. Figures are medians in milliseconds; ratios hold when the machine drifts.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a bench prints, and stops where something is missing

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::json;
use zhibu_core::outside::Table;
use zhibu_core::reports::judge;
use zhibu_tests::{Program, python};

const PASSPHRASE: &str = "晨光里的名册2026";

fn main() {
    println!("| 做什么 | 用时 ms | 预算 ms | 其他程序 ms | 比值 |\n|---|---|---|---|---|");
    let small = Program::new("2026-09-25");
    open(&small);
    let sheet = roster(&small, "1000.xlsx", 1000);
    let preview = median(5, || drop(small.ok("roster_import_preview", json!({ "file": sheet }))));
    let import = median(5, || {
        import_all(&small, &sheet);
        small.ok("undo", json!({}));
    });
    line("核对 1000 行名册（对比 openpyxl 只读）", preview, 1000.0, peer(&["openpyxl", &at(&small, &sheet)]));
    line("导入 1000 行并撤销（含备份）", import, 2000.0, None);

    import_all(&small, &roster(&small, "50.xlsx", 50));
    let meeting = json!({ "id": null, "kinds": ["general"], "title": "支部党员大会", "planned_at": "2026-09-23T14:30:00",
        "place": "会议室", "chair": "甲", "recorder": "乙", "party_group": null, "observers": [] });
    let meeting = small.ok("meeting_save", meeting)["value"]["head"]["id"].clone();
    let paper = json!({ "paper": { "kind": "sign_in_sheet", "meeting": meeting }, "file": "s.pdf" });
    small.ok("paper_save", paper.clone());
    let sign_in = median(10, || drop(small.ok("paper_save", paper.clone())));
    line("50 人签到表（对比 LibreOffice 转 PDF）", sign_in, 100.0, libreoffice(&at(&small, "50.xlsx"), small.folder()));

    small.ok("report_sign", json!({ "quarter": "2026Q3", "reason": null }));
    let signed = median(5, || drop(small.ok("report_sign", json!({ "quarter": "2026Q3", "reason": "再签一次" }))));
    line("季度报告：排版并签名", signed, 300.0, None);
    let id = small.ok("report_get", json!("2026Q3"))["versions"][0]["id"].clone();
    small.ok("report_export", json!({ "id": id, "file": "r.pdf" }));
    small.ok("certificate_export", json!({ "file": "c.pem" }));
    let pdf = std::fs::read(small.path("r.pdf")).unwrap();
    let seal = zhibu_documents::outside().seal;
    let verify = median(50, || assert!(judge("r.pdf", &pdf, &[], seal.as_ref()).valid));
    line(
        "核对签名并取出数据（对比 pyHanko）",
        verify,
        5.0,
        peer(&["pyhanko", &at(&small, "r.pdf"), &at(&small, "c.pem")]),
    );

    let rows = small.ok("roster_list", json!({}))["rows"].clone();
    let mut record = small.ok("member_get", json!({ "id": rows[0]["id"], "reveal": true }))["member"].clone();
    let mut n = 0;
    let save = median(50, || {
        n += 1;
        record["note"] = json!(n.to_string());
        small.ok("member_save", record.clone());
    });
    line("保存一名党员（对比裸 SQLite 落盘提交）", save, 100.0, peer(&["sqlite", &small.folder().to_string_lossy()]));
    line("首页", median(10, || drop(small.ok("home_overview", json!({})))), 100.0, None);

    let large = Program::new("2026-09-25");
    open(&large);
    let sheet = roster(&large, "10000.xlsx", 10_000);
    let preview = median(3, || drop(large.ok("roster_import_preview", json!({ "file": sheet }))));
    line("核对 10000 行名册（对比 openpyxl 只读）", preview, 2000.0, peer(&["openpyxl", &at(&large, &sheet)]));
    let import = median(1, || import_all(&large, &sheet));
    line("导入 10000 行（含备份）", import, 4000.0, None);
    let search = |text: &str| median(10, || drop(large.ok("roster_list", json!({ "search": text }))));
    line("10000 人名册第一页", search(""), 100.0, None);
    line("10000 人中按姓名查找", search("党员77"), 100.0, None);
    line("10000 人时的首页", median(3, || drop(large.ok("home_overview", json!({})))), 300.0, None);
    large.ok("vault_lock", json!({}));
    line("输入密码打开", median(3, || unlock(&large)), 1000.0, None);
}

fn open(program: &Program) {
    program
        .ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": { "name": "示例支部" } }));
}

fn unlock(program: &Program) {
    program.ok("vault_unlock", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE }));
    program.ok("vault_lock", json!({}));
}

fn import_all(program: &Program, sheet: &str) {
    let digest = program.ok("roster_import_preview", json!({ "file": sheet }))["digest"].clone();
    program.ok("roster_import", json!({ "file": sheet, "digest": digest }));
}

/// A sheet of `count` made-up people in the program's folder.
fn roster(program: &Program, name: &str, count: u32) -> String {
    let header = [
        "姓名",
        "公民身份证号",
        "性别",
        "民族",
        "出生日期",
        "学历",
        "人员类别",
        "加入党组织日期",
        "转为正式党员日期",
        "手机号",
    ];
    let person = |n: u32| {
        let (year, month, day) = (1955 + n % 45, n % 12 + 1, n % 28 + 1);
        let body = format!("440300{year}{month:02}{day:02}{:03}", (n / 1260) * 2 + 1);
        let sex = "男";
        let birth = format!("{year}-{month:02}-{day:02}");
        let texts = [
            format!("党员{n}"),
            id_number(&body),
            sex.to_owned(),
            "汉族".to_owned(),
            birth,
            "大学本科".to_owned(),
            "正式党员".to_owned(),
            format!("{}-07-01", year + 25),
            format!("{}-07-01", year + 26),
            format!("1380000{:04}", n % 10_000),
        ];
        texts.to_vec()
    };
    let table = Table {
        sheet: "名册".to_owned(),
        header: header.map(str::to_owned).to_vec(),
        rows: (0..count).map(person).collect(),
    };
    let bytes = zhibu_documents::outside().office.write(&table).unwrap();
    std::fs::write(program.path(name), bytes).unwrap();
    name.to_owned()
}

/// The 17 digits with their check character (GB 11643).
fn id_number(body: &str) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{body}{}", char::from(b"10X98765432"[(sum % 11) as usize]))
}

fn at(program: &Program, name: &str) -> String {
    program.path(name).to_string_lossy().into_owned()
}

/// Median in milliseconds.
fn median(runs: usize, mut work: impl FnMut()) -> f64 {
    let time = |work: &mut dyn FnMut()| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64() * 1000.0
    };
    let mut times: Vec<f64> = (0..runs).map(|_| time(&mut work)).collect();
    times.sort_by(f64::total_cmp);
    times[runs / 2]
}

fn line(what: &str, ours: f64, budget: f64, other: Option<f64>) {
    let mark = if ours <= budget { "✓" } else { "✗" };
    let (other, ratio) = other
        .map_or((String::new(), String::new()), |other| (format!("{other:.1}"), format!("{:.1} 倍", other / ours)));
    println!("| {what} | {ours:.1} {mark} | {budget} | {other} | {ratio} |");
}

/// What another program takes; nothing where it is not installed (`make bench` installs it).
fn peer(arguments: &[&str]) -> Option<f64> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("verifiers/peers.py");
    let output = Command::new(python()).arg(script).args(arguments).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// LibreOffice making a PDF of a sheet: the whole process, as a user would start it, the second time.
fn libreoffice(sheet: &str, folder: &Path) -> Option<f64> {
    let convert = || {
        let mut command = Command::new("soffice");
        command.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder).arg(sheet);
        command.output().ok().filter(|output| output.status.success())
    };
    convert()?;
    Some(median(3, || drop(convert())))
}
