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
    window.click_text("下一步：逐行核对").await?;
    window.wait_text("已规范，原为「古力.买 买提」").await?;
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
    window.click_text("下一步：逐行核对").await?;
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
    window.click_text("下一步：逐行核对").await?;
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

/// The window with an empty roster.
async fn opened(home: &Home) -> Outcome<Window> {
    let program = Program::in_folder(home.path("文档"), TODAY);
    let branch = json!({ "name": "示例协会支部" });
    program.ok("vault_create", json!({ "file": "a.zhibu", "passphrase": PASSPHRASE, "branch": branch }));
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
