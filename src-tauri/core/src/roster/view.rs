//! What the window gets to see of a member.

use chrono::NaiveDate;

use super::{Dimension, Member, MemberRow, MemberView};
use crate::rules::RuleBook;

impl Member {
    /// The member with what follows from the record; the id number in full only when `reveal`.
    pub(super) fn view(&self, reveal: bool, rules: &RuleBook, today: NaiveDate) -> MemberView {
        let mut member = self.record.clone();
        if !reveal {
            member.id_number = None;
        }
        MemberView {
            on: today,
            member,
            id_number_masked: self.record.id_number.as_ref().map(|number| number.masked()),
            age: self.age_on(today),
            party_age_months: self.party_age_months_on(today),
            completeness: self.record.completeness(),
            missing: self.record.missing(),
            findings: self.findings(rules, today),
            timeline: self.timeline(),
            left: self.left.clone(),
        }
    }

    /// The member in a list; the record is as of `day`.
    pub(super) fn row(&self, day: NaiveDate) -> MemberRow {
        let record = &self.record;
        MemberRow {
            id: self.id,
            name: record.name.clone(),
            kind: self.kind_on(day),
            sex: record.sex,
            ethnicity: record.ethnicity.clone(),
            birth: record.birth,
            education: record.education.clone(),
            party_group: record.party_group.clone(),
            unit: record.unit.clone(),
            offices: record.offices.clone(),
            job_position: record.job_position.clone(),
            joined: record.joined,
            converted: record.converted,
            age: self.age_on(day),
            party_age_months: self.party_age_months_on(day),
            mobile_masked: masked_phone(&record.mobile),
            completeness: record.completeness(),
            states: Dimension::State.labels(self, day).into_iter().map(Into::into).collect(),
            left: self.left.clone(),
        }
    }
}

/// `138****5678`; of shorter numbers only the last two characters.
pub(crate) fn masked_phone(phone: &str) -> String {
    let characters: Vec<char> = phone.chars().collect();
    let (head, tail) = if characters.len() >= 11 { (3, 4) } else { (0, 2) };
    let hidden = |place| place >= head && place + tail < characters.len();
    characters.iter().enumerate().map(|(place, c)| if hidden(place) { '*' } else { *c }).collect()
}
