//! Whether a set has all that this program asks for. What the program asks for is what its own set has: a test holds
//! that one against the code.

use std::collections::BTreeSet;

use super::{Rule, RuleBook, RuleId, SetFault};

impl RuleBook {
    /// The book made ready for this program, whose own is `built_in`: with all that is asked for. A check that the program
    /// does not know is named among what is unknown, and not made.
    ///
    /// # Errors
    /// The first thing that is missing.
    pub fn completed(mut self, built_in: &Self) -> Result<Self, SetFault> {
        let ids: BTreeSet<RuleId> = built_in.all().map(|rule| rule.id).collect();
        for id in ids {
            numbers(id, &self.versions(id), &built_in.versions(id))?;
        }
        if let Some(year) = built_in.workdays().years().iter().find(|year| !self.workdays().knows(**year)) {
            return Err(SetFault::NoYear(*year));
        }
        if let Some(check) = built_in.checks().iter().find(|check| self.check(&check.id).is_none()) {
            return Err(SetFault::NoCheck(check.id.clone()));
        }
        self.set_unknown_checks_aside(built_in);
        Ok(self)
    }
}

/// Passes a rule that has its numbers: those of the program's newest text in every text that holds beside or after it, any
/// other number in some text.
fn numbers(id: RuleId, versions: &[&Rule], own: &[&Rule]) -> Result<(), SetFault> {
    let lacking = |name: &String| SetFault::NoNumber(id, name.clone());
    if versions.is_empty() {
        return Err(SetFault::NoRule(id));
    }
    let newest = own.last().into_iter().flat_map(|newest| newest.numbers.keys().map(|name| (newest.from, name)));
    for (from, name) in newest {
        let mut later = versions.iter().filter(|version| version.to.is_none_or(|to| from <= to));
        if later.any(|version| !version.numbers.contains_key(name)) {
            return Err(lacking(name));
        }
    }
    let mut all = own.iter().flat_map(|version| version.numbers.keys());
    let is_anywhere = |name: &String| versions.iter().any(|version| version.numbers.contains_key(name));
    all.find(|name| !is_anywhere(name)).map_or(Ok(()), |name| Err(lacking(name)))
}
