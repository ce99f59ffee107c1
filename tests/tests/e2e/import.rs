//! A roster that no program knows, and one of ten thousand people, in the real window: read by hand, its faulty rows saved
//! and mended, stopped half-way, and the roster exported again. Pictures are left in `target/e2e`.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::json;
use zhibu_core::outside::{Cell, Office, Sheet, Table};
use zhibu_documents::office::OfficeFiles;
use zhibu_tests::{Home, Outcome, Program, Window};

const PASSPHRASE: &str = "晨光里的名册2026";
const TODAY: &str = "2026-11-23";
const STRANGE: &str = "示例协会支部人员一览,,,,\n编号,谁,属于,生于,手机\n1,王 一,正式,1980-01-01,１３８１２３４５６７８\n\
                       2,李二,群众,1990-05-03,13900000000\n3,古力.买 买提,预备,1999.5,13700000000\n";

#[tokio::test]
async fn a_strange_roster_is_read_by_hand_its_faulty_rows_mended_and_all_goes_out_again() -> Outcome {
    let home = Home::new()?;
    let window = opened(&home).await?;
    std::fs::write(home.path("一览.csv"), STRANGE)?;

    import(&window, &home, home.path("一览.csv")).await?;
    window.wait_text("表格里没有找到“姓名”一栏").await?;
    window.click_text("自己指定表头和姓名栏").await?;
    window.select("表头在哪一行", "第 2 行").await?;
    window.wait_text("表头在第 2 行").await?;
    window.wait_text("还没有一栏对应到「姓名」").await?;
    for (column, field) in [("谁", "姓名"), ("属于", "人员类别"), ("生于", "出生日期")] {
        window.select(&format!("{column} 对应到"), field).await?;
        window.wait_quiet().await?;
    }
    window.screenshot("import-01-by-hand").await?;
    window.click_text("对好了，看名单").await?;
    window.wait_text("原为「古力.买 买提」").await?;
    window.screenshot("import-02-review").await?;
    window.click_text("不能导入 1").await?;
    window.wait_text("人员类别“群众”不是正式党员，也不是预备党员").await?;
    window.screenshot("import-03-refused").await?;
    window.click_text("导入 2 人").await?;
    window.wait_text("已导入 2 人").await?;
    home.choose(&home.path("问题行.xlsx"))?;
    window.click_text("导出问题行…").await?;
    window.wait_text("已保存为「问题行.xlsx」").await?;
    window.screenshot("import-04-done").await?;

    let mut mended = read(&home, "问题行.xlsx")?;
    for cell in mended.rows.iter_mut().flatten().filter(|cell| **cell == "群众") {
        "预备".clone_into(cell);
    }
    std::fs::write(home.path("改好.xlsx"), OfficeFiles.write(&mended)?)?;
    import(&window, &home, home.path("改好.xlsx")).await?;
    window.wait_text("已按上次的对应方式").await?;
    window.screenshot("import-05-remembered").await?;
    window.click_text("导入 1 人").await?;
    window.wait_text("已导入 1 人").await?;
    window.click_text("看名册").await?;
    window.wait_text("李二").await?;

    home.choose(&home.path("导出.xlsx"))?;
    window.click_text("更多").await?;
    window.click_text("导出…").await?;
    window.wait_text("把现在列出的 3 人").await?;
    window.click_text("自己选栏目").await?;
    window.wait_quiet().await?;
    window.screenshot("import-06-export").await?;
    window.click_text("证件号码、电话和住址完整写出（只对这一个文件）").await?;
    window.click_text("导出…").await?;
    window.wait_text("已保存为「导出.xlsx」").await?;
    let exported = read(&home, "导出.xlsx")?;
    assert_eq!(exported.header[0], "姓名");
    assert!(exported.rows.iter().flatten().any(|cell| cell == "13812345678"), "{exported:?}");
    window.close().await
}

#[tokio::test]
async fn ten_thousand_rows_are_looked_at_stopped_and_brought_in() -> Outcome {
    let home = Home::new()?;
    let window = opened(&home).await?;
    let rows: String = (0..10_000).map(|n| format!("党员{n},预备党员,138{n:08}\n")).collect();
    std::fs::write(home.path("很多人.csv"), format!("姓名,人员类别,手机号\n{rows}"))?;

    import(&window, &home, home.path("很多人.csv")).await?;
    window.wait_text("表头在第 1 行").await?;
    window.wait_text("党员0").await?;
    window.screenshot("import-07-many").await?;
    window.click_text("导入 10000 人").await?;
    window.click_text("停止").await?;
    window.wait_text("已取消，没有保存任何内容").await?;
    window.screenshot("import-08-stopped").await?;
    window.click_text("导入 10000 人").await?;
    window.wait_text("停止").await?;
    // A debug build on a busy machine takes its time; the progress on the screen says that it goes on.
    let stored = async {
        while window.text().await?.contains("停止") {
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        Outcome::Ok(())
    };
    tokio::time::timeout(Duration::from_secs(180), stored).await??;
    window.wait_text("已导入 10000 人").await?;
    window.close().await
}

/// A roster of forty, with another table below it, somebody who left, and values that are odd.
fn of_forty() -> String {
    let mut rows = String::from(
        "示例协会支部党员名册\n序号,姓名,身份证号码,性别,民族,出生日期,政治面貌,入党时间,转正时间,联系电话,学历,现居住地,备注\n",
    );
    for n in 1..=40_u32 {
        let (year, remark) = (1960 + n, ["", "2025年3月已转出"][usize::from(n == 7)]);
        let phone = if n == 9 { "1380001000".to_owned() } else { format!("138{n:08}") };
        rows += &format!(
            "{n},党员{name},,女,汉,{year}-03-12,中共党员,{}-07-01,{}-07-01,{phone},大学本科,示例市示例区幸福路 {n} 号,{remark}\n",
            year + 25,
            year + 26,
            name = char::from_u32(0x4E00 + n * 7).unwrap_or('甲'),
        );
    }
    rows + "二、入党积极分子名单\n序号,姓名,性别,申请入党时间\n1,路小舟,男,2023.05\n"
}

#[tokio::test]
async fn one_page_says_what_was_understood_and_shows_twelve_rows_in_full() -> Outcome {
    let home = Home::new()?;
    let window = opened(&home).await?;
    std::fs::write(home.path("名册.csv"), of_forty())?;
    window.resize(1366, 768).await?;
    import(&window, &home, home.path("名册.csv")).await?;
    window.wait_text("导入 39 人").await?;
    for said in
        ["表头在第 2 行，名单：第 3 至 42 行", "人员类别 ← 政治面貌", "手机号 ← 联系电话", "第 43 至 45 行是另一张表"]
    {
        window.wait_text(said).await?;
    }
    window.screenshot("import-09-understood-1366").await?;
    let seen = window.run(ROWS_IN_SIGHT, &[]).await?;
    assert!(seen.as_u64().is_some_and(|rows| rows >= 12), "{seen} rows in sight");
    for text in ["13800000001", "大学本科", "示例市示例区幸福路 1 号"] {
        assert_eq!(window.run(IN_SIGHT, &[json!(text)]).await?, json!(true), "{text}");
    }
    window.click_text("存疑 2").await?;
    window.wait_text("像是已经不在本支部").await?;
    window.screenshot("import-10-doubtful-1366").await?;
    window.click_text("新增 40").await?;
    for (width, letters) in [(1024, "16px"), (1366, "20px"), (1024, "20px")] {
        window.resize(width, 768).await?;
        window.run("document.documentElement.style.fontSize = arguments[0]", &[json!(letters)]).await?;
        window.wait_quiet().await?;
        window.screenshot(&format!("import-11-{width}-{letters}")).await?;
        assert_eq!(window.run(OVERLAPS, &[]).await?, json!([]), "at {width}, {letters}");
    }
    window.close().await
}

/// How many whole rows of the table can be seen.
const ROWS_IN_SIGHT: &str = "const place = document.querySelector('[data-test=table]').getBoundingClientRect();
    return [...document.querySelectorAll('[data-test=table] tbody tr')]
        .map((row) => row.getBoundingClientRect())
        .filter((row) => row.height > 0 && row.top >= place.top && row.bottom <= place.bottom).length";

/// Whether the cell with exactly this text can be seen whole.
const IN_SIGHT: &str = "const cell = [...document.querySelectorAll('[data-test=table] tbody td .cell span')]
        .find((one) => one.textContent.trim() === arguments[0]);
    if (!cell) return false;
    const box = cell.getBoundingClientRect();
    return box.right <= innerWidth && cell.scrollWidth <= cell.clientWidth + 1 || cell.offsetWidth >= cell.scrollWidth";

/// Controls that lie over each other, and what sticks out of the window.
const OVERLAPS: &str =
    "const all = [...document.querySelectorAll('[data-test=import] :is(button, select, label, p, li, h1)')]
        .filter((one) => !one.closest('[data-test=table]') && one.getClientRects().length);
    const box = (one) => one.getBoundingClientRect();
    const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const faults = all.filter((one) => box(one).right > innerWidth + 1).map((one) => `out: ${one.textContent.trim()}`);
    all.forEach((one, at) => all.slice(at + 1).forEach((other) => {
        if (!one.contains(other) && !other.contains(one) && over(box(one), box(other)))
            faults.push(`${one.textContent.trim()} / ${other.textContent.trim()}`);
    }));
    return faults";

/// The window with an empty roster.
async fn opened(home: &Home) -> Outcome<Window> {
    let program = Program::in_folder(home.path("文档"), TODAY);
    let branch = json!({ "name": "示例协会支部" });
    let made = program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
    program.ok("recovery_confirm", json!({ "last_group": made["groups"][12] }));
    program.ok("vault_lock", json!({}));
    Window::open_file(home, "文档/a.zhibu", PASSPHRASE, TODAY).await
}

async fn import(window: &Window, home: &Home, sheet: PathBuf) -> Outcome {
    home.choose(&sheet)?;
    window.click_text("党员名册").await?;
    window.wait_quiet().await?;
    window.click_text("更多").await?;
    window.click_nth("导入名册…", 0).await?;
    window.click_text("选文件…").await
}

/// A sheet of text.
fn read(home: &Home, name: &str) -> Outcome<Table> {
    let Sheet { name: sheet, grid, .. } = OfficeFiles.read(&std::fs::read(home.path(name))?)?.remove(0);
    let rows = grid?.rows;
    let text = |cell: &Cell| if let Cell::Text(text) = cell { text.clone() } else { String::new() };
    let mut rows = rows.iter().map(|row| row.iter().map(text).collect::<Vec<_>>());
    let header = rows.next().unwrap_or_default();
    Ok(Table { sheet, header, rows: rows.collect() })
}
