//! The search over all rooms: by Chinese characters, pinyin or initials, and by the numbers that people know.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::{HomeFindRequest, HomeFound, HomeHit};
use crate::desk::Desk;
use crate::roster::{self, FoundAt, Member, found_in};
use crate::rules::{Rule, RuleBook};
use crate::values::date_title;
use crate::vault::{Reader, VaultError};
use crate::{development, library, meetings};

/// So many of a kind are shown.
const AT_MOST: usize = 8;

/// What is found; nothing when nothing is looked for, but all that the window has to offer.
///
/// # Errors
/// [`VaultError`].
pub fn find(desk: &mut Desk<'_>, request: HomeFindRequest) -> Result<HomeFound, VaultError> {
    let text = request.text.trim();
    let names = names(&request.names, text);
    if text.is_empty() {
        return Ok(HomeFound { names, ..HomeFound::default() });
    }
    let (rules, today) = (desk.rules, desk.today());
    desk.read(|reader| {
        Ok(HomeFound {
            names,
            people: people(reader, text, today)?,
            meetings: meetings_of(reader, text)?,
            files: files(reader, rules, text, today)?,
            documents: documents(reader, text)?,
            rules: in_rules(rules, text, today),
        })
    })
}

/// Those whose beginning is found come first, in their own order.
fn ranked<T>(found: impl Iterator<Item = (FoundAt, T)>) -> Vec<T> {
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, what)| what).collect()
}

fn names(names: &[String], text: &str) -> Vec<u32> {
    let found = (0..).zip(names).filter_map(|(place, name)| Some((found_in(name, text)?, place)));
    ranked(found)
}

fn people(reader: &Reader<'_>, text: &str, today: NaiveDate) -> Result<Vec<HomeHit>, VaultError> {
    let Some(ids) = roster::search(reader, text)? else { return Ok(Vec::new()) };
    let mut people: Vec<_> = roster::everyone(reader)?.into_iter().filter(|member| ids.contains(&member.id)).collect();
    people.sort_by_cached_key(|member| {
        (Reverse(member.is_member_on(today)), found_in(&member.record.name, text).is_none())
    });
    people.truncate(AT_MOST);
    Ok(people.iter().map(|member| person(member, today)).collect())
}

fn person(member: &Member, today: NaiveDate) -> HomeHit {
    let note = match &member.left {
        Some(left) if left.on <= today => format!("已离开 · {}", left.how.title()),
        _ if member.record.party_group.is_empty() => member.kind_on(today).title().to_owned(),
        _ => format!("{} · {}", member.kind_on(today).title(), member.record.party_group),
    };
    HomeHit { key: member.id.0.to_string(), name: member.record.name.clone(), note }
}

fn meetings_of(reader: &Reader<'_>, text: &str) -> Result<Vec<HomeHit>, VaultError> {
    let titles = meetings::titles(reader)?;
    let found = titles.iter().filter_map(|meeting| {
        let day = date_title(meeting.at.date());
        Some((found_in(&meeting.title, text).or_else(|| found_in(&day, text))?, meeting))
    });
    let hit = |meeting: &meetings::Titled| {
        let note = date_title(meeting.at.date()) + if meeting.is_cancelled { " · 已取消" } else { "" };
        HomeHit { key: meeting.id.0.to_string(), name: meeting.title.clone(), note }
    };
    Ok(ranked(found).into_iter().take(AT_MOST).map(hit).collect())
}

fn files(reader: &Reader<'_>, rules: &RuleBook, text: &str, today: NaiveDate) -> Result<Vec<HomeHit>, VaultError> {
    let files = development::all_files(reader)?;
    let mut found: Vec<_> = files.iter().filter(|file| found_in(&file.person.name, text).is_some()).collect();
    found.sort_by_key(|file| !file.is_open());
    let hit = |file: &development::DevelopmentFile| {
        let stage = file.stage(rules, today).title();
        let note = if file.is_open() { stage.to_owned() } else { format!("{stage} · 已结束") };
        HomeHit { key: file.id.0.to_string(), name: file.person.name.clone(), note }
    };
    Ok(found.into_iter().take(AT_MOST).map(hit).collect())
}

/// Of what is found elsewhere than in the title it is said where.
fn documents(reader: &Reader<'_>, text: &str) -> Result<Vec<HomeHit>, VaultError> {
    let hit = |row: library::LibraryRow| {
        let hit = row.hit.unwrap_or_default();
        let note = match hit.place.as_str() {
            "标题" => row.kind.title().to_owned(),
            place => format!("{place}：{}{}{}", hit.before, hit.found, hit.after),
        };
        HomeHit { key: row.id.0.to_string(), name: row.title, note }
    };
    Ok(library::found(reader, text)?.into_iter().take(AT_MOST).map(hit).collect())
}

/// By its number, its words, or where it stands; of a rule of several texts the one in force.
fn in_rules(rules: &RuleBook, text: &str, today: NaiveDate) -> Vec<HomeHit> {
    let is_number = |rule: &Rule| rule.id.to_string().eq_ignore_ascii_case(text);
    let mut found: Vec<_> = rules
        .all()
        .filter(|rule| rule.is_in_force_on(today))
        .filter(|rule| is_number(rule) || rule.says(text))
        .collect();
    found.sort_by_key(|rule| !is_number(rule));
    let hit = |rule: &Rule| HomeHit {
        key: rule.id.to_string(),
        name: format!("{} {}", rule.id, rule.text),
        note: rule.place(),
    };
    found.into_iter().take(AT_MOST).map(hit).collect()
}
