//! What changes with time about the branch itself: dated facts, each in force until the next of its aspect.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Branch, BranchKind};
use crate::roster::certain_from;
use crate::values::{PartialDate, Span, titled};

/// Identifies a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct BranchFactId(pub i64);

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BranchAspect {
    /// 支部委员会: `yes`, or `""` where there is none (B06)
    Committee,
    /// 上级党组织: its name
    Superior,
    /// 支部类型: the name of a [`BranchKind`] on the wire
    Kind,
}

titled! { BranchAspect {
    Kind => "支部类型",
    Superior => "上级党组织",
    Committee => "支部委员会",
} }

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BranchFact {
    pub id: BranchFactId,
    /// What it is about.
    pub aspect: BranchAspect,
    /// What holds from then on.
    pub value: String,
    /// From when; `None` when it was so before the file was begun. Without its day it counts from the first possible one.
    pub since: Option<PartialDate>,
    pub why: String,
    /// The day on which it was entered; `None` for what an older file had.
    pub recorded_on: Option<NaiveDate>,
    /// Who entered it.
    pub recorded_by: String,
}

/// A fact as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BranchFactView {
    /// As stored.
    #[serde(flatten)]
    pub fact: BranchFact,
    /// In Chinese: 设支部委员会, the superior's name, 联合党支部.
    pub title: String,
    /// The first day on which it no longer held; `None` while it lasts.
    pub until: Option<PartialDate>,
}

/// Adds a fact that was forgotten, or corrects one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BranchFactRequest {
    /// `None` adds one.
    pub id: Option<BranchFactId>,
    /// What it is about.
    pub aspect: BranchAspect,
    /// What holds from then on.
    pub value: String,
    /// From when; `None`: since before the file was begun.
    pub since: Option<PartialDate>,
    #[serde(default)]
    pub why: String,
}

/// What saving the branch changes about one aspect: to be stored as a new fact, or in place of one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) id: Option<BranchFactId>,
    pub(super) value: String,
    pub(super) since: Option<PartialDate>,
}

const YES: &str = "yes";

impl BranchAspect {
    /// The value that the branch's data have.
    pub(super) fn of(self, branch: &Branch) -> String {
        match self {
            Self::Committee => if branch.has_committee { YES } else { "" }.to_owned(),
            Self::Superior => branch.superior.clone(),
            Self::Kind => branch.kind.code().to_owned(),
        }
    }

    /// Puts a value into the branch's data.
    fn put(self, value: &str, branch: &mut Branch) {
        match self {
            Self::Committee => branch.has_committee = value == YES,
            Self::Superior => value.clone_into(&mut branch.superior),
            Self::Kind => branch.kind = BranchKind::of_code(value).unwrap_or_default(),
        }
    }

    /// Whether facts of this aspect can have `value`.
    pub(super) fn allows(self, value: &str) -> bool {
        match self {
            Self::Committee => ["", YES].contains(&value),
            Self::Superior => true,
            Self::Kind => BranchKind::of_code(value).is_some(),
        }
    }

    /// A value in Chinese.
    fn value_title(self, value: &str) -> String {
        match self {
            Self::Committee if value == YES => "设支部委员会".to_owned(),
            Self::Committee => "不设支部委员会".to_owned(),
            Self::Superior if value.is_empty() => "没有填写".to_owned(),
            Self::Superior => value.to_owned(),
            Self::Kind => BranchKind::of_code(value).unwrap_or_default().title().to_owned(),
        }
    }
}

impl BranchFact {
    /// The first day on which it certainly holds: nobody neglects a duty that may not have been there yet. Where only the
    /// month or the year is known that is its last day, or the day on which it was entered as being so.
    fn certain_from(&self) -> Option<NaiveDate> {
        self.since.map(|since| certain_from(since, self.recorded_on))
    }

    /// The first day on which it holds; `None` is ever since.
    pub(super) fn first_day(&self) -> Option<NaiveDate> {
        self.since.map(PartialDate::earliest)
    }
}

/// Those of one aspect; facts come by aspect, oldest first.
pub(super) fn of_aspect(facts: &[BranchFact], aspect: BranchAspect) -> impl DoubleEndedIterator<Item = &BranchFact> {
    facts.iter().filter(move |fact| fact.aspect == aspect)
}

/// The branch's data with what held on `day`.
pub(super) fn as_of(mut branch: Branch, facts: &[BranchFact], day: NaiveDate) -> Branch {
    for aspect in BranchAspect::ALL {
        let mut begun = of_aspect(facts, aspect).filter(|fact| fact.first_day().is_none_or(|first| first <= day));
        if let Some(fact) = begun.next_back() {
            aspect.put(&fact.value, &mut branch);
        }
    }
    branch
}

/// What saving `branch` on `today` changes about an aspect. Without a day the change holds from today on; what was only
/// entered today as having been so ever since is put right in its place, and what was never entered holds ever since.
pub(super) fn change(
    facts: &[BranchFact],
    aspect: BranchAspect,
    branch: &Branch,
    since: Option<PartialDate>,
    today: NaiveDate,
) -> Option<Change> {
    let value = aspect.of(branch);
    let Some(newest) = of_aspect(facts, aspect).next_back() else {
        // That there is no superior yet needs no fact.
        return (aspect != BranchAspect::Superior || !value.is_empty()).then_some(Change {
            id: None,
            value,
            since: None,
        });
    };
    if newest.value == value {
        return None;
    }
    let since = match since {
        Some(since) => Some(since),
        None if newest.since.is_none() && newest.recorded_on == Some(today) => None,
        None => Some(PartialDate::day(today)),
    };
    Some(Change { id: (since == newest.since).then_some(newest.id), value, since })
}

/// When the branch certainly had a committee, for what is asked of one (B11).
pub(super) fn committee_spans(facts: &[BranchFact]) -> Vec<Span> {
    let facts: Vec<_> = of_aspect(facts, BranchAspect::Committee).collect();
    let spans = facts.iter().enumerate().filter(|(_, fact)| fact.value == YES).map(|(at, fact)| Span {
        from: fact.certain_from(),
        until: facts.get(at + 1).and_then(|next| next.first_day()),
    });
    Span::unite(spans.filter_map(|span| span.meet(Span::default())).collect())
}

/// As the window shows them: by aspect, the newest first.
pub(super) fn history(facts: &[BranchFact]) -> Vec<BranchFactView> {
    let views = BranchAspect::ALL.into_iter().flat_map(|aspect| {
        let facts: Vec<_> = of_aspect(facts, aspect).collect();
        let view = |(at, fact): (usize, &&BranchFact)| BranchFactView {
            fact: (*fact).clone(),
            title: aspect.value_title(&fact.value),
            until: facts.get(at + 1).and_then(|next| next.since),
        };
        facts.iter().enumerate().rev().map(view).collect::<Vec<_>>()
    });
    views.collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn fact(id: i64, value: &str, since: &str, recorded_on: &str) -> BranchFact {
        BranchFact {
            id: BranchFactId(id),
            aspect: BranchAspect::Committee,
            value: value.to_owned(),
            since: since.parse().ok(),
            why: String::new(),
            recorded_on: recorded_on.parse().ok(),
            recorded_by: String::new(),
        }
    }

    #[rstest]
    #[case::with_a_day("2026-05-10", "2026-05-10", None)]
    #[case::without_a_day_from_today("", "2026-09-15", None)]
    fn a_change_holds_from_its_day_on(#[case] since: &str, #[case] expected: &str, #[case] id: Option<BranchFactId>) {
        let known = [fact(1, "", "", "2026-01-05")];
        let branch = Branch { has_committee: true, ..Branch::default() };
        let change = change(&known, BranchAspect::Committee, &branch, since.parse().ok(), day("2026-09-15")).unwrap();
        assert_eq!((change.since.unwrap().to_string().as_str(), change.id), (expected, id));
    }

    #[test]
    fn what_was_only_entered_today_is_put_right_in_its_place() {
        let known = [fact(1, "", "", "2026-09-15")];
        let branch = Branch { has_committee: true, ..Branch::default() };
        let expected = Change { id: Some(BranchFactId(1)), value: "yes".into(), since: None };
        assert_eq!(change(&known, BranchAspect::Committee, &branch, None, day("2026-09-15")), Some(expected));
    }

    #[rstest]
    #[case("2026-05-09", false)]
    #[case("2026-05-10", true)]
    #[case("2026-09-30", true)]
    #[case("2026-10-01", false)]
    fn on_any_day_the_branch_is_as_it_was_then(#[case] on: &str, #[case] has_committee: bool) {
        let facts = [fact(1, "", "", ""), fact(2, "yes", "2026-05-10", ""), fact(3, "", "2026-10", "")];
        assert_eq!(as_of(Branch::default(), &facts, day(on)).has_committee, has_committee);
        let spans = committee_spans(&facts);
        assert_eq!(spans, [Span { from: Some(day("2026-05-10")), until: Some(day("2026-10-01")) }]);
    }

    #[rstest]
    #[case::a_month("2026-05", "", "2026-05-31")]
    #[case::entered_in_it("2026-05", "2026-05-20", "2026-05-20")]
    #[case::entered_later("2026-05", "2026-09-01", "2026-05-31")]
    #[case::a_year("2026", "", "2026-12-31")]
    #[case::a_year_entered_in_it("2026", "2026-03-10", "2026-03-10")]
    fn a_committee_is_asked_for_its_meetings_once_it_was_certainly_there(
        #[case] since: &str,
        #[case] recorded_on: &str,
        #[case] from: &str,
    ) {
        let spans = committee_spans(&[fact(1, "yes", since, recorded_on)]);
        assert_eq!(spans, [Span { from: Some(day(from)), until: None }]);
        assert_eq!(committee_spans(&[fact(1, "yes", "2026", ""), fact(2, "", "2026-10", "")]), []);
    }
}
