//! The same table for the window: the files of `ui/src/ipc` that say in their first line that they are written from it.
//! `make types` writes them; they are committed, and compared by a test.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use serde::Serialize;
use ts_rs::{Config, TS, TypeVisitor};

use super::{table, visit_types};
use crate::*;

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

/// Every command's request and reply, and a function for each, in table order.
pub fn typescript_commands() -> String {
    let (mut pairs, mut functions) = (String::new(), String::new());
    for command in table() {
        let (name, request, reply) = (command.name, qualify(&command.request), qualify(&command.reply));
        let (parameter, argument) = if command.request == "Nothing" {
            (String::new(), "{}")
        } else {
            (format!("request: {request}, "), "request")
        };
        pairs.push_str(&format!("  {name}: [request: {request}, reply: {reply}]\n"));
        functions.push_str(&format!(
            "\n/** {} */\nexport const {} = ({parameter}options?: CallOptions) => call('{name}', {argument}, options)\n",
            command.about,
            camel_case(name),
        ));
    }
    format!(
        "{HEAD}import {{ call, type CallOptions }} from './call'\nimport type * as t from './types'\n\n\
         /** The table. */\nexport interface Commands {{\n{pairs}}}\n{functions}"
    )
}

macro_rules! words {
    ($($enum:path),+ $(,)?) => {
        /// The Chinese names of every enum that the window shows, each in the order of a list.
        pub fn typescript_words() -> String {
            words_of(&[$( (<$enum>::name(&Config::default()), <$enum>::ALL.iter().map(|case| (code(case), case.title())).collect()), )+])
        }
    };
}

words! {
    app::VaultKind,
    appraisal::AppraisalGrade,
    appraisal::AppraisalStepKind,
    attachments::AttachmentKind,
    attendance::AttendanceStatus,
    attendance::ExclusionGround,
    branch::BranchAspect,
    branch::BranchKind,
    branch::HelperRole,
    branch::UnitKind,
    development::AuditScope,
    development::AuditSeverity,
    development::CloseWay,
    development::Correction,
    development::DevelopmentPackage,
    development::DevelopmentRosterKind,
    development::DevelopmentStage,
    development::GuideRole,
    development::LawText,
    development::MaterialState,
    disposals::DisposalKind,
    disposals::DisposalOutcome,
    dues::DuesEntryKind,
    dues::DuesKind,
    dues::DuesState,
    dues::DuesUse,
    dues::DuesWay,
    elections::ElectionPost,
    elections::ElectionPurpose,
    elections::ElectionRoundKind,
    elections::ElectionState,
    home::HomeDayKind,
    home::HomeWhen,
    library::LibraryKind,
    meetings::BallotKind,
    meetings::MeetingKind,
    meetings::MeetingState,
    meetings::MotionKind,
    returns::ReturnAbout,
    returns::ReturnPeople,
    returns::ReturnShape,
    roster::Aspect,
    roster::EntryWay,
    roster::ExitWay,
    roster::Discipline,
    roster::MemberKind,
    roster::Office,
    roster::RosterColumn,
    roster::RosterSort,
    roster::Sex,
    roster::Standing,
    roster::WantedField,
    rules::Does,
    rules::RuleChangeKind,
    rules::Scope,
    rules::Severity,
    rules::Verified,
    settings::AttendanceOrder,
    settings::DuesRounding,
    study::StudyKind,
    transfers::TransferState,
    values::Room,
    vault::BackupKind,
    vault::BackupState,
}

type Words = (String, Vec<(String, &'static str)>);

fn words_of(enums: &[Words]) -> String {
    let types: Vec<_> = enums.iter().map(|(name, _)| format!("  {name},\n")).collect();
    let mut text = format!("{HEAD}import type {{\n{}}} from './types'\n", types.concat());
    for (name, cases) in enums {
        let quoted = |code: &String| if code.contains('-') { format!("'{code}'") } else { code.clone() };
        let lines: Vec<_> = cases.iter().map(|(code, title)| format!("  {}: '{title}',\n", quoted(code))).collect();
        text.push_str(&format!(
            "\nexport const {}: Record<{name}, string> = {{\n{}}}\n",
            constant(name),
            lines.concat()
        ));
    }
    text
}

/// A case as it is on the wire.
fn code(case: &impl Serialize) -> String {
    serde_json::to_value(case).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
}

/// `MeetingKind` → `MEETING_KIND`.
fn constant(name: &str) -> String {
    name.chars().enumerate().fold(String::new(), |mut out, (at, c)| {
        if at > 0 && c.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_uppercase());
        out
    })
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
