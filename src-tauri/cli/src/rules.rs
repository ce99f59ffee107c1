//! Rule sets as files to edit, and signing what became of them.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::desktop::{Program, token};
use crate::failure::Failure;

/// The folders of a set.
const FOLDERS: [&str; 2] = ["rules", "data"];

/// Writes the texts of the rule set in use into a folder; gives what the set says of itself.
pub(crate) fn export(program: &Program, folder: &Path) -> Result<Value, Failure> {
    let mut set = program.call("rule_set_texts", json!({}))?;
    for part in FOLDERS {
        std::fs::create_dir_all(folder.join(part))?;
    }
    // The names were checked when the set was read: they lead nowhere but into these two folders.
    for (name, text) in set["texts"].as_object().into_iter().flatten() {
        std::fs::write(folder.join(name), text.as_str().unwrap_or_default())?;
    }
    Ok(set["head"].take())
}

/// Signs the texts of a folder under a head.
pub(crate) fn sign(program: &Program, folder: &Path, head: Value, out: &Path) -> Result<Value, Failure> {
    let mut texts = BTreeMap::new();
    for part in FOLDERS {
        for entry in std::fs::read_dir(folder.join(part))? {
            let path = entry?.path();
            // A copy that an editor leaves is no part of the set.
            let is_part = path.extension().is_some_and(|ending| ending == "toml" || ending == "csv");
            if let Some(name) = path.file_name().filter(|_| is_part) {
                texts.insert(format!("{part}/{}", name.to_string_lossy()), std::fs::read_to_string(&path)?);
            }
        }
    }
    let mut request = head;
    request["texts"] = json!(texts);
    request["file"] = json!(token(out));
    program.call("rule_set_sign", request)
}
