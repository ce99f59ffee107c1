//! What follows from a development file: how far it is, when a step may be done and must be, what is late.
//!
//! Nothing here blocks (trap 3): history is entered as it was, and the findings say what does not fit. A deadline is
//! clamped to the end of a shorter month (trap 1); a waiting time is over on the day with the same number, or the day
//! after the month's end where there is none (D32): so neither is ever counted too generously.

use std::fmt::Display;
use std::sync::Arc;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::catalogue::{self, Material, THOUGHT_REPORT, step};
use super::{DevelopmentFile, DevelopmentStage, MaterialNeed, MaterialState, StepEntry};
use crate::roster::{Member, MemberKind};
use crate::rules::{Finding, RuleBook, RuleId, Severity, Subject};
use crate::values::numerals::{every, stretch};
use crate::values::{Room, date_title, titled};

/// A deadline this many days ahead is due; farther ahead it is only worth knowing.
const SOON: u64 = 31;

/// When a step may be done and by when it must be; both days inclusive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// Not before this day.
    pub not_before: Option<NaiveDate>,
    /// Not after this day.
    pub due: Option<NaiveDate>,
}

/// The step after the highest finished one; reads `第7步 确定发展对象，不早于 2026-06-01`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// 1 to 25.
    pub step: u32,
    /// Its name in this branch (B06).
    pub name: String,
    pub window: Window,
}

type RuleFn = fn(&DevelopmentFile, &RuleBook, NaiveDate) -> Option<Finding>;

const RULES: &[RuleFn] = &[
    of_age_at_application,
    talk_within_a_month,
    one_or_two_mentors,
    mentors_who_may_be_it,
    review_every_half_year,
    no_half_year_without_review,
    a_year_as_activist,
    two_sponsors,
    sponsors_who_may_be_it,
    political_review_before_admission,
    training_before_admission,
    meeting_soon_after_pre_examination,
    approval_in_time,
    probation_ends,
    conversion_not_before_the_end_of_probation,
    conversion_approved_in_time,
    thought_report_every_quarter,
    no_step_left_out,
];

/// What the rules have to say about a file on `today`, most pressing first; nothing about a closed or archived one.
pub(super) fn findings(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Vec<Finding> {
    if !file.is_open() {
        return Vec::new();
    }
    let mut findings: Vec<_> = RULES.iter().filter_map(|rule| rule(file, rules, today)).collect();
    findings.extend(steps_out_of_order(file));
    findings.sort_by_key(|finding| (finding.severity, finding.due.is_none(), finding.due));
    findings
}

/// When a step may be done and must be, as far as the steps before it say.
pub fn window(file: &DevelopmentFile, step: u32, rules: &RuleBook) -> Window {
    let from = |not_before| Window { not_before, due: None };
    let until = |due| Window { not_before: None, due };
    match step {
        step::APPLICATION => from(of_age_on(file, rules)),
        step::TALK => until(talk_due(file, rules)),
        step::REVIEW => until(next_review_due(file, rules)),
        step::CANDIDATE => from(candidate_from(file, rules)),
        step::ADMISSION => until(admission_due(file, rules)),
        step::APPROVAL => until(approval_due(file, rules)),
        step::CONVERSION => from(conversion_from(file, rules)),
        step::CONVERSION_APPROVAL => until(conversion_approval_due(file, rules)),
        _ => Window::default(),
    }
}

/// What comes next; `None` for a closed or archived file.
pub fn next_step(file: &DevelopmentFile, rules: &RuleBook, has_committee: bool) -> Option<NextStep> {
    let step = file.last_step() + 1;
    let name = || catalogue::step_name(step, has_committee);
    file.is_open().then(|| NextStep { step, name: name(), window: window(file, step, rules) })
}

/// Required materials that should be there by now and are not.
pub fn missing_materials(file: &DevelopmentFile) -> usize {
    catalogue::materials().iter().filter(|material| is_overdue(file, material)).count()
}

/// Whether the file must have the material by now: required of this person, and its step is reached.
pub(super) fn is_wanted(file: &DevelopmentFile, material: &Material) -> bool {
    material.need == MaterialNeed::Required
        && file.material_state(&material.code) != MaterialState::NotApplicable
        && material.wanted_at() <= file.last_step()
}

/// Whether the file must have the material by now and has not.
pub(super) fn is_overdue(file: &DevelopmentFile, material: &Material) -> bool {
    is_wanted(file, material) && file.material_state(&material.code) == MaterialState::Missing
}

// --- the dates that follow from the ticks

/// D01: the day the person is old enough to apply.
fn of_age_on(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let born = file.born()?;
    when_complete(born, 12 * rules.number(RuleId::D01, "years", born)?)
}

/// D02: the talk, within a month of the application.
fn talk_due(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let applied = file.done_on(step::APPLICATION)?;
    deadline_after(applied, rules.number(RuleId::D02, "months", applied)?)
}

/// D05: the next review, half a year after the last; from activist until candidate.
fn next_review_due(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    if file.last_step() >= step::CANDIDATE {
        return None;
    }
    let activist = file.done_on(step::ACTIVIST)?;
    let last = file.entries(step::REVIEW).iter().map(|review| review.done_on).fold(activist, NaiveDate::max);
    deadline_after(last, rules.number(RuleId::D05, "months", last)?)
}

/// D06: candidate after a whole year as activist.
fn candidate_from(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let activist = file.done_on(step::ACTIVIST)?;
    when_complete(activist, rules.number(RuleId::D06, "months", activist)?)
}

/// D14: the meeting that admits, within a month of the pre-examination.
fn admission_due(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let examined = file.done_on(step::PRE_EXAMINATION)?;
    deadline_after(examined, rules.number(RuleId::D14, "months", examined)?)
}

/// D21: the superior's approval, within three months of the meeting.
fn approval_due(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let admitted = file.done_on(step::ADMISSION)?;
    deadline_after(admitted, rules.number(RuleId::D21, "months", admitted)?)
}

/// D23, D32: the first day after the probation, which counts from the day of the general meeting; later by what it was
/// extended by (D24), which the roster knows.
fn conversion_from(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    probation_over(file, rules, extended_months(file))
}

/// The first day after a probation that was extended by so many months.
fn probation_over(file: &DevelopmentFile, rules: &RuleBook, extended: u32) -> Option<NaiveDate> {
    let admitted = file.done_on(step::ADMISSION)?;
    when_complete(admitted, rules.number(RuleId::D23, "months", admitted)? + extended)
}

fn extended_months(file: &DevelopmentFile) -> u32 {
    file.in_roster.person.as_ref().map_or(0, |person| person.record.probation_extended_months)
}

/// D25: the superior's approval of the conversion.
fn conversion_approval_due(file: &DevelopmentFile, rules: &RuleBook) -> Option<NaiveDate> {
    let decided = file.done_on(step::CONVERSION)?;
    deadline_after(decided, rules.number(RuleId::D25, "months", decided)?)
}

/// The last day of a deadline: the same day `months` later, clamped to the month's end (trap 1).
fn deadline_after(start: NaiveDate, months: u32) -> Option<NaiveDate> {
    start.checked_add_months(Months::new(months))
}

/// The first day on which `months` are over; the day before is the last that belongs to them (D32).
fn when_complete(start: NaiveDate, months: u32) -> Option<NaiveDate> {
    let day = start.checked_add_months(Months::new(months))?;
    if day.day() < start.day() { day.succ_opt() } else { Some(day) }
}

// --- the rules

/// D01: who applies is of age.
fn of_age_at_application(file: &DevelopmentFile, rules: &RuleBook, _: NaiveDate) -> Option<Finding> {
    let applied = file.done_on(step::APPLICATION)?;
    let of_age = of_age_on(file, rules)?;
    let what = || {
        format!(
            "到{of_age}才满申请入党的年龄，登记的申请日期是{applied}",
            of_age = date_title(of_age),
            applied = date_title(applied)
        )
    };
    (applied < of_age).then(|| file.finding(RuleId::D01, Severity::Late, None, what()))
}

/// D02: someone talks with the applicant within one calendar month of the application.
fn talk_within_a_month(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    file.deadline(RuleId::D02, "入党申请谈话", step::TALK, talk_due(file, rules)?, today)
}

/// D04: one or two mentors, once they are appointed.
fn one_or_two_mentors(file: &DevelopmentFile, rules: &RuleBook, _: NaiveDate) -> Option<Finding> {
    let appointed = file.done_on(step::MENTORS)?;
    let min = rules.number(RuleId::D04, "mentors_min", appointed)?;
    let max = rules.number(RuleId::D04, "mentors_max", appointed)?;
    let mentors = file.person.mentors.len();
    let what = || format!("应有 {min} 至 {max} 名培养联系人，现在登记了 {mentors} 名");
    let fits = (min as usize..=max as usize).contains(&mentors);
    (!fits).then(|| file.finding(RuleId::D04, Severity::Due, None, what()))
}

/// D04: a mentor is a full member; one whose membership is suspended (E04) is replaced, which article 9 asks for since 2026.
/// Who is no member of this branch, or shares a name with another, is not judged.
fn mentors_who_may_be_it(file: &DevelopmentFile, _: &RuleBook, today: NaiveDate) -> Option<Finding> {
    if file.last_step() >= step::ADMISSION {
        return None;
    }
    let appointed = file.done_on(step::MENTORS).unwrap_or(today);
    let unfit = unfit(&file.in_roster.mentors, appointed, today)?;
    let what = format!("的培养联系人{unfit}，培养联系人应是正式党员，请核对或者更换");
    Some(file.finding(RuleId::D04, Severity::Due, None, what).keyed(unfit))
}

/// D09: a sponsor is a full member with all rights.
fn sponsors_who_may_be_it(file: &DevelopmentFile, _: &RuleBook, today: NaiveDate) -> Option<Finding> {
    if file.stage() == DevelopmentStage::Converted {
        return None;
    }
    let chosen = file.done_on(step::SPONSORS).unwrap_or(today);
    let sponsors = &file.in_roster.sponsors;
    let under_probation = || {
        let no_vote = sponsors.iter().find(|sponsor| sponsor.is_member_on(chosen) && !sponsor.can_vote_on(chosen))?;
        Some(format!("{}当时停止了表决权（如受留党察看处分）", no_vote.record.name))
    };
    let unfit = unfit(sponsors, chosen, today).or_else(under_probation)?;
    let what = format!("的入党介绍人{unfit}，入党介绍人应是有党员权利的正式党员，请核对或者更换");
    Some(file.finding(RuleId::D09, Severity::Due, None, what).keyed(unfit))
}

/// The first of them who was no full member on the day of being charged with it, or whose membership is suspended now.
fn unfit(people: &[Arc<Member>], charged: NaiveDate, today: NaiveDate) -> Option<String> {
    people.iter().find_map(|person| {
        let name = &person.record.name;
        if person.is_suspended_on(today) {
            Some(format!("{name}已停止党籍"))
        } else if person.kind_on(charged) != MemberKind::Full {
            Some(format!("{name}当时是预备党员"))
        } else {
            None
        }
    })
}

/// D05: the next review.
fn review_every_half_year(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    Some(file.pending(RuleId::D05, "入党积极分子考察", next_review_due(file, rules)?, today))
}

/// D05: looking back, no two reviews lie farther apart than half a year.
fn no_half_year_without_review(file: &DevelopmentFile, rules: &RuleBook, _: NaiveDate) -> Option<Finding> {
    let reviews = file.entries(step::REVIEW).iter().map(|review| review.done_on);
    let mut days: Vec<_> = reviews.chain(file.done_on(step::ACTIVIST)).chain(file.done_on(step::CANDIDATE)).collect();
    days.sort_unstable();
    let too_far = |from: NaiveDate, to: NaiveDate| {
        let due = rules.number(RuleId::D05, "months", from).and_then(|months| deadline_after(from, months));
        due.is_some_and(|due| due < to)
    };
    let gap = days.windows(2).find(|pair| too_far(pair[0], pair[1]))?;
    let longest = stretch(rules.number(RuleId::D05, "months", gap[0])?);
    let what = format!("在{}和{}之间超过{longest}没有登记考察", date_title(gap[0]), date_title(gap[1]));
    Some(file.finding(RuleId::D05, Severity::Notice, None, what))
}

/// D06: at least a year from activist to candidate.
fn a_year_as_activist(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let from = candidate_from(file, rules)?;
    match file.done_on(step::CANDIDATE) {
        Some(chosen) if chosen < from => {
            let what = format!(
                "在{chosen}确定为发展对象，当时作为入党积极分子不满{least}，应不早于{from}",
                least = stretch(rules.number(RuleId::D06, "months", file.done_on(step::ACTIVIST)?)?),
                chosen = date_title(chosen),
                from = date_title(from)
            );
            Some(file.finding(RuleId::D06, Severity::Late, None, what))
        }
        None if from <= today && file.last_step() < step::CANDIDATE => {
            let what = format!("从{from}起可以研究确定为发展对象", from = date_title(from));
            Some(file.finding(RuleId::D06, Severity::Notice, None, what))
        }
        _ => None,
    }
}

/// D09: two sponsors, once they are chosen.
fn two_sponsors(file: &DevelopmentFile, rules: &RuleBook, _: NaiveDate) -> Option<Finding> {
    let chosen = file.done_on(step::SPONSORS)?;
    let wanted = rules.number(RuleId::D09, "sponsors", chosen)?;
    let sponsors = file.person.sponsors.len();
    let what = || format!("应有 {wanted} 名入党介绍人，现在登记了 {sponsors} 名");
    (sponsors != wanted as usize).then(|| file.finding(RuleId::D09, Severity::Due, None, what()))
}

/// D10: nobody is admitted without a political review.
fn political_review_before_admission(file: &DevelopmentFile, _: &RuleBook, _: NaiveDate) -> Option<Finding> {
    let admitted = file.done_on(step::ADMISSION)?;
    let reviewed = file.done_on(step::POLITICAL_REVIEW).is_some_and(|reviewed| reviewed <= admitted);
    let what = || {
        format!(
            "在{admitted}由支部大会接收，此前没有登记政治审查：未经政治审查的不能发展入党",
            admitted = date_title(admitted)
        )
    };
    (!reviewed).then(|| file.finding(RuleId::D10, Severity::Late, None, what()))
}

/// D11: a candidate attends the training; missing once the meeting has admitted.
fn training_before_admission(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    if file.done_on(step::TRAINING).is_some() || file.last_step() < step::CANDIDATE {
        return None;
    }
    let (days, hours) = (rules.number(RuleId::D11, "days", today)?, rules.number(RuleId::D11, "hours", today)?);
    let severity = if file.last_step() >= step::ADMISSION { Severity::Due } else { Severity::Notice };
    let what = format!("还没有登记短期集中培训，应不少于 {days} 天或 {hours} 学时");
    Some(file.finding(RuleId::D11, severity, None, what))
}

/// D14: the meeting follows the pre-examination within a month.
fn meeting_soon_after_pre_examination(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    file.deadline(RuleId::D14, "接收预备党员的支部大会", step::ADMISSION, admission_due(file, rules)?, today)
}

/// D21, D22: approved within three months of the meeting; past six the resolution is void.
fn approval_in_time(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let admitted = file.done_on(step::ADMISSION)?;
    let valid_to = deadline_after(admitted, rules.number(RuleId::D22, "months", admitted)?)?;
    if file.done_on(step::APPROVAL).unwrap_or(today) > valid_to {
        let what = format!(
            "的接收决议到{valid_to}没有审批，按通行做法已经失效，应由支部大会重新讨论",
            valid_to = date_title(valid_to)
        );
        return Some(file.finding(RuleId::D22, Severity::Late, Some(valid_to), what));
    }
    file.deadline(RuleId::D21, "接收预备党员的审批", step::APPROVAL, approval_due(file, rules)?, today)
}

/// D23, D32: when the probation ends, conversion is discussed. From the day after it is late, as the roster says too.
fn probation_ends(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    // Nothing is discussed of somebody whose membership is suspended (E04).
    let is_suspended = file.in_roster.person.as_ref().is_some_and(|person| person.is_suspended_on(today));
    if file.last_step() >= step::CONVERSION || is_suspended {
        return None;
    }
    let from = conversion_from(file, rules)?;
    let last_day = from.pred_opt()?;
    let extended = match extended_months(file) {
        0 => String::new(),
        months => format!("（延长 {months} 个月）"),
    };
    let what = if today < from {
        format!(
            "的预备期{extended}到{last_day}为止，{from}起可以讨论转正",
            last_day = date_title(last_day),
            from = date_title(from)
        )
    } else {
        format!("的预备期{extended}已在{last_day}届满，应及时讨论转正", last_day = date_title(last_day))
    };
    let severity = if from < today { Severity::Late } else { ahead(from, today) };
    Some(file.finding(RuleId::D23, severity, Some(from), what))
}

/// D26: the conversion meeting is not before the probation ends.
fn conversion_not_before_the_end_of_probation(
    file: &DevelopmentFile,
    rules: &RuleBook,
    _: NaiveDate,
) -> Option<Finding> {
    // The meeting that extended it was at the first end; of an earlier conversion the roster speaks.
    let from = probation_over(file, rules, 0)?;
    let decided = file.done_on(step::CONVERSION)?;
    let what = || {
        format!(
            "的转正在{decided}讨论，当时预备期未满，应不早于{from}",
            decided = date_title(decided),
            from = date_title(from)
        )
    };
    (decided < from).then(|| file.finding(RuleId::D26, Severity::Late, None, what()))
}

/// D25: the superior approves the conversion within three months.
fn conversion_approved_in_time(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    let due = conversion_approval_due(file, rules)?;
    file.deadline(RuleId::D25, "转正审批", step::CONVERSION_APPROVAL, due, today)
}

/// D31: a report of thought each quarter, from activist until conversion. Local custom, so never more than a notice.
fn thought_report_every_quarter(file: &DevelopmentFile, rules: &RuleBook, today: NaiveDate) -> Option<Finding> {
    if matches!(file.stage(), DevelopmentStage::Applicant | DevelopmentStage::Converted) {
        return None;
    }
    let activist = file.done_on(step::ACTIVIST)?;
    let last = file.materials.get(THOUGHT_REPORT).and_then(|material| material.dated).unwrap_or(activist).max(activist);
    let months = rules.number(RuleId::D31, "months", last)?;
    let due = deadline_after(last, months)?;
    let often = every(months);
    let what = || format!("一般{often}汇报一次思想，{last}以后没有登记思想汇报", last = date_title(last));
    (due < today).then(|| file.finding(RuleId::D31, Severity::Notice, None, what()))
}

/// D33: no step before the highest finished one lacks its date.
fn no_step_left_out(file: &DevelopmentFile, _: &RuleBook, _: NaiveDate) -> Option<Finding> {
    let left_out: Vec<_> =
        (1..file.last_step()).filter(|step| file.done_on(*step).is_none()).map(|step| step.to_string()).collect();
    let what = || format!("的第 {} 步还没有登记日期", left_out.join("、"));
    (!left_out.is_empty()).then(|| file.finding(RuleId::D33, Severity::Notice, None, what()).keyed(left_out.join(" ")))
}

/// D33: no step is dated before the finished step that comes before it.
fn steps_out_of_order(file: &DevelopmentFile) -> Vec<Finding> {
    let done: Vec<_> = file.steps.keys().filter_map(|step| Some((*step, file.done_on(*step)?))).collect();
    let backwards = done.windows(2).filter(|pair| pair[1].1 < pair[0].1);
    backwards
        .map(|pair| {
            let [(before, earlier), (after, later)] = [pair[0], pair[1]];
            let what = format!(
                "的第 {after} 步（{later}）早于第 {before} 步（{earlier}），请核对日期",
                later = date_title(later),
                earlier = date_title(earlier)
            );
            file.finding(RuleId::D33, Severity::Notice, None, what).keyed(format!("{after}<{before}"))
        })
        .collect()
}

/// How pressing something is that should be done by `due` and is not late.
fn ahead(due: NaiveDate, today: NaiveDate) -> Severity {
    if due <= today + Days::new(SOON) { Severity::Due } else { Severity::Notice }
}

impl DevelopmentFile {
    /// Whether its findings of `today` say when the conversion is due: then nobody else needs to.
    pub fn speaks_of_conversion(&self, rules: &RuleBook, today: NaiveDate) -> bool {
        findings(self, rules, today)
            .iter()
            .any(|finding| [Some(RuleId::D23), Some(RuleId::D25)].contains(&finding.rule))
    }

    /// The highest finished step, 0–25.
    pub fn last_step(&self) -> u32 {
        self.steps.last_key_value().map_or(0, |(step, _)| *step)
    }

    /// Follows from the highest finished step.
    pub fn stage(&self) -> DevelopmentStage {
        match self.last_step() {
            ..step::ACTIVIST => DevelopmentStage::Applicant,
            step::ACTIVIST..step::CANDIDATE => DevelopmentStage::Activist,
            step::CANDIDATE..step::ADMISSION => DevelopmentStage::Candidate,
            step::ADMISSION..step::CONVERSION_APPROVAL => DevelopmentStage::Probationary,
            _ => DevelopmentStage::Converted,
        }
    }

    /// Neither closed nor archived.
    pub fn is_open(&self) -> bool {
        self.closed.is_none() && self.last_step() < step::ARCHIVED
    }

    /// Open and begun: what a quarterly report names.
    pub fn is_reported(&self) -> bool {
        self.is_open() && self.last_step() > 0
    }

    /// The day of a step; of a periodic one the first.
    pub fn done_on(&self, step: u32) -> Option<NaiveDate> {
        self.entries(step).iter().map(|entry| entry.done_on).min()
    }

    /// The entries of a step; none when it is not ticked.
    pub fn entries(&self, step: u32) -> &[StepEntry] {
        self.steps.get(&step).map_or(&[], Vec::as_slice)
    }

    /// The file as it stood at the end of `day`, as far as dates tell: later ticks and a later closing are left out.
    #[must_use]
    pub fn as_of(mut self, day: NaiveDate) -> Self {
        for entries in self.steps.values_mut() {
            entries.retain(|entry| entry.done_on <= day);
        }
        self.steps.retain(|_, entries| !entries.is_empty());
        self.closed = self.closed.filter(|closed| closed.on <= day);
        self
    }

    /// Whether a material is there.
    pub fn material_state(&self, code: &str) -> MaterialState {
        self.materials.get(code).map_or(MaterialState::Missing, |material| material.state)
    }

    /// The day of birth; when only the month or year was entered, that of the identity number, or the first possible.
    fn born(&self) -> Option<NaiveDate> {
        let entered = self.person.birth;
        let by_number = self.person.id_number.as_ref().map(|number| number.birth());
        entered.and_then(|birth| birth.exact()).or(by_number).or(entered.map(|birth| birth.earliest()))
    }

    /// A deadline for a step: nothing when it was kept, a notice when the step came late.
    fn deadline(&self, rule: RuleId, what: &str, step: u32, due: NaiveDate, today: NaiveDate) -> Option<Finding> {
        match self.done_on(step) {
            Some(done) if done <= due => None,
            Some(done) => {
                let what =
                    format!("的{what}在{done}完成，晚于期限{due}", done = date_title(done), due = date_title(due));
                Some(self.finding(rule, Severity::Notice, Some(due), what))
            }
            None => Some(self.pending(rule, what, due, today)),
        }
    }

    /// A deadline for something not yet done.
    fn pending(&self, rule: RuleId, what: &str, due: NaiveDate, today: NaiveDate) -> Finding {
        let days = (today - due).num_days();
        if days > 0 {
            let what = format!("的{what}应在{due}前完成，已超 {days} 天", due = date_title(due));
            return self.finding(rule, Severity::Late, Some(due), what);
        }
        self.finding(rule, ahead(due, today), Some(due), format!("的{what}应在{due}前完成", due = date_title(due)))
    }

    fn finding(&self, rule: RuleId, severity: Severity, due: Option<NaiveDate>, what: impl Display) -> Finding {
        let subject = Subject { room: Room::Development, id: Some(self.id.0) };
        let action = if severity == Severity::Notice { "查看" } else { "办理" };
        subject.finding(rule, severity, format!("{}{what}", self.person.name), action).due_on(due)
    }
}

titled! { DevelopmentStage {
    Applicant => "入党申请人",
    Activist => "入党积极分子",
    Candidate => "发展对象",
    Probationary => "预备党员",
    Converted => "已转正",
} }

impl Display for NextStep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "第{}步 {}", self.step, self.name)?;
        if let Some(day) = self.window.not_before {
            write!(f, "，不早于{day}", day = date_title(day))?;
        }
        if let Some(day) = self.window.due {
            write!(f, "，应在{day}前完成", day = date_title(day))?;
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
