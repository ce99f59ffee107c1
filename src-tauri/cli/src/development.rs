//! 发展党员档案 without a window: examining the files, and drawing up their papers.

use std::path::Path;

use serde_json::{Value, json};

use crate::desktop::{Program, token};
use crate::failure::Failure;

/// Examines the files, or those of one person; gives what was found, and saves it too where `out` says so.
pub(crate) fn audit(program: &Program, person: Option<&str>, out: Option<&Path>) -> Result<Value, Failure> {
    let chosen = files(program, person)?;
    let view = program.call("development_audit", json!({}))?;
    let is_chosen = |file: &&Value| chosen.iter().any(|(id, _)| *id == file["file"]);
    let found: Vec<Value> = view["files"].as_array().into_iter().flatten().filter(is_chosen).cloned().collect();
    if let Some(out) = out {
        let file = match (person, chosen.as_slice()) {
            (None, _) => Value::Null,
            (Some(_), [(id, _)]) => id.clone(),
            (Some(person), _) => {
                let message = format!("有 {} 份“{person}”的档案，请在窗口里打开要的那一份再存", chosen.len());
                return Err(Failure::new("several_files", message));
            }
        };
        if out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
            program.call("development_audit_export", json!({ "file": file, "to": token(out) }))?;
        } else {
            let paper = json!({ "room": "development", "kind": "audit", "file": file });
            program.call("paper_save", json!({ "paper": paper, "file": token(out) }))?;
        }
    }
    Ok(Value::Array(found))
}

/// Draws up the papers of the files, or of one person's, each as a PDF in `folder`; gives their names.
pub(crate) fn print(
    program: &Program,
    person: Option<&str>,
    form: Option<&str>,
    folder: &Path,
) -> Result<Value, Failure> {
    std::fs::create_dir_all(folder)?;
    let mut saved = Vec::new();
    for (id, name) in files(program, person)? {
        let codes = match form {
            Some(form) => vec![form.to_owned()],
            None => forms(program, &id)?,
        };
        for code in codes {
            let paper = json!({ "room": "development", "kind": "form", "file": id, "code": code });
            let file = folder.join(format!("{name}（{id}）{code}.pdf"));
            let request = json!({ "paper": paper, "file": token(&file) });
            saved.push(program.call("paper_save", request)?["file_name"].take());
        }
    }
    Ok(Value::Array(saved))
}

/// Key and name of each file, or of those of one person.
fn files(program: &Program, person: Option<&str>) -> Result<Vec<(Value, String)>, Failure> {
    let rows = program.call("development_list", json!({ "include_closed": true }))?;
    let all = rows.as_array().into_iter().flatten();
    let all = all.map(|row| (row["id"].clone(), row["name"].as_str().unwrap_or_default().to_owned()));
    let found: Vec<_> = all.filter(|(_, name)| person.is_none_or(|person| person == name)).collect();
    match person {
        Some(person) if found.is_empty() => {
            Err(Failure::new("development_file_not_found", format!("没有“{person}”的发展党员档案")))
        }
        _ => Ok(found),
    }
}

/// The codes of the papers that the program can draw up.
fn forms(program: &Program, file: &Value) -> Result<Vec<String>, Failure> {
    let view = program.call("development_get", file.clone())?;
    let of_steps = view["steps"].as_array().into_iter().flatten().flat_map(|step| step["materials"].as_array());
    let papers = of_steps.chain(view["stage_materials"].as_array()).flatten();
    let forms = papers.filter(|paper| paper["form"] == true);
    Ok(forms.filter_map(|paper| paper["code"].as_str().map(str::to_owned)).collect())
}
