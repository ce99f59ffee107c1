//! A page of the roster, on any day.

pub(super) mod dimension;
mod export;
mod saved_views;
pub(super) mod table;
#[cfg(test)]
mod tests;

pub use dimension::{Dimension, DimensionCounts, LabelCount, counts as count_by};
pub use export::{ExportLayout, FieldView, RosterExportRequest, export};
pub use saved_views::{RosterColumn, RosterView, delete_view, save_view, saved_views};
pub(crate) use table::{is_sensitive, sheet_text};
pub use table::{secretary_on, table_on};

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use self::dimension::counts;
use super::names::stroke_key;
use super::{Member, MemberId, RosterError, RosterFilter, RosterPage, RosterQuery, RosterSort, names, store};
use crate::desk::Desk;
use crate::vault::{Reader, VaultError};

/// Rows on a page when the query does not say.
const PAGE: u32 = 100;

/// A page of the roster.
///
/// # Errors
/// [`RosterError::Vault`].
pub fn list(desk: &mut Desk<'_>, query: RosterQuery) -> Result<RosterPage, RosterError> {
    let on = query.on.unwrap_or(desk.today());
    let (everyone, found) =
        desk.read(|reader| Ok::<_, RosterError>((store::everyone(reader)?, search(reader, &query.search)?)))?;
    let (current, rest): (Vec<_>, Vec<_>) = everyone.into_iter().partition(|member| member.is_member_on(on));
    let former: Vec<_> = rest.into_iter().filter(|member| member.had_left_by(on)).collect();
    let all: Vec<_> = if query.former { &former } else { &current }.iter().map(|member| member.on(on)).collect();
    let chosen = chosen(&all, found.as_ref(), &query, on);
    let size = if query.limit == 0 { PAGE } else { query.limit } as usize;
    Ok(RosterPage {
        rows: chosen.iter().skip(query.offset as usize).take(size).map(|member| member.row(on)).collect(),
        total: count(chosen.len()),
        on,
        current: count(current.len()),
        former: count(former.len()),
        completeness: mean(all.iter().map(|member| member.record.completeness())),
        counts: Dimension::ALL.into_iter().map(|by| counts(&all, by, on)).collect(),
    })
}

/// All whom a query asks for, in its order, with the records as of `on`: what [`list`] shows page by page.
///
/// # Errors
/// [`VaultError`].
pub(super) fn whole_list(
    reader: &Reader<'_>,
    query: &RosterQuery,
    on: NaiveDate,
) -> Result<Vec<Arc<Member>>, VaultError> {
    let asked = |member: &Arc<Member>| if query.former { member.had_left_by(on) } else { member.is_member_on(on) };
    let all: Vec<_> = store::everyone(reader)?.into_iter().filter(asked).map(|member| member.on(on)).collect();
    Ok(chosen(&all, search(reader, &query.search)?.as_ref(), query, on))
}

/// Whom a search finds, by name, pinyin, initials or the end of a number; `None` when nothing is searched for.
///
/// # Errors
/// [`VaultError`].
pub fn search(reader: &Reader<'_>, text: &str) -> Result<Option<BTreeSet<MemberId>>, VaultError> {
    if text.trim().is_empty() { Ok(None) } else { Ok(Some(store::found(reader, text)?)) }
}

/// Those of `all` who were found and pass the filters, in order.
fn chosen(
    all: &[Arc<Member>],
    found: Option<&BTreeSet<MemberId>>,
    query: &RosterQuery,
    on: NaiveDate,
) -> Vec<Arc<Member>> {
    let mut chosen: Vec<_> = all
        .iter()
        .filter(|member| found.is_none_or(|found| found.contains(&member.id)))
        .filter(|member| passes(member, &query.filters, on))
        .map(Arc::clone)
        .collect();
    sort(&mut chosen, query.sort, on);
    if query.descending {
        chosen.reverse();
    }
    chosen
}

/// Whether a member stands under one of the labels of every dimension that is filtered by.
fn passes(member: &Member, filters: &[RosterFilter], on: NaiveDate) -> bool {
    filters.iter().all(|filter| {
        let labels = filter.by.labels(member, on);
        filters.iter().any(|other| other.by == filter.by && labels.iter().any(|label| *label == other.label))
    })
}

/// Sorts members who come in pinyin order; equals stay in it.
fn sort(members: &mut [Arc<Member>], by: RosterSort, on: NaiveDate) {
    match by {
        RosterSort::Pinyin => {}
        RosterSort::Strokes => members.sort_by_cached_key(|member| stroke_key(&member.record.name)),
        RosterSort::Office => {
            members.sort_by(|one, other| {
                let key = |member: &Member| member.record.offices.is_empty();
                (key(one), &one.record.offices).cmp(&(key(other), &other.record.offices))
            });
        }
        RosterSort::Group => members.sort_by(|one, other| {
            let (one, other) = (&one.record.party_group, &other.record.party_group);
            names::group_order(one).cmp(&names::group_order(other))
        }),
        RosterSort::Age => members.sort_by_key(|member| (member.record.birth.is_none(), member.record.birth)),
        RosterSort::PartyAge => members.sort_by_cached_key(|member| Reverse(member.party_age_months_on(on))),
        RosterSort::Completeness => members.sort_by_cached_key(|member| member.record.completeness()),
        RosterSort::Left => members.sort_by_key(|member| Reverse(member.left.as_ref().map(|left| left.on))),
    }
}

/// In whole numbers, 0 of nothing; never rounded up, so that 100 is only said when it is so.
fn mean(values: impl Iterator<Item = u32>) -> u32 {
    let (sum, count) = values.fold((0, 0), |(sum, count), value| (sum + value, count + 1));
    sum.checked_div(count).unwrap_or_default()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
