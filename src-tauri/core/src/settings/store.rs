//! Settings as one JSON value, so that a new one needs no new column.

use super::{Settings, StudySettings};
use crate::desk::{Desk, Nothing};
use crate::problem::Invalid;
use crate::rules::RuleId;
use crate::values::Hours;
use crate::vault::{Done, Reader, VaultError};

/// As last saved; the defaults where nothing was.
///
/// # Errors
/// [`VaultError`].
pub fn stored(reader: &Reader<'_>) -> Result<Settings, VaultError> {
    let text: Option<String> =
        reader.first("SELECT value FROM setting WHERE key = 'settings'", [], |row| row.get(0))?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Settings of this file.
///
/// # Errors
/// [`VaultError`].
pub fn get(desk: &mut Desk<'_>, _: Nothing) -> Result<Settings, VaultError> {
    desk.read(stored)
}

/// Changes the settings.
///
/// # Errors
/// [`VaultError::Invalid`] when a value is out of range.
pub fn save(desk: &mut Desk<'_>, settings: Settings) -> Result<Done<Settings>, VaultError> {
    let mut invalid = Invalid::default();
    if settings.lock_after_minutes.0 > 480 {
        invalid.add("lock_after_minutes", "自动锁定的时间最长 480 分钟，0 表示不自动锁定");
    }
    // E12: a superior may ask for less, not for more.
    let most = desk.rules.number(RuleId::E12, "days", desk.today());
    if let (Some(days), Some(most)) = (settings.letter_valid_days, most)
        && !(1..=most).contains(&days)
    {
        invalid.add("letter_valid_days", format!("介绍信有效期须在 1 至 {most} 天之间"));
    }
    for (place, paper) in settings.development.materials.iter().enumerate() {
        if paper.from.zip(paper.to).is_some_and(|(from, to)| to < from) {
            invalid.add(format!("development.materials.{place}.to"), "材料停用的日期不能早于开始要求的日期");
        }
    }
    check_study(&settings.study, &mut invalid);
    invalid.into_result()?;
    let text = serde_json::to_string(&settings).unwrap_or_default();
    desk.transact("修改设置", |tx| {
        tx.execute("INSERT OR REPLACE INTO setting (key, value) VALUES ('settings', ?1)", [&text])?;
        Ok(settings)
    })
}

/// A line of the table of hours stands for a day at most.
fn check_study(study: &StudySettings, invalid: &mut Invalid) {
    const DAY: Hours = Hours::whole(24);
    for (place, line) in study.hours.iter().enumerate() {
        if line.name.trim().is_empty() {
            invalid.add(format!("study.hours.{place}.name"), "请写明是什么，如“一天”");
        } else if study.hours.iter().take(place).any(|other| other.name == line.name) {
            invalid.add(format!("study.hours.{place}.name"), "这一项上面已经有了");
        }
        if line.hours == Hours::default() || line.hours > DAY {
            invalid.add(format!("study.hours.{place}.hours"), format!("学时须大于 0、不超过 {DAY}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::problem::Problem;
    use crate::testing::TestFile;

    fn saved(hours: Value) -> Result<Settings, Problem> {
        let mut file = TestFile::on("2026-11-23");
        let settings =
            serde_json::from_value(json!({ "study": { "hours": hours, "source": "市委组织部通知" } })).unwrap();
        save(&mut file.desk("settings_save"), settings)?;
        Ok(get(&mut file.desk("settings_get"), Nothing {})?)
    }

    #[test]
    fn the_table_of_hours_is_kept_and_what_cannot_be_is_refused_at_its_line() {
        assert_eq!(Settings::default().study.hours.len(), 3);
        let kept = saved(json!([{ "name": "一个下午", "hours": 3.5 }])).unwrap().study;
        assert_eq!((kept.hours[0].hours, kept.source.as_str()), (Hours::from_tenths(35), "市委组织部通知"));
        for (second, field) in [
            (json!({ "name": " ", "hours": 1 }), "study.hours.1.name"),
            (json!({ "name": "一天", "hours": 4 }), "study.hours.1.name"),
            (json!({ "name": "半天", "hours": 0 }), "study.hours.1.hours"),
            (json!({ "name": "半天", "hours": 25 }), "study.hours.1.hours"),
        ] {
            let problem = saved(json!([{ "name": "一天", "hours": 8 }, second])).unwrap_err();
            assert_eq!(problem.fields[0].field, field);
        }
    }
}
