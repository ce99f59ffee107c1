//! A page of the roster, on any day.

use std::cmp::Reverse;
use std::sync::LazyLock;

use chrono::NaiveDate;
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationType;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

use super::dimension::{Dimension, counts};
use super::{Member, RosterError, RosterFilter, RosterPage, RosterQuery, RosterSort, store};
use crate::desk::Desk;

/// Rows on a page when the query does not say.
const PAGE: u32 = 100;

/// A page of the roster.
///
/// # Errors
/// [`RosterError::Vault`].
pub fn list(desk: &mut Desk<'_>, query: RosterQuery) -> Result<RosterPage, RosterError> {
    let on = query.on.unwrap_or(desk.today());
    let (everyone, found) = desk.read(|reader| {
        let found = if query.search.trim().is_empty() { None } else { Some(store::found(reader, &query.search)?) };
        Ok::<_, RosterError>((store::kept(reader)?, found))
    })?;
    let (current, rest): (Vec<&Member>, Vec<&Member>) = everyone.0.iter().partition(|member| member.is_member_on(on));
    let former: Vec<&Member> = rest.into_iter().filter(|member| member.had_left_by(on)).collect();
    let all: Vec<_> = if query.former { &former } else { &current }.iter().map(|member| member.on(on)).collect();
    let all: Vec<&Member> = all.iter().map(AsRef::as_ref).collect();
    let mut chosen: Vec<&Member> = all
        .iter()
        .copied()
        .filter(|member| found.as_ref().is_none_or(|found| found.contains(&member.id)))
        .filter(|member| passes(member, &query.filters, on))
        .collect();
    sort(&mut chosen, query.sort, on);
    if query.descending {
        chosen.reverse();
    }
    let size = if query.limit == 0 { PAGE } else { query.limit } as usize;
    Ok(RosterPage {
        rows: chosen.iter().skip(query.offset as usize).take(size).map(|member| member.row(on)).collect(),
        total: count(chosen.len()),
        on,
        current: count(current.len()),
        former: count(former.len()),
        counts: Dimension::ALL.into_iter().map(|by| counts(&all, by, on)).collect(),
    })
}

/// Whether a member stands under one of the labels of every dimension that is filtered by.
fn passes(member: &Member, filters: &[RosterFilter], on: NaiveDate) -> bool {
    filters.iter().all(|filter| {
        let labels = filter.by.labels(member, on);
        filters.iter().any(|other| other.by == filter.by && labels.iter().any(|label| *label == other.label))
    })
}

/// Sorts members who come in pinyin order; equals stay in it.
fn sort(members: &mut [&Member], by: RosterSort, on: NaiveDate) {
    match by {
        RosterSort::Pinyin => {}
        RosterSort::Strokes => {
            if let Some(strokes) = &*STROKES {
                members.sort_by_cached_key(|member| {
                    let mut key = Vec::new();
                    let Ok(()) = strokes.write_sort_key_to(&member.record.name, &mut key);
                    key
                });
            }
        }
        RosterSort::Office => members.sort_by_key(|member| (member.record.office.is_none(), member.record.office)),
        RosterSort::Group => members.sort_by_cached_key(|member| {
            let group = &member.record.party_group;
            (group.is_empty(), group.clone())
        }),
        RosterSort::Age => members.sort_by_key(|member| (member.record.birth.is_none(), member.record.birth)),
        RosterSort::PartyAge => members.sort_by_cached_key(|member| Reverse(member.party_age_months_on(on))),
        RosterSort::Completeness => members.sort_by_cached_key(|member| member.record.completeness()),
    }
}

/// 姓氏笔画: by the number of strokes and then their kinds, character by character.
static STROKES: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut preferences = CollatorPreferences::from(&locale!("zh"));
    preferences.collation_type = Some(CollationType::Stroke);
    CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok()
});

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
