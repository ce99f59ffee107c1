//! 党内职务 of one member: most have none or one, in a small branch some have two (副书记兼组织委员).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Office;

/// The offices that one member holds at the same time, in the order of a list; most are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Offices(BTreeSet<Office>);

/// Between codes as they are stored.
const BETWEEN: char = ',';

impl Offices {
    /// As a fact has them; `None` where a code is not one of an office.
    pub fn of_codes(codes: &str) -> Option<Self> {
        codes.split(BETWEEN).filter(|code| !code.is_empty()).map(Office::of_code).collect()
    }

    /// As they are stored: `deputy_secretary,organization`.
    pub fn codes(&self) -> String {
        let codes: Vec<_> = self.iter().map(Office::code).collect();
        codes.join(&BETWEEN.to_string())
    }

    /// `副书记、组织委员`
    pub fn titles(&self) -> String {
        let titles: Vec<_> = self.iter().map(Office::title).collect();
        titles.join("、")
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this is one of them.
    pub fn has(&self, office: Office) -> bool {
        self.0.contains(&office)
    }

    /// One after the other.
    pub fn iter(&self) -> impl Iterator<Item = Office> {
        self.0.iter().copied()
    }

    /// These and one more.
    #[must_use]
    pub fn with(mut self, office: Office) -> Self {
        self.0.insert(office);
        self
    }

    /// These but one.
    #[must_use]
    pub fn without(mut self, office: Office) -> Self {
        self.0.remove(&office);
        self
    }
}

impl FromIterator<Office> for Offices {
    fn from_iter<T: IntoIterator<Item = Office>>(offices: T) -> Self {
        Self(offices.into_iter().collect())
    }
}

impl From<Office> for Offices {
    fn from(office: Office) -> Self {
        Self::default().with(office)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("", "")]
    #[case("secretary", "书记")]
    #[case("organization,deputy_secretary", "副书记、组织委员")]
    fn offices_are_kept_in_the_order_of_the_list(#[case] codes: &str, #[case] titles: &str) {
        let offices = Offices::of_codes(codes).unwrap();
        assert_eq!(offices.titles(), titles);
        assert_eq!(Offices::of_codes(&offices.codes()), Some(offices));
        assert_eq!(Offices::of_codes("secretary,king"), None);
    }
}
