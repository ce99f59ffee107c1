//! Who owes what for which month, and what was paid for it. What is owed is never stored: it follows from bases, stays and
//! rules, so that a corrected base alters its own months and no others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::books::Books;
use super::store::{PaidMonth, PaidMonths};
use super::{DuesBase, DuesCell, DuesState, rate};
use crate::roster::{self, Member, MemberId};
use crate::rules::RuleBook;
use crate::settings::{self, DuesRounding, DuesSettings};
use crate::transfers;
use crate::values::{Fen, Month};
use crate::vault::{Reader, VaultError};

/// More members than these are read sooner with all others.
const SOME: usize = 50;

/// Everybody's dues in a stretch of months.
pub(super) struct Accounts<'a> {
    pub(super) rules: &'a RuleBook,
    pub(super) settings: DuesSettings,
    /// Everyone who is or was in the roster, in its order.
    pub(super) everyone: Vec<Arc<Member>>,
    pub(super) books: Arc<Books>,
    /// 党费交至, as the letters say with which people came.
    paid_elsewhere: BTreeMap<MemberId, Month>,
    today: NaiveDate,
}

impl<'a> Accounts<'a> {
    /// The accounts of these months as the records stand, judged on a day.
    pub(super) fn of(
        reader: &Reader<'_>,
        rules: &'a RuleBook,
        months: (Month, Month),
        today: NaiveDate,
    ) -> Result<Self, VaultError> {
        let (everyone, books) = (roster::everyone(reader)?, Books::of(reader, months, today)?);
        Self::with(reader, rules, today, everyone, books)
    }

    /// The same of some members alone, as it stands in the midst of a change.
    pub(super) fn of_some(
        reader: &Reader<'_>,
        rules: &'a RuleBook,
        months: (Month, Month),
        today: NaiveDate,
        members: &BTreeSet<MemberId>,
    ) -> Result<Self, VaultError> {
        if members.len() > SOME {
            return Self::of(reader, rules, months, today);
        }
        let everyone = members.iter().map(|id| roster::member(reader, *id)).collect::<Result<Vec<_>, _>>()?;
        let everyone = everyone.into_iter().flatten().map(Arc::new).collect();
        Self::with(reader, rules, today, everyone, Arc::new(Books::of_some(reader, months, members)?))
    }

    fn with(
        reader: &Reader<'_>,
        rules: &'a RuleBook,
        today: NaiveDate,
        everyone: Vec<Arc<Member>>,
        books: Arc<Books>,
    ) -> Result<Self, VaultError> {
        let settings = settings::stored(reader)?.dues;
        let paid_elsewhere = transfers::dues_paid_elsewhere(reader)?;
        Ok(Self { rules, settings, everyone, books, paid_elsewhere, today })
    }

    /// The base that holds for a month: the one that began last and has not ended.
    pub(super) fn base(&self, member: MemberId, month: Month) -> Option<&DuesBase> {
        base_for(self.books.bases(member), month)
    }

    /// How a member's month stands.
    pub(super) fn cell(&self, member: &Member, month: Month) -> DuesCell {
        self.cell_of(member, month, self.books.bases(member.id), self.books.paid(member.id))
    }

    /// How each of a member's months stands.
    pub(super) fn cells(&self, member: &Member, months: &[Month]) -> Vec<DuesCell> {
        let (bases, paid) = (self.books.bases(member.id), self.books.paid(member.id));
        months.iter().map(|month| self.cell_of(member, *month, bases, paid)).collect()
    }

    fn cell_of(&self, member: &Member, month: Month, bases: &[DuesBase], paid: Option<&PaidMonths>) -> DuesCell {
        let PaidMonth { amount: paid, payments, note } =
            paid.and_then(|months| months.get(&month)).cloned().unwrap_or_default();
        let is_liable = self.is_liable(member, month);
        let base = base_for(bases, month).filter(|_| is_liable);
        let owed =
            base.map(|base| rounded(rate::owed(base, self.rules, month), month, &self.settings)).unwrap_or_default();
        let state = match base {
            _ if paid > owed => DuesState::More,
            None if is_liable => DuesState::Unset,
            None => DuesState::Outside,
            Some(_) if owed.is_zero() => DuesState::Waived,
            Some(_) if paid == owed => DuesState::Settled,
            Some(_) if self.is_over(month) => DuesState::Lacking,
            Some(_) => DuesState::Open,
        };
        DuesCell { state, owed, paid, payments, note }
    }

    /// Whether a month's dues are owed to this branch: by whoever was a member on its first day, until the month of
    /// leaving; and from the month of admission on (F06). Who comes with a letter pays here from the month after that up to
    /// which dues were paid. Whose membership is suspended owes nothing.
    pub(super) fn is_liable(&self, member: &Member, month: Month) -> bool {
        let first = month.first_day();
        if member.is_suspended_on(first) {
            return false;
        }
        let is_paid_elsewhere = self.paid_elsewhere.get(&member.id).is_some_and(|paid_to| month <= *paid_to);
        if member.is_member_on(first) {
            return !is_paid_elsewhere;
        }
        let is_admitted = member.record.joined.is_some_and(|joined| Month::of_partial(joined) == month);
        let comes_with_a_letter = self.paid_elsewhere.contains_key(&member.id) && !is_paid_elsewhere;
        (is_admitted || comes_with_a_letter) && member.is_member_on(month.last_day())
    }

    /// The last day on which a month's dues are in time: its own, or where dues are paid by the quarter that one's (F10).
    pub(super) fn due(&self, month: Month) -> NaiveDate {
        if self.settings.quarterly { month.quarter().last_day() } else { month.last_day() }
    }

    /// Whether the time for a month's dues is over.
    pub(super) fn is_over(&self, month: Month) -> bool {
        self.due(month) < self.today
    }
}

/// F14: what is owed for a month, rounded as it is laid down.
pub(super) fn rounded(owed: Fen, month: Month, settings: &DuesSettings) -> Fen {
    if settings.rounding_from.is_some_and(|from| month < from) {
        return owed;
    }
    owed.rounded_to(match settings.rounding {
        DuesRounding::Fen => Fen::new(1),
        DuesRounding::Jiao => Fen::new(10),
        DuesRounding::Yuan => Fen::yuan(1),
    })
}

/// The base that holds for a month, among those of one member.
pub(super) fn base_for(bases: &[DuesBase], month: Month) -> Option<&DuesBase> {
    bases.iter().rev().find(|base| base.from <= month && base.to.is_none_or(|to| month <= to))
}

/// Whether somebody was a member of the branch at some time in a month.
pub(super) fn was_here(member: &Member, month: Month) -> bool {
    let (first, last) = (month.first_day(), month.last_day());
    first.iter_days().take_while(|day| *day <= last).any(|day| member.is_member_on(day))
}
