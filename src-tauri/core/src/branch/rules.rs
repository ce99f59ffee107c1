//! What the rules have to say about how the branch is set up (B01, B05–B08, V02), and what its record lacks (S11).

use std::sync::Arc;

use chrono::{Months, NaiveDate};

use super::{Branch, BranchKind, BranchTerm, BranchUnit, store};
use crate::roster::{self, Member, MemberKind, Office};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::values::{Room, date_title};
use crate::vault::{Reader, VaultError};
use crate::watch::WatchContext;

/// What is to be done about how the branch is set up.
///
/// # Errors
/// [`VaultError`].
pub fn watch(context: &WatchContext<'_>) -> Result<Vec<Finding>, VaultError> {
    let members = roster::members_on(context.reader, context.day)?;
    findings(context.reader, context.rules, &members, context.day)
}

/// What the rules find in the branch on `day`, of which `members` are the members with the offices of that day.
///
/// # Errors
/// [`VaultError`].
pub(super) fn findings(
    reader: &Reader<'_>,
    rules: &RuleBook,
    members: &[Arc<Member>],
    day: NaiveDate,
) -> Result<Vec<Finding>, VaultError> {
    let (branch, units, terms) = (store::stored_on(reader, day)?, store::units(reader)?, store::terms(reader)?);
    Ok(Setup { branch: &branch, units: &units, terms: &terms, members, rules, day }.findings())
}

/// The branch on a day, for the rules to look at.
struct Setup<'a> {
    branch: &'a Branch,
    units: &'a [BranchUnit],
    terms: &'a [BranchTerm],
    members: &'a [Arc<Member>],
    rules: &'a RuleBook,
    day: NaiveDate,
}

impl Setup<'_> {
    fn findings(&self) -> Vec<Finding> {
        let mut found = self.affiliation();
        found.extend(self.term());
        found.extend(self.postponed_too_long());
        // An empty roster is no branch that is too small: it is not entered yet.
        if !self.members.is_empty() {
            found.extend([self.size(), self.committee_wanted(), self.committee_size()].into_iter().flatten());
            found.extend([self.secretary(), self.secretary_party_age(), self.ineligible()].into_iter().flatten());
        }
        found.sort_by_key(|finding| finding.severity);
        found
    }

    /// S11: whom the branch belongs to is on record.
    fn affiliation(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        if self.branch.superior.is_empty() {
            found.push(finding(RuleId::S11, Severity::Due, "没有填写上级党组织", "填写").keyed("superior"));
        }
        if !self.units.iter().any(|unit| unit.is_covered_on(self.day)) {
            found.push(finding(RuleId::S11, Severity::Due, "没有填写所在社会组织", "填写").keyed("unit"));
        }
        found
    }

    /// B07, V01: the next election is prepared in time. A temporary branch has no terms.
    fn term(&self) -> Option<Finding> {
        if self.branch.kind == BranchKind::Temporary {
            return None;
        }
        let Some(term) = running(self.terms, self.day) else {
            return Some(finding(RuleId::B07, Severity::Due, "没有登记本届的选举日期和任期", "登记"));
        };
        let (number, due) = (term.number, due_on(term));
        let before = |months| due - Months::new(months);
        let (severity, message) = if self.day > due {
            let years = self.rules.number(RuleId::V01, "years_at_most", self.day)?;
            let too_late = if postponed_at_most(term, self.rules).is_some_and(|latest| self.day > latest) {
                format!("已超过延期一般不超过 {years} 年的限度")
            } else {
                format!("须延期的应报上级批准，一般不超过 {years} 年")
            };
            (Severity::Late, format!("第{number}届任期已于{due}届满，还没有换届；{too_late}", due = date_title(due)))
        } else if self.day >= before(self.rules.number(RuleId::B07, "due_months", self.day)?) {
            (Severity::Due, format!("第{number}届任期将于{due}届满，应着手换届", due = date_title(due)))
        } else if self.day >= before(self.rules.number(RuleId::B07, "notice_months", self.day)?) {
            (Severity::Notice, format!("第{number}届任期将于{due}届满，可以准备换届", due = date_title(due)))
        } else {
            return None;
        };
        Some(finding(RuleId::B07, severity, message, "查看").due_on(due))
    }

    /// V01: a postponement of more than a year is said as soon as it is entered.
    fn postponed_too_long(&self) -> Option<Finding> {
        let term = running(self.terms, self.day)?;
        let latest = postponed_at_most(term, self.rules)?;
        let postponed = term.postponed_to.filter(|postponed| *postponed > latest)?;
        let message = format!(
            "第{}届延期到{}，一般不超过 {} 年（{}），请核对上级的批准",
            term.number,
            date_title(postponed),
            self.number(RuleId::V01, "years_at_most")?,
            date_title(latest),
        );
        Some(finding(RuleId::V01, Severity::Notice, message, "核对"))
    }

    /// B01: at least three full members, as a rule not more than fifty members.
    fn size(&self) -> Option<Finding> {
        let (least, most) = (self.number(RuleId::B01, "members")?, self.number(RuleId::B01, "members_at_most")?);
        let (full, all) = (self.full(), self.in_good_standing().count());
        if full < least {
            let advice = match self.branch.kind {
                BranchKind::Joint => "请与上级党组织商量调整",
                BranchKind::Ordinary | BranchKind::Temporary => "应与邻近单位成立联合党支部",
            };
            let message = format!("正式党员只有 {full} 名，不足 {least} 名，{advice}");
            return Some(finding(RuleId::B01, Severity::Late, message, "查看").keyed("few"));
        }
        let message = format!("党员已有 {all} 名，一般不超过 {most} 名，可以考虑分设支部");
        (all > most).then(|| finding(RuleId::B01, Severity::Notice, message, "查看").keyed("many"))
    }

    /// B05, B06: from seven full members on there is a committee, below there is none.
    fn committee_wanted(&self) -> Option<Finding> {
        let (wanted, below, full) =
            (self.number(RuleId::B05, "members")?, self.number(RuleId::B06, "members")?, self.full());
        if full >= wanted && !self.branch.has_committee {
            let message = format!("正式党员已有 {full} 名，达到 {wanted} 名，应设支部委员会");
            return Some(finding(RuleId::B05, Severity::Due, message, "查看").keyed("wanted"));
        }
        let message = format!("正式党员 {full} 名，不足 {below} 名，一般只设书记，不设支部委员会");
        (full < below && self.branch.has_committee)
            .then(|| finding(RuleId::B06, Severity::Notice, message, "查看").keyed("not_wanted"))
    }

    /// B05: a committee has three to five people, and never more than seven.
    fn committee_size(&self) -> Option<Finding> {
        let (least, usual) = (self.number(RuleId::B05, "committee_min")?, self.number(RuleId::B05, "committee_max")?);
        let most = self.number(RuleId::B05, "committee_at_most")?;
        if !self.branch.has_committee || self.full() < self.number(RuleId::B05, "members")? {
            return None;
        }
        let seats = self.in_good_standing().filter(|member| !member.record.offices.is_empty()).count();
        let message = format!("支部委员会现有 {seats} 人，一般由 {least} 至 {usual} 人组成，不超过 {most} 人");
        let severity = match seats {
            seats if seats > most => Severity::Late,
            seats if seats > usual => Severity::Notice,
            seats if seats < least => Severity::Due,
            _ => return None,
        };
        Some(finding(RuleId::B05, severity, message, "查看").keyed("size"))
    }

    /// B05, B06: every branch has one secretary.
    fn secretary(&self) -> Option<Finding> {
        let rule = if self.branch.has_committee { RuleId::B05 } else { RuleId::B06 };
        match self.secretaries().count() {
            0 => Some(finding(rule, Severity::Due, "书记空缺：还没有登记谁是书记", "设定职务").keyed("vacant")),
            1 => None,
            many => Some(
                finding(rule, Severity::Late, format!("登记了 {many} 名书记，请核对职务"), "核对").keyed("several"),
            ),
        }
    }

    /// B08: a secretary has been a full member for a year. Where the day of conversion is not known, nothing is said.
    fn secretary_party_age(&self) -> Option<Finding> {
        let months = self.number(RuleId::B08, "months")?;
        let too_new =
            |member: &&Arc<Member>| member.party_age_months_on(self.day).is_some_and(|age| (age as usize) < months);
        let secretary = self.secretaries().find(too_new)?;
        let message = format!("书记{}的党龄不足 {months} 个月（从转正之日算起）", secretary.record.name);
        let finding = finding(RuleId::B08, Severity::Notice, message, "查看").keyed(secretary.id.0.to_string());
        Some(finding.naming(&secretary.record.name))
    }

    /// V02: who cannot be elected holds no office.
    fn ineligible(&self) -> Option<Finding> {
        let holds = |member: &&Arc<Member>| !member.record.offices.is_empty() && !member.can_vote_on(self.day);
        let member = self.members.iter().find(holds)?;
        let (name, titles) = (&member.record.name, member.record.offices.titles());
        let message = format!("{name}没有被选举权（预备党员，或者停止了表决权），却登记为{titles}，请核对");
        Some(finding(RuleId::V02, Severity::Late, message, "核对").keyed(member.id.0.to_string()).naming(name))
    }

    fn secretaries(&self) -> impl Iterator<Item = &Arc<Member>> {
        self.members.iter().filter(|member| member.record.offices.has(Office::Secretary))
    }

    fn full(&self) -> usize {
        self.in_good_standing().filter(|member| member.kind_on(self.day) == MemberKind::Full).count()
    }

    /// Those whose membership is not suspended (E04).
    fn in_good_standing(&self) -> impl Iterator<Item = &Arc<Member>> {
        self.members.iter().filter(|member| !member.is_suspended_on(self.day))
    }

    fn number(&self, rule: RuleId, name: &str) -> Option<usize> {
        self.rules.number(rule, name, self.day).and_then(|number| usize::try_from(number).ok())
    }
}

/// Years that a term has which begins on `day` (B07).
pub(super) fn term_years(rules: &RuleBook, day: NaiveDate) -> Option<u32> {
    rules.number(RuleId::B07, "years", day)
}

/// The term that runs on `day`: the newest one elected by then, unless it has ended.
pub fn running(terms: &[BranchTerm], day: NaiveDate) -> Option<&BranchTerm> {
    let newest = terms.iter().filter(|term| term.elected_on <= day).max_by_key(|term| term.elected_on)?;
    newest.ended_on.is_none_or(|ended| ended > day).then_some(newest)
}

/// The day on which a term is over: the anniversary of the election (trap 1), or what the superior allowed (V01).
pub fn due_on(term: &BranchTerm) -> NaiveDate {
    term.postponed_to.unwrap_or_else(|| ordinary_end(term))
}

/// The last day up to which the next election may as a rule be postponed (V01).
fn postponed_at_most(term: &BranchTerm, rules: &RuleBook) -> Option<NaiveDate> {
    let end = ordinary_end(term);
    end.checked_add_months(Months::new(12 * rules.number(RuleId::V01, "years_at_most", term.elected_on)?))
}

fn ordinary_end(term: &BranchTerm) -> NaiveDate {
    let months = Months::new(12 * term.years.unwrap_or_default());
    term.elected_on.checked_add_months(months).unwrap_or(NaiveDate::MAX)
}

fn finding(rule: RuleId, severity: Severity, message: impl Into<String>, action: &str) -> Finding {
    Subject { room: Room::Branch, id: None }.finding(rule, severity, message, action)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
