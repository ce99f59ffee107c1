//! The fields of an import, compared and carried over one by one.

use crate::roster::{ImportField, MemberRecord, ParticularKind, Sex};
use crate::values::PartialDate;

impl ImportField {
    /// The field's value as a sheet has it.
    pub(in crate::roster) fn text(self, record: &MemberRecord) -> String {
        let date = |date: Option<PartialDate>| date.map_or_else(String::new, |date| date.to_string());
        let answer = |yes: bool| if yes { "是" } else { "否" }.to_owned();
        match self {
            Self::Name => record.name.clone(),
            Self::BranchName => record.branch_name.clone(),
            Self::IdNumber => record.id_number.as_ref().map_or_else(String::new, |id| id.as_str().to_owned()),
            Self::Sex => record.sex.map_or("", Sex::title).to_owned(),
            Self::Ethnicity => record.ethnicity.clone(),
            Self::Birth => date(record.birth),
            Self::Education => record.education.clone(),
            Self::Kind => record.kind.title().to_owned(),
            Self::Joined => date(record.joined),
            Self::Converted => date(record.converted),
            Self::JobPosition => record.job_position.clone(),
            Self::Mobile => record.mobile.clone(),
            Self::Landline => record.landline.clone(),
            Self::Address => record.address.clone(),
            Self::Standing => record.standing.title().to_owned(),
            Self::IsLost => answer(record.is_lost),
            Self::LostContactSince => date(record.lost_contact_since),
            Self::LostReason => record.lost_reason.clone(),
            Self::IsMobile => answer(record.is_mobile),
            Self::MobileSince => date(record.mobile_since),
            Self::MobileDestination => record.mobile_destination.clone(),
            Self::PartyGroup => record.party_group.clone(),
            Self::Unit => record.unit.clone(),
            Self::Office => record.offices.titles(),
            Self::EnteredOn => date(record.entered_on.map(PartialDate::day)),
            Self::EnteredHow => record.entered_how.title().to_owned(),
            Self::PartyAgeCorrectionMonths => record.party_age_correction_months.to_string(),
            Self::ProbationExtendedMonths => record.probation_extended_months.to_string(),
            Self::AttendanceNotRequired => answer(record.attendance_not_required),
            Self::VoteSuspended => answer(record.vote_suspended),
            Self::Note => record.note.clone(),
            Self::Particular(particular) => record.particulars.get(particular).to_owned(),
        }
    }

    /// As [`ImportField::text`], dates as sentences have them.
    pub(in crate::roster) fn shown(self, record: &MemberRecord) -> String {
        let text = self.text(record);
        if self.is_date() { PartialDate::read(&text).map_or(text, PartialDate::title) } else { text }
    }

    /// Whether it is a date.
    pub(crate) fn is_date(self) -> bool {
        use ImportField::{Birth, Converted, EnteredOn, Joined, LostContactSince, MobileSince};
        match self {
            Birth | Joined | Converted | LostContactSince | MobileSince | EnteredOn => true,
            Self::Particular(particular) => particular.kind() == ParticularKind::Date,
            _ => false,
        }
    }

    /// Carries the field over from one record to another.
    pub(in crate::roster) fn copy(self, from: &MemberRecord, to: &mut MemberRecord) {
        match self {
            Self::Name => to.name.clone_from(&from.name),
            Self::BranchName => to.branch_name.clone_from(&from.branch_name),
            Self::IdNumber => to.id_number.clone_from(&from.id_number),
            Self::Sex => to.sex = from.sex,
            Self::Ethnicity => to.ethnicity.clone_from(&from.ethnicity),
            Self::Birth => to.birth = from.birth,
            Self::Education => to.education.clone_from(&from.education),
            Self::Kind => to.kind = from.kind,
            Self::Joined => to.joined = from.joined,
            Self::Converted => to.converted = from.converted,
            Self::JobPosition => to.job_position.clone_from(&from.job_position),
            Self::Mobile => to.mobile.clone_from(&from.mobile),
            Self::Landline => to.landline.clone_from(&from.landline),
            Self::Address => to.address.clone_from(&from.address),
            Self::Standing => to.standing = from.standing,
            Self::IsLost => to.is_lost = from.is_lost,
            Self::LostContactSince => to.lost_contact_since = from.lost_contact_since,
            Self::LostReason => to.lost_reason.clone_from(&from.lost_reason),
            Self::IsMobile => to.is_mobile = from.is_mobile,
            Self::MobileSince => to.mobile_since = from.mobile_since,
            Self::MobileDestination => to.mobile_destination.clone_from(&from.mobile_destination),
            Self::PartyGroup => to.party_group.clone_from(&from.party_group),
            Self::Unit => to.unit.clone_from(&from.unit),
            Self::Office => to.offices.clone_from(&from.offices),
            Self::EnteredOn => to.entered_on = from.entered_on,
            Self::EnteredHow => to.entered_how = from.entered_how,
            Self::PartyAgeCorrectionMonths => to.party_age_correction_months = from.party_age_correction_months,
            Self::ProbationExtendedMonths => to.probation_extended_months = from.probation_extended_months,
            Self::AttendanceNotRequired => to.attendance_not_required = from.attendance_not_required,
            Self::VoteSuspended => to.vote_suspended = from.vote_suspended,
            Self::Note => to.note.clone_from(&from.note),
            Self::Particular(particular) => to.particulars.set(particular, from.particulars.get(particular)),
        }
    }
}
