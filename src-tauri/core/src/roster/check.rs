//! What cannot be in a member's record: one list for the form, the import and what is stored already.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::{ImportField, Member, MemberKind, MemberRecord, ParticularKind};
use crate::rules::{RuleBook, RuleId};
use crate::values::{IdNumber, PartialDate, date_title};

/// Something that cannot be.
pub(super) struct Fault {
    /// Name in an import's notes.
    pub(super) code: &'static str,
    /// The field that is at fault.
    pub(super) field: ImportField,
    /// The field that it does not go with; [`ImportField::EnteredOn`] stands for the stays.
    with: Option<ImportField>,
    /// One Chinese sentence.
    pub(super) message: String,
}

impl Member {
    /// What cannot be in the record as it stands.
    pub(super) fn faults(&self, rules: &RuleBook, today: NaiveDate) -> Vec<Fault> {
        let record = &self.record;
        let mut faults = Vec::new();
        let mut add = |code, field, with, message: String| faults.push(Fault { code, field, with, message });
        if record.name.is_empty() {
            add("name_missing", ImportField::Name, None, "请填写姓名".to_owned());
        }
        for (field, date) in [
            (ImportField::Birth, record.birth),
            (ImportField::Joined, record.joined),
            (ImportField::Converted, record.converted),
            (ImportField::LostContactSince, record.lost_contact_since),
            (ImportField::MobileSince, record.mobile_since),
            (ImportField::EnteredOn, record.entered_on.map(PartialDate::day)),
        ] {
            if let Some(date) = date.filter(|date| date.earliest() > today) {
                let message = format!("{}（{}）在今天以后，请核对", field.title(), date.title());
                add("date_in_future", field, None, message);
            }
        }
        if let Some(message) = record.id_number.as_ref().and_then(|number| number_to_come(number, today)) {
            add("id_born_in_future", ImportField::IdNumber, None, message);
        }
        if record.is_joined_before_birth() && record.birth.is_none_or(|birth| birth.earliest() <= today) {
            let (with, birth) = match record.birth {
                Some(_) => (ImportField::Birth, "出生日期"),
                None => (ImportField::IdNumber, "身份证号里的出生日期"),
            };
            add("joined_before_birth", ImportField::Joined, Some(with), format!("入党日期早于{birth}"));
        }
        if record.converted.is_some() && record.joined.is_none() {
            let message = "填了转正日期，请把入党日期也填上".to_owned();
            add("joined_missing", ImportField::Joined, Some(ImportField::Converted), message);
        }
        if record.is_converted_before_joined() {
            let message = "转正日期应在入党日期之后".to_owned();
            add("converted_before_joined", ImportField::Converted, Some(ImportField::Joined), message);
        }
        if record.converted.is_some() && record.kind == MemberKind::Probationary {
            let message = "人员类别是预备党员，不应有转正日期".to_owned();
            add("kind_contradicts_converted", ImportField::Converted, Some(ImportField::Kind), message);
        }
        if let Some(extension) = extension(rules, today)
            && record.probation_extended_months != 0
            && !extension.contains(&record.probation_extended_months)
        {
            let message = format!("预备期一次延长 {} 至 {} 个月", extension.start(), extension.end());
            add("extension_invalid", ImportField::ProbationExtendedMonths, None, message);
        }
        if record.party_age_correction_months.abs() > 1200 {
            let message = "党龄校正值按月填写，不超过 1200".to_owned();
            add("correction_invalid", ImportField::PartyAgeCorrectionMonths, None, message);
        }
        for (particular, text) in &record.particulars.0 {
            if particular.kind() == ParticularKind::Date
                && let Err(error) = PartialDate::read(text)
            {
                let message = format!("{}：{error}", particular.title());
                add("date_invalid", ImportField::Particular(*particular), None, message);
            }
        }
        faults.extend(self.faults_of_stays());
        faults
    }

    /// Of those what a change brings about: what was so before it, and has nothing to do with it, does not stand in its
    /// way. `before` is the member before the change, `None` for somebody new.
    pub(super) fn new_faults(&self, before: Option<&Self>, rules: &RuleBook, today: NaiveDate) -> Vec<Fault> {
        let mut faults = self.faults(rules, today);
        if let Some(before) = before {
            let has_changed = |field: ImportField| match field {
                ImportField::EnteredOn => !self.stays().eq(before.stays()),
                _ => field.text(&self.record) != field.text(&before.record),
            };
            faults.retain(|fault| has_changed(fault.field) || fault.with.is_some_and(has_changed));
        }
        faults
    }

    /// Each stay begins after joining and after the one before it, and ends after it began.
    pub(super) fn faults_of_stays(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut add = |code, field, with, message| faults.push(Fault { code, field, with, message });
        let mut before: Option<NaiveDate> = None;
        for stay in self.stays() {
            let left = stay.left.map(|left| left.on);
            if let Some(joined) = self.record.joined {
                if let Some(entered) = stay.entered_on.filter(|entered| *entered < joined.earliest()) {
                    let message =
                        format!("到本支部的日期（{}）早于入党日期（{}）", date_title(entered), joined.title());
                    add("entered_before_joined", ImportField::EnteredOn, Some(ImportField::Joined), message);
                }
                if let Some(left) = left.filter(|left| *left < joined.earliest()) {
                    let message = format!("入党日期晚于离开支部的日期（{}）", date_title(left));
                    add("joined_after_leaving", ImportField::Joined, Some(ImportField::EnteredOn), message);
                }
            }
            if let (Some(entered), Some(left)) = (stay.entered_on, left)
                && entered > left
            {
                let message =
                    format!("到本支部的日期（{}）晚于离开的日期（{}）", date_title(entered), date_title(left));
                add("entered_after_leaving", ImportField::EnteredOn, None, message);
            }
            if let (Some(before), Some(entered)) = (before, stay.entered_on)
                && entered < before
            {
                let message = format!("到本支部的日期早于上一次离开的日期（{}）", date_title(before));
                add("entered_before_last_leaving", ImportField::EnteredOn, None, message);
            }
            before = left;
        }
        faults
    }
}

/// What is said of an identity number whose owner is not born yet: of members, newcomers and applicants alike.
pub(crate) fn number_to_come(number: &IdNumber, today: NaiveDate) -> Option<String> {
    let born = number.birth();
    (born > today).then(|| format!("身份证号里的出生日期（{}）在今天以后，请核对号码", date_title(born)))
}

impl MemberRecord {
    /// Whether the dates say that somebody joined before birth.
    pub(super) fn is_joined_before_birth(&self) -> bool {
        matches!((self.birth_as_known(), self.joined), (Some(birth), Some(joined)) if joined.latest() < birth.earliest())
    }
}

impl Fault {
    /// The field's name in a request.
    pub(super) fn request_field(&self) -> String {
        match self.field {
            ImportField::Particular(particular) => format!("particulars.{}", particular.code()),
            field => {
                serde_json::to_value(field).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
            }
        }
    }
}

/// By how many months a probation can be extended (D24).
pub(super) fn extension(rules: &RuleBook, today: NaiveDate) -> Option<RangeInclusive<u32>> {
    Some(rules.number(RuleId::D24, "months_min", today)?..=rules.number(RuleId::D24, "months_max", today)?)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::roster::MemberId;

    fn codes(change: impl FnOnce(&mut MemberRecord), today: &str) -> Vec<&'static str> {
        let mut record = MemberRecord::new("张三", MemberKind::Full);
        change(&mut record);
        let faults = Member::new(MemberId(1), record).faults(&RuleBook::shipped().unwrap(), today.parse().unwrap());
        faults.into_iter().map(|fault| fault.code).collect()
    }

    #[rstest]
    #[case("2029-12-31", true)]
    #[case("2030-01-01", false)]
    fn an_identity_number_born_in_the_future_is_said(#[case] today: &str, #[case] said: bool) {
        let number = IdNumber::parse("440300203001011237").unwrap();
        assert_eq!(number_to_come(&number, today.parse().unwrap()).is_some(), said);
        let expected: &[&str] = if said { &["id_born_in_future"] } else { &[] };
        assert_eq!(codes(|record| record.id_number = Some(number), today), expected);
    }

    /// D24, with the numbers of the data.
    #[rstest]
    #[case(0, true)]
    #[case(5, false)]
    #[case(6, true)]
    #[case(12, true)]
    #[case(13, false)]
    fn a_probation_is_extended_by_six_to_twelve_months(#[case] months: u32, #[case] fits: bool) {
        let codes = codes(|record| record.probation_extended_months = months, "2026-11-23");
        assert_eq!(codes.is_empty(), fits);
    }
}
