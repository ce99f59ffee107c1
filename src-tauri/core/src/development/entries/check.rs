//! What is refused of an entry: what cannot be, always; what can hardly have been so, unless the secretary insists that it was
//! (history, trap 3). What was insisted upon is a finding of the audit afterwards.

use chrono::NaiveDate;

use super::{Entry, EntryField as F, EntryKind, EntryTimes};
use crate::development::{DevelopmentFile, deadlines};
use crate::problem::Invalid;
use crate::rules::RuleBook;
use crate::values::date_title;

/// What cannot be about an entry, each at its field.
pub(super) fn impossible(entry: &Entry, file: &DevelopmentFile, today: NaiveDate, at: &str, invalid: &mut Invalid) {
    if entry.on > today {
        invalid.add(format!("{at}.on"), "日期不能晚于今天");
    }
    for (field, text) in &entry.values.0 {
        let place = format!("{at}.values.{}", code(*field));
        if !entry.kind.fields().contains(field) {
            invalid.add(place, format!("“{}”里没有“{}”这一项", entry.kind.title(), field.title()));
        } else if let Some(fault) = field.fault(text) {
            invalid.add(place, fault);
        } else if entry.values.day(*field).is_some_and(|day| day > today) && !may_lie_ahead(*field) {
            invalid.add(place, "日期不能晚于今天");
        }
    }
    if let (Some(ends), false) = (entry.values.day(F::EndsOn), entry.kind == EntryKind::Handover)
        && ends < entry.on
    {
        invalid.add(format!("{at}.values.ends_on"), "结束日期不能早于开始日期");
    }
    let known = file.entries.iter().filter(|other| other.kind == entry.kind).count();
    if entry.kind.times() == EntryTimes::Once && entry.id.is_none() && known > 0 {
        invalid.add(format!("{at}.kind"), format!("“{}”已经登记过，请点“修改”", entry.kind.title()));
    }
    if entry.vote.is_some() && entry.meeting.is_none() {
        invalid.add(format!("{at}.vote"), "请先选是哪次会议");
    }
}

/// Days that a paper names and that are still to come.
fn may_lie_ahead(field: F) -> bool {
    matches!(field, F::LeavesOn | F::ProbationTo | F::ProbationFrom | F::EndsOn | F::FullFrom)
}

/// What can hardly have been so.
pub(super) fn unlikely(entry: &Entry, file: &DevelopmentFile, rules: &RuleBook, at: &str, unlikely: &mut Invalid) {
    let on = format!("{at}.on");
    if let Some(of_age) = deadlines::of_age_on(file, rules).filter(|of_age| entry.on < *of_age) {
        unlikely.add(on.clone(), format!("{}才满 18 周岁，这个日期在此之前", date_title(of_age)));
    }
    for before in rests_on(entry.kind) {
        if let Some(earlier) = file.on(*before).filter(|earlier| entry.on < *earlier) {
            unlikely.add(on.clone(), format!("早于“{}”（{}）", before.title(), date_title(earlier)));
        }
    }
}

/// What must have been done before an entry of a kind.
pub(in crate::development) fn rests_on(kind: EntryKind) -> &'static [EntryKind] {
    use EntryKind as K;
    match kind {
        K::Application | K::Arrival | K::Handover | K::Discipline | K::Explanation | K::MentorTalk => &[],
        K::Talk | K::Recommendation => &[K::Application],
        K::Activist => &[K::Application, K::Talk, K::Recommendation],
        K::ActivistFiling | K::MentorsNamed | K::Review | K::ActivistTraining | K::CandidateOpinions => &[K::Activist],
        K::CandidateMeeting => &[K::Activist, K::CandidateOpinions],
        K::CandidateConsent => &[K::CandidateMeeting],
        K::CandidateNotice => &[K::Activist],
        K::Candidate => &[K::Activist, K::CandidateMeeting, K::CandidateConsent, K::CandidateNotice],
        K::SponsorsNamed | K::PoliticalReview | K::Training => &[K::CandidateMeeting],
        K::ReviewLetter => &[K::Activist],
        K::CommitteeReview => &[K::Candidate, K::PoliticalReview, K::Training],
        K::PreExamination => &[K::CommitteeReview],
        K::ApplicationForm | K::SponsorOpinion => &[K::PreExamination],
        K::Admission => &[K::PreExamination, K::ApplicationForm, K::PoliticalReview],
        K::SuperiorTalk | K::Approval => &[K::Admission],
        K::SuperiorFiling | K::GroupAssignment | K::Oath => &[K::Approval],
        K::ProbationReview => &[K::Admission],
        K::ConversionApplication => &[K::Admission],
        K::ConversionOpinions | K::ConversionNotice => &[K::Admission],
        K::ConversionReview => &[K::ConversionApplication],
        K::Conversion => &[K::ConversionApplication, K::ConversionReview],
        K::ConversionApproval => &[K::Conversion],
        K::Archive => &[K::ConversionApproval],
    }
}

/// A field's name on the wire.
pub(super) fn code(field: F) -> String {
    serde_json::to_value(field).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
}
