//! Who holds which office: an office is a dated fact of the member, the branch only reads it.

use chrono::NaiveDate;

use super::CommitteeSeat;
use crate::roster::Member;

/// Who holds an office among the members of `day`, by office and then in roster order.
pub(super) fn committee(members: &[Member], day: NaiveDate) -> Vec<CommitteeSeat> {
    let seat = |member: &Member| {
        Some(CommitteeSeat {
            member: member.id,
            name: member.record.name.clone(),
            office: member.record.office?,
            party_age_months: member.party_age_months_on(day),
        })
    };
    let mut seats: Vec<_> = members.iter().filter_map(seat).collect();
    seats.sort_by_key(|seat| seat.office);
    seats
}
