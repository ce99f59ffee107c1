//! 党费 without a window: statements in, papers out.

use std::path::Path;

use serde_json::{Value, json};

use crate::desktop::{Program, token};
use crate::failure::Failure;

/// Tells whose dues the payments of a statement are, and takes over those that are certain; gives what was told.
pub(crate) fn import(program: &Program, sheet: &Path, tab: Option<&str>, dry_run: bool) -> Result<Value, Failure> {
    let request = json!({ "file": token(sheet), "sheet": tab });
    let mut preview = program.call("dues_import_preview", request)?;
    if let Some(unread) = preview["unread"].as_str().filter(|unread| !unread.is_empty()) {
        return Err(Failure::new("unread_statement", format!("{unread}（在窗口里选择）")));
    }
    let payments: Vec<Value> =
        preview["matched"].as_array().into_iter().flatten().map(|row| payment(row, &preview["way"])).collect();
    if !dry_run && !payments.is_empty() {
        program.call("dues_import", json!({ "payments": payments }))?;
    }
    let keys = ["matched", "doubtful", "ignored", "known"];
    Ok(keys.iter().map(|key| ((*key).to_owned(), preview[*key].take())).collect())
}

fn payment(row: &Value, way: &Value) -> Value {
    json!({
        "id": null,
        "member": row["member"],
        "paid_on": row["paid_on"],
        "way": way,
        "transaction": row["transaction"],
        "note": row["note"],
        "months": row["months"],
    })
}

/// Saves the register of a year, as a sheet where the file's name says so, or what is told the members of it.
pub(crate) fn print(program: &Program, is_publication: bool, year: i32, out: &Path) -> Result<Value, Failure> {
    let is = |wanted: &str| out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(wanted));
    if is("xlsx") {
        if is_publication {
            return Err(Failure::new("no_sheet", "公布的表只能存成 .pdf 或 .docx"));
        }
        return program.call("dues_export", json!({ "year": year, "file": token(out) }));
    }
    let paper = if is_publication {
        json!({ "room": "dues", "kind": "dues_publication_sheet", "year": year })
    } else {
        let (from, to) = (format!("{year:04}-01"), format!("{year:04}-12"));
        json!({ "room": "dues", "kind": "dues_register", "from": from, "to": to })
    };
    let format = if is("docx") { "docx" } else { "pdf" };
    program.call("paper_save", json!({ "paper": paper, "format": format, "file": token(out) }))
}
