//! Finds what is added as a file alone: `RuleId` is made from `rules/*.toml`, the list of migrations from `migrations/*.sql`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, error, fs};

type Outcome<T = ()> = Result<T, Box<dyn error::Error>>;

fn main() -> Outcome {
    write("rules.rs", &rules()?)?;
    write("migrations.rs", &migrations()?)
}

/// The files of a folder with this ending, by name.
fn files(folder: &str, ending: &str) -> Outcome<Vec<PathBuf>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(folder);
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files =
        fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>, std::io::Error>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == ending));
    files.sort();
    Ok(files)
}

fn write(name: &str, code: &str) -> Outcome {
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join(name), code)?)
}

/// Each migration's name and text, in order.
fn migrations() -> Outcome<String> {
    let mut code = String::from("&[\n");
    for path in files("migrations", "sql")? {
        let name = path.file_stem().ok_or("a file without a name")?.to_string_lossy().into_owned();
        writeln!(code, "    ({name:?}, include_str!({:?})),", path.display().to_string())?;
    }
    code.push(']');
    Ok(code)
}

fn rules() -> Outcome<String> {
    let files = files("rules", "toml")?;
    // A rule that was revised stands there once for each period, under one id; its newest text is the last.
    let mut texts = BTreeMap::new();
    for path in &files {
        let data: toml::Table = fs::read_to_string(path)?.parse()?;
        let rules = data.get("rule").and_then(toml::Value::as_array).ok_or("a file without rules")?;
        for rule in rules {
            let field = |name: &str| rule.get(name).and_then(toml::Value::as_str).ok_or("a rule without id or text");
            texts.insert(field("id")?.to_owned(), field("text")?.to_owned());
        }
    }

    let mut code = String::from("rule_ids! {\n");
    for (id, text) in &texts {
        writeln!(code, "    #[doc = {text:?}]\n    {id},")?;
    }
    code.push_str("}\n\n/// The shipped files, one per body of rules, each with its name.\npub(super) const FILES: &[(&str, &str)] = &[\n");
    for path in &files {
        let name = path.file_name().ok_or("a file without a name")?.to_string_lossy().into_owned();
        writeln!(code, "    ({:?}, include_str!({:?})),", format!("rules/{name}"), path.display().to_string())?;
    }
    code.push_str("];\n");
    Ok(code)
}
