//! 本地规定: what the superior or the region lays down beyond the national rules. It stands among the settings, each with
//! its source, and travels as a file to other branches.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    DevelopmentSettings, DuesRounding, DuesSettings, LocalMaterial, Settings, SettingsError, StudyHours, StudySettings,
    save, stored,
};
use crate::desk::{Desk, Nothing};
use crate::files::{self, Saved};
use crate::outside::FileToken;
use crate::values::date_title;
use crate::vault::Done;

/// What such a file says of itself.
const KIND: &str = "zhibu-local-rules";
/// The only format so far; a newer one is refused.
const FORMAT: u32 = 1;

/// One local rule in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LocalRule {
    /// What it is about.
    pub title: String,
    /// What holds here; empty where nothing but the national rule does.
    pub value: String,
    /// Where that is laid down.
    pub source: String,
}

/// Saves the local rules as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LocalRulesExportRequest {
    pub file: FileToken,
}

/// Looks into a file of local rules, or takes them over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LocalRulesRequest {
    pub file: FileToken,
}

/// What a file of local rules would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LocalRulesPreview {
    pub file_name: String,
    /// Rule by rule, only those that would be others.
    pub changes: Vec<LocalRuleChange>,
}

/// One rule that would be another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LocalRuleChange {
    pub title: String,
    /// What holds now; empty where nothing local does.
    pub was: String,
    /// What would hold instead.
    pub becomes: String,
    /// Where that is laid down.
    pub source: String,
}

/// The part of the settings that is laid down by others, as it lies in a file. It says nothing about the branch.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct LocalRules {
    letter_valid_days: Option<u32>,
    letter_valid_source: String,
    development: DevelopmentSettings,
    dues: DuesSettings,
    #[serde(default)]
    study: StudySettings,
}

#[derive(Serialize, Deserialize)]
struct File {
    kind: String,
    format: u32,
    #[serde(default)]
    rules: LocalRules,
}

/// The local rules of this file, those too that say nothing so far.
///
/// # Errors
/// [`SettingsError::Vault`].
pub fn local_rules(desk: &mut Desk<'_>, _: Nothing) -> Result<Vec<LocalRule>, SettingsError> {
    Ok(desk.read(stored)?.local().in_words())
}

/// Saves the local rules as a file for other branches.
///
/// # Errors
/// [`SettingsError::File`].
pub fn export_local_rules(desk: &mut Desk<'_>, request: LocalRulesExportRequest) -> Result<Saved, SettingsError> {
    let rules = desk.read(stored)?.local();
    let file = File { kind: KIND.to_owned(), format: FORMAT, rules };
    let text = serde_json::to_vec_pretty(&file).unwrap_or_default();
    Ok(files::write(desk.outside, &request.file, &text)?)
}

/// What a file of local rules would change; changes nothing.
///
/// # Errors
/// [`SettingsError::NoLocalRules`], [`SettingsError::Newer`], [`SettingsError::File`].
pub fn preview_local_rules(
    desk: &mut Desk<'_>,
    request: LocalRulesRequest,
) -> Result<LocalRulesPreview, SettingsError> {
    let (file_name, rules) = read(desk, &request.file)?;
    let now = desk.read(stored)?.local().in_words();
    let changed = now.into_iter().zip(rules.in_words()).filter(|(now, then)| now.value != then.value);
    let changes = changed
        .map(|(now, then)| LocalRuleChange {
            title: then.title,
            was: now.value,
            becomes: then.value,
            source: then.source,
        })
        .collect();
    Ok(LocalRulesPreview { file_name, changes })
}

/// Takes the local rules of a file over; all other settings stay.
///
/// # Errors
/// As [`preview_local_rules`]; [`SettingsError::Vault`] when a value is out of range.
pub fn import_local_rules(desk: &mut Desk<'_>, request: LocalRulesRequest) -> Result<Done<Settings>, SettingsError> {
    let (_, rules) = read(desk, &request.file)?;
    let LocalRules { letter_valid_days, letter_valid_source, development, dues, study } = rules;
    let settings = desk.read(stored)?;
    Ok(save(desk, Settings { letter_valid_days, letter_valid_source, development, dues, study, ..settings })?)
}

fn read(desk: &Desk<'_>, token: &FileToken) -> Result<(String, LocalRules), SettingsError> {
    let (name, bytes) = files::read(desk.outside.desktop.as_ref(), token)?;
    let file: File = serde_json::from_slice(&bytes).map_err(|_| SettingsError::NoLocalRules(name.clone()))?;
    match file {
        File { kind, .. } if kind != KIND => Err(SettingsError::NoLocalRules(name)),
        File { format: FORMAT, rules, .. } => Ok((name, rules)),
        File { .. } => Err(SettingsError::Newer(name)),
    }
}

impl Settings {
    fn local(self) -> LocalRules {
        let Self { letter_valid_days, letter_valid_source, development, dues, study, .. } = self;
        LocalRules { letter_valid_days, letter_valid_source, development, dues, study }
    }
}

impl LocalRules {
    /// Every rule in words, always in the same order.
    fn in_words(&self) -> Vec<LocalRule> {
        let line = |title: &str, value: String, source: &str| {
            let source = if value.is_empty() { String::new() } else { source.to_owned() };
            LocalRule { title: title.to_owned(), value, source }
        };
        let (development, dues) = (&self.development, &self.dues);
        let days = self.letter_valid_days.map(|days| format!("{days} 天")).unwrap_or_default();
        let ids = |ids: &std::collections::BTreeSet<String>| ids.iter().cloned().collect::<Vec<_>>().join("、");
        let numbers: Vec<_> = development.numbers.iter().map(|(id, number)| format!("{id}：{number}")).collect();
        let materials: Vec<_> = development.materials.iter().map(material_in_words).collect();
        let quarterly = if dues.quarterly { "按季交纳".to_owned() } else { String::new() };
        vec![
            line("介绍信有效期", days, &self.letter_valid_source),
            line("发展党员档案：上级另外要求的材料", materials.join("、"), &development.source),
            line("发展党员档案：不检查的项目", ids(&development.checks_off), &development.source),
            line("发展党员档案：另外检查的项目", ids(&development.checks_on), &development.source),
            line("发展党员档案：检查项目里的数字", numbers.join("、"), &development.source),
            line("党费：应交数的取整", rounding_in_words(dues), &dues.source),
            line("党费：交纳的时间", quarterly, &dues.source),
            line("学习教育：学时的折算", hours_in_words(&self.study), &self.study.source),
        ]
    }
}

fn material_in_words(material: &LocalMaterial) -> String {
    let LocalMaterial { name, step, from, to, .. } = material;
    let from = from.map(|day| format!("，{}起", date_title(day))).unwrap_or_default();
    let to = to.map(|day| format!("，到{}为止", date_title(day))).unwrap_or_default();
    format!("{name}（第 {step} 步{from}{to}）")
}

/// Only what is not the usual.
fn hours_in_words(study: &StudySettings) -> String {
    if *study == StudySettings::default() {
        return String::new();
    }
    let line = |one: &StudyHours| format!("{}{} 学时", one.name, one.hours);
    study.hours.iter().map(line).collect::<Vec<_>>().join("、")
}

fn rounding_in_words(dues: &DuesSettings) -> String {
    if dues.rounding == DuesRounding::Fen {
        return String::new();
    }
    let from = dues.rounding_from.map(|month| format!("{}起", month.title())).unwrap_or_default();
    format!("{from}{}", dues.rounding.title())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use rstest::rstest;

    use super::*;
    use crate::problem::Problem;
    use crate::testing::{Folder, TestFile};

    fn request(name: &str) -> LocalRulesRequest {
        LocalRulesRequest { file: FileToken(name.to_owned()) }
    }

    /// A branch with local rules of its own, and a folder.
    fn file() -> TestFile {
        let mut file = TestFile::on("2026-11-23");
        file.outside.desktop = Arc::new(Folder::with("另一个.json", b"{}"));
        let mut settings = Settings { letter_valid_days: Some(30), operator: "王二".into(), ..Settings::default() };
        settings.letter_valid_source = "示例市委组织部通知".into();
        settings.dues.rounding = DuesRounding::Jiao;
        save(&mut file.desk("settings_save"), settings).unwrap();
        file
    }

    #[test]
    fn local_rules_go_to_another_branch_and_nothing_else_does() {
        let mut one = file();
        let export = LocalRulesExportRequest { file: FileToken("规定.json".into()) };
        export_local_rules(&mut one.desk("local_rules_export"), export).unwrap();
        let mut other = TestFile::on("2026-11-23");
        other.outside.desktop = one.outside.desktop.clone();
        let operator = Settings { operator: "李三".into(), ..Settings::default() };
        save(&mut other.desk("settings_save"), operator).unwrap();

        let preview = preview_local_rules(&mut other.desk("local_rules_preview"), request("规定.json")).unwrap();
        let told: Vec<_> = preview.changes.iter().map(|one| (one.was.as_str(), one.becomes.as_str())).collect();
        assert_eq!(told, [("", "30 天"), ("", "四舍五入到角")]);
        assert_eq!(preview.changes[0].source, "示例市委组织部通知");
        let taken = import_local_rules(&mut other.desk("local_rules_import"), request("规定.json")).unwrap().value;
        assert_eq!((taken.letter_valid_days, taken.operator.as_str()), (Some(30), "李三"));
        let again = preview_local_rules(&mut other.desk("local_rules_preview"), request("规定.json")).unwrap();
        assert_eq!(again.changes, []);
        other.undo();
        let rules = local_rules(&mut other.desk("local_rules"), Nothing {}).unwrap();
        assert!(rules.iter().all(|rule| rule.value.is_empty()), "{rules:?}");
    }

    #[rstest]
    #[case::something_else(b"{\"name\":1}", "no_local_rules")]
    #[case::no_text(b"\x89PNG", "no_local_rules")]
    #[case::newer(b"{\"kind\":\"zhibu-local-rules\",\"format\":2}", "newer_local_rules")]
    #[case::out_of_range(
        b"{\"kind\":\"zhibu-local-rules\",\"format\":1,\"rules\":{\"letter_valid_days\":900,\"letter_valid_source\":\"\",\"development\":{},\"dues\":{}}}",
        "invalid"
    )]
    fn a_file_that_has_none_changes_nothing(#[case] content: &[u8], #[case] code: &str) {
        let mut file = file();
        file.outside.desktop = Arc::new(Folder::with("规定.json", content));
        let before = file.desk("settings_get").read(stored).unwrap();
        let refused = import_local_rules(&mut file.desk("local_rules_import"), request("规定.json"));
        assert_eq!(Problem::from(refused.map(drop).unwrap_err()).code, code);
        assert_eq!(file.desk("settings_get").read(stored).unwrap(), before);
    }
}
