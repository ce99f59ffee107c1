//! What is to be done about development files.

use std::collections::BTreeSet;

use super::audit::{self, Known};
use super::{DevelopmentFile, due, store};
use crate::roster::MemberKind;
use crate::rules::{Finding, RuleId, Severity, Subject, gathered};
use crate::values::{Room, date_title};
use crate::vault::VaultError;
use crate::watch::WatchContext;
use crate::{disposals, roster};

/// What is to be done about the files, as they were on the day; and of each in which the audit finds errors, that it does.
///
/// # Errors
/// [`VaultError`].
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let files: Vec<_> = store::all_files(context.reader)?.iter().map(|file| file.clone().as_of(context.day)).collect();
    let known = Known::of(context.reader, context.rules, context.day, &files)?;
    let of_file = |file: &DevelopmentFile| {
        let errors = audit::count(&audit::examine(file, &known)).errors;
        let line = (errors > 0).then(|| {
            file.finding(None, Severity::Notice, None, format!("的档案体检有 {errors} 处错误"))
                .keyed(format!("audit {errors}"))
        });
        due::findings(file, context.rules, context.day).into_iter().chain(line)
    };
    let of_branch = audit::of_the_branch(&files, &known).into_iter().map(|found| {
        let subject = Subject { room: Room::Development, id: None };
        subject.finding(None, Severity::Notice, found.message, "查看").keyed(found.id)
    });
    Ok(files.iter().filter(|file| file.is_reported()).flat_map(of_file).chain(of_branch).collect())
}

/// Whose probation is over without that a file speaks of it: it says what is due, and leads to where it is done. A file
/// that could be about two members is about neither: better said twice than not at all.
///
/// # Errors
/// [`VaultError`].
pub fn watch_probations(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let files = store::open_files(context.reader)?;
    let speaking = files.iter().filter(|file| file.speaks_of_conversion(context.rules, context.day));
    let on_file: BTreeSet<_> = speaking.filter_map(|file| Some(file.member.as_ref()?.id)).collect();
    let mut found = roster::probations_over(context, &on_file)?;
    found.extend(unfiled(context)?);
    Ok(found)
}

/// Probationary members of whom no file speaks, in a branch that keeps files: what their conversion needs (D29) is followed
/// nowhere.
fn unfiled(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let files = store::all_files(context.reader)?;
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let on_file: BTreeSet<_> = files.iter().filter_map(|file| Some(file.member.as_ref()?.id)).collect();
    let members = roster::members_on(context.reader, context.day)?;
    let without = members
        .iter()
        .filter(|member| member.kind_on(context.day) == MemberKind::Probationary && !on_file.contains(&member.id));
    let tail = "是预备党员，还没有发展档案，培养考察和转正材料没有地方登记";
    let found = without.map(|member| {
        let name = member.record.name.as_str();
        let subject = Subject { room: Room::Development, id: None };
        let finding = subject.finding(RuleId::D29, Severity::Notice, format!("{name}{tail}"), "查看");
        (name, finding.keyed(format!("unfiled {}", member.id.0)))
    });
    Ok(gathered(found.collect(), tail))
}

/// E14: an open file of somebody who was struck off, or of the same name as such a one.
///
/// # Errors
/// [`VaultError`].
pub fn watch_readmissions(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let barred = disposals::barred(context.reader, context.rules, context.day)?;
    if barred.is_empty() {
        return Ok(Vec::new());
    }
    let files = store::open_files(context.reader)?;
    let found = files.iter().filter_map(|file| {
        let is_same = |one: &&disposals::Barred| match &file.member {
            Some(member) => member.id == one.member,
            None => file.person.name == one.name,
        };
        let one = barred.iter().find(is_same)?;
        let (since, until) = (date_title(one.since), date_title(one.until));
        let told = format!("：同名的人{since}被除名或者退党，{until}以前不得重新入党，请核对是不是同一个人");
        Some(file.finding(RuleId::E14, Severity::Notice, None, told).keyed("barred"))
    });
    Ok(found.collect())
}
