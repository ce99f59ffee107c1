//! What a file says of itself: what was entered, how far it is, and the days that everything else counts from.

use chrono::NaiveDate;

use super::deadlines;
use super::entries::{Entry, EntryField as F, EntryKind};
use super::law::REVISED_ON;
use super::{CloseWay, DevelopmentFile, DevelopmentStage, Guide, GuideRole, MaterialRecord, MaterialState};
use crate::rules::RuleBook;

/// The steps that the stage goes by.
pub(super) mod step {
    /// 确定入党积极分子
    pub(in crate::development) const ACTIVIST: u32 = 3;
    /// 确定发展对象
    pub(in crate::development) const CANDIDATE: u32 = 7;
    /// 上级备案（同意）
    pub(in crate::development) const CONSENT: u32 = 8;
    /// 支部大会讨论接收
    pub(in crate::development) const ADMISSION: u32 = 15;
    /// 上级党委审批
    pub(in crate::development) const APPROVAL: u32 = 17;
    /// 支部大会讨论转正
    pub(in crate::development) const CONVERSION: u32 = 23;
    /// 上级党委审批转正
    pub(in crate::development) const CONVERSION_APPROVAL: u32 = 24;
    /// 材料归档
    pub(in crate::development) const ARCHIVED: u32 = 25;
}

/// What a general meeting decided on a conversion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// 按期转正
    Converted,
    /// 延长预备期
    Extended,
    /// 取消预备党员资格
    Revoked,
    /// Nothing.
    Failed,
}

impl Entry {
    /// What the meeting decided on a conversion; where nothing was said it was the ordinary case.
    pub(super) fn outcome(&self) -> Outcome {
        match self.values.text(F::ConversionOutcome) {
            "extended" => Outcome::Extended,
            "revoked" => Outcome::Revoked,
            "failed" => Outcome::Failed,
            _ => Outcome::Converted,
        }
    }

    /// The meeting did not pass it, or the superior did not agree.
    pub(super) fn was_refused(&self) -> bool {
        self.values.text(F::Outcome) == "failed" || self.values.text(F::Answer) == "refused"
    }
}

impl DevelopmentFile {
    /// The entries of a kind, by day.
    pub fn all(&self, kind: EntryKind) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.kind == kind)
    }

    /// The first entry of a kind.
    pub fn first(&self, kind: EntryKind) -> Option<&Entry> {
        self.all(kind).next()
    }

    /// The day of the first entry of a kind.
    pub fn on(&self, kind: EntryKind) -> Option<NaiveDate> {
        self.first(kind).map(|entry| entry.on)
    }

    /// The day on which a step was done: of one that comes again the first, of an admission and a conversion the one that
    /// holds.
    pub fn done_on(&self, step: u32) -> Option<NaiveDate> {
        match step {
            step::ADMISSION => self.admission().map(|entry| entry.on),
            step::APPROVAL => self.approval().map(|entry| entry.on),
            step::CONVERSION => self.conversion().map(|entry| entry.on),
            step::CONVERSION_APPROVAL => self.conversion_approval().map(|entry| entry.on),
            _ => self.on(EntryKind::of_step(step)?),
        }
    }

    /// The decision to admit that holds: the last that was passed.
    pub fn admission(&self) -> Option<&Entry> {
        self.all(EntryKind::Admission).rfind(|entry| !entry.was_refused())
    }

    /// The superior's approval of that decision.
    pub fn approval(&self) -> Option<&Entry> {
        let admitted = self.admission().map(|entry| entry.on);
        self.all(EntryKind::Approval)
            .rfind(|entry| !entry.was_refused() && admitted.is_none_or(|admitted| entry.on >= admitted))
    }

    /// The decision to convert, or to revoke: what ends the probation.
    pub fn conversion(&self) -> Option<&Entry> {
        self.all(EntryKind::Conversion).rfind(|entry| matches!(entry.outcome(), Outcome::Converted | Outcome::Revoked))
    }

    /// The decisions to extend the probation (D24: one at most).
    pub fn extensions(&self) -> impl Iterator<Item = &Entry> {
        self.all(EntryKind::Conversion).filter(|entry| entry.outcome() == Outcome::Extended)
    }

    /// What a superior's answer to a decision on the conversion is an answer to: the last decision before it.
    pub(super) fn answered(&self, approval: &Entry) -> Option<&Entry> {
        self.all(EntryKind::Conversion)
            .rfind(|decision| decision.on <= approval.on && decision.outcome() != Outcome::Failed)
    }

    /// The superior's approval of the decision to convert or to revoke.
    pub fn conversion_approval(&self) -> Option<&Entry> {
        self.all(EntryKind::ConversionApproval).rfind(|approval| {
            !approval.was_refused()
                && self.answered(approval).is_none_or(|decision| decision.outcome() != Outcome::Extended)
        })
    }

    /// Months by which the probation was extended: by what the file has, or what the roster has.
    pub fn extended_months(&self) -> u32 {
        let own = self.extensions().last().map(|entry| entry.values.count(F::Months).unwrap_or(6));
        own.or(self.member.as_ref().map(|member| member.record.probation_extended_months)).unwrap_or_default()
    }

    /// The highest finished step, 0–25.
    pub fn last_step(&self) -> u32 {
        let steps = self.entries.iter().filter(|entry| entry.kind.is_the_step() && self.finishes(entry));
        steps.map(|entry| entry.kind.step()).max().unwrap_or_default()
    }

    /// Whether an entry of a step finishes it: a refusal or an extension does not.
    fn finishes(&self, entry: &Entry) -> bool {
        match entry.kind {
            EntryKind::Conversion => matches!(entry.outcome(), Outcome::Converted | Outcome::Revoked),
            EntryKind::ConversionApproval => {
                !entry.was_refused()
                    && self.answered(entry).is_none_or(|decision| decision.outcome() != Outcome::Extended)
            }
            _ => !entry.was_refused(),
        }
    }

    /// Follows from what was entered. A decision to admit that was not approved in time is void (D22) and makes nobody a
    /// member.
    pub fn stage(&self, rules: &RuleBook, today: NaiveDate) -> DevelopmentStage {
        let last = self.last_step();
        let is_revoked = self.conversion().is_some_and(|entry| entry.outcome() == Outcome::Revoked);
        if last >= step::CONVERSION_APPROVAL && !is_revoked {
            return DevelopmentStage::Converted;
        }
        if last >= step::ADMISSION && !self.is_void(rules, today) {
            return DevelopmentStage::Probationary;
        }
        if self.candidate_on().is_some() || last > step::CONSENT {
            return DevelopmentStage::Candidate;
        }
        if last >= step::ACTIVIST { DevelopmentStage::Activist } else { DevelopmentStage::Applicant }
    }

    /// D22: whether the decision to admit ran out before the superior approved it.
    pub fn is_void(&self, rules: &RuleBook, today: NaiveDate) -> bool {
        deadlines::valid_to(self, rules).is_some_and(|last| self.approval().map_or(today, |entry| entry.on) > last)
    }

    /// The day from which the person is a candidate: as entered; under the text of 2014 that of the committee's decision.
    pub fn candidate_on(&self) -> Option<NaiveDate> {
        let decided = self.on(EntryKind::CandidateMeeting);
        self.on(EntryKind::Candidate).or(decided.filter(|day| *day < REVISED_ON))
    }

    /// Neither closed nor archived.
    pub fn is_open(&self) -> bool {
        self.closed.is_none() && self.last_step() < step::ARCHIVED
    }

    /// Open and begun: what a quarterly report names.
    pub fn is_reported(&self) -> bool {
        self.is_open() && self.last_step() > 0
    }

    /// Whether the person left for another branch, and the papers with it.
    pub fn moved_away(&self) -> bool {
        self.closed.as_ref().is_some_and(|closed| closed.how == CloseWay::MovedAway)
    }

    /// The file as it stood at the end of `day`, as far as dates tell: what came later is left out.
    #[must_use]
    pub fn as_of(mut self, day: NaiveDate) -> Self {
        let mut kept = self.entries.iter().map(|entry| entry.on <= day);
        self.recorded_on.retain(|_| kept.next().unwrap_or_default());
        self.entries.retain(|entry| entry.on <= day);
        self.closed = self.closed.filter(|closed| closed.on <= day);
        self
    }

    /// Mentors or sponsors who are it on a day, by their place in `guides`.
    pub fn guides_on(&self, role: GuideRole, day: NaiveDate) -> impl Iterator<Item = (usize, &Guide)> {
        self.guides.iter().enumerate().filter(move |(_, guide)| {
            guide.role == role
                && guide.since.is_none_or(|since| since <= day)
                && guide.until.is_none_or(|until| day < until)
        })
    }

    /// Those who were ever it.
    pub fn guides_of(&self, role: GuideRole) -> impl Iterator<Item = (usize, &Guide)> {
        self.guides.iter().enumerate().filter(move |(_, guide)| guide.role == role)
    }

    /// What was said about a paper; of a kind that comes again, of each.
    pub fn papers(&self, code: &str) -> impl DoubleEndedIterator<Item = &MaterialRecord> {
        self.materials.iter().filter(move |material| material.code == code)
    }

    /// The paper, where it is there; of a kind that comes again the first.
    pub fn paper(&self, code: &str) -> Option<&MaterialRecord> {
        self.papers(code).find(|material| material.state == MaterialState::Present)
    }

    /// Whether a material is there.
    pub fn material_state(&self, code: &str) -> MaterialState {
        let mut states = self.papers(code).map(|material| material.state);
        let first = states.next().unwrap_or_default();
        if states.any(|state| state == MaterialState::Present) { MaterialState::Present } else { first }
    }

    /// The day of birth; when only the month or year was entered, that of the identity number, or the first possible.
    pub fn born(&self) -> Option<NaiveDate> {
        let entered = self.person.birth;
        let by_number = self.person.id_number.as_ref().map(|number| number.birth());
        entered.and_then(|birth| birth.exact()).or(by_number).or(entered.map(|birth| birth.earliest()))
    }
}
