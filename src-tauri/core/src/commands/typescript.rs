//! The same table for the window: `ui/src/ipc/types.ts` and `ui/src/ipc/commands.ts` are written from here by
//! `zhibu-cli commands --typescript`, committed, and compared by a test.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use super::{table, visit_types};

const HEAD: &str =
    "// Written from the command table in src-tauri/core/src/commands.rs by `make types`; do not edit.\n\n";

/// Every request and reply type, as TypeScript.
pub fn typescript_types() -> String {
    let mut declarations = Declarations {
        config: Config::default().with_large_int("number"),
        seen: HashSet::new(),
        texts: BTreeMap::new(),
    };
    visit_types(&mut declarations);
    let body: Vec<String> = declarations.texts.into_values().collect();
    format!("{HEAD}{}", body.join("\n"))
}

/// A typed function per command, in table order.
pub fn typescript_commands() -> String {
    let commands = table();
    let mut text = String::from(HEAD);
    text.push_str("import { call, type CallOptions } from './call'\nimport type * as t from './types'\n\n");
    for command in commands {
        let (request, reply) = (qualify(&command.request), qualify(&command.reply));
        let (parameter, argument) = if command.request == "Nothing" {
            (String::new(), "{}")
        } else {
            (format!("request: {request}, "), "request")
        };
        text.push_str(&format!(
            "/** {} */\nexport const {} = ({parameter}options?: CallOptions) => call<{reply}>('{}', {argument}, options)\n\n",
            command.about,
            camel_case(command.name),
            command.name,
        ));
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

struct Declarations {
    config: Config,
    seen: HashSet<TypeId>,
    texts: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.texts.insert(T::ident(&self.config), format!("{docs}export {}\n", T::decl(&self.config)));
        }
    }
}

/// Puts `t.` before every type name that `types.ts` declares.
fn qualify(name: &str) -> String {
    let mut out = String::new();
    let mut word = String::new();
    for c in name.chars().chain(std::iter::once(' ')) {
        if c.is_alphanumeric() || c == '_' {
            word.push(c);
            continue;
        }
        let declared =
            word.starts_with(|c: char| c.is_ascii_uppercase()) && !matches!(word.as_str(), "Array" | "Record");
        if declared {
            out.push_str("t.");
        }
        out.push_str(&word);
        word.clear();
        out.push(c);
    }
    out.trim_end().to_owned()
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut out, word| {
        let mut chars = word.chars();
        out.extend(chars.next().map(|c| c.to_ascii_uppercase()));
        out.push_str(chars.as_str());
        out
    })
}
