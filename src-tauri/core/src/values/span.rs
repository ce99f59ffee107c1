//! A stretch of days that may have no beginning or no end.

use chrono::NaiveDate;

/// From a day up to another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The first day; `None` when it was so before the file was begun.
    pub from: Option<NaiveDate>,
    /// The first day after it; `None` while it lasts.
    pub until: Option<NaiveDate>,
}

impl Span {
    /// Whether all days from `first` to `last`, both inclusive, lie in it.
    pub fn covers(self, first: NaiveDate, last: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= first) && self.until.is_none_or(|until| last < until)
    }

    /// The days that lie in both; `None` when there are none.
    pub fn meet(self, other: Self) -> Option<Self> {
        let until = [self.until, other.until].into_iter().flatten().min();
        let both = Self { from: self.from.max(other.from), until };
        let is_empty = matches!((both.from, both.until), (Some(from), Some(until)) if until <= from);
        (!is_empty).then_some(both)
    }

    /// The same days as few spans, by time: those that overlap, or follow one upon the other, are one.
    pub fn unite(mut spans: Vec<Self>) -> Vec<Self> {
        spans.sort_unstable();
        let mut united: Vec<Self> = Vec::new();
        for span in spans {
            match united.last_mut() {
                Some(last) if last.until.is_none() => {}
                Some(last) if span.from <= last.until => last.until = span.until.and(last.until.max(span.until)),
                _ => united.push(span),
            }
        }
        united
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// `2026-01-01..2026-03-01`; a side that is left out is open.
    fn span(text: &str) -> Span {
        let (from, until) = text.split_once("..").unwrap();
        Span { from: from.parse().ok(), until: until.parse().ok() }
    }

    #[rstest]
    #[case("..", true)]
    #[case("2026-05-01..", true)]
    #[case("2026-05-02..", false)]
    #[case("..2026-06-01", true)]
    #[case("..2026-05-31", false)]
    fn a_span_covers_a_month_only_whole(#[case] text: &str, #[case] covers: bool) {
        assert_eq!(span(text).covers("2026-05-01".parse().unwrap(), "2026-05-31".parse().unwrap()), covers);
    }

    #[rstest]
    #[case("..", "2026-01-01..2026-02-01", Some("2026-01-01..2026-02-01"))]
    #[case("..2026-02-01", "2026-01-01..", Some("2026-01-01..2026-02-01"))]
    #[case("..2026-02-01", "2026-02-01..", None)]
    fn what_lies_in_both(#[case] one: &str, #[case] other: &str, #[case] both: Option<&str>) {
        assert_eq!(span(one).meet(span(other)), both.map(span));
        assert_eq!(span(other).meet(span(one)), both.map(span));
    }

    #[rstest]
    #[case(&["2026-03-01..2026-05-01", "..2026-03-01"], &["..2026-05-01"])]
    #[case(&["2026-01-01..2026-06-01", "2026-02-01..2026-03-01"], &["2026-01-01..2026-06-01"])]
    #[case(&["2026-01-01..2026-02-01", "2026-03-01.."], &["2026-01-01..2026-02-01", "2026-03-01.."])]
    #[case(&["2026-01-01..", "2026-03-01..2026-04-01"], &["2026-01-01.."])]
    fn spans_are_united(#[case] spans: &[&str], #[case] united: &[&str]) {
        let all = |texts: &[&str]| texts.iter().map(|text| span(text)).collect::<Vec<_>>();
        assert_eq!(Span::unite(all(spans)), all(united));
    }
}
