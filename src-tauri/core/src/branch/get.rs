//! The branch with all its lists, and what follows from its members.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{
    BranchError, BranchGroup, BranchGroupView, BranchTermView, BranchUnit, BranchUnitView, BranchView, committee,
    facts, rules, store,
};
use crate::desk::{Desk, Nothing};
use crate::roster::{self, Member, MemberKind, Office};
use crate::rules::RuleId;
use crate::vault::{Done, Reader, VaultError};

/// The branch.
///
/// # Errors
/// [`BranchError::Vault`].
pub fn get(desk: &mut Desk<'_>, _: Nothing) -> Result<BranchView, BranchError> {
    view(desk)
}

/// What a change answers: the branch as it is now.
pub(super) fn done(desk: &Desk<'_>, done: Done<()>) -> Result<Done<BranchView>, BranchError> {
    Ok(Done { value: view(desk)?, changes: done.changes, undo: done.undo })
}

fn view(desk: &Desk<'_>) -> Result<BranchView, BranchError> {
    let today = desk.today();
    desk.read(|reader| {
        let members = roster::members_on(reader, today)?;
        let committee = committee::committee(&members, today);
        let groups = groups(reader, &members)?;
        let terms = store::terms(reader)?;
        let running = rules::running(&terms, today).map(|term| term.id);
        let suspended = members.iter().filter(|member| member.is_suspended_on(today)).count();
        let is_full =
            |member: &&Arc<Member>| member.kind_on(today) == MemberKind::Full && !member.is_suspended_on(today);
        let full = members.iter().filter(is_full).count();
        let there = groups.iter().filter(|group| group.group.until.is_none());
        let names: BTreeSet<_> = there.map(|group| group.group.name.clone()).collect();
        Ok(BranchView {
            branch: store::stored(reader)?,
            history: facts::history(&store::facts(reader)?),
            secretary: committee.iter().find(|seat| seat.office == Office::Secretary).map(|seat| seat.name.clone()),
            party_groups: names.into_iter().collect(),
            members: count(members.len()),
            full: count(full),
            probationary: count(members.len() - full - suspended),
            suspended: count(suspended),
            committee,
            former_offices: committee::former(&roster::everyone(reader)?),
            units: units_with_members(reader, &members)?,
            groups,
            helpers: store::helpers(reader)?,
            rooms: store::rooms(reader)?,
            term_years: rules::term_years(desk.rules, today).unwrap_or_default(),
            postponed_years: desk.rules.number(RuleId::V01, "years_at_most", today).unwrap_or_default(),
            findings: rules::findings(reader, desk.rules, &members, today)?,
            terms: terms
                .into_iter()
                .map(|term| BranchTermView { due_on: rules::due_on(&term), running: Some(term.id) == running, term })
                .collect(),
        })
    })
}

/// The units with how many of `members` belong to each; after those entered the ones that only the roster names.
///
/// # Errors
/// [`VaultError`].
pub fn units_with_members(reader: &Reader<'_>, members: &[Arc<Member>]) -> Result<Vec<BranchUnitView>, VaultError> {
    let mut tally = tally(members, |member| member.record.unit.as_str());
    let units = store::units(reader)?;
    // Where there is only one now, everybody belongs to it without saying so. Former ones stand behind it.
    let present: Vec<_> = units.iter().filter(|unit| unit.until.is_none()).collect();
    if let [unit] = present[..] {
        let unsaid = members.iter().filter(|member| member.record.unit.is_empty()).count();
        *tally.entry(unit.name.as_str()).or_default() += u32::try_from(unsaid).unwrap_or(u32::MAX);
    }
    let mut views: Vec<_> = units
        .iter()
        .cloned()
        .map(|unit| BranchUnitView { members: tally.remove(unit.name.as_str()).unwrap_or_default(), unit })
        .collect();
    views.extend(tally.into_iter().map(|(name, members)| BranchUnitView {
        unit: BranchUnit { name: name.to_owned(), ..BranchUnit::default() },
        members,
    }));
    Ok(views)
}

fn groups(reader: &Reader<'_>, members: &[Arc<Member>]) -> Result<Vec<BranchGroupView>, VaultError> {
    let mut tally = tally(members, |member| member.record.party_group.as_str());
    let mut views: Vec<_> = store::groups(reader)?
        .into_iter()
        .map(|group| BranchGroupView {
            leader_name: members
                .iter()
                .find(|member| Some(member.id) == group.leader)
                .map(|member| member.record.name.clone()),
            members: tally.remove(group.name.as_str()).unwrap_or_default(),
            group,
        })
        .collect();
    views.extend(tally.into_iter().map(|(name, members)| BranchGroupView {
        group: BranchGroup { name: name.to_owned(), ..BranchGroup::default() },
        leader_name: None,
        members,
    }));
    Ok(views)
}

/// How many members have each name; those without one are left out.
fn tally<'a>(members: &'a [Arc<Member>], name: impl Fn(&'a Member) -> &'a str) -> BTreeMap<&'a str, u32> {
    let mut tally = BTreeMap::new();
    for name in members.iter().map(|member| name(member)).filter(|name| !name.is_empty()) {
        *tally.entry(name).or_default() += 1;
    }
    tally
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
