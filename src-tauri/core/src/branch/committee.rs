//! Who holds and held which office: an office is a dated fact of the member, the branch only reads it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{CommitteeSeat, OfficeHeld};
use crate::roster::{Aspect, Member, Offices};
use crate::values::PartialDate;

/// Who holds an office among the members of `day`, by office and then in roster order.
pub(super) fn committee(members: &[Arc<Member>], day: NaiveDate) -> Vec<CommitteeSeat> {
    let seats = |member: &Arc<Member>| {
        let held = held_by(member);
        let seat = |office| CommitteeSeat {
            member: member.id,
            name: member.record.name.clone(),
            office,
            offices: member.record.offices.clone(),
            since: held.iter().find(|held| held.office == office && held.until.is_none()).and_then(|held| held.since),
            party_age_months: member.party_age_months_on(day),
        };
        member.record.offices.iter().map(seat).collect::<Vec<_>>()
    };
    let mut seats: Vec<_> = members.iter().flat_map(seats).collect();
    seats.sort_by_key(|seat| seat.office);
    seats
}

/// Who held which office before, by office, the latest first.
pub(super) fn former(everyone: &[Arc<Member>]) -> Vec<OfficeHeld> {
    let mut offices: Vec<_> =
        everyone.iter().flat_map(|member| held_by(member)).filter(|held| held.until.is_some()).collect();
    offices.sort_by_key(|held| (held.office, std::cmp::Reverse(held.until)));
    offices
}

/// The offices of one member, oldest first. An office ends with the next fact that says otherwise, or with leaving.
fn held_by(member: &Member) -> Vec<OfficeHeld> {
    let mut offices: Vec<OfficeHeld> = Vec::new();
    for fact in member.facts_of(Aspect::Office) {
        let now = Offices::of_codes(&fact.value).unwrap_or_default();
        for ended in offices.iter_mut().filter(|held| held.until.is_none() && !now.has(held.office)) {
            ended.until = fact.since;
        }
        for office in now.iter() {
            if offices.iter().any(|held| held.until.is_none() && held.office == office) {
                continue;
            }
            let name = member.record.name.clone();
            offices.push(OfficeHeld { member: member.id, name, office, since: fact.since, until: None });
        }
    }
    for held in &mut offices {
        let begun = held.since.map(PartialDate::earliest);
        let mut ends = member.stays().filter_map(|stay| stay.left).map(|left| left.on);
        if let Some(left) = ends.find(|on| begun.is_none_or(|begun| begun <= *on))
            && held.until.is_none_or(|until| left < until.earliest())
        {
            held.until = Some(PartialDate::day(left));
        }
    }
    offices
}
